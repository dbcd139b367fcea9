/** The migrations make exactly the tables the entities describe. */

import type { Orm } from '../../src/persistence/orm.ts';
import { freshDatabase } from '../api/instance.ts';

let orm: Orm;
beforeAll(async () => {
  orm = await freshDatabase();
});
afterAll(() => orm.close(true));

/** Foreign keys stand in the migrations alone: entities name each other by id. */
const isForeignKey = (statement: string) =>
  /^alter table "\w+" drop constraint "\w+_foreign"$/.test(statement);

test('after all migrations the entities ask for no change', async () => {
  const sql = await orm.schema.getUpdateSchemaSQL({ wrap: false, dropTables: false });
  const statements = sql
    .split(/;\s*/)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '' && !isForeignKey(statement));
  expect(statements).toEqual([]);
});

test('migrations that have run are not run again', async () => {
  expect(await orm.migrator.getPending()).toEqual([]);
  expect(await orm.migrator.up()).toEqual([]);
});

test('what points to a case that is not there is not kept', async () => {
  const task = `insert into task (case_id, key, why, owner, due_on) values ('00000000-0000-4000-8000-000000000000', 'a', 'a', 'a', '2026-03-02')`;
  await expect(orm.em.fork().execute(task)).rejects.toThrow(/foreign key/);
});
