import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { sayJob } from '../../../templates/zh-CN/job-words.ts';
import { sayRefusal } from '../../../templates/zh-CN/say-refusal.ts';
import type { AccountId } from '../../domain/ids.ts';
import { type JobRow, jobRefusals, listJobs, readJob } from '../../persistence/job.listing.ts';
import type { Em } from '../../persistence/orm.ts';
import type { ApiDeps } from '../app.ts';
import { EventStream } from '../event-stream.ts';
import { text } from '../fields.ts';
import { type AnyRoute, route } from '../route.ts';

const tag = '进行中的工作';
const params = z.object({ id: z.uuid('不是有效的编号，请从列表中选取') });

const count = z.int();
const jobItem = z.object({
  ...{ id: text, kind: text, about: text.nullable(), sentence: text, at: text },
  ...{ total: count, done: count, refused: count, pending: count, isDone: z.boolean() },
  refusals: z
    .array(z.object({ case: text, receiptNumber: text.nullable(), sentence: text }))
    .meta({ description: '没有办成的和原因，最多列出 20 件' }),
});

const DAY_MS = 86_400_000;
const MOST_REFUSALS = 20;
/** How often the record is looked at for somebody who watches. */
const LOOK_MS = 1000;
/** After so long the browser asks again, and is let through the walls anew. */
const LONGEST_MS = 60_000;

async function present(em: Em, row: JobRow): Promise<z.infer<typeof jobItem>> {
  const refused =
    row.refused > 0 && row.kind !== 'import' ? await jobRefusals(em, row.id, MOST_REFUSALS) : [];
  return {
    ...row,
    at: new Date(row.at).toISOString(),
    sentence: sayJob(row.kind, row.about),
    isDone: row.pending === 0,
    refusals: refused.map(({ answer, ...one }) => ({
      ...one,
      sentence: sayRefusal(answer.code, answer.facts),
    })),
  };
}

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
      return { items: await Promise.all(rows.map((row) => present(em, row))) };
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
    const state = await present(em, await readJob(em, id, owner));
    const now = JSON.stringify(state);
    if (now !== told) yield state;
    if (state.isDone) return;
    told = now;
    await sleep(LOOK_MS, undefined, { signal: over }).catch(() => {});
  }
}
