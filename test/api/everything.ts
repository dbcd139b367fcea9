/** All rows of all tables as one text, so that what must not be kept can be looked for. */
import type { Orm } from '../../src/persistence/orm.ts';

export async function everythingKept(orm: Orm): Promise<string> {
  const em = orm.em.fork();
  const tables = await em.execute<{ name: string }[]>(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  const texts = await Promise.all(
    tables.map(({ name }) =>
      em.fork().execute<{ all: string | null }[]>(`select string_agg(t::text, ' ') as all from "${name}" t`),
    ),
  );
  return texts.map(([row]) => row?.all ?? '').join('\n');
}
