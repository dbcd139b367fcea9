/** A backup is the whole record or refused, and a restore puts back all of it or nothing. */
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { projectRoot } from '../../src/config.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { currentPack } from '../../src/law/packs.ts';
import { Account, SignIn } from '../../src/persistence/account.entity.ts';
import { readBackup } from '../../src/persistence/backup/read-backup.ts';
import { restoreBackup } from '../../src/persistence/backup/restore-backup.ts';
import { writeWholeFile } from '../../src/persistence/backup/whole-file.ts';
import { writeBackup } from '../../src/persistence/backup/write-backup.ts';
import { type Orm, openOrm } from '../../src/persistence/orm.ts';
import { plantPack } from '../../src/persistence/rule-pack.repository.ts';
import { plantCity, plantDemo } from '../../src/persistence/seeds/plant.ts';
import { freshDatabase } from '../api/instance.ts';
import { askPostgres } from '../engine/ask-postgres.ts';
import { testRing, writeTestKeys } from '../engine/keys.ts';
import { killStarted, startNode } from '../engine/processes.ts';

const script = join(projectRoot, 'src/cli/wanhe.ts');
const opened: Orm[] = [];
let folder: string;
let source: Orm;
let file: string;

const kept = <T extends Orm>(orm: T): T => {
  opened.push(orm);
  return orm;
};
const urlOf = (orm: Orm) => orm.config.get('clientUrl')!;
const back = (orm: Orm, path = join(folder, randomBytes(4).toString('hex'))) =>
  writeWholeFile(path, (to) => writeBackup(orm, to, 'test')).then((manifest) => ({ path, manifest }));
const again = async (orm: Orm, path: string, replace = false) =>
  restoreBackup(orm, path, await readBackup(path), { replace });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wanhe-backup-'));
  writeTestKeys(folder);
  source = kept(await freshDatabase());
  await plantPack(source, currentPack, new Date());
  await plantCity(source);
  await plantDemo(source, new Date());
  // Enough to be in the middle of for a while: a dozen scans of a megabyte that no packing makes smaller.
  await source.em.fork().execute(
    `insert into evidence (id, case_id, name, media_type, bytes, sha256, added_by, added_at, added_on, status, command_id, content)
     select gen_random_uuid(), (select id from case_record limit 1), '扫描件', 'image/png', 1, '', '', now(), now(), 'kept', '',
       (select decode(string_agg(md5(random()::text || i || n), ''), 'hex') from generate_series(1, 65536) i)
     from generate_series(1, 12) n`,
  );
  file = (await back(source)).path;
}, 120_000);
afterAll(async () => {
  killStarted();
  await Promise.all(opened.map((orm) => orm.close(true)));
  rmSync(folder, { recursive: true, force: true });
});

/** An empty database on the run's server. */
async function emptyDatabase(): Promise<Orm> {
  const admin = process.env.WANHE_TEST_DATABASE_URL ?? '';
  const name = `backup_${randomBytes(6).toString('hex')}`;
  await askPostgres(admin, `create database ${name} template template0 encoding 'UTF8'`);
  return kept(await openOrm(admin.replace(/\/postgres$/, `/${name}`), testRing, 4));
}

const tablesOf = async (orm: Orm) =>
  (
    await orm.em
      .fork()
      .execute<{ name: string }[]>(
        `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
      )
  ).map(({ name }) => name);

/** Every row of every table, as text, but the sign-ins. */
async function everything(orm: Orm): Promise<Record<string, string>> {
  const content: Record<string, string> = {};
  for (const table of await tablesOf(orm)) {
    if (table === 'sign_in') continue;
    const [row] = await orm.em
      .fork()
      .execute<{ hash: string }[]>(
        `select md5(coalesce(string_agg(t::text, '/' order by t::text), '')) as hash from "${table}" t`,
      );
    content[table] = row!.hash;
  }
  return content;
}

const refusalOf = (run: Promise<unknown>) =>
  run.then(
    () => 'nothing refused',
    (error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
      return error.code;
    },
  );

test('what is restored is what was there, row by row, with its triggers and the numbers its sequences give next', async () => {
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const manifest = await readBackup(file);
  expect(manifest.tables.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['account', 'case_record', 'command', 'evidence', 'mikro_orm_migrations']),
  );
  expect(manifest.record).toMatchObject({ cases: expect.any(Number) as unknown, papers: 0 });
  const orm = await emptyDatabase();
  const { migrated } = await again(orm, file);
  expect(migrated).toEqual([]);
  expect(await everything(orm)).toEqual(await everything(source));
  await expect(orm.em.fork().execute(`update rule_pack set name = 'x'`)).rejects.toThrow(/never changed/);
  const nextOf = (one: Orm) =>
    one.em.fork().execute(`select nextval(pg_get_serial_sequence('mikro_orm_migrations', 'id')) as n`);
  expect(await nextOf(orm)).toEqual(await nextOf(source));
});

test('who was signed in at that moment signs in again', async () => {
  const orm = kept(await freshDatabase());
  await plantCity(orm);
  await plantDemo(orm, new Date());
  const em = orm.em.fork();
  const [account] = await em.find(Account, {}, { limit: 1 });
  const at = new Date();
  em.create(SignIn, {
    ...{
      tokenHash: 'token',
      id: randomUUID(),
      accountId: account!.id,
      csrfToken: '',
      browser: '',
      address: '',
    },
    ...{ createdAt: at, seenAt: at, expiresAt: new Date(at.getTime() + 86_400_000) },
  });
  await em.flush();
  const { path } = await back(orm);
  await again(orm, path, true);
  expect(await orm.em.fork().execute('select count(*)::int as n from sign_in')).toEqual([{ n: 0 }]);
});

test('a file that is cut short, changed or something else is refused, and the database left alone', async () => {
  const orm = await emptyDatabase();
  const whole = readFileSync(file);
  const other = join(folder, 'other');
  const refused = async (content: Buffer) => {
    writeFileSync(other, content);
    return refusalOf(again(orm, other));
  };
  expect(await refused(whole.subarray(0, whole.length - 20))).toBe('backup/cut-short');
  expect(await refused(whole.subarray(0, whole.length >> 1))).toBe('backup/cut-short');
  expect(await refused(Buffer.alloc(0))).toBe('backup/cut-short');
  expect(await refused(Buffer.from('not a backup at all, only a few words'))).toBe('backup/unreadable');
  const flipped = Buffer.from(whole);
  flipped[whole.length >> 1]! ^= 1;
  expect(await refused(flipped)).toBe('backup/changed');
  // Packed anew its checksum is right: the hash of the table tells.
  const tar = zstdDecompressSync(whole);
  const repacked = (content: Buffer) =>
    zstdCompressSync(content, { params: { [constants.ZSTD_c_compressionLevel]: 1 } });
  const inside = Buffer.from(tar);
  inside[tar.length >> 1]! ^= 1;
  expect(await refused(repacked(inside))).toBe('backup/changed');
  const edited = Buffer.from(tar.toString('latin1').replace('"openCases": ', '"openCases":1'), 'latin1');
  expect(await refused(repacked(edited))).toBe('backup/changed');
  expect(await tablesOf(orm)).toEqual([]);
});

test('a database with accounts and cases is replaced only when that is said, and one of another system never', async () => {
  const orm = kept(await freshDatabase());
  await plantCity(orm);
  await plantDemo(orm, new Date());
  const before = await everything(orm);
  expect(await refusalOf(again(orm, file))).toBe('backup/not-empty');
  expect(await everything(orm)).toEqual(before);
  await again(orm, file, true);
  expect(await everything(orm)).toEqual(await everything(source));
  const foreign = await emptyDatabase();
  await foreign.em.fork().execute('create table ledger (no int)');
  expect(await refusalOf(again(foreign, file, true))).toBe('backup/other-system');
  expect(await tablesOf(foreign)).toEqual(['ledger']);
});

test('numbers that the replaced database had given out since are not given again', async () => {
  const orm = kept(await freshDatabase());
  await plantCity(orm);
  const give = (last: number) =>
    orm.em
      .fork()
      .execute(
        `insert into paper_series values ('调解字', 2026, ?) on conflict (series, year) do update set last = excluded.last`,
        [last],
      );
  await give(7);
  const { path } = await back(orm);
  await give(9);
  const { numbers } = await again(orm, path, true);
  expect(numbers).toEqual([{ series: '调解字', year: 2026, restored: 7, last: 9 }]);
  expect((await again(await emptyDatabase(), path)).numbers).toEqual([
    { series: '调解字', year: 2026, restored: 7, last: 7 },
  ]);
});

test('an older schema is restored and brought to the present; a newer one is refused', async () => {
  const old = await emptyDatabase();
  await old.migrator.up({ to: '0006-dispute-whole' });
  await old.em.fork().execute(`insert into district values ('411303', '卧龙区', null)`);
  const { path } = await back(old);
  const orm = await emptyDatabase();
  const { migrated } = await again(orm, path);
  expect(migrated[0]).toBe('0007-imports');
  expect(await orm.em.fork().execute('select name from district')).toEqual([{ name: '卧龙区' }]);
  expect(await orm.migrator.getPending()).toEqual([]);

  await old.em.fork().execute(`insert into mikro_orm_migrations (name) values ('9999-years-from-now')`);
  expect(await refusalOf(again(await emptyDatabase(), (await back(old)).path))).toBe('backup/newer');
});

test('a disk that is full ends the backup with nothing left, and the next one passes', async () => {
  let taken = 0;
  const full = new Writable({
    write(chunk: Buffer, _encoding, done) {
      taken += chunk.length;
      done(taken > 5e6 ? Object.assign(new Error('no space left on device'), { code: 'ENOSPC' }) : null);
    },
  });
  await expect(writeBackup(source, full, 'test')).rejects.toThrow('no space');
  const path = join(folder, 'after-full');
  await expect(writeWholeFile(path, () => Promise.reject(new Error('no space')))).rejects.toThrow('no space');
  expect(readdirSync(folder).filter((name) => name.includes('after-full'))).toEqual([]);
  await back(source, path);
});

test('a backup killed half way leaves nothing under its name, and the next one sweeps up', async () => {
  const out = join(folder, 'killed');
  const env = { DATABASE_URL: urlOf(source), WANHE_HOME: folder };
  const parts = () => readdirSync(folder).filter((name) => name.includes('killed'));
  await source.em.fork().transactional(async (em) => {
    await em.execute('lock table "task" in access exclusive mode');
    const killed = startNode(script, ['backup', '--out', out], env);
    await killed.line(/^rule_pack：/);
    process.kill(killed.pid, 'SIGKILL');
    await killed.ended;
  });
  expect(parts()).toEqual([expect.stringMatching(/^\.killed\.\d+\.part$/)]);
  expect(await refusalOf(readBackup(join(folder, parts()[0]!)))).toBe('backup/cut-short');
  const next = startNode(script, ['backup', '--out', out, '--json'], env);
  expect(await next.ended).toBe(0);
  expect(parts()).toEqual(['killed']);
  const taken = startNode(script, ['backup', '--out', out], env);
  expect(await taken.ended).toBe(1);
  expect(taken.said()).toContain('没有覆盖');
});

test('a restore killed half way leaves an empty database empty and a full one as it was', async () => {
  const orm = await emptyDatabase();
  const full = kept(await freshDatabase());
  await plantCity(full);
  const [admin] = await full.em.fork().execute<{ n: number }[]>('select count(*)::int as n from district');
  for (const one of [orm, full]) {
    const args = ['restore', file, '--into', urlOf(one), '--stopped', '--replace'];
    const killed = startNode(script, args, { WANHE_HOME: folder });
    await killed.line(/^已载入 district/);
    process.kill(killed.pid, 'SIGKILL');
    await killed.ended;
  }
  expect((await tablesOf(orm)).filter((name) => name !== 'mikro_orm_migrations')).toEqual([]);
  expect(await full.em.fork().execute('select count(*)::int as n from district')).toEqual([admin]);
  expect(await full.em.fork().count(Account)).toBe(0);
  await again(orm, file);
  expect(await everything(orm)).toEqual(await everything(source));
});

test('a restore is refused while processes of the house are connected', async () => {
  const orm = kept(await freshDatabase());
  await orm.em.fork().execute('select 1');
  const refused = startNode(script, ['restore', file, '--into', urlOf(orm)], { WANHE_HOME: folder });
  expect(await refused.ended).toBe(1);
  expect(refused.said()).toMatch(/还有 \d+ 个宛和的进程/);
});
