/** Makes what registers bring into cases, a chunk at a time; the relay then sends their commands. */
import { setTimeout as sleep } from 'node:timers/promises';
import { DriverException } from '@mikro-orm/core';
import type { Logger } from 'pino';
import type { LineProblem } from '../persistence/import.entity.ts';
import { refuseNextLine, writeLines } from '../persistence/import.repository.ts';
import type { Orm } from '../persistence/orm.ts';

const EVERY_MS = 500;
const CHUNK = 50;

/** Runs until `signal` aborts. `fault` is what is said of a line that nobody can write down. */
export async function writeImports(
  orm: Orm,
  fault: LineProblem,
  log: Logger,
  signal: AbortSignal,
  chunk = CHUNK,
): Promise<void> {
  for (let most = chunk; !signal.aborted; ) {
    let written = 0;
    try {
      written = await orm.em.fork().transactional((em) => writeLines(em, most, new Date()));
      most = chunk;
    } catch (error) {
      log.warn({ error: error instanceof Error ? error.name : 'unknown' }, 'imports: a chunk failed');
      // The line at fault is found alone.
      if (isHopeless(error) && most === 1) await refuse(orm, fault, log);
      most = isHopeless(error) && most > 1 ? 1 : chunk;
    }
    if (written === 0) await sleep(EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
}

async function refuse(orm: Orm, fault: LineProblem, log: Logger): Promise<void> {
  await orm.em
    .fork()
    .transactional((em) => refuseNextLine(em, fault))
    .catch((error: unknown) =>
      log.warn({ error: error instanceof Error ? error.name : 'unknown' }, 'imports: a line waits'),
    );
}

/** Data the database will never take (SQLSTATE classes 22, 23). */
function isHopeless(error: unknown): boolean {
  return error instanceof DriverException && /^2[23]/.test(String(error.code));
}
