/** Once a day, soon after midnight or the start, the chains are anchored and the anchor is exported. */
import type { Logger } from 'pino';
import { dayAt } from '../domain/day.ts';
import { anchorDay, type Signer } from '../persistence/audit-anchor.repository.ts';
import type { Orm } from '../persistence/orm.ts';
import { again } from './again.ts';
import { exportAnchors } from './anchor-files.ts';

const EVERY_MS = 10 * 60_000;

export type Anchoring = { orm: Orm; signer: Signer & { publicKey: string }; dir: string; now: () => Date };

/** Runs until `signal` aborts. Several may run: a day has one anchor, and each folder its copy. */
export function anchorDaily(anchoring: Anchoring, log: Logger, signal: AbortSignal): Promise<void> {
  const { orm, signer, dir, now } = anchoring;
  return again({ failed: 'audit: not anchored', everyMs: EVERY_MS, log, signal }, async () => {
    const at = now();
    const { anchor, isNew } = await anchorDay(orm.em, { day: dayAt(at.getTime()), at, signer });
    const written = await exportAnchors(orm, dir, signer.publicKey);
    if (isNew) log.info({ no: anchor.no, day: anchor.day, written }, 'audit: anchored');
    return EVERY_MS;
  });
}
