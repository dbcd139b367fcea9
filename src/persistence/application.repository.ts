/** Applications that people fill in without an account: begun, saved, sent, and gone when their time is over. */
import { randomUUID } from 'node:crypto';
import { Refusal } from '../domain/refusal.ts';
import { Application, ApplicationFile } from './application.entity.ts';
import type { Em } from './orm.ts';

const MEGABYTES = 40;
/** All of it is sealed anew in the one transaction that gives the receipt number. */
export const applicationLimits = {
  files: 20,
  bytes: MEGABYTES * 1024 * 1024,
  megabytes: MEGABYTES,
} as const;

const DAY_MS = 86_400_000;
/** How long one that is not sent can be gone on with, and how long the last page of one that was sent shows its code. */
export const KEPT_MS = 7 * DAY_MS;
const SHOWN_MS = 30 * 60_000;

const livingAt = (now: Date) => ({
  savedSince: new Date(now.getTime() - KEPT_MS),
  sentSince: new Date(now.getTime() - SHOWN_MS),
});

export async function beginApplication(em: Em, tokenHash: string, at: Date): Promise<void> {
  em.create(Application, {
    ...{ id: randomUUID(), tokenHash, answers: {}, startedAt: at, savedAt: at, caseId: null },
  });
  await em.flush();
}

/** What has run out goes, with its files and the keys it was sealed with. Gives how many those were. */
export async function forgetApplications(em: Em, now: Date): Promise<number> {
  const { savedSince, sentSince } = livingAt(now);
  return em.transactional(async (inner) => {
    const over = await inner.execute<{ id: string }[]>(
      `delete from application where saved_at < ?::timestamptz or (case_id is not null and saved_at < ?::timestamptz) returning id`,
      [savedSince, sentSince],
    );
    const ids = over.map(({ id }) => id);
    await destroyKeys(inner, ids, now);
    return ids.length;
  });
}

async function destroyKeys(em: Em, owners: readonly string[], at: Date): Promise<void> {
  await em.execute(
    `update data_key set wrapped = null, destroyed_at = ?::timestamptz where owner = any(string_to_array(?, ','))`,
    [at, owners.join(',')],
  );
}

/** Null where there is none of this browser's that is still alive. */
export async function findApplication(em: Em, tokenHash: string, now: Date): Promise<Application | null> {
  const { savedSince, sentSince } = livingAt(now);
  const found = await em.findOne(Application, { tokenHash });
  const since = found?.caseId ? sentSince : savedSince;
  return found !== null && found.savedAt >= since ? found : null;
}

/** Before two who send the same at once. */
export async function lockApplication(em: Em, id: string): Promise<void> {
  await em.execute('select 1 from application where id = ? for update', [id]);
}

/** With what it was sealed with: nothing of it can be read any more. */
export async function endApplication(em: Em, id: string, at: Date): Promise<void> {
  await em.transactional(async (inner) => {
    await inner.nativeDelete(Application, { id });
    await destroyKeys(inner, [id], at);
  });
}

export type FileRow = Pick<ApplicationFile, 'id' | 'name' | 'mediaType' | 'bytes' | 'sha256'>;

export async function listApplicationFiles(em: Em, applicationId: string): Promise<FileRow[]> {
  return em.find(ApplicationFile, { applicationId }, { orderBy: { addedAt: 'asc', id: 'asc' } });
}

/** Puts one step's answers in the place of what was there; of two at once neither is lost. */
export async function saveAnswers(
  em: Em,
  id: string,
  change: (answers: Record<string, unknown>) => Record<string, unknown>,
  at: Date,
): Promise<void> {
  await em.transactional(async (own) => {
    await lockApplication(own, id);
    const application = await own.findOneOrFail(Application, { id });
    own.assign(application, { answers: change(application.answers), savedAt: at });
  });
}

export type FileGiven = Omit<ApplicationFile, 'addedAt' | 'applicationId' | 'id'>;

/** Files that are there already are passed over. Refuses `evidence/too-many`, `evidence/case-full` at the limits. */
export async function addFiles(em: Em, id: string, files: readonly FileGiven[], at: Date): Promise<void> {
  await em.transactional(async (own) => {
    await lockApplication(own, id);
    const there = await listApplicationFiles(own, id);
    const fresh = files.filter(({ sha256 }) => !there.some((one) => one.sha256 === sha256));
    const all = [...there, ...fresh];
    if (all.length > applicationLimits.files)
      throw new Refusal('evidence/too-many', { most: applicationLimits.files });
    if (all.reduce((sum, { bytes }) => sum + bytes, 0) > applicationLimits.bytes)
      throw new Refusal('evidence/case-full', { megabytes: applicationLimits.megabytes });
    for (const [index, one] of fresh.entries()) {
      const addedAt = new Date(at.getTime() + index);
      own.create(ApplicationFile, { ...one, id: randomUUID(), applicationId: id, addedAt });
    }
    await own.nativeUpdate(Application, { id }, { savedAt: at });
  });
}

export async function removeFile(em: Em, applicationId: string, id: string): Promise<boolean> {
  return (await em.nativeDelete(ApplicationFile, { applicationId, id })) > 0;
}
