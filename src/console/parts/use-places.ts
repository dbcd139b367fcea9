/** Districts and bodies of the city, as lists to choose from. */
import { useAsk } from '../ask.ts';

export function usePlaces() {
  const districts = useAsk('/api/districts').data?.items ?? [];
  const bodies = useAsk('/api/bodies').data?.items ?? [];
  const options = districts.map(({ code, name }) => ({ value: code, label: name }));
  return {
    districts: options,
    bodies: bodies.map(({ id, name }) => ({ value: id, label: name })),
    nameOf: (code: string) => options.find(({ value }) => value === code)?.label ?? code,
  };
}
