/** The two hooks of every page: `useAsk` reads, `useOrder` writes and then reads again. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type Answer, fileAddress, order, type Problem, type paths, request } from './api.ts';

type Params = { path?: Record<string, string | number>; query?: Record<string, unknown> };

function addressOf(path: string, { path: inPath = {}, query = {} }: Params): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(inPath[name])));
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  return given.length === 0
    ? filled
    : fileAddress(filled, Object.fromEntries(given.map(([name, value]) => [name, String(value)])));
}

type Gettable = { [P in keyof paths]: paths[P] extends { get: object } ? P : never }[keyof paths];

/** Asks; a change of the parameters asks anew and shows the old answer meanwhile. `everyMs` asks again, `until` it is so. */
export function useAsk<P extends Gettable>(
  path: P,
  params: Params = {},
  options: { isOff?: boolean; everyMs?: number; until?(answer: Answer<P>): boolean } = {},
) {
  return useQuery<Answer<P>, Problem>({
    queryKey: [path, params],
    queryFn: async ({ signal }) => (await request(addressOf(path, params), signal)) as Answer<P>,
    enabled: options.isOff !== true,
    refetchInterval: ({ state: { data } }) => {
      const { everyMs = false, until } = options;
      return data !== undefined && until?.(data) ? false : everyMs;
    },
    placeholderData: (before) => before,
  });
}

export type Ordered = { path: string; body?: unknown; key?: string; seen?: number };

/** Writes; whatever is shown is asked for again once it is done. */
export function useOrder() {
  const client = useQueryClient();
  return useMutation<unknown, Problem, Ordered>({
    mutationFn: ({ path, body, ...how }) => order(path, body, how),
    onSuccess: () => client.invalidateQueries(),
    // Where somebody was faster, what they did is read, and the next try is on top of it.
    onError: ({ changes }) => (changes.length > 0 ? client.invalidateQueries() : undefined),
  });
}
