/** Applications nobody went on with are forgotten when their time is over, whether or not another begins. */
import type { Logger } from 'pino';
import { forgetApplications } from '../persistence/application.repository.ts';
import type { Orm } from '../persistence/orm.ts';
import { again } from './again.ts';

const EVERY_MS = 10 * 60_000;

/** Runs until `signal` aborts. Several may run. */
export function forgetOldApplications(orm: Orm, log: Logger, signal: AbortSignal): Promise<void> {
  return again({ failed: 'applications: not forgotten', everyMs: EVERY_MS, log, signal }, async () => {
    const forgotten = await forgetApplications(orm.em.fork(), new Date());
    if (forgotten > 0) log.info({ forgotten }, 'applications: forgotten');
    return EVERY_MS;
  });
}
