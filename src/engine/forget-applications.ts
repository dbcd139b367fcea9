/** Applications nobody went on with are forgotten when their time is over, whether or not another begins. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { forgetApplications } from '../persistence/application.repository.ts';
import type { Orm } from '../persistence/orm.ts';

const EVERY_MS = 10 * 60_000;

/** Runs until `signal` aborts. Several may run. */
export async function forgetOldApplications(orm: Orm, log: Logger, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      const forgotten = await forgetApplications(orm.em.fork(), new Date());
      if (forgotten > 0) log.info({ forgotten }, 'applications: forgotten');
    } catch (error) {
      log.warn(
        { error: error instanceof Error ? error.name : 'unknown' },
        'applications: not forgotten, tried again',
      );
    }
    await sleep(EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
}
