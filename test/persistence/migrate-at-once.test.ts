/** Migrating twice, by two at once, and when one fails. */
import { Migration, Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import { isSchemaCurrent, migrate } from '../../src/persistence/migrate.ts';
import { migrations } from '../../src/persistence/migrations/index.ts';
import { openOrm } from '../../src/persistence/orm.ts';
import { temporaryHome } from '../engine/homes.ts';
import { testRing, writeTestKeys } from '../engine/keys.ts';
import { startNode } from '../engine/processes.ts';
import { bareDatabase, databaseAsOf, migrationNames } from './rows.ts';

class Halfway extends Migration {
  override name = '9999-halfway';

  override up(): void {
    this.addSql('create table "left_behind" ("id" int not null)');
    this.addSql('update "case_record" set "state" = null');
  }
}

class First extends Migration {
  override name = '9998-fine';

  override up(): void {
    this.addSql('create table "fine_so_far" ("id" int not null)');
  }
}

test('what has run is not run again, and the schema says so', async () => {
  const orm = await openOrm(await bareDatabase(), testRing, 4);
  await expect(isSchemaCurrent(orm.em.fork())).rejects.toThrow(/mikro_orm_migrations/);
  await orm.migrator.up({ to: migrationNames.at(-2)! });
  expect(await isSchemaCurrent(orm.em.fork())).toBe(false);
  expect(await migrate(orm)).toEqual(migrationNames.slice(-1));
  expect(await isSchemaCurrent(orm.em.fork())).toBe(true);
  expect(await migrate(orm)).toEqual([]);
  await orm.close(true);
}, 60_000);

test('of three processes that migrate at once one does it, the others wait and find it done', async () => {
  const DATABASE_URL = await bareDatabase();
  const home = temporaryHome();
  writeTestKeys(home);
  const script = new URL('../../src/cli/wanhe.ts', import.meta.url).pathname;
  const started = [1, 2, 3].map(() =>
    startNode(script, ['migrate', '--json'], { DATABASE_URL, WANHE_HOME: home }),
  );
  expect(await Promise.all(started.map(({ ended }) => ended))).toEqual([0, 0, 0]);
  const applied = started.map(({ said }) => (JSON.parse(said()) as { applied: string[] }).applied);
  expect(applied.filter((names) => names.length > 0)).toEqual([migrationNames]);
}, 120_000);

test('a migration that fails leaves nothing behind, neither its own nor those before it in the same run', async () => {
  const full = await databaseAsOf(migrationNames.at(-1)!);
  const orm = await MikroORM.init({
    clientUrl: full.config.get('clientUrl')!,
    entities: [],
    discovery: { warnWhenNoEntities: false },
    extensions: [Migrator],
    migrations: {
      migrationsList: [
        ...migrations,
        { name: '9998-fine', class: First },
        { name: '9999-halfway', class: Halfway },
      ],
      snapshot: false,
      silent: true,
    },
  });
  await expect(orm.migrator.up()).rejects.toThrow(/null value/);
  const tables = await full.em
    .fork()
    .execute(`select tablename from pg_tables where tablename in ('left_behind', 'fine_so_far')`);
  expect(tables).toEqual([]);
  expect((await full.migrator.getExecuted()).map(({ name }) => name)).toEqual(migrationNames);
  await orm.close(true);
  await full.close(true);
}, 60_000);
