/** What is on record stays: the database itself refuses to change it. */
import { randomUUID } from 'node:crypto';
import type { AccountId, CaseId } from '../../src/domain/ids.ts';
import { CaseText } from '../../src/persistence/case-event.entity.ts';
import { CHAIN_START, hashReading } from '../../src/persistence/hash-chain.ts';
import type { Orm } from '../../src/persistence/orm.ts';
import { Reading } from '../../src/persistence/reading.entity.ts';
import { noteReading, type ReadingNoted } from '../../src/persistence/reading.repository.ts';
import { plantCity } from '../../src/persistence/seeds/plant.ts';
import { freshDatabase } from '../api/instance.ts';

let orm: Orm;
const caseId = randomUUID() as CaseId;
const ADA = 'ada' as AccountId;
const at = new Date('2026-03-02T02:00:00Z');
const later = (minutes: number) => new Date(at.getTime() + minutes * 60_000);

beforeAll(async () => {
  orm = await freshDatabase();
  const em = orm.em.fork();
  await plantCity(orm);
  await em.transactional(async (one) => {
    await one.execute(
      `insert into case_record (id, story, district, state, seq, snapshot, owner, opened_on, is_open, head_hash, created_at, updated_at)
       values (?, 'dispute', '411303', 'received', 1, '{}', 'ada', '2026-03-02', true, 'x', now(), now())`,
      [caseId],
    );
    await one.execute(
      `insert into case_event (case_id, seq, command_id, kind, on_day, actor, recorded_at, event, texts_hash, previous_hash, hash)
       values (?, 1, 'c', 'dispute-received', '2026-03-02', 'ada', now(), '{}', 'x', '', 'x')`,
      [caseId],
    );
    one.create(CaseText, { caseId, seq: 1, texts: { note: '原话' } });
    await one.flush();
    await one.execute(`insert into audit_anchor values (1, '2026-03-02', now(), 1, 1, 0, '', 'k', 'h', 's')`);
    await one.execute(`insert into audit_anchor_head values ('case', ?, 1, 'x', 1)`, [caseId]);
    await noteReading(one, { by: ADA, at: later(-60), what: 'dispute', case: caseId });
  });
});
afterAll(() => orm.close(true));

const tables = ['case_event', 'case_text', 'reading', 'audit_anchor', 'audit_anchor_head'];
const column: Record<string, string> = { case_event: 'actor', case_text: 'texts' };

test.each(
  tables.flatMap((table) => [
    [`update ${table} set ${column[table] ?? 'hash'} = '0'`],
    [`delete from ${table}`],
    [`truncate ${table} cascade`],
  ]),
)('%s is refused', async (sql) => {
  await expect(orm.em.fork().execute(sql)).rejects.toThrow(/never changed or deleted/);
});

describe('the words of an event', () => {
  const resealing = (...statements: string[]) =>
    orm.em.fork().transactional(async (em) => {
      await em.execute(`set local wanhe.reseal = 'on'`);
      for (const sql of statements) await em.execute(sql);
    });

  test('may be sealed anew by a transaction that says so, and by no later one', async () => {
    await resealing(`update case_text set texts = '\\x01'`);
    const [row] = await orm.em
      .fork()
      .execute<{ first: number }[]>('select get_byte(texts, 0) as first from case_text');
    expect(row?.first).toBe(1);
    await expect(orm.em.fork().execute(`update case_text set texts = '\\x02'`)).rejects.toThrow(
      /never changed/,
    );
  });

  test.each([
    `update case_text set seq = 2`,
    `update case_text set case_id = gen_random_uuid()`,
    `delete from case_text`,
    `truncate case_text`,
    `update case_event set actor = 'x'`,
  ])('are not otherwise touched even then: %s', async (sql) => {
    await expect(resealing(sql)).rejects.toThrow(/never changed or deleted/);
  });
});

describe('a reading', () => {
  const of = (by: string) =>
    orm.em.fork().find(Reading, { account: by as AccountId }, { orderBy: { no: 'asc' } });
  const note = (by: string, noted: Partial<ReadingNoted> = {}) =>
    noteReading(orm.em.fork(), { by: by as AccountId, at, what: 'dispute', case: caseId, ...noted });

  test('is chained to the one before it, account by account', async () => {
    await note('ben');
    await note('cleo');
    await note('ben', { what: 'paper', about: 'p-1', reason: '核对' });
    const rows = await of('ben');
    expect(rows.map(({ no, what, about, reason }) => [no, what, about, reason])).toEqual([
      [1, 'dispute', null, null],
      [2, 'paper', 'p-1', '核对'],
    ]);
    expect(rows[0]?.previousHash).toBe(CHAIN_START);
    expect(rows[1]?.previousHash).toBe(rows[0]?.hash);
    expect(rows.map((row) => hashReading(row))).toEqual(rows.map(({ hash }) => hash));
    expect((await of('cleo')).map(({ no }) => no)).toEqual([1]);
  });

  test('of the same thing within ten minutes is on record once, afterwards anew', async () => {
    for (const minutes of [0, 1, 9.9]) await note('dora', { at: later(minutes) });
    expect(await of('dora')).toHaveLength(1);
    await note('dora', { at: later(10) });
    await note('dora', { at: later(10), case: null });
    await note('dora', { at: later(10), about: 'x' });
    expect(await of('dora')).toHaveLength(4);
  });

  test('of a whole number, or a list taken along, is on record each time', async () => {
    for (const what of ['number', 'export', 'number', 'export'] as const) await note('eve', { what });
    expect(await of('eve')).toHaveLength(4);
  });

  test('many at once by one account leave no gap', async () => {
    await Promise.all(Array.from({ length: 8 }, (_, n) => note('finn', { about: `paper-${n % 4}` })));
    const rows = await of('finn');
    expect(rows.map(({ no }) => no)).toEqual([1, 2, 3, 4]);
    expect(rows.map(({ about }) => about).sort()).toEqual(['paper-0', 'paper-1', 'paper-2', 'paper-3']);
    expect(rows.slice(1).map(({ previousHash }) => previousHash)).toEqual(
      rows.slice(0, -1).map(({ hash }) => hash),
    );
  });
});
