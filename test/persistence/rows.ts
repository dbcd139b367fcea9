/** Databases with rows in them, as they were when each migration was the newest. */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { migrations } from '../../src/persistence/migrations/index.ts';
import { type Orm, openOrm } from '../../src/persistence/orm.ts';
import { askPostgres } from '../engine/ask-postgres.ts';
import { testRing } from '../engine/keys.ts';

const fileOf = (name: string) => new URL(`./rows/${name}.sql`, import.meta.url);

export const migrationNames = migrations.map(({ name }) => name);
export const namesWithoutRows = migrationNames.filter((name) => !existsSync(fileOf(name)));

function rowsOf(name: string): { isWhole: boolean; sql: string } {
  const sql = readFileSync(fileOf(name), 'utf8');
  const [first = ''] = sql.split('\n');
  if (!/^-- (whole|more)$/.test(first))
    throw new Error(`rows/${name}.sql begins with “-- whole” or “-- more”`);
  return { isWhole: first === '-- whole', sql };
}

/** A database on the run's server, without any table. */
export async function bareDatabase(): Promise<string> {
  const admin = process.env.WANHE_TEST_DATABASE_URL ?? '';
  const name = `rows_${randomBytes(6).toString('hex')}`;
  await askPostgres(admin, `create database ${name} template template0 encoding 'UTF8'`);
  return admin.replace(/\/postgres$/, `/${name}`);
}

/** A database as it was when `name` was its newest migration, with the rows of that time. */
export async function databaseAsOf(name: string): Promise<Orm> {
  const upTo = migrationNames.slice(0, migrationNames.indexOf(name) + 1);
  const from = upTo.findLastIndex((one) => rowsOf(one).isWhole);
  const orm = await openOrm(await bareDatabase(), testRing, 4);
  for (const one of upTo.slice(from)) {
    await orm.migrator.up({ to: one });
    await orm.em
      .fork()
      .transactional((em) =>
        em.getConnection().execute(rowsOf(one).sql, [], 'all', em.getTransactionContext()),
      );
  }
  return orm;
}

type Column = { table: string; column: string };

/** Columns of the schema that have no value in any row; a table without rows gives all of its columns. */
export async function columnsWithoutValue(orm: Orm): Promise<string[]> {
  const em = orm.em.fork();
  const columns = await em.execute<Column[]>(
    `select table_name as table, column_name as column from information_schema.columns
     where table_schema = 'public' and table_name in (select tablename from pg_tables where schemaname = 'public')
       and table_name <> 'mikro_orm_migrations' order by 1, ordinal_position`,
  );
  const empty: string[] = [];
  for (const { table, column } of columns) {
    const [found] = await em.execute<{ is: boolean }[]>(
      `select exists (select 1 from "${table}" where "${column}" is not null) as is`,
    );
    if (!found?.is) empty.push(`${table}.${column}`);
  }
  return empty;
}

/** How many rows each table has. */
export async function countRows(orm: Orm): Promise<Record<string, number>> {
  const em = orm.em.fork();
  const tables = await em.execute<{ name: string }[]>(
    `select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'mikro_orm_migrations' order by 1`,
  );
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const [row] = await em.execute<{ n: number }[]>(`select count(*)::int as n from "${name}"`);
    counts[name] = row?.n ?? 0;
  }
  return counts;
}
