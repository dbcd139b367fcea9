/** Puts a backup into a database: all of it in one transaction, so that a failed or killed restore leaves what was there. */
import { Refusal } from '../../domain/refusal.ts';
import { migrations as known } from '../migrations/index.ts';
import type { Orm } from '../orm.ts';
import {
  dropSchema,
  listTables,
  MIGRATIONS,
  quoted,
  refreshViews,
  sleepTriggers,
  type TableShape,
} from './catalogue.ts';
import { type CopySession, inCopySession } from './copy-session.ts';
import { createLoader } from './load-tables.ts';
import { countRecord, type Manifest } from './manifest.ts';
import { type Numbers, raiseSeries, seriesOf } from './paper-numbers.ts';
import { readBackup } from './read-backup.ts';

export type RestoreOptions = {
  /** What is in the database is given up; else it must be without accounts and cases. */
  replace: boolean;
  /** Told each table once it is loaded. */
  say?: (table: string, rows: number) => void;
};

export type Restored = {
  numbers: Numbers[];
  /** Run after the backup's own, to the present. */
  migrated: string[];
};

type Ask = CopySession['ask'];

/** Refuses what this code cannot restore: a backup whose migrations it does not know. */
export function checkFits({ migrations }: Manifest): void {
  const names = new Set(known.map(({ name }) => name));
  const what = migrations.filter((name) => !names.has(name));
  if (what.length > 0) throw new Refusal('backup/newer', { what });
}

/** Who of the house is connected besides this process; empty where nobody is. */
export async function countOthers(orm: Orm): Promise<number> {
  const [others] = await orm.em.fork().execute<{ n: number }[]>(
    `select count(*)::int as n from pg_stat_activity
     where datname = current_database() and application_name = 'wanhe' and pid <> pg_backend_pid()`,
  );
  return others!.n;
}

/** `manifest` is what `readBackup` gave of the same file, which is read again. */
export async function restoreBackup(
  orm: Orm,
  path: string,
  manifest: Manifest,
  { replace, say = () => undefined }: RestoreOptions,
): Promise<Restored> {
  checkFits(manifest);
  // The list of migrations alone is made outside the transaction, where it is missing: the migrator does so by itself.
  await inCopySession(orm, { readOnly: true }, ({ ask }) => checkRoom(ask, replace));
  await orm.migrator.getExecuted();
  const restored = await inCopySession(orm, {}, async (session) => {
    const { ask, em } = session;
    await ask(`set local lock_timeout = '15s'`);
    const given = await checkRoom(ask, replace);
    const transaction = em.getTransactionContext();
    await dropSchema(ask);
    await ask(`delete from ${MIGRATIONS}`);
    await orm.migrator.up({ migrations: manifest.migrations, transaction });
    await load(session, path, manifest, say);
    const migrated = await orm.migrator.up({ transaction });
    const numbers = await raiseSeries(ask, given);
    return { numbers, migrated: migrated.map(({ name }) => name) };
  });
  await orm.em.fork().execute('analyze');
  return restored;
}

/** Refuses where others' tables are, or people's work that is not to be replaced; gives the numbers given so far. */
async function checkRoom(ask: Ask, replace: boolean): Promise<Numbers[]> {
  const tables = (await listTables(ask)).map(({ name }) => name).filter((name) => name !== MIGRATIONS);
  if (tables.length === 0) return [];
  if (!tables.includes('case_record') || !tables.includes('account'))
    throw new Refusal('backup/other-system', { tables: tables.slice(0, 5) });
  const [found] = await ask<{ cases: number; accounts: number }>(
    `select (select count(*)::int from case_record) as cases, (select count(*)::int from account) as accounts`,
  );
  const { cases, accounts } = found!;
  if (!replace && cases + accounts > 0) throw new Refusal('backup/not-empty', { cases, accounts });
  return seriesOf(ask);
}

async function load(
  session: CopySession,
  path: string,
  manifest: Manifest,
  say: (table: string, rows: number) => void,
): Promise<void> {
  const { ask } = session;
  const there = await listTables(ask);
  const missing = manifest.tables.filter((kept) => !fits(kept, there)).map(({ name }) => name);
  if (missing.length > 0) throw new Refusal('backup/not-as-migrated', { tables: missing });
  const wake = await sleepTriggers(ask);
  // What a migration plants is in the backup as well.
  await ask(`truncate ${there.map(({ name }) => quoted(name)).join(', ')}`);
  await ask('set constraints all deferred');
  const loader = createLoader(session, manifest, say);
  const again = await readBackup(path, loader.take);
  await loader.end();
  for (const { name, next } of manifest.sequences)
    await ask(`alter sequence if exists ${quoted(name)} restart with ${BigInt(next)}`);
  // A table with checks still to come can neither wake its triggers nor be migrated.
  await ask('set constraints all immediate');
  const record = await countRecord(ask);
  if (JSON.stringify(record) !== JSON.stringify(manifest.record) || again.moment !== manifest.moment)
    throw new Refusal('backup/changed', { where: 'case_record' });
  await wake();
  await refreshViews(ask);
  // Who has signed out since would be signed in again.
  await ask('delete from sign_in');
  // Older backups have none.
  const visits = await ask(`select 1 from pg_class where oid = to_regclass('party_visit')`);
  if (visits.length > 0) await ask('delete from party_visit');
}

function fits(kept: { name: string; columns: string[] }, there: TableShape[]): boolean {
  const table = there.find(({ name }) => name === kept.name);
  return table !== undefined && kept.columns.every((column) => table.columns.includes(column));
}
