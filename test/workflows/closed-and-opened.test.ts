/** A file at rest has no workflow: what is asked of it later starts one from its snapshot, once, whatever dies on the way. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import { parseDay } from '../../src/domain/day.ts';
import { LIMITATION } from '../../src/domain/dispute/rules.ts';
import type { DisputeState } from '../../src/domain/dispute/state.ts';
import type { AccountId, CaseId, CommandId, DistrictCode } from '../../src/domain/ids.ts';
import { parseYuan } from '../../src/domain/money.ts';
import type { Actor } from '../../src/domain/role.ts';
import type { Sender } from '../../src/engine/client.ts';
import { verifyAudit } from '../../src/persistence/audit.repository.ts';
import { CaseRecord } from '../../src/persistence/case-record.entity.ts';
import { checkOpenCases } from '../../src/persistence/check.listing.ts';
import { Clock, Task } from '../../src/persistence/clock.entity.ts';
import type { Command } from '../../src/persistence/command.entity.ts';
import { takeIn } from '../../src/persistence/dispute.repository.ts';
import { Paper } from '../../src/persistence/paper.entity.ts';
import { workflowIdOf } from '../../workflows/messages.ts';
import { actorOf, failMediation, kindsOf, send, writeAct } from './acts.ts';
import { type City, killQuietly, startCity } from './city.ts';

let city: City;
let clerk: Actor;
let mediator: Actor;
let manager: Actor;
let chief: Actor;
let client: Client;
let sender: Sender;
beforeAll(async () => {
  city = await startCity();
  [clerk, mediator, manager] = ['clerk', 'mediator-411303', 'manager'].map((who) =>
    actorOf(city.logins, who),
  ) as [Actor, Actor, Actor];
  chief = { ...manager, account: 'chief' as AccountId };
  ({ client, sender } = await city.connect());
  await city.startWorker();
}, 120_000);
afterEach(async () => {
  expect(await verifyAudit(city.orm.em.fork())).toMatchObject({ ok: true });
  expect((await checkOpenCases(city.orm.em.fork())).violations).toEqual([]);
});
afterAll(() => city.end(), 60_000);

/** Severance claimed after the employment ended: the worker's year runs. Mediation fails. */
async function failed(): Promise<CaseId> {
  const intake = {
    ...{ channel: 'desk' as const, district: '411303' as DistrictCode, place: '测试地' },
    ...{ workers: [{ name: '测试工' }], employers: [{ name: '测试单位' }], facts: '被辞退' },
    ...{ since: parseDay('2026-02-27'), employmentEndedOn: parseDay('2026-02-27') },
    claims: [{ head: 'economic-compensation' as const, amount: parseYuan('9000'), basis: '单位提出解除' }],
  };
  const id = randomUUID() as string as CommandId;
  const taken = {
    id,
    intake,
    receivedOn: parseDay('2026-03-02'),
    by: clerk,
    fingerprint: '',
    at: new Date(),
  };
  const { caseId } = await sender.send(await city.orm.em.fork().transactional((em) => takeIn(em, taken)));
  await failMediation(city.orm, sender, mediator, caseId);
  await drawn(caseId);
  return caseId;
}

async function closed(): Promise<CaseId> {
  const id = await failed();
  await send(sender, await writeAct(city.orm, mediator, id, 'close'));
  await ended(id);
  return id;
}

const rowOf = (id: CaseId) => city.orm.em.fork().findOneOrFail(CaseRecord, { id });
const stateOf = async (id: CaseId) => (await rowOf(id)).snapshot as DisputeState;
const describeOf = (id: CaseId) => client.workflow.getHandle(workflowIdOf('dispute', id)).describe();
const tasksOf = async (id: CaseId) =>
  (await city.orm.em.fork().find(Task, { caseId: id })).map(({ why }) => why).sort();
const openClocks = async (id: CaseId) => {
  const rows = await city.orm.em.fork().find(Clock, { caseId: id, endedOn: null });
  return Object.fromEntries(rows.map(({ rule, dueOn }) => [rule, dueOn]));
};
const papersOf = (id: CaseId, kind: string) => city.orm.em.fork().find(Paper, { caseId: id, kind });

async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 30_000; !(await isSo()); await sleep(50))
    if (Date.now() > end) throw new Error(`not within half a minute: ${what}`);
}
const drawn = (id: CaseId) => until('papers drawn', async () => (await stateOf(id)).undrawn.length === 0);
const ended = (id: CaseId) =>
  until('the workflow has ended', async () => (await describeOf(id)).status.name === 'COMPLETED');

const untilFailed = [
  ...['dispute-received', 'other-side-consulted', 'consent-recorded', 'dispute-accepted', 'session-planned'],
  ...['session-held', 'mediation-failed'],
];
/** What people did, without the drawing of papers and the ringing of clocks. */
const actsOf = async (id: CaseId) =>
  (await kindsOf(city.orm, id)).filter((kind) => kind !== 'paper-drawn' && kind !== 'clock-rang');

test('a closed dispute has no workflow; archived later, it has one until the file is bound', async () => {
  const id = await closed();
  const before = await describeOf(id);
  expect(await rowOf(id)).toMatchObject({ state: 'closed', isOpen: false, nextAction: null });
  expect([await tasksOf(id), await openClocks(id)]).toEqual([[], {}]);
  await send(sender, await writeAct(city.orm, mediator, id, 'archive'));
  await drawn(id);
  await ended(id);
  expect((await describeOf(id)).runId).not.toBe(before.runId);
  expect(await rowOf(id)).toMatchObject({ state: 'archived', isOpen: false, nextAction: null });
  expect(await papersOf(id, 'case-file')).toMatchObject([
    { sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown },
  ]);
  expect(await actsOf(id)).toEqual([...untilFailed, 'dispute-closed', 'dispute-archived']);
}, 180_000);

test('an archived file is opened again by a second person, with its clocks and its tasks', async () => {
  const id = await failed();
  const watched = (await openClocks(id))[LIMITATION];
  expect(watched).toBeDefined();
  for (const kind of ['close', 'archive']) await send(sender, await writeAct(city.orm, mediator, id, kind));
  await drawn(id);
  await ended(id);
  await send(sender, await writeAct(city.orm, manager, id, 'ask-reopen'));
  await ended(id);
  expect(await tasksOf(id)).toEqual(['decide-request']);
  const { seq: no } = await rowOf(id);
  const own = await sender.send(await writeAct(city.orm, manager, id, 'approve-request', { no }));
  expect(own).toMatchObject({ status: 'refused', answer: { code: 'approval/own-request' } });
  await send(sender, await writeAct(city.orm, chief, id, 'approve-request', { no }));
  expect((await describeOf(id)).status.name).toBe('RUNNING');
  const row = await rowOf(id);
  expect(row).toMatchObject({ state: 'mediating', isOpen: true, owner: mediator.account });
  expect(row.nextAction).not.toBeNull();
  expect(await openClocks(id)).toEqual({
    'mediation.direct.acceptance': expect.any(String) as unknown,
    [LIMITATION]: watched,
  });
  expect(await tasksOf(id)).toEqual(['reach-result', 'watch-limitation']);
  await send(sender, await writeAct(city.orm, mediator, id, 'fail', { reason: 'refused' }));
  expect((await stateOf(id)).state).toBe('failed');
}, 180_000);

test('what is sent twice across the border is done once', async () => {
  const id = await failed();
  const close = await writeAct(city.orm, mediator, id, 'close');
  const twice = (command: Command) => Promise.all([sender.send(command), sender.send(command)]);
  await twice(close);
  await ended(id);
  const archive = await writeAct(city.orm, mediator, id, 'archive');
  // Both find no workflow.
  const archived = await twice(archive);
  expect(archived.map(({ status }) => status)).toEqual(['done', 'done']);
  await drawn(id);
  await ended(id);
  for (const command of [close, archive]) expect((await sender.send(command)).status).toBe('done');
  const ask = await writeAct(city.orm, mediator, id, 'ask-reopen');
  await twice(ask);
  const approve = await writeAct(city.orm, manager, id, 'approve-request', { no: (await rowOf(id)).seq });
  await twice(approve);
  for (const command of [close, archive, ask, approve])
    expect((await sender.send(command)).status).toBe('done');
  const course = [...untilFailed, 'dispute-closed', 'dispute-archived', 'approval-asked', 'request-approved'];
  expect(await actsOf(id)).toEqual(course);
  expect(await papersOf(id, 'case-file')).toHaveLength(1);
  expect((await stateOf(id)).state).toBe('mediating');
}, 180_000);

/** A worker commits the command's event, is killed before its task is recorded, and another takes over. */
async function killAfter(kind: string, command: Command): Promise<void> {
  await city.killWorkers();
  const hanging = await city.startWorker(kind);
  const sending = city.sendApart(command);
  await hanging.line(new RegExp(`^committed ${kind}$`));
  killQuietly(hanging.pid);
  await hanging.ended;
  await city.startWorker();
  await sending.ended;
}

test('a worker killed while it opens or binds a file does neither twice', async () => {
  const id = await closed();
  const archive = await writeAct(city.orm, mediator, id, 'archive');
  await killAfter('dispute-archived', archive);
  await send(sender, archive);
  await drawn(id);
  await ended(id);
  await send(sender, await writeAct(city.orm, mediator, id, 'ask-reopen'));
  const approve = await writeAct(city.orm, manager, id, 'approve-request', { no: (await rowOf(id)).seq });
  await killAfter('request-approved', approve);
  await send(sender, approve);
  const course = [...untilFailed, 'dispute-closed', 'dispute-archived', 'approval-asked', 'request-approved'];
  expect(await actsOf(id)).toEqual(course);
  expect(await papersOf(id, 'case-file')).toHaveLength(1);
  expect((await stateOf(id)).state).toBe('mediating');
  expect(await tasksOf(id)).toEqual(['reach-result', 'watch-limitation']);
}, 240_000);

test('a file closed on the record alone is archived: its workflow catches up, ends, and starts again', async () => {
  const id = await failed();
  const close = await writeAct(city.orm, mediator, id, 'close');
  await city.killWorkers();
  const hanging = await city.startWorker('dispute-closed');
  const sending = city.sendApart(close);
  await hanging.line(/^committed dispute-closed$/);
  killQuietly(hanging.pid);
  killQuietly(sending.pid);
  await Promise.all([hanging.ended, sending.ended]);
  // The server forgets the update it had only admitted.
  await city.restartTemporal();
  await city.startWorker();
  ({ client, sender } = await city.connect());
  await send(sender, await writeAct(city.orm, mediator, id, 'archive'));
  await drawn(id);
  await ended(id);
  expect(await actsOf(id)).toEqual([...untilFailed, 'dispute-closed', 'dispute-archived']);
}, 240_000);
