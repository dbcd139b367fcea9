/** Reads a backup: whole and unchanged, or not at all. */
import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createZstdDecompress } from 'node:zlib';
import { extract } from 'tar-stream';
import { Refusal } from '../../domain/refusal.ts';
import { FORMAT, MANIFEST, MANIFEST_HASH, type Manifest, TABLES } from './manifest.ts';

/** What is done with a table's pieces, in their order; all of a table come one after the other. */
export type TakePiece = (table: string, content: Buffer) => Promise<void>;

/** Reads to the end; throws a refusal where the file is cut short, changed, or no backup. */
export async function readBackup(path: string, take: TakePiece = async () => undefined): Promise<Manifest> {
  const hashes = new Map<string, { hash: Hash; bytes: number }>();
  const told: { manifest?: Buffer; hash?: string } = {};
  const tar = extract();
  const unpacked = pipeline(createReadStream(path), createZstdDecompress(), tar).catch((error: unknown) => {
    throw unreadable(error);
  });
  const read = (async () => {
    for await (const entry of tar) {
      const { name } = entry.header;
      const parts: Buffer[] = [];
      for await (const part of entry) parts.push(part as Buffer);
      const content = Buffer.concat(parts);
      if (name === MANIFEST) told.manifest = content;
      else if (name === MANIFEST_HASH) told.hash = content.toString('utf8');
      else if (name.startsWith(TABLES)) {
        const table = name.slice(TABLES.length, name.lastIndexOf('/'));
        const kept = hashes.get(table) ?? { hash: createHash('sha256'), bytes: 0 };
        kept.hash.update(content);
        kept.bytes += content.length;
        hashes.set(table, kept);
        await take(table, content);
      }
    }
  })();
  // What broke the reading is told by the side where it broke, and ends the other.
  const [unpackedEnd, readEnd] = await Promise.allSettled([
    unpacked,
    read.catch((error: Error) => {
      tar.destroy(error);
      throw error;
    }),
  ]);
  const isFault = (end: PromiseSettledResult<unknown>): end is PromiseRejectedResult =>
    end.status === 'rejected';
  for (const end of [unpackedEnd, readEnd])
    if (isFault(end) && end.reason instanceof Refusal) throw end.reason;
  for (const end of [readEnd, unpackedEnd]) if (isFault(end)) throw end.reason;
  return check(told, hashes);
}

function check(
  { manifest: content, hash }: { manifest?: Buffer; hash?: string },
  hashes: Map<string, { hash: Hash; bytes: number }>,
): Manifest {
  if (content === undefined || hash === undefined) throw new Refusal('backup/cut-short');
  if (createHash('sha256').update(content).digest('hex') !== hash)
    throw new Refusal('backup/changed', { where: MANIFEST });
  const manifest = JSON.parse(content.toString('utf8')) as Manifest;
  if (manifest.system !== 'wanhe') throw new Refusal('backup/unreadable');
  if (manifest.format !== FORMAT) throw new Refusal('backup/newer', { what: [`format ${manifest.format}`] });
  for (const { name, bytes, sha256 } of manifest.tables) {
    const kept = hashes.get(name);
    if (kept?.bytes !== bytes || kept.hash.digest('hex') !== sha256)
      throw new Refusal('backup/changed', { where: name });
    hashes.delete(name);
  }
  for (const where of hashes.keys()) throw new Refusal('backup/changed', { where });
  return manifest;
}

function unreadable(error: unknown): unknown {
  const { code } = error as { code?: string };
  if (code === 'Z_BUF_ERROR') return new Refusal('backup/cut-short');
  if (code === 'ZSTD_error_prefix_unknown') return new Refusal('backup/unreadable');
  if (code?.startsWith('ZSTD_error')) return new Refusal('backup/changed', { where: 'zstd' });
  // tar-stream tells by its sentence alone.
  if (error instanceof Error && /tar|Unexpected end|Writable stream closed/.test(error.message))
    return new Refusal('backup/changed', { where: 'tar' });
  return error;
}
