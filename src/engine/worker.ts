/** The worker: carries the workflows and acts for them, on two queues, and runs the relay. */
import { type NativeConnection, Worker, type WorkflowBundle } from '@temporalio/worker';
import { type ActivityDeps, createActivities } from '../../activities/index.ts';
import { queuesOf } from './queues.ts';

export type CarryOptions = {
  connection: NativeConnection;
  namespace: string;
  queuePrefix: string;
  bundle: WorkflowBundle;
  deps: ActivityDeps;
  activities?: ReturnType<typeof createActivities>;
};

/** Two workers: one for people who wait, one for papers. Both end gracefully on `shutdown`. */
export async function createWorkers(options: CarryOptions): Promise<Worker[]> {
  const { connection, namespace, bundle } = options;
  const queues = queuesOf(options.queuePrefix);
  const activities = options.activities ?? createActivities(options.deps);
  const shared = { connection, namespace, activities, shutdownGraceTime: '10s', shutdownForceTime: '15s' };
  return Promise.all([
    Worker.create({
      ...shared,
      taskQueue: queues.interactive,
      workflowBundle: bundle,
      maxConcurrentActivityTaskExecutions: 1,
    }),
    Worker.create({ ...shared, taskQueue: queues.papers, maxConcurrentActivityTaskExecutions: 2 }),
  ]);
}
