/** A worker for the bare workflow, in a process of its own like the real one. */
import { NativeConnection, Worker } from '@temporalio/worker';
import { quietEngine } from '../../src/engine/log.ts';

quietEngine();
const worker = await Worker.create({
  connection: await NativeConnection.connect({ address: process.argv[2]! }),
  taskQueue: 'bare',
  workflowsPath: new URL('./bare-workflow.ts', import.meta.url).pathname,
  activities: { nothing: async () => undefined },
});
process.stdout.write('bare ready\n');
await worker.run();
