/** What the schema holds, asked of PostgreSQL itself: a table added tomorrow is in tomorrow's backup. */
import type { CopySession } from './copy-session.ts';

export type TableShape = { name: string; isPartitioned: boolean; columns: string[] };
export type SequenceAt = { name: string; next: string };

type Ask = CopySession['ask'];

export const MIGRATIONS = 'mikro_orm_migrations';

export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** Of this schema, and no extension's. */
const own = (catalogue: 'pg_class' | 'pg_proc' | 'pg_type', alias: string, space: string) =>
  `${alias}.${space} = current_schema()::regnamespace and not exists (select 1 from pg_depend d
     where d.classid = '${catalogue}'::regclass and d.objid = ${alias}.oid and d.deptype = 'e')`;

/** Permanent tables with the columns that are written; an unlogged table is what may be lost. */
export async function listTables(ask: Ask): Promise<TableShape[]> {
  return ask<TableShape>(
    `select c.relname as name, c.relkind = 'p' as "isPartitioned", (select array_agg(a.attname::text order by a.attnum)
        from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
     from pg_class c where c.relkind in ('r', 'p') and not c.relispartition and c.relpersistence = 'p'
       and ${own('pg_class', 'c', 'relnamespace')} order by c.relname collate "C"`,
  );
}

/** Every sequence with the number it gives next. */
export async function listSequences(ask: Ask): Promise<SequenceAt[]> {
  const found = await ask<{ name: string; by: string }>(
    `select c.relname as name, s.seqincrement::text as by from pg_class c join pg_sequence s on s.seqrelid = c.oid
     where ${own('pg_class', 'c', 'relnamespace')} order by c.relname collate "C"`,
  );
  const sequences: SequenceAt[] = [];
  for (const { name, by } of found) {
    const [at] = await ask<{ next: string }>(
      `select (case when is_called then last_value + ${by} else last_value end)::text as next from ${quoted(name)}`,
    );
    sequences.push({ name, next: at!.next });
  }
  return sequences;
}

/** Drops whatever the migrations made, but for their own list. */
export async function dropSchema(ask: Ask): Promise<void> {
  const kinds = {
    r: 'table',
    p: 'table',
    f: 'foreign table',
    v: 'view',
    m: 'materialized view',
    S: 'sequence',
  };
  for (;;) {
    // One at a time: what goes with it by cascade is not there for the next.
    const [one] = await ask<{ name: string; kind: keyof typeof kinds }>(
      `select c.relname as name, c.relkind as kind from pg_class c
       where c.relkind in ('r', 'p', 'f', 'v', 'm', 'S') and c.relname not like '${MIGRATIONS}%'
         and ${own('pg_class', 'c', 'relnamespace')} limit 1`,
    );
    if (one === undefined) break;
    await ask(`drop ${kinds[one.kind]} ${quoted(one.name)} cascade`);
  }
  const rest = await ask<{ drop: string }>(
    `select 'drop routine if exists ' || p.oid::regprocedure || ' cascade' as drop from pg_proc p
       where ${own('pg_proc', 'p', 'pronamespace')}
     union all select 'drop type if exists ' || t.oid::regtype || ' cascade' from pg_type t
       where t.typtype in ('e', 'd') and ${own('pg_type', 't', 'typnamespace')}`,
  );
  for (const { drop } of rest) await ask(drop);
}

/** Puts the triggers of the house to sleep, so that rows come back as they were kept; gives what wakes them. */
export async function sleepTriggers(ask: Ask): Promise<() => Promise<void>> {
  const triggers = await ask<{ table: string; name: string; mode: 'O' | 'A' | 'R' }>(
    `select c.relname as table, t.tgname as name, t.tgenabled as mode from pg_trigger t join pg_class c on c.oid = t.tgrelid
     where not t.tgisinternal and t.tgenabled <> 'D' and not c.relispartition and ${own('pg_class', 'c', 'relnamespace')}`,
  );
  for (const { table, name } of triggers)
    await ask(`alter table ${quoted(table)} disable trigger ${quoted(name)}`);
  const modes = { O: 'enable', A: 'enable always', R: 'enable replica' };
  return async () => {
    for (const { table, name, mode } of triggers)
      await ask(`alter table ${quoted(table)} ${modes[mode]} trigger ${quoted(name)}`);
  };
}

export async function refreshViews(ask: Ask): Promise<void> {
  const views = await ask<{ name: string }>(
    `select c.relname as name from pg_class c where c.relkind = 'm' and ${own('pg_class', 'c', 'relnamespace')}`,
  );
  for (const { name } of views) await ask(`refresh materialized view ${quoted(name)}`);
}
