/** The drill: a city is backed up while people work, and goes on from that moment in another place, and in the same one. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import { projectRoot, readConfig } from '../../src/config.ts';
import type { CaseId } from '../../src/domain/ids.ts';
import type { Actor } from '../../src/domain/role.ts';
import { createSender, type Sender } from '../../src/engine/client.ts';
import { connectClient } from '../../src/engine/connect.ts';
import { DEFAULT_QUEUE_PREFIX, queuesOf } from '../../src/engine/queues.ts';
import { reconcile } from '../../src/engine/reconcile.ts';
import { verifyAudit } from '../../src/persistence/audit.repository.ts';
import { CaseRecord } from '../../src/persistence/case-record.entity.ts';
import { checkOpenCases } from '../../src/persistence/check.listing.ts';
import { Command } from '../../src/persistence/command.entity.ts';
import { Dispute } from '../../src/persistence/dispute.entity.ts';
import { type Orm, openOrm } from '../../src/persistence/orm.ts';
import { workflowIdOf } from '../../workflows/messages.ts';
import { actorOf, kindsOf, send, writeAct, writeIntake } from '../workflows/acts.ts';
import { type City, killQuietly, silent, startCity } from '../workflows/city.ts';
import { askPostgres } from './ask-postgres.ts';
import { testRing, writeTestKeys } from './keys.ts';
import { killStarted, startNode } from './processes.ts';

const taskQueue = queuesOf(DEFAULT_QUEUE_PREFIX).interactive;
const script = join(projectRoot, 'src/cli/wanhe.ts');

/** Those opened before the moment; the seeded ones wait for their first command, which is the relay's. */
const CASES = 7;

let city: City;
let folder: string;
let file: string;
let client: Client;
let sender: Sender;
let clerk: Actor;
let mediator: Actor;
/** The case of each state at the moment of the backup. */
let received: CaseId;
let consented: CaseId;
let accepted: CaseId;
/** Opened after that moment. */
let later: CaseId;
/** Written down before it, sent after it. */
let unsent: Command;
let told: { moment: string; cases: number; openCases: number; events: number; heads: string };

const rowOf = (orm: Orm, id: CaseId) => orm.em.fork().findOneOrFail(CaseRecord, { id });
const act = async (orm: Orm, by: Sender, id: CaseId, kind: string, asked: object = {}) =>
  send(by, await writeAct(orm, mediator, id, kind, asked));
const consult = (orm: Orm, by: Sender, id: CaseId) => act(orm, by, id, 'consult', { result: 'reached' });
const opened = async () => (await send(sender, await writeIntake(city.orm, clerk))).caseId;

/** Runs a verb to its end and gives its JSON. */
async function verb<T>(args: string[], env: Record<string, string>): Promise<T> {
  const started = startNode(script, [...args, '--json'], { WANHE_HOME: folder, ...env });
  await started.ended;
  const json = started
    .said()
    .split('\n')
    .findLast((line) => line.startsWith('{'));
  if (json === undefined) throw new Error(started.said());
  return JSON.parse(json) as T;
}

async function sound(orm: Orm): Promise<void> {
  expect(await verifyAudit(orm.em.fork())).toMatchObject({ ok: true });
  expect((await checkOpenCases(orm.em.fork())).violations).toEqual([]);
}

async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 30_000; !(await isSo()); await sleep(100))
    if (Date.now() > end) throw new Error(`not within half a minute: ${what}`);
}

/** As the relay does: the engine still looks for the worker that was killed. */
const patiently = (command: Command) =>
  until(`${command.kind} is done`, async () => (await sender.send(command)).status === 'done');

beforeAll(async () => {
  city = await startCity();
  folder = mkdtempSync(join(tmpdir(), 'wanhe-drill-'));
  file = join(folder, 'city.wanhe');
  writeTestKeys(folder);
  [clerk, mediator] = ['clerk', 'mediator-411303'].map((who) => actorOf(city.logins, who)) as [Actor, Actor];
  ({ client, sender } = await city.connect());
  await city.startWorker();
  [received, consented, accepted] = (await Promise.all([opened(), opened(), opened()])) as [
    CaseId,
    CaseId,
    CaseId,
  ];
  for (const id of [consented, accepted]) {
    await consult(city.orm, sender, id);
    await act(city.orm, sender, id, 'record-consent', { isGiven: true });
  }
  await act(city.orm, sender, accepted, 'accept');
  const busy = await Promise.all([opened(), opened(), opened(), opened()]);

  unsent = await writeIntake(city.orm, clerk);

  // People go on while it is written.
  const stop = new AbortController();
  const working = busy.map(async (id) => {
    while (!stop.signal.aborted) await consult(city.orm, sender, id);
  });
  told = await verb(['backup', '--out', file], { DATABASE_URL: city.postgres.url });
  stop.abort();
  await Promise.all(working);
  // What follows is after the moment.
  await consult(city.orm, sender, received);
  await act(city.orm, sender, consented, 'accept');
  await send(sender, unsent);
  later = await opened();
}, 180_000);
afterAll(async () => {
  killStarted();
  await city.end();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

test('restored elsewhere with an engine that knows nothing, the city is as it was at that moment and goes on', async () => {
  const url = city.postgres.adminUrl.replace(/\/postgres$/, '/elsewhere');
  await askPostgres(city.postgres.adminUrl, `create database elsewhere template template0 encoding 'UTF8'`);
  const restored = await verb<object>(['restore', file, '--into', url], {});
  expect(restored).toMatchObject({ ok: true, engine: null, cases: told.cases, events: told.events });
  const orm = await openOrm(url, testRing, 6);
  try {
    // One moment: each case stands at the end of its own chain, and a command is done there or not at all.
    const rows = await orm.em.fork().find(CaseRecord, {});
    expect(rows).toHaveLength(told.cases);
    for (const { id, seq, headHash } of rows) {
      if (seq === 0) continue;
      const [event] = await city.orm.em
        .fork()
        .execute<{ hash: string }[]>('select hash from case_event where case_id = ? and seq = ?', [id, seq]);
      expect(event?.hash).toBe(headHash);
    }
    expect(
      await orm.em.fork().execute(
        `select c.id from command c left join case_event e on e.case_id = c.case_id and e.command_id = c.id
         where (c.status = 'done') <> (e.seq is not null)`,
      ),
    ).toEqual([]);
    expect((await rowOf(orm, received)).seq).toBe(1);
    expect(await orm.em.fork().findOne(CaseRecord, { id: later })).toBeNull();
    await sound(orm);

    // Weeks go by before anyone starts it: a clock has come to its warning.
    await orm.em
      .fork()
      .execute(
        `update case_record set snapshot = jsonb_set(snapshot, '{clocks,0,warnOn}', '"2026-01-05"') where id = ?`,
        [accepted],
      );
    const namespace = 'elsewhere';
    await client.workflowService.registerNamespace({
      namespace,
      workflowExecutionRetentionPeriod: { seconds: 86_400 },
    } as never);
    const env = { DATABASE_URL: url, TEMPORAL_ADDRESS: city.temporal.address, TEMPORAL_NAMESPACE: namespace };
    await until('the namespace is known', () =>
      verb<{ started?: number }>(['reconcile'], env).then(({ started }) => {
        if (started === undefined) return false;
        expect(started).toBe(CASES);
        return true;
      }),
    );
    const worker = startNode(new URL('../workflows/worker-process.ts', import.meta.url).pathname, [], {
      ...env,
      WANHE_HOME: folder,
      WANHE_TEST_BUNDLE: process.env.WANHE_TEST_BUNDLE ?? '',
    });
    await worker.line(/^worker ready$/);
    const there = await connectClient({
      ...readConfig({}),
      temporalAddress: city.temporal.address,
      temporalNamespace: namespace,
    });
    await until('the clock rings', async () => (await kindsOf(orm, accepted)).includes('clock-rang'));
    await consult(orm, createSender(there, orm, taskQueue, silent), received);
    expect(await kindsOf(orm, received)).toEqual(['dispute-received', 'other-side-consulted']);
    killQuietly(worker.pid);
    await worker.ended;
    await there.connection.close();
    await sound(orm);
  } finally {
    await orm.close(true);
  }
}, 120_000);

test('restored under an engine that is ahead, every case starts again from the record', async () => {
  await city.killWorkers();
  const env = { DATABASE_URL: city.postgres.url, TEMPORAL_ADDRESS: city.temporal.address };
  expect(await verb(['restore', file, '--stopped'], env)).toMatchObject({
    error: { code: 'backup/not-empty' },
  });
  const restored = await verb<{ numbers: { series: string; restored: number; last: number }[] }>(
    ['restore', file, '--stopped', '--replace'],
    env,
  );
  // Ended: the case opened later, and the one whose first command is to come again.
  expect(restored).toMatchObject({ ok: true, engine: { started: CASES, ended: 2 } });
  await city.startWorker();
  await consult(city.orm, sender, received);
  await act(city.orm, sender, consented, 'accept');
  expect((await rowOf(city.orm, received)).seq).toBe(2);
  await send(sender, await city.orm.em.fork().findOneOrFail(Command, { id: unsent.id }));
  const { status } = await client.workflow.getHandle(workflowIdOf('dispute', later)).describe();
  expect(status.name).toBe('TERMINATED');
  // A receipt number that was given out after the moment is not given again.
  const { last, restored: known } = restored.numbers.find(({ series }) => series === 'receipt')!;
  expect(last).toBe(known + 1);
  const { receiptNumber } = await city.orm.em.fork().findOneOrFail(Dispute, { id: await opened() });
  expect(Number(receiptNumber.slice(5))).toBe(last + 1);
  await sound(city.orm);
}, 120_000);

test('where nobody told the engine, a workflow ahead of its record ends at the first word, and the case goes on', async () => {
  const gone = await opened();
  await city.killWorkers();
  // The workflows stand at what the restore before took them to, and further; the record is put back beneath them.
  await verb(['restore', file, '--stopped', '--replace', '--into', city.postgres.url], {});
  await city.startWorker();
  // Decided on what has not happened, it is refused at first: the record says otherwise.
  await patiently(await writeAct(city.orm, mediator, consented, 'accept'));
  expect((await rowOf(city.orm, consented)).seq).toBe(4);
  // What it takes for the next event is none: it ends, and the command is sent again.
  const command = await writeAct(city.orm, mediator, received, 'consult', { result: 'reached' });
  await patiently(command);
  expect(await kindsOf(city.orm, received)).toEqual(['dispute-received', 'other-side-consulted']);
  // The engine answers that it has done it already; the record does not know of it.
  await patiently(await city.orm.em.fork().findOneOrFail(Command, { id: unsent.id }));
  expect(await kindsOf(city.orm, unsent.caseId)).toEqual(['dispute-received']);
  // A case that is not in the record any more leaves nothing behind that tries for ever.
  const handle = client.workflow.getHandle(workflowIdOf('dispute', gone));
  const asked = {
    kind: 'consult',
    order: { ...command.order, id: 'asked-of-the-gone' },
    asked: { result: 'reached' },
  };
  await expect(handle.executeUpdate('act', { args: [asked] })).rejects.toMatchObject({
    cause: { type: 'RecordBehind' },
  });
  await until('its workflow has ended', async () => (await handle.describe()).status.name === 'FAILED');
  await sound(city.orm);
}, 120_000);

test('the round over the open cases starts a workflow that is ahead of its record again', async () => {
  await act(city.orm, sender, received, 'record-consent', { isGiven: true });
  await verb(['restore', file, '--stopped', '--replace', '--into', city.postgres.url], {});
  const row = await rowOf(city.orm, received);
  expect(row.seq).toBe(1);
  expect(await reconcile({ orm: city.orm, client, taskQueue }, [row])).toEqual({ started: 1, caughtUp: 0 });
  expect(await reconcile({ orm: city.orm, client, taskQueue }, [row])).toEqual({ started: 0, caughtUp: 0 });
  await consult(city.orm, sender, received);
  expect(await kindsOf(city.orm, received)).toEqual(['dispute-received', 'other-side-consulted']);
}, 60_000);
