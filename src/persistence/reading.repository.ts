/** Puts on record who looked at what. A right answer that shows people's data is not given without it. */
import type { AccountId, CaseId } from '../domain/ids.ts';
import { REPEAT_MINUTES, type ReadingKind, readEachTime } from '../domain/reading.ts';
import { CHAIN_START, hashReading } from './hash-chain.ts';
import type { Em } from './orm.ts';

export type ReadingNoted = {
  by: AccountId;
  at: Date;
  what: ReadingKind;
  case?: CaseId | null;
  /** Which paper, file or list: an id or a code, never a name. */
  about?: string | null;
  reason?: string | null;
  rowCount?: number | null;
};

type Before = { no: number | null; hash: string | null; isRepeat: boolean };

/** One statement, so that looking again costs one round trip. */
const BEFORE = `select l.no, l.hash, exists (
    select 1 from reading r where r.account = ? and r.at > ?::timestamptz and r.at <= ?::timestamptz and r.what = ?
      and r.case_id is not distinct from ?::uuid and r.about is not distinct from ?::text
      and r.reason is not distinct from ?::text) as "isRepeat"
  from (select 1) one
    left join lateral (select no, hash from reading where account = ? order by no desc limit 1) l on true`;

/** In the caller's transaction, or in one of its own. What the same account looked at within ten minutes is not noted again. */
export async function noteReading(em: Em, noted: ReadingNoted): Promise<void> {
  const { by, at, what, case: caseId = null, about = null, reason = null, rowCount = null } = noted;
  const since = new Date(at.getTime() - REPEAT_MINUTES * 60_000);
  for (;;) {
    const [before] = await em.execute<Before[]>(BEFORE, [by, since, at, what, caseId, about, reason, by]);
    if (before?.isRepeat && !readEachTime.has(what)) return;
    const unhashed = {
      ...{ account: by, no: (before?.no ?? 0) + 1, at, what, caseId, about, reason, rowCount },
      previousHash: before?.hash ?? CHAIN_START,
    };
    // Two of one account at the same moment: the number goes to one, the other asks again what is before it.
    const written = await em.execute<unknown[]>(
      `insert into reading (account, no, at, what, case_id, about, reason, row_count, previous_hash, hash)
       values (?, ?, ?::timestamptz, ?, ?::uuid, ?, ?, ?, ?, ?) on conflict do nothing returning no`,
      [...Object.values(unhashed), hashReading(unhashed)],
    );
    if (written.length > 0) return;
  }
}
