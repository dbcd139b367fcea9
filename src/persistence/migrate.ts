/** Brings the schema to this code's migrations, one process at a time; where one migration fails, none of the run is kept. */
import { migrations } from './migrations/index.ts';
import type { Em, Orm } from './orm.ts';

/** Gives the names of those that were run. Whoever comes second waits, and then finds nothing to do. */
export async function migrate(orm: Orm): Promise<string[]> {
  return orm.em.fork().transactional(async (em) => {
    await em.execute(`select pg_advisory_xact_lock(hashtext('wanhe-migrate'))`);
    return (await orm.migrator.up()).map(({ name }) => name);
  });
}

/** Whether every migration of this code has run; a schema that is further on is no matter. */
export async function isSchemaCurrent(em: Em): Promise<boolean> {
  const rows = await em.execute<{ name: string }[]>('select name from mikro_orm_migrations');
  const done = new Set(rows.map(({ name }) => name));
  return migrations.every(({ name }) => done.has(name));
}
