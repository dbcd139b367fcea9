/** Whether the engine answers and knows our namespace, and whether anybody asks it for our work. */
import type { Client } from '@temporalio/client';
import { queuesOf } from './queues.ts';

const PATIENCE_MS = 2000;
/** A worker asks for at most a minute at a time; whoever has not asked for longer than that is gone. */
const ASKED_WITHIN_MS = 75_000;
const WORKFLOW = 1;
const ACTIVITY = 2;

export function isEngineUp(client: Client): () => Promise<boolean> {
  const { namespace } = client.options;
  return () =>
    client
      .withDeadline(Date.now() + PATIENCE_MS, () => client.workflowService.describeNamespace({ namespace }))
      .then(
        () => true,
        () => false,
      );
}

/** Whether somebody carries cases, and somebody draws papers. */
export function areWorkersUp(client: Client, prefix: string): () => Promise<boolean> {
  const { namespace } = client.options;
  const { interactive, papers } = queuesOf(prefix);
  const isAsked = async (name: string, taskQueueType: typeof WORKFLOW | typeof ACTIVITY) => {
    const { pollers } = await client.workflowService.describeTaskQueue({
      namespace,
      taskQueue: { name },
      taskQueueType,
    });
    return (pollers ?? []).some(
      ({ lastAccessTime: at }) => Date.now() - Number(at?.seconds ?? 0) * 1000 < ASKED_WITHIN_MS,
    );
  };
  return () =>
    client
      .withDeadline(Date.now() + PATIENCE_MS, () =>
        Promise.all([isAsked(interactive, WORKFLOW), isAsked(papers, ACTIVITY)]),
      )
      .then(
        (asked) => asked.every(Boolean),
        () => false,
      );
}
