/** Writes every table of the schema, as of one moment, into one compressed tar, while the house goes on. */
import { createHash } from 'node:crypto';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createZstdCompress } from 'node:zlib';
import { IsolationLevel } from '@mikro-orm/core';
import { pack as packTar } from 'tar-stream';
import { Refusal } from '../../domain/refusal.ts';
import type { Orm } from '../orm.ts';
import { listSequences, listTables, MIGRATIONS, quoted, type TableShape } from './catalogue.ts';
import { type CopySession, inCopySession } from './copy-session.ts';
import {
  countRecord,
  FORMAT,
  MANIFEST,
  MANIFEST_HASH,
  type Manifest,
  TABLES,
  type TableKept,
} from './manifest.ts';

/** A tar names an entry's size before its content. A table goes in pieces of this size: neither memory nor a second file in plain text is needed. */
const PIECE_BYTES = 1 << 20;

type Put = (name: string, content: Buffer) => Promise<void>;

/** `say` is told of each table once it is in. `to` is ended. */
export async function writeBackup(
  orm: Orm,
  to: Writable,
  version: string,
  say: (table: TableKept) => void = () => undefined,
): Promise<Manifest> {
  const options = { isolationLevel: IsolationLevel.REPEATABLE_READ, readOnly: true };
  return inCopySession(orm, options, async (session) => {
    const tar = packTar();
    const zstd = createZstdCompress({ params: { [constants.ZSTD_c_checksumFlag]: 1 } });
    const arrived = pipeline(tar, zstd, to);
    const put: Put = (name, content) =>
      new Promise((resolve, reject) => {
        const header = { name, mode: 0o600, mtime: session.moment };
        const entry = tar.entry(header, content, (error) => (error ? reject(error) : resolve()));
        entry.once('error', reject);
      });
    const filled = fill(session, version, put, say).then((manifest) => {
      tar.finalize();
      return manifest;
    });
    filled.catch((error: Error) => tar.destroy(error));
    const [manifest] = await Promise.all([filled, arrived]);
    return manifest;
  });
}

async function fill(
  session: CopySession,
  version: string,
  put: Put,
  say: (table: TableKept) => void,
): Promise<Manifest> {
  const { ask, moment } = session;
  // A policy on rows shall fail the backup rather than thin it out.
  await ask('set local row_security = off');
  const shapes = await listTables(ask);
  if (!shapes.some(({ name }) => name === MIGRATIONS)) throw new Refusal('backup/nothing-there');
  const [server] = await ask<{ version: string }>(`select current_setting('server_version') as version`);
  const tables: TableKept[] = [];
  for (const shape of shapes) {
    const kept = await putTable(session, shape, put);
    tables.push(kept);
    say(kept);
  }
  const migrations = await ask<{ name: string }>(`select name from ${MIGRATIONS} order by id`);
  const manifest: Manifest = {
    system: 'wanhe',
    format: FORMAT,
    version,
    moment: moment.toISOString(),
    server: server!.version,
    migrations: migrations.map(({ name }) => name),
    tables,
    sequences: await listSequences(ask),
    record: await countRecord(ask),
    keys: await keysOf(ask, shapes),
  };
  const content = Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`);
  await put(MANIFEST, content);
  await put(MANIFEST_HASH, Buffer.from(createHash('sha256').update(content).digest('hex')));
  return manifest;
}

async function putTable(session: CopySession, shape: TableShape, put: Put): Promise<TableKept> {
  const { name, columns, isPartitioned } = shape;
  const list = columns.map(quoted).join(', ');
  const from = isPartitioned ? `(select ${list} from ${quoted(name)})` : `${quoted(name)} (${list})`;
  const hash = createHash('sha256');
  const copying = session.copyOut(`copy ${from} to stdout (format binary)`);
  let bytes = 0;
  let held: Buffer[] = [];
  let size = 0;
  let piece = 0;
  const flush = async () => {
    const content = Buffer.concat(held, size);
    [held, size, piece] = [[], 0, piece + 1];
    hash.update(content);
    bytes += content.length;
    await put(`${TABLES}${name}/${String(piece).padStart(8, '0')}`, content);
  };
  for await (const chunk of copying as AsyncIterable<Buffer>) {
    held.push(chunk);
    size += chunk.length;
    if (size >= PIECE_BYTES) await flush();
  }
  if (size > 0) await flush();
  // How many there were is told after the last of them, and heard by the time the next question is answered.
  await session.ask('select 1');
  return { name, columns, rows: copying.rowCount, bytes, sha256: hash.digest('hex') };
}

/** The ids of the master keys that wrap the keys of sealed columns. */
async function keysOf(ask: CopySession['ask'], shapes: TableShape[]): Promise<string[]> {
  const sealed = shapes.find(({ name }) => name === 'data_key');
  if (!sealed?.columns.includes('master')) return [];
  const rows = await ask<{ master: string }>('select distinct master from data_key order by master');
  return rows.map(({ master }) => master);
}
