/** A history that today's code cannot replay: the case is started again from its record, and no other case waits for it. */
import { setTimeout as sleep } from 'node:timers/promises';
import { DEFAULT_QUEUE_PREFIX, queuesOf } from '../../src/engine/queues.ts';
import { reconcile } from '../../src/engine/reconcile.ts';
import { CaseRecord } from '../../src/persistence/case-record.entity.ts';
import { currentState, workflowIdOf, workflowTypes } from '../../workflows/messages.ts';
import { startNode } from '../engine/processes.ts';
import { actorOf, kindsOf, send, writeAct, writeIntake } from './acts.ts';
import { type City, killQuietly, startCity } from './city.ts';

let city: City;
beforeAll(async () => {
  city = await startCity();
}, 120_000);
afterAll(() => city.end(), 60_000);

test('a case whose history cannot be replayed goes on from its record, and the next one is looked at', async () => {
  const { client, sender } = await city.connect();
  const clerk = actorOf(city.logins, 'clerk');
  const mediator = actorOf(city.logins, 'mediator-411303');
  const taskQueue = queuesOf(DEFAULT_QUEUE_PREFIX).interactive;
  await city.startWorker();
  const { caseId: sick } = await sender.send(await writeIntake(city.orm, clerk));
  const { caseId: gone } = await sender.send(await writeIntake(city.orm, clerk));
  const handle = client.workflow.getHandle(workflowIdOf('dispute', sick));
  for (const id of [sick, gone])
    await client.workflow.getHandle(workflowIdOf('dispute', id)).terminate('lost');
  await city.killWorkers();

  const script = new URL('./other-worker.ts', import.meta.url).pathname;
  const other = startNode(script, [city.temporal.address], { WANHE_HOME: city.home });
  await other.line(/^other ready$/, 60_000);
  await client.workflow.start(workflowTypes.dispute, {
    ...{ workflowId: workflowIdOf('dispute', sick), taskQueue, args: [sick] },
  });
  const hasSlept = async () =>
    (await handle.fetchHistory()).events?.some((one) => one.timerStartedEventAttributes != null);
  while (!(await hasSlept())) await sleep(100);
  killQuietly(other.pid);
  await other.ended;
  const { runId } = await handle.describe();

  await city.startWorker();
  const rows = await city.orm.em.fork().find(CaseRecord, { id: { $in: [sick, gone] } });
  const cases = [sick, gone].map((id) => rows.find((row) => row.id === id)!);
  expect(await reconcile({ orm: city.orm, client, taskQueue }, cases)).toEqual({ started: 2, caughtUp: 0 });
  expect((await handle.describe()).runId).not.toBe(runId);
  expect(await reconcile({ orm: city.orm, client, taskQueue }, cases)).toEqual({ started: 0, caughtUp: 0 });
  expect(await client.workflow.getHandle(workflowIdOf('dispute', sick)).query(currentState)).toMatchObject({
    ...{ seq: 1, state: 'received' },
  });
  await send(sender, await writeAct(city.orm, mediator, sick, 'consult', { result: 'reached' }));
  expect(await kindsOf(city.orm, sick)).toEqual(['dispute-received', 'other-side-consulted']);
}, 180_000);
