/** What was written before there was a search is found too. */
import { randomUUID } from 'node:crypto';
import { disputeSorts, listDisputes } from '../../src/persistence/dispute.listing.ts';
import { freshDatabase } from '../api/instance.ts';

test('names and letters written down before the migration are found after it', async () => {
  const orm = await freshDatabase('0007-imports');
  const em = orm.em.fork();
  const [id, letter] = [randomUUID(), randomUUID()];
  const run = (sql: string, values: unknown[]) => em.execute(sql, values);
  await run(`insert into district (code, name, parent) values ('411303', '卧龙区', null)`, []);
  await run(
    `insert into body (id, kind, name, district, numbering) values ('x', 'union', 'x', '411303', '{}')`,
    [],
  );
  for (const [one, story] of [
    [id, 'dispute'],
    [letter, 'referral'],
  ])
    await run(
      `insert into case_record (id, story, district, state, seq, snapshot, owner, opened_on, is_open, head_hash, created_at, updated_at)
       values (?, ?, '411303', 'received', 0, '{"left": []}', '', '2026-03-02', true, '', now(), now())`,
      [one, story],
    );
  await run(
    `insert into dispute (id, receipt_number, channel, place, since, facts, amount_fen, elements)
     values (?, '2026-000001', 'desk', '', '2026-03-02', '', 0, '{}')`,
    [id],
  );
  await run(
    `insert into party (id, dispute_id, no, side, name, details, agent)
     values (?, ?, 1, 'worker', '单小明', '{}', '{"name": "解律师"}')`,
    [randomUUID(), id],
  );
  await run(
    `insert into referral (id, from_body, to_body, urgency, reason, request, materials, contact, brought)
     values (?, 'x', 'x', '', '', '', '[]', '', '{"workers": [{"name": "仇来件"}], "employers": [{"name": "示例"}]}')`,
    [letter],
  );
  await orm.migrator.up();
  for (const q of ['shanxiaoming', 'xls', '单小 解律', '1']) {
    const asked = { sort: String(disputeSorts[0]), limit: 5, districts: ['411303' as never], q };
    expect((await listDisputes(orm.em.fork(), asked)).items).toMatchObject([{ id }]);
  }
  const [{ searched }] = (await em.execute('select searched from referral')) as [{ searched: string }];
  expect(searched.split('\n')).toEqual(expect.arrayContaining(['=仇来件', 'qiu lai jian', '=示例']));
  await orm.close(true);
});
