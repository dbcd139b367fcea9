/** A backup of a filled record against a bare COPY of the same tables to nowhere, in the same run. */
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { startEmbeddedPostgres } from '../../src/engine/embedded-postgres.ts';
import { currentPack } from '../../src/law/packs.ts';
import { listTables, quoted } from '../../src/persistence/backup/catalogue.ts';
import { inCopySession } from '../../src/persistence/backup/copy-session.ts';
import { readBackup } from '../../src/persistence/backup/read-backup.ts';
import { restoreBackup } from '../../src/persistence/backup/restore-backup.ts';
import { writeBackup } from '../../src/persistence/backup/write-backup.ts';
import { type Orm, openOrm } from '../../src/persistence/orm.ts';
import { plantPack } from '../../src/persistence/rule-pack.repository.ts';
import { plantCity, plantDemo } from '../../src/persistence/seeds/plant.ts';
import { removeHome, temporaryHome } from '../engine/homes.ts';
import { testRing } from '../engine/keys.ts';

const ROUNDS = 3;
const CASES = 20_000;
const EVENTS_EACH = 10;
const PAPERS = 2000;

/** Seconds, the medians of three alternating rounds; `ratio`: of a backup to the bare copy; `MBs`: of the tables' bytes. */
export async function bench(): Promise<object> {
  const home = temporaryHome();
  const postgres = await startEmbeddedPostgres({ home, isDurable: false });
  const orm = await openOrm(postgres.url, testRing, 4);
  try {
    await orm.migrator.up();
    await plantPack(orm, currentPack, new Date());
    await plantCity(orm);
    await plantDemo(orm, new Date());
    await fill(orm);
    const file = join(home, 'bench.wanhe');
    const bare: number[] = [];
    const backup: number[] = [];
    let bytes = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      bare.push(await seconds(() => bareCopy(orm)));
      backup.push(
        await seconds(async () => {
          const { tables } = await writeBackup(orm, createWriteStream(file, { flush: true }), 'bench');
          bytes = tables.reduce((sum, table) => sum + table.bytes, 0);
        }),
      );
    }
    const verify = await seconds(() => readBackup(file));
    const manifest = await readBackup(file);
    const restore = await seconds(() => restoreBackup(orm, file, manifest, { replace: true }));
    const [b, c] = [median(backup), median(bare)];
    return {
      ...{ cases: CASES, events: CASES * EVENTS_EACH, megabytes: Math.round(bytes / 1e6) },
      ...{ backup: b, bare: c, ratio: round(b / c), MBs: round(bytes / 1e6 / b) },
      ...{ verify: round(verify), restore: round(restore) },
    };
  } finally {
    await orm.close(true);
    await postgres.stop();
    removeHome(home);
  }
}

/** Cases as like as need be: snapshots and events of the usual size, papers that no packing makes smaller. */
async function fill(orm: Orm): Promise<void> {
  const copy = (table: string, columns: Record<string, string>, from: string) =>
    orm.em
      .fork()
      .execute(
        `insert into ${table} (${Object.keys(columns).join(', ')}) select ${Object.values(columns).join(', ')} from ${from}`,
      );
  const record = await orm.em
    .fork()
    .execute<{ column: string }[]>(
      `select column_name as column from information_schema.columns where table_name = 'case_record' and is_generated = 'NEVER'`,
    );
  const columns = Object.fromEntries(
    record.map(({ column }) => [`"${column}"`, column === 'id' ? 'gen_random_uuid()' : `c."${column}"`]),
  );
  await copy('case_record', columns, `(select * from case_record limit 1) c, generate_series(1, ${CASES})`);
  await orm.em.fork().execute(
    `insert into case_event (case_id, seq, command_id, kind, on_day, actor, recorded_at, event, texts_hash, previous_hash, hash)
     select c.id, n, c.id || ':' || n, 'other-side-consulted', now()::date, c.owner, now(), c.snapshot, md5(c.id::text || n), '', ''
     from case_record c, generate_series(1, ${EVENTS_EACH}) n`,
  );
  await orm.em.fork().execute(
    `insert into paper (id, case_id, seq, kind, about, number, issuer, issued_on, facts, check_code, status, file)
     select gen_random_uuid(), c.id, 1, 'minutes', '', c.id::text, '', now()::date, '{}', c.id::text, 'drawn',
       (select decode(string_agg(md5(c.id::text || i), ''), 'hex') from generate_series(1, 2500) i)
     from (select id from case_record limit ${PAPERS}) c`,
  );
}

async function bareCopy(orm: Orm): Promise<void> {
  await inCopySession(orm, { readOnly: true }, async ({ ask, copyOut }) => {
    for (const { name } of await listTables(ask))
      await pipeline(
        copyOut(`copy ${quoted(name)} to stdout (format binary)`),
        new Writable({ write: (_chunk, _encoding, done) => done() }),
      );
  });
}

async function seconds(run: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await run();
  return round((performance.now() - from) / 1000);
}

const median = (all: number[]) => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)]!;
const round = (figure: number) => Math.round(figure * 100) / 100;
