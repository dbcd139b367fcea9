/** What a backup says of itself: the last thing in it, by which everything before is checked. */
import type { SequenceAt } from './catalogue.ts';
import type { CopySession } from './copy-session.ts';

export const FORMAT = 1;
export const MANIFEST = 'manifest.json';
/** After it: its own SHA-256, so that a changed manifest shows as well. */
export const MANIFEST_HASH = 'manifest.sha256';
export const TABLES = 'tables/';

export type TableKept = { name: string; columns: string[]; rows: number; bytes: number; sha256: string };

export type Manifest = {
  system: 'wanhe';
  format: typeof FORMAT;
  /** Of the software that wrote it. */
  version: string;
  /** What was committed before is in it, what was committed later is not. ISO 8601. */
  moment: string;
  server: string;
  migrations: string[];
  tables: TableKept[];
  sequences: SequenceAt[];
  record: RecordCount;
  /** The master keys without which its sealed columns cannot be read; the keys themselves are not in it. */
  keys: string[];
};

/** How much the record held, and one hash over every case's id, seq and head of its chain. */
export type RecordCount = {
  cases: number;
  openCases: number;
  events: number;
  papers: number;
  heads: string;
};

export async function countRecord(ask: CopySession['ask']): Promise<RecordCount> {
  const [count] = await ask<RecordCount>(
    `select count(*)::int as cases, (count(*) filter (where is_open))::int as "openCases",
       (select count(*)::int from case_event) as events, (select count(*)::int from paper) as papers,
       coalesce(encode(sha256(convert_to(string_agg(id::text || ' ' || seq || ' ' || head_hash, E'\\n' order by id), 'UTF8')), 'hex'), '') as heads
     from case_record`,
  );
  return count!;
}
