import type { DisputeState } from '../../src/domain/dispute/state.ts';
import { verifyAudit } from '../../src/persistence/audit.repository.ts';
import { Command } from '../../src/persistence/command.entity.ts';
import { currentState, workflowIdOf } from '../../workflows/messages.ts';
import { actorOf, kindsOf, send, writeAct, writeIntake } from './acts.ts';
import { type City, killQuietly, startCity } from './city.ts';

let city: City;
beforeAll(async () => {
  city = await startCity();
}, 120_000);
afterAll(async () => {
  await city.end();
});

/** A dispute asked for consent; the answer is committed to the record, then its worker is killed before the task is. */
async function crashAfterConsent() {
  const clerk = actorOf(city.logins, 'clerk');
  const mediator = actorOf(city.logins, 'mediator-411303');
  const hanging = await city.startWorker('consent-recorded');
  const { sender } = await city.connect();
  const { caseId, id } = await writeIntake(city.orm, clerk);
  await sender.send(id);
  await send(sender, await writeAct(city.orm, mediator, caseId, 'consult', { result: 'reached' }));
  const consent = await writeAct(city.orm, mediator, caseId, 'record-consent', { isGiven: true });
  const sent = sender.send(consent.id).catch(() => null);
  await hanging.line(/^committed consent-recorded$/);
  killQuietly(hanging.pid);
  await hanging.ended;
  return { caseId, consent, sent, mediator };
}

const wholeStory = ['dispute-received', 'other-side-consulted', 'consent-recorded', 'dispute-accepted'];

test('an event committed before its task was lost is adopted by the next command', async () => {
  const { caseId, consent, sent, mediator } = await crashAfterConsent();
  // The server forgets the update it had only admitted: the record is now ahead of the history.
  await city.restartTemporal();
  await sent;
  const worker = await city.startWorker();
  const { sender, client } = await city.connect();
  await send(sender, await writeAct(city.orm, mediator, caseId, 'accept'));
  expect(await kindsOf(city.orm, caseId)).toEqual(wholeStory);
  const handle = client.workflow.getHandle(workflowIdOf('dispute', caseId));
  const state = (await handle.query(currentState)) as DisputeState;
  expect(state).toMatchObject({ seq: 4, state: 'accepted', isConsentGiven: true });
  const { status } = await city.orm.em.fork().findOneOrFail(Command, { id: consent.id });
  expect(status).toBe('done');
  expect(await verifyAudit(city.orm.em)).toMatchObject({ ok: true });
  killQuietly(worker.pid);
}, 180_000);

test('an update that a new worker runs again is recorded once', async () => {
  const { caseId, consent, sent, mediator } = await crashAfterConsent();
  const worker = await city.startWorker();
  await sent;
  const { sender } = await city.connect();
  await send(sender, consent);
  await send(sender, await writeAct(city.orm, mediator, caseId, 'accept'));
  expect(await kindsOf(city.orm, caseId)).toEqual(wholeStory);
  killQuietly(worker.pid);
}, 180_000);

test('a case whose history is gone starts again from its snapshot', async () => {
  const worker = await city.startWorker();
  const { sender, client } = await city.connect();
  const mediator = actorOf(city.logins, 'mediator-411303');
  const { caseId, id } = await writeIntake(city.orm, actorOf(city.logins, 'clerk'));
  await sender.send(id);
  await client.workflow.getHandle(workflowIdOf('dispute', caseId)).terminate('lost');
  await send(sender, await writeAct(city.orm, mediator, caseId, 'consult', { result: 'reached' }));
  expect(await kindsOf(city.orm, caseId)).toEqual(wholeStory.slice(0, 2));
  killQuietly(worker.pid);
}, 120_000);
