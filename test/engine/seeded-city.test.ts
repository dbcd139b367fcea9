/** A small planting of the seeded city: of every story one. */
import { randomBytes } from 'node:crypto';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { pino } from 'pino';
import { readConfig } from '../../src/config.ts';
import { addDays, type Day, dayAt, dayNumber } from '../../src/domain/day.ts';
import { channels, declineReasons, failReasons } from '../../src/domain/dispute/parts.ts';
import { type DisputeState, disputeStates } from '../../src/domain/dispute/state.ts';
import type { CommandId } from '../../src/domain/ids.ts';
import { referralStates } from '../../src/domain/referral/state.ts';
import { createSender } from '../../src/engine/client.ts';
import { connectClient, connectWorker } from '../../src/engine/connect.ts';
import { queuesOf } from '../../src/engine/queues.ts';
import { reconcile } from '../../src/engine/reconcile.ts';
import { plantDemoCity } from '../../src/engine/seeding/plant-city.ts';
import { castCity } from '../../src/engine/seeding/script.ts';
import { createWorkers } from '../../src/engine/worker.ts';
import { isWeekend } from '../../src/law/calendar/calendar.ts';
import { verifyAudit } from '../../src/persistence/audit.repository.ts';
import { CaseRecord } from '../../src/persistence/case-record.entity.ts';
import { checkOpenCases } from '../../src/persistence/check.listing.ts';
import { createCommand } from '../../src/persistence/command.repository.ts';
import type { Orm } from '../../src/persistence/orm.ts';
import { type DemoLogin, plantCity } from '../../src/persistence/seeds/plant.ts';
import { currentState, workflowIdOf } from '../../workflows/messages.ts';
import { freshDatabase } from '../api/instance.ts';
import { bundled } from './bundled.ts';

const SMALL = 0.01;
const now = new Date();
const today = dayAt(now.getTime());
const isWorkday = (day: Day) => !isWeekend(dayNumber(day));
const stumbles: string[] = [];
const planting = {
  ...{ now, publicUrl: 'http://127.0.0.1', isWorkday, part: SMALL, say: () => undefined },
  stumbled: (act: string, code: string) => void stumbles.push(`${act}: ${code}`),
};

let orm: Orm;
let logins: DemoLogin[];

beforeAll(async () => {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  orm = await freshDatabase();
  await plantCity(orm);
  logins = await plantDemoCity(orm, planting);
}, 300_000);
afterAll(async () => orm.close(true));

const ask = async <T>(sql: string, values: unknown[] = []): Promise<T[]> =>
  orm.em.fork().execute<T[]>(sql, values);

test('no act of the stories is refused', () => {
  expect(stumbles).toEqual([]);
});

test('every state of a dispute and of a referral is there', async () => {
  const rows = await ask<{ story: string; state: string }>('select distinct story, state from case_record');
  const of = (story: string) => rows.filter((row) => row.story === story).map(({ state }) => state);
  expect(of('dispute')).toEqual(expect.arrayContaining(disputeStates.filter((state) => state !== 'new')));
  expect(of('referral')).toEqual(expect.arrayContaining(referralStates.filter((state) => state !== 'new')));
});

test('every way in, every reason of an end, every request that waits for a second person', async () => {
  const told = await ask<{ channel: string }>('select distinct channel from dispute');
  const sent = await ask<{ kind: string; reason: string }>(
    `select distinct kind, event->'facts'->>'reason' as reason from case_event
     where kind in ('dispute-declined', 'mediation-failed')`,
  );
  const waits = await ask<{ what: string }>(
    `select distinct a->>'what' as what from case_record, jsonb_array_elements(snapshot->'approvals') a`,
  );
  const reasonsOf = (kind: string) => sent.filter((one) => one.kind === kind).map(({ reason }) => reason);
  expect(reasonsOf('dispute-declined').sort()).toEqual([...declineReasons].sort());
  expect(reasonsOf('mediation-failed').sort()).toEqual([...failReasons].sort());
  expect(waits.map(({ what }) => what).sort()).toEqual(['payment', 'reopen', 'text']);
  expect(told.map(({ channel }) => channel)).toEqual(expect.arrayContaining(channels.filter(isSent)));
});

/** The others fall to the stories by chance. */
const isSent = (channel: string) => /court|arbitration|transferred/.test(channel);

test('every open case has an owner, a next action and its date; the record is whole', async () => {
  const { openCases, violations } = await checkOpenCases(orm.em.fork());
  expect(violations).toEqual([]);
  expect(openCases).toBeGreaterThan(40);
  const { ok, events } = await verifyAudit(orm.em.fork());
  expect(ok).toBe(true);
  expect(events).toBeGreaterThan(1000);
});

test('nothing waits: every command is settled, every paper drawn, every clock has rung until now', async () => {
  expect(await ask(`select id from command where status = 'pending'`)).toEqual([]);
  expect(await ask('select id from paper where file is null')).toEqual([]);
  expect(
    await ask(
      `select case_id from clock where ended_on is null and rung <> 'lapsed' and due_on < ?
      and case_id in (select id from case_record where is_open)`,
      [addDays(today, -1)],
    ),
  ).toEqual([]);
});

test('days are their own: an act is recorded on the day it was done, in the order of its case', async () => {
  expect(
    await ask(`select e.case_id, e.seq from case_event e join case_event f on f.case_id = e.case_id and f.seq = e.seq + 1
      where f.recorded_at < e.recorded_at`),
  ).toEqual([]);
  expect(
    await ask(`select case_id from case_event where (recorded_at at time zone 'Asia/Shanghai')::date <> on_day
      and kind not in ('clock-rang', 'paper-drawn')`),
  ).toEqual([]);
});

test('everyone in it is marked as invented', async () => {
  expect(await ask(`select name from party where name not like '%（示例）'`)).toEqual([]);
});

test('planted again, nothing comes twice', async () => {
  const count = () => ask('select count(*)::int as n from case_event');
  const before = await count();
  expect(await plantDemoCity(orm, planting)).toEqual([]);
  expect(await count()).toEqual(before);
});

test('a planting that is cut short leaves nothing behind', async () => {
  const other = await freshDatabase();
  try {
    await plantCity(other);
    const cut = () => {
      throw new Error('cut short');
    };
    await expect(plantDemoCity(other, { ...planting, say: cut })).rejects.toThrow('cut short');
    const [row] = await other.em
      .fork()
      .execute<{ n: number }[]>(
        'select (select count(*) from account) + (select count(*) from case_record) + (select count(*) from command) as n',
      );
    expect(Number(row!.n)).toBe(0);
  } finally {
    await other.close(true);
  }
}, 120_000);

test('the same city is cast each time, and all thirteen counties are in the whole of it', () => {
  const city = { seed: 'nanyang', today, isWorkday, part: 1 };
  const once = castCity(city);
  const plain = (scripts: typeof once) =>
    scripts.map(({ id, setting, steps }) => [
      ...[
        id,
        setting.receivedOn,
        setting.district,
        setting.told.workers[0]!.name,
        setting.told.claims[0]!.amount,
      ],
      ...steps.map(({ on, kind }) => `${on} ${kind}`),
    ]);
  expect(plain(castCity(city))).toEqual(plain(once));
  expect(new Set(once.map(({ setting }) => setting.district)).size).toBe(13);
  expect(new Set(once.map(({ setting }) => setting.channel)).size).toBe(channels.length);
  expect(once.length).toBeGreaterThanOrEqual(200);
});

test('a workflow starts for each open case, as the record has it, and carries the next act', async () => {
  const config = { ...readConfig({}), temporalAddress: process.env.WANHE_TEST_TEMPORAL_ADDRESS ?? '' };
  const queuePrefix = `seeded-${randomBytes(6).toString('hex')}`;
  const taskQueue = queuesOf(queuePrefix).interactive;
  const [client, connection] = await Promise.all([connectClient(config), connectWorker(config)]);
  const deps = { orm, publicUrl: 'http://127.0.0.1', now: () => new Date() };
  const { temporalNamespace: namespace } = config;
  const workers = await createWorkers({ connection, namespace, queuePrefix, bundle: bundled(), deps });
  const running = Promise.all(workers.map((one) => one.run()));
  try {
    const open = await orm.em.fork().find(CaseRecord, { isOpen: true }, { fields: ['id', 'story', 'seq'] });
    const round = { orm, client, taskQueue };
    expect(await reconcile(round, open)).toEqual({ started: open.length, caughtUp: 0 });
    for (const { id, story, seq } of open) {
      const state = await client.workflow.getHandle(workflowIdOf(story, id)).query(currentState);
      expect([id, state?.seq ?? seq]).toEqual([id, seq]);
    }
    const accepted = await orm.em.fork().findOneOrFail(CaseRecord, { state: 'accepted', story: 'dispute' });
    const { owner, district } = accepted.snapshot as DisputeState;
    const by = { account: owner!, roles: ['mediator'] as const, district, body: null };
    const command = await orm.em.fork().transactional(async (em) =>
      createCommand(
        em,
        {
          ...{ story: 'dispute', caseId: accepted.id, kind: 'add-note', texts: { note: '约好下周见面' } },
          ...{ asked: { isConfidential: false }, order: { id: 'seeded-note' as CommandId, on: today, by } },
        },
        '',
        now,
        true,
      ),
    );
    const sender = createSender(client, orm, taskQueue, pino({ level: 'silent' }));
    expect(await sender.send(command)).toMatchObject({ status: 'done', answer: { seq: accepted.seq + 1 } });
    expect(await reconcile(round, open)).toEqual({ started: 0, caughtUp: 0 });
  } finally {
    for (const worker of workers) worker.shutdown();
    await running;
    await Promise.all([connection.close(), client.connection.close()]);
  }
}, 240_000);

test('a second mediator and a county manager are among the people', () => {
  const names = logins.map(({ login }) => login);
  expect(names).toEqual(
    expect.arrayContaining([
      'mediator-411303',
      'mediator-411303-2',
      'manager-411303',
      'manager',
      'liaison-hr',
    ]),
  );
});
