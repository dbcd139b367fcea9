/** Whether the parts a process lives on are there now: asked of the parts themselves, never remembered. */
import { setTimeout as sleep } from 'node:timers/promises';
import { isSchemaCurrent } from './migrate.ts';
import type { Orm } from './orm.ts';

export type Parts = Record<string, () => Promise<boolean>>;
export type Readiness = Record<string, boolean> & { ok: boolean };

/** A part that says nothing is not there. */
const PATIENCE_MS = 3000;

/** The record: it answers and takes writes, and every migration of this code has run. */
export function recordParts(orm: Orm): Parts {
  return {
    async database() {
      const [row] = await orm.em
        .fork()
        .execute<{ mode: string }[]>(`select current_setting('transaction_read_only') as mode`);
      return row?.mode === 'off';
    },
    schema: () => isSchemaCurrent(orm.em.fork()),
  };
}

/** Asks all parts at once. Whoever asks while others wait for the answer gets the same one. */
export function askParts(parts: Parts): () => Promise<Readiness> {
  let asking: Promise<Readiness> | null = null;
  return () => {
    asking ??= askEach(parts).finally(() => {
      asking = null;
    });
    return asking;
  };
}

async function askEach(parts: Parts): Promise<Readiness> {
  const asked = Object.entries(parts).map(async ([name, ask]) => [name, await inTime(ask)] as const);
  const answers = Object.fromEntries(await Promise.all(asked));
  return { ok: Object.values(answers).every(Boolean), ...answers };
}

async function inTime(ask: () => Promise<boolean>): Promise<boolean> {
  const late = new AbortController();
  const never = sleep(PATIENCE_MS, false, { signal: late.signal }).catch(() => false);
  try {
    return await Promise.race([ask(), never]);
  } catch {
    return false;
  } finally {
    late.abort();
  }
}
