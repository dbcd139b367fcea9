/** The anchors as files, one a day: kept apart from the database, they tell what it was like. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { isDay } from '../domain/day.ts';
import { anchoredKinds } from '../persistence/audit-anchor.entity.ts';
import { listAnchors, readSignedAnchor, type SignedAnchor } from '../persistence/audit-anchor.repository.ts';
import type { AnchorFiles } from '../persistence/audit-anchors.ts';
import type { Orm } from '../persistence/orm.ts';
import { keyIdOf } from './anchor-key.ts';

const fileOf = (dir: string, day: string) => join(dir, `${day}.json`);

/** Writes the anchors of which the folder has no file, and the public key beside them. Answers how many. */
export async function exportAnchors(orm: Orm, dir: string, publicKey?: string): Promise<number> {
  mkdirSync(dir, { recursive: true });
  if (publicKey !== undefined) writeOnce(join(dir, `public-key-${keyIdOf(publicKey)}.pem`), publicKey);
  let written = 0;
  for (
    let rows = await listAnchors(orm.em);
    rows.length > 0;
    rows = await listAnchors(orm.em, rows.at(-1)!.no)
  )
    for (const row of rows) {
      if (existsSync(fileOf(dir, row.day))) continue;
      const signed = await readSignedAnchor(orm.em, row);
      writeOnce(fileOf(dir, row.day), `${JSON.stringify(signed, undefined, 1)}\n`);
      written += 1;
    }
  return written;
}

/** Whole or not at all; what is there stays. */
function writeOnce(path: string, content: string): void {
  if (existsSync(path)) return;
  const part = `${path}.${process.pid}`;
  writeFileSync(part, content);
  renameSync(part, path);
}

const signedAnchor = z.object({
  anchor: z.object({
    no: z.int(),
    day: z.string(),
    at: z.string(),
    cases: z.int(),
    events: z.int(),
    readings: z.int(),
    previousHash: z.string(),
    keyId: z.string(),
    heads: z.array(
      z.object({ kind: z.enum(anchoredKinds), chain: z.string(), seq: z.int(), hash: z.string() }),
    ),
  }),
  hash: z.string(),
  signature: z.string(),
});

/** The exported anchors of a folder, each read when it is asked for. What is none any more answers as changed. */
export function anchorFilesIn(dir: string): AnchorFiles {
  const days = readdirSync(dir)
    .filter((name) => name.endsWith('.json') && isDay(name.slice(0, -5)))
    .map((name) => name.slice(0, -5))
    .sort();
  return { days, read: (day) => readSigned(fileOf(dir, day)) ?? spoilt(day) };
}

function readSigned(path: string): SignedAnchor | null {
  try {
    const parsed = signedAnchor.safeParse(JSON.parse(readFileSync(path, 'utf8')));
    return parsed.success ? (parsed.data as SignedAnchor) : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function spoilt(day: string): SignedAnchor {
  const nothing = { no: 0, at: '', cases: 0, events: 0, readings: 0, previousHash: '', keyId: '', heads: [] };
  return { anchor: { ...nothing, day: day as SignedAnchor['anchor']['day'] }, hash: '', signature: '' };
}

/** The public keys that lie beside the anchors. */
export function publicKeysIn(dir: string): string[] {
  return readdirSync(dir)
    .filter((name) => /^public-key-[0-9a-f]+\.pem$/.test(name))
    .map((name) => readFileSync(join(dir, name), 'utf8'));
}
