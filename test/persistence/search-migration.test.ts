/** What was written before there was a search is found too. */
import { randomUUID } from 'node:crypto';
import { disputeSorts, listDisputes } from '../../src/persistence/dispute.listing.ts';
import { freshDatabase } from '../api/instance.ts';

test('names written down before the migration are found after it', async () => {
  const orm = await freshDatabase('0007-imports');
  const em = orm.em.fork();
  const id = randomUUID();
  const run = (sql: string, values: unknown[]) => em.execute(sql, values);
  await run(`insert into district (code, name, parent) values ('411303', '卧龙区', null)`, []);
  await run(
    `insert into body (id, kind, name, district, numbering) values ('x', 'union', 'x', '411303', '{}')`,
    [],
  );
  await run(
    `insert into case_record (id, story, district, state, seq, snapshot, owner, opened_on, is_open, head_hash, created_at, updated_at)
     values (?, 'dispute', '411303', 'received', 0, '{"left": []}', '', '2026-03-02', true, '', now(), now())`,
    [id],
  );
  await run(
    `insert into dispute (id, receipt_number, channel, place, since, facts, amount_fen, elements)
     values (?, '2026-000001', 'desk', '', '2026-03-02', '', 0, '{}')`,
    [id],
  );
  await run(
    `insert into party (id, dispute_id, no, side, name, details)
     values (?, ?, 1, 'worker', '单小明', '{}')`,
    [randomUUID(), id],
  );
  await orm.migrator.up();
  for (const q of ['shanxiaoming', 'sxm', '单小 shan', '1']) {
    const asked = { sort: String(disputeSorts[0]), limit: 5, districts: ['411303' as never], q };
    expect((await listDisputes(orm.em.fork(), asked)).items).toMatchObject([{ id }]);
  }
  await orm.close(true);
});
