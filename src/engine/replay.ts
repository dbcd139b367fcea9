/** Replays histories on today's workflow code: what no longer agrees would break running cases. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Client, isGrpcServiceError, type WorkflowHandle } from '@temporalio/client';
import { Worker, type WorkflowBundle } from '@temporalio/worker';

export type Replayed = { workflow: string; ok: boolean; error: string | null };

type Histories = Parameters<typeof Worker.runReplayHistories>[1];

export async function replay(bundle: WorkflowBundle, histories: Histories): Promise<Replayed[]> {
  const replayed: Replayed[] = [];
  const asked: string[] = [];
  async function* counted() {
    for await (const one of histories) {
      asked.push(one.workflowId);
      yield one;
    }
  }
  for await (const { workflowId, error } of Worker.runReplayHistories({ workflowBundle: bundle }, counted()))
    replayed.push({ workflow: workflowId, ok: error === undefined, error: error?.message ?? null });
  // A history the worker cannot read ends its loop without a word.
  const lost = asked.filter((id) => !replayed.some(({ workflow }) => workflow === id));
  return [...replayed, ...lost.map((workflow) => ({ workflow, ok: false, error: 'not replayed' }))];
}

/** The saved histories of a folder, one JSON file each, named as the workflow. */
export function savedHistories(folder: string): Histories {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return files.map((name) => ({
    workflowId: basename(name, '.json'),
    history: JSON.parse(readFileSync(join(folder, name), 'utf8')) as object,
  })) as unknown as Histories;
}

/** The histories of the cases that run now. */
export function runningHistories(client: Client): Histories {
  return client.workflow.list({ query: "ExecutionStatus = 'Running'" }).intoHistories({ concurrency: 4 });
}

const NONDETERMINISM = /TMPRL1100|nondeterminis/i;
/** gRPC: a workflow whose task has failed answers no query. */
const FAILED_PRECONDITION = 9;

/** Whether a query went unanswered because the workflow's history and today's code no longer agree; not because the engine or a worker is away. */
export async function cannotReplay(
  handle: Pick<WorkflowHandle, 'fetchHistory'>,
  error: unknown,
): Promise<boolean> {
  for (let one = error; one instanceof Error; one = one.cause) {
    if (NONDETERMINISM.test(one.message)) return true;
    if (isGrpcServiceError(one) && one.code === FAILED_PRECONDITION) return hasFailedReplay(handle);
  }
  return false;
}

async function hasFailedReplay(handle: Pick<WorkflowHandle, 'fetchHistory'>): Promise<boolean> {
  const { events } = await handle.fetchHistory();
  const last = events?.findLast(
    ({ workflowTaskFailedEventAttributes: failed, workflowTaskCompletedEventAttributes: completed }) =>
      failed != null || completed != null,
  );
  return NONDETERMINISM.test(last?.workflowTaskFailedEventAttributes?.failure?.message ?? '');
}
