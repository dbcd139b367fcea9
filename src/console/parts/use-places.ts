/** Districts and bodies of the city, as lists to choose from; what is closed is not chosen any more. */
import { useAsk } from '../ask.ts';

export function usePlaces() {
  const districts = useAsk('/api/districts').data?.items ?? [];
  const open = (useAsk('/api/bodies').data?.items ?? []).filter(({ closedOn }) => closedOn === null);
  const options = districts.map(({ code, name }) => ({ value: code, label: name }));
  const chosen = open.map(({ id, name }) => ({ value: id, label: name }));
  return {
    districts: options,
    bodies: chosen,
    centres: chosen.filter((_, index) => open[index]?.kind === 'mediation-centre'),
    nameOf: (code: string) => options.find(({ value }) => value === code)?.label ?? code,
  };
}
