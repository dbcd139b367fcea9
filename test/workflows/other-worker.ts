/** A worker whose workflows behave otherwise, on the queue of the real ones. */
import { NativeConnection, Worker } from '@temporalio/worker';
import { quietEngine } from '../../src/engine/log.ts';
import { DEFAULT_QUEUE_PREFIX, queuesOf } from '../../src/engine/queues.ts';

quietEngine();
const worker = await Worker.create({
  connection: await NativeConnection.connect({ address: process.argv[2]! }),
  taskQueue: queuesOf(DEFAULT_QUEUE_PREFIX).interactive,
  workflowsPath: new URL('./other-story.ts', import.meta.url).pathname,
});
process.stdout.write('other ready\n');
await worker.run();
