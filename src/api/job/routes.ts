import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { AccountId } from '../../domain/ids.ts';
import { listJobs, readJob } from '../../persistence/job.listing.ts';
import type { ApiDeps } from '../app.ts';
import { EventStream } from '../event-stream.ts';
import { type AnyRoute, route } from '../route.ts';
import { jobItem, MOST_LISTED, MOST_WATCHED, presentJob } from './present.ts';

const tag = '进行中的工作';
const params = z.object({ id: z.uuid('不是有效的编号，请从列表中选取') });

const DAY_MS = 86_400_000;
/** How often the record is looked at for somebody who watches. */
const LOOK_MS = 1000;
/** After so long the browser asks again, and is let through the walls anew. */
const LONGEST_MS = 60_000;

export const jobRoutes: AnyRoute[] = [
  route({
    method: 'get',
    path: '/jobs',
    wall: 'account.own',
    reads: null,
    tag,
    summary: '我交办的批量工作：正在进行的，和一天以内的',
    answer: z.object({ items: z.array(jobItem) }),
    async handle({ deps, me }) {
      const em = deps.orm.em.fork();
      const rows = await listJobs(em, me.actor.account, new Date(deps.now().getTime() - DAY_MS));
      return { items: await Promise.all(rows.map((row) => presentJob(em, row, MOST_LISTED))) };
    },
  }),
  route({
    method: 'get',
    path: '/jobs/:id/events',
    wall: 'account.own',
    reads: null,
    tag,
    summary: '一项批量工作的进度：每有变动发来一次全貌，办完即止；断开后重新连接即可，不会漏掉',
    params,
    answer: { stream: jobItem },
    async handle({ deps, me, params: { id } }) {
      // Refused before it begins, with a status.
      await readJob(deps.orm.em.fork(), id, me.actor.account);
      return new EventStream((gone) => statesOf(deps, id, me.actor.account, gone));
    },
  }),
];

/** Read from the record, so that it does not matter which process does the work. */
async function* statesOf(deps: ApiDeps, id: string, owner: AccountId, gone: AbortSignal) {
  const over = AbortSignal.any([gone, AbortSignal.timeout(LONGEST_MS)]);
  for (let told = ''; !over.aborted; ) {
    const em = deps.orm.em.fork();
    const state = await presentJob(em, await readJob(em, id, owner), MOST_WATCHED);
    const now = JSON.stringify(state);
    if (now !== told) yield state;
    if (state.isDone) return;
    told = now;
    await sleep(LOOK_MS, undefined, { signal: over }).catch(() => {});
  }
}
