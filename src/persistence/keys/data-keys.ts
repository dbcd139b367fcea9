/** Data keys as the database holds them: made when first needed, unwrapped once and kept in memory for a while. */
import { randomBytes } from 'node:crypto';
import { open, seal } from './cipher.ts';
import type { KeyRing } from './key-ring.ts';

/** Runs SQL in the transaction of what is being read or written. */
export type Ask = <Row>(sql: string, params: unknown[]) => Promise<Row[]>;

export type OpenKey = { no: number; bytes: Buffer };

type KeyRow = { no: number; owner: string; master: string; wrapped: Buffer | null };

/** What was sealed with a key that has been destroyed. */
export class KeyDestroyed extends Error {
  override readonly name = 'KeyDestroyed';
  constructor(owner: string) {
    super(`the data key of ${owner} has been destroyed`);
  }
}

/** The master key that wraps a data key is not in the ring. */
export class MasterMissing extends Error {
  override readonly name = 'MasterMissing';
  constructor(id: string) {
    super(`the master key ${id} is not in the ring`);
  }
}

const placeOf = (owner: string) => `data_key/${owner}`;

/** A data key's bytes as they are kept. */
export function wrap(ring: KeyRing, owner: string, bytes: Buffer): { master: string; wrapped: Buffer } {
  const master = ring.masters.at(-1)!;
  return { master: master.id, wrapped: seal({ no: 0, bytes: master.bytes }, placeOf(owner), bytes) };
}

export function unwrap(ring: KeyRing, { owner, master, wrapped }: Omit<KeyRow, 'no'>): Buffer {
  if (wrapped === null) throw new KeyDestroyed(owner);
  const key = ring.masters.find(({ id }) => id === master);
  if (key === undefined) throw new MasterMissing(master);
  return open(key.bytes, placeOf(owner), wrapped);
}

const KEPT_MS = 60_000;
const KEPT = 10_000;

/** Of one process. Sealing always asks the database, so that a key rolled back with its transaction is never used again. */
export class DataKeys {
  readonly #ring: KeyRing;
  readonly #kept = new Map<number, Buffer>();

  constructor(ring: KeyRing) {
    this.#ring = ring;
  }

  /** By number, for opening. Throws KeyDestroyed, MasterMissing. */
  async byNo(ask: Ask, numbers: Iterable<number>): Promise<Map<number, Buffer>> {
    const found = new Map<number, Buffer>();
    const missing: number[] = [];
    for (const no of new Set(numbers)) {
      const kept = this.#kept.get(no);
      if (kept !== undefined) found.set(no, kept);
      else missing.push(no);
    }
    if (missing.length === 0) return found;
    const rows = await ask<KeyRow>(
      `select no, owner, master, wrapped from data_key where no = any(string_to_array(?, ',')::int[])`,
      [missing.join(',')],
    );
    for (const row of rows) found.set(row.no, this.#keep(row).bytes);
    return found;
  }

  /** By owner, for sealing; made where there is none. Throws KeyDestroyed, MasterMissing. */
  async byOwner(ask: Ask, owners: readonly string[]): Promise<Map<string, OpenKey>> {
    const rows = await this.#rowsOf(ask, owners);
    const known = new Set(rows.map(({ owner }) => owner));
    // In one order, so that two transactions that need the same ones do not wait for each other.
    for (const owner of owners.filter((one) => !known.has(one)).sort()) {
      const { master, wrapped } = wrap(this.#ring, owner, randomBytes(32));
      const made = await ask<KeyRow>(
        `insert into data_key (owner, master, wrapped, created_at) values (?, ?, ?, now())
         on conflict (owner) do nothing returning no, owner, master, wrapped`,
        [owner, master, wrapped],
      );
      rows.push(...(made.length > 0 ? made : await this.#rowsOf(ask, [owner])));
    }
    return new Map(rows.map((row) => [row.owner, this.#keep(row)]));
  }

  #rowsOf(ask: Ask, owners: readonly string[]): Promise<KeyRow[]> {
    return ask<KeyRow>(
      `select no, owner, master, wrapped from data_key where owner = any(string_to_array(?, ','))`,
      [owners.join(',')],
    );
  }

  #keep(row: KeyRow): OpenKey {
    const bytes = unwrap(this.#ring, row);
    if (this.#kept.size >= KEPT) this.#kept.clear();
    // Within a minute nothing in memory opens what was sealed with a key that has been destroyed.
    if (this.#kept.size === 0) setTimeout(() => this.#kept.clear(), KEPT_MS).unref();
    this.#kept.set(row.no, bytes);
    return { no: row.no, bytes };
  }
}

/** Masters that wrap data keys of this database and are not in the ring. */
export async function mastersMissing(ask: Ask, ring: KeyRing): Promise<string[]> {
  const rows = await ask<{ master: string }>(
    'select distinct master from data_key where wrapped is not null order by 1',
    [],
  );
  return rows.map(({ master }) => master).filter((master) => !ring.masters.some(({ id }) => id === master));
}
