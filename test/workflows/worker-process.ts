/** A worker like `wanhe work`, that can be made to hang between an activity's commit and the record of its task. */
import { createActivities } from '../../activities/index.ts';
import { readConfig } from '../../src/config.ts';
import { connectWorker } from '../../src/engine/connect.ts';
import { DEFAULT_QUEUE_PREFIX } from '../../src/engine/queues.ts';
import { createWorkers } from '../../src/engine/worker.ts';
import { openOrm } from '../../src/persistence/orm.ts';
import { bundled } from '../engine/bundled.ts';
import { testRing } from '../engine/keys.ts';

const config = readConfig();
const orm = await openOrm(config.databaseUrl!, testRing, 6);
const deps = { orm, publicUrl: 'http://127.0.0.1:1', now: () => new Date() };
const real = createActivities(deps);
const hangAfter = process.env.HANG_AFTER;
const activities: typeof real = {
  ...real,
  async recordEvent(given) {
    const events = await real.recordEvent(given);
    if (given.decision.kind === hangAfter) {
      process.stdout.write(`committed ${hangAfter}\n`);
      await new Promise(() => undefined);
    }
    return events;
  },
};
const workers = await createWorkers({
  connection: await connectWorker({ ...config, temporalAddress: config.temporalAddress! }),
  namespace: config.temporalNamespace,
  queuePrefix: DEFAULT_QUEUE_PREFIX,
  bundle: bundled(),
  deps,
  activities,
});
process.stdout.write('worker ready\n');
await Promise.all(workers.map((worker) => worker.run()));
