/** Goes round the open cases: one without a running workflow, or with one ahead of its record, is started again from its row; one behind its record catches up. */
import type { Client } from '@temporalio/client';
import type { Logger } from 'pino';
import { catchUp, currentState, workflowIdOf, workflowTypes } from '../../workflows/messages.ts';
import { CaseRecord } from '../persistence/case-record.entity.ts';
import type { Orm } from '../persistence/orm.ts';
import { again } from './again.ts';
import { cannotReplay } from './replay.ts';

export type Reconciled = { started: number; caughtUp: number };

type Round = { orm: Orm; client: Client; taskQueue: string };
type OpenCase = Pick<CaseRecord, 'id' | 'story' | 'seq'>;

const BATCH = 20;
const EVERY_MS = 15_000;
const BUSY_MS = 500;
const PATIENCE_MS = 20_000;
const AHEAD = 'it is ahead of its record, which was restored; started again from the record';
const LOST = 'its history cannot be replayed; started again from the record';

/** Runs until `signal` aborts, a batch at a time, so that people's commands are not held up. */
export function reconcileCases(round: Round, log: Logger, signal: AbortSignal): Promise<void> {
  let after: CaseRecord['id'] | null = null;
  return again({ failed: 'reconcile: a pass failed', everyMs: EVERY_MS, log, signal }, async () => {
    const cases: OpenCase[] = await openCases(round.orm, after);
    const { started, caughtUp } = await reconcile(round, cases, log);
    if (started + caughtUp > 0)
      log.warn({ started, caughtUp }, 'reconcile: cases brought up to their record');
    after = cases.at(-1)?.id ?? null;
    // An engine that has lost all its histories is given them back without long pauses.
    return started === BATCH ? BUSY_MS : EVERY_MS;
  });
}

async function openCases(orm: Orm, after: CaseRecord['id'] | null): Promise<OpenCase[]> {
  const where = { isOpen: true, seq: { $gt: 0 }, ...(after === null ? {} : { id: { $gt: after } }) };
  const fields = ['id', 'story', 'seq'] as const;
  return orm.em.fork().find(CaseRecord, where, { fields, orderBy: { id: 'asc' }, limit: BATCH });
}

/** One look at each of these cases; one that cannot be brought up does not hold up the others. */
export async function reconcile(round: Round, cases: readonly OpenCase[], log?: Logger): Promise<Reconciled> {
  const done: Reconciled = { started: 0, caughtUp: 0 };
  for (const one of cases) {
    try {
      const what = await lookAt(round, one, log);
      if (what !== null) done[what] += 1;
    } catch (error) {
      log?.warn(
        { case: one.id, error: error instanceof Error ? error.name : 'unknown' },
        'reconcile: a case could not be looked at, tried again in the next round',
      );
    }
  }
  return done;
}

async function recordedSeq(orm: Orm, id: OpenCase['id']): Promise<number> {
  const row = await orm.em.fork().findOne(CaseRecord, { id }, { fields: ['seq'] });
  return row?.seq ?? 0;
}

async function lookAt(
  { orm, client, taskQueue }: Round,
  { id, story, seq }: OpenCase,
  log: Logger | undefined,
): Promise<keyof Reconciled | null> {
  const workflowId = workflowIdOf(story, id);
  const found = await client.workflow
    .getHandle(workflowId)
    .describe()
    .catch(() => null);
  if (found?.status.name === 'RUNNING') {
    // Of this run and no other: a second worker's round may be starting the case again at this moment.
    const handle = client.workflow.getHandle(workflowId, found.runId);
    const state = await client
      .withDeadline(Date.now() + PATIENCE_MS, () => handle.query(currentState))
      .catch(async (error: unknown) => {
        if (!(await cannotReplay(handle, error))) throw error;
        return 'lost' as const;
      });
    if (state !== 'lost') {
      const at = state?.seq ?? seq;
      if (at < seq) {
        await client.withDeadline(Date.now() + PATIENCE_MS, () => handle.executeUpdate(catchUp));
        return 'caughtUp';
      }
      // What it has recorded since the row was read is no more than the row says now.
      if (at === seq || at <= (await recordedSeq(orm, id))) return null;
    }
    // The record is the truth: what its history cannot tell any more, its snapshot does.
    const why = state === 'lost' ? LOST : AHEAD;
    await handle.terminate(why);
    log?.warn({ case: id, why }, 'reconcile: a case is started again from its record');
  }
  const start = { workflowId, taskQueue, args: [id], workflowIdConflictPolicy: 'USE_EXISTING' } as const;
  // One that has just begun reads the record itself.
  await client.workflow.start(workflowTypes[story], start);
  return 'started';
}
