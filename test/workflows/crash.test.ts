import type { DisputeState } from '../../src/domain/dispute/state.ts';
import type { CaseId } from '../../src/domain/ids.ts';
import { DEFAULT_QUEUE_PREFIX, queuesOf } from '../../src/engine/queues.ts';
import { reconcile } from '../../src/engine/reconcile.ts';
import { verifyAudit } from '../../src/persistence/audit.repository.ts';
import { CaseRecord } from '../../src/persistence/case-record.entity.ts';
import { Command } from '../../src/persistence/command.entity.ts';
import { currentState, workflowIdOf } from '../../workflows/messages.ts';
import { actorOf, kindsOf, send, writeAct, writeIntake } from './acts.ts';
import { type City, killQuietly, startCity } from './city.ts';

let city: City;
beforeAll(async () => {
  city = await startCity();
}, 120_000);
afterEach(() => city.killWorkers());
afterAll(async () => {
  await city.end();
}, 60_000);

/** A dispute asked for consent; the answer is committed to the record, then its worker is killed before the task is. */
async function crashAfterConsent() {
  const mediator = actorOf(city.logins, 'mediator-411303');
  const hanging = await city.startWorker('consent-recorded');
  const { sender } = await city.connect();
  const { caseId } = await sender.send(await writeIntake(city.orm, actorOf(city.logins, 'clerk')));
  await send(sender, await writeAct(city.orm, mediator, caseId, 'consult', { result: 'reached' }));
  const consent = await writeAct(city.orm, mediator, caseId, 'record-consent', { isGiven: true });
  const sending = city.sendApart(consent);
  await hanging.line(/^committed consent-recorded$/);
  killQuietly(hanging.pid);
  await hanging.ended;
  return { caseId, consent, sending, mediator };
}

/** Its sender is gone and the server forgets the update it had only admitted: the record is ahead of the history. */
async function loseConsent() {
  const { sending, ...crashed } = await crashAfterConsent();
  killQuietly(sending.pid);
  await city.restartTemporal();
  await city.startWorker();
  return { ...crashed, ...(await city.connect()) };
}

const untilConsent = ['dispute-received', 'other-side-consulted', 'consent-recorded'];

async function stateOf(client: Awaited<ReturnType<City['connect']>>['client'], caseId: CaseId) {
  const handle = client.workflow.getHandle(workflowIdOf('dispute', caseId));
  const { events } = await handle.fetchHistory();
  const updates = (events ?? []).map(
    ({ workflowExecutionUpdateAcceptedEventAttributes: accepted }) =>
      accepted?.acceptedRequest?.meta?.updateId,
  );
  return { state: (await handle.query(currentState)) as DisputeState, updates };
}

test('an event whose task was lost is adopted when the next command is recorded', async () => {
  const { caseId, consent, mediator, sender, client } = await loseConsent();
  await send(sender, await writeAct(city.orm, mediator, caseId, 'consult', { result: 'reached' }));
  expect(await kindsOf(city.orm, caseId)).toEqual([...untilConsent, 'other-side-consulted']);
  const { state, updates } = await stateOf(client, caseId);
  expect(updates).not.toContain(consent.id);
  expect(state).toMatchObject({ seq: 4, state: 'consulting', isConsentGiven: true });
  const { status } = await city.orm.em.fork().findOneOrFail(Command, { id: consent.id });
  expect(status).toBe('done');
  expect(await verifyAudit(city.orm.em)).toMatchObject({ ok: true });
}, 180_000);

test('a command that rests on the lost event is not refused: the case catches up first', async () => {
  const { caseId, consent, mediator, sender, client } = await loseConsent();
  await send(sender, await writeAct(city.orm, mediator, caseId, 'accept'));
  expect(await kindsOf(city.orm, caseId)).toEqual([...untilConsent, 'dispute-accepted']);
  const { state, updates } = await stateOf(client, caseId);
  expect(updates).not.toContain(consent.id);
  expect(state).toMatchObject({ seq: 4, state: 'accepted' });
}, 180_000);

test('an update that a new worker runs again is recorded once', async () => {
  const { caseId, consent, sending, mediator } = await crashAfterConsent();
  await city.startWorker();
  await sending.ended;
  const { sender } = await city.connect();
  await send(sender, consent);
  await send(sender, await writeAct(city.orm, mediator, caseId, 'accept'));
  expect(await kindsOf(city.orm, caseId)).toEqual([...untilConsent, 'dispute-accepted']);
}, 180_000);

test('a case whose history is gone starts again from its snapshot', async () => {
  await city.startWorker();
  const { sender, client } = await city.connect();
  const mediator = actorOf(city.logins, 'mediator-411303');
  const { caseId } = await sender.send(await writeIntake(city.orm, actorOf(city.logins, 'clerk')));
  await client.workflow.getHandle(workflowIdOf('dispute', caseId)).terminate('lost');
  await send(sender, await writeAct(city.orm, mediator, caseId, 'consult', { result: 'reached' }));
  expect(await kindsOf(city.orm, caseId)).toEqual(untilConsent.slice(0, 2));
}, 120_000);

test('the round of open cases starts what does not run and brings up what is behind', async () => {
  const { caseId, sender, client } = await loseConsent();
  const { caseId: gone } = await sender.send(await writeIntake(city.orm, actorOf(city.logins, 'clerk')));
  await client.workflow.getHandle(workflowIdOf('dispute', gone)).terminate('lost');
  const taskQueue = queuesOf(DEFAULT_QUEUE_PREFIX).interactive;
  const cases = await city.orm.em.fork().find(CaseRecord, { id: { $in: [caseId, gone] } });
  expect(await reconcile({ orm: city.orm, client, taskQueue }, cases)).toEqual({ started: 1, caughtUp: 1 });
  expect(await reconcile({ orm: city.orm, client, taskQueue }, cases)).toEqual({ started: 0, caughtUp: 0 });
  expect((await stateOf(client, caseId)).state).toMatchObject({ seq: 3, isConsentGiven: true });
}, 180_000);

test('a done command that arrives once more changes nothing', async () => {
  await city.startWorker();
  const { sender, client } = await city.connect();
  const mediator = actorOf(city.logins, 'mediator-411303');
  const { caseId } = await sender.send(await writeIntake(city.orm, actorOf(city.logins, 'clerk')));
  const consult = await writeAct(city.orm, mediator, caseId, 'consult', { result: 'reached' });
  await send(sender, consult);
  await send(sender, await writeAct(city.orm, mediator, caseId, 'consult', { result: 'reached' }));
  await client.workflow.getHandle(workflowIdOf('dispute', caseId)).terminate('lost');
  await sender.send(consult);
  expect(await kindsOf(city.orm, caseId)).toHaveLength(3);
  expect((await stateOf(client, caseId)).state.seq).toBe(3);
}, 120_000);
