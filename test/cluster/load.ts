/** Clients that tell stories side by side, and can be waited for in the middle. */
import { closeDispute, tellDispute } from '../../src/cli/stories/dispute.ts';
import { tellShort } from '../../src/cli/stories/short.ts';
import { type Login, startTelling } from '../../src/cli/stories/telling.ts';

export type Load = {
  /** Resolves once so many steps of all stories are done; rejects when a story fails. */
  steps(count: number): Promise<void>;
  /** Resolves with the cases, all told to their end. */
  told: Promise<{ disputes: string[]; shorts: string[] }>;
};

export function startLoad(
  url: string,
  logins: readonly Login[],
  count: { disputes: number; shorts: number },
): Load {
  let done = 0;
  const waiting: { count: number; resolve(): void }[] = [];
  const said = (line: string) => {
    if (!line.startsWith('✓')) return;
    done += 1;
    for (const one of waiting) if (done >= one.count) one.resolve();
  };
  const tellLong = async () => {
    const { telling } = startTelling(url, logins, said);
    const id = await tellDispute(telling);
    const { owner } = await (await telling.as('manager')).get<{ owner: string }>(`/api/disputes/${id}`);
    await closeDispute(telling, id, owner);
    return id;
  };
  const tellShorts = async () => {
    const ids: string[] = [];
    const { telling } = startTelling(url, logins, said);
    while (ids.length < count.shorts) ids.push(await tellShort(telling));
    return ids;
  };
  const told = Promise.all([
    Promise.all(Array.from({ length: count.disputes }, tellLong)),
    tellShorts(),
  ]).then(([disputes, shorts]) => ({ disputes, shorts }));
  const failed = new Promise<never>((_, reject) => {
    told.catch(reject);
  });
  failed.catch(() => {});
  return {
    told,
    steps: (wanted) =>
      Promise.race([
        failed,
        new Promise<void>((resolve) => {
          if (done >= wanted) resolve();
          else waiting.push({ count: wanted, resolve });
        }),
      ]),
  };
}
