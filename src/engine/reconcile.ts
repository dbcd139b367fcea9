/** Goes round the open cases: one without a running workflow is started again from its row, one behind its record catches up. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import type { Logger } from 'pino';
import { catchUp, currentState, workflowIdOf, workflowTypes } from '../../workflows/messages.ts';
import { CaseRecord } from '../persistence/case-record.entity.ts';
import type { Orm } from '../persistence/orm.ts';

export type Reconciled = { started: number; caughtUp: number };

type Round = { orm: Orm; client: Client; taskQueue: string };
type OpenCase = Pick<CaseRecord, 'id' | 'story' | 'seq'>;

const BATCH = 20;
const EVERY_MS = 15_000;

/** Runs until `signal` aborts, a batch at a time, so that people's commands are not held up. */
export async function reconcileCases(round: Round, log: Logger, signal: AbortSignal): Promise<void> {
  for (let after: CaseRecord['id'] | null = null; !signal.aborted; ) {
    try {
      const cases = await openCases(round.orm, after);
      const { started, caughtUp } = await reconcile(round, cases);
      if (started + caughtUp > 0)
        log.warn({ started, caughtUp }, 'reconcile: cases brought up to their record');
      after = cases.at(-1)?.id ?? null;
    } catch (error) {
      log.warn(
        { error: error instanceof Error ? error.name : 'unknown' },
        'reconcile: a pass failed, tried again',
      );
    }
    await sleep(EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
}

async function openCases(orm: Orm, after: CaseRecord['id'] | null): Promise<OpenCase[]> {
  const where = { isOpen: true, seq: { $gt: 0 }, ...(after === null ? {} : { id: { $gt: after } }) };
  const fields = ['id', 'story', 'seq'] as const;
  return orm.em.fork().find(CaseRecord, where, { fields, orderBy: { id: 'asc' }, limit: BATCH });
}

/** One look at each of these cases. */
export async function reconcile(
  { client, taskQueue }: Round,
  cases: readonly OpenCase[],
): Promise<Reconciled> {
  const done: Reconciled = { started: 0, caughtUp: 0 };
  for (const { id, story, seq } of cases) {
    const workflowId = workflowIdOf(story, id);
    const handle = client.workflow.getHandle(workflowId);
    const status = await handle.describe().then(
      (description) => description.status.name,
      () => 'UNKNOWN' as const,
    );
    if (status !== 'RUNNING') {
      const start = { workflowId, taskQueue, args: [id], workflowIdConflictPolicy: 'USE_EXISTING' } as const;
      await client.workflow.start(workflowTypes[story], start);
      done.started += 1;
      // One that has just begun reads the record itself.
    } else if (((await handle.query(currentState))?.seq ?? seq) < seq) {
      await handle.executeUpdate(catchUp);
      done.caughtUp += 1;
    }
  }
  return done;
}
