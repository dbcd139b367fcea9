/** How a worker or an employer comes to their own case without an account: a receipt number, a check code, then a cookie. */
import { createHmac, randomInt } from 'node:crypto';
import type { CaseId, PartyId } from '../domain/ids.ts';
import type { KeyRing } from './keys/key-ring.ts';
import { ringOf } from './keys/sealing-driver.ts';
import type { Em } from './orm.ts';
import { PartyCode, PartyVisit } from './party-access.entity.ts';

/** Without 0 O 1 I L, which people mistake for each other. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const LENGTH = 8;
const CODE = new RegExp(`^[${LETTERS}]{${LENGTH}}$`);
const NUMBER = /^\d{4}-\d{6}$/;

export type PartyFound = { caseId: CaseId; party: PartyId };

type IndexKey = KeyRing['indexes'][number];

/** Keyed: with the database alone the few codes there are cannot be tried out. */
const hashOf = (key: IndexKey, party: PartyId, code: string) =>
  `${key.id}:${createHmac('sha256', key.bytes).update(`check-code\0${party}\0${code}`).digest('base64url')}`;

/** In the caller's transaction: a fresh code for one party. The one before opens nothing from here on, nor do browsers it had opened. */
export async function giveCheckCode(em: Em, caseId: CaseId, party: PartyId, at: Date): Promise<string> {
  const code = Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  const codeHash = hashOf(ringOf(em.getDriver()).indexes.at(-1)!, party, code);
  await em.upsert(PartyCode, { partyId: party, caseId, codeHash, givenAt: at });
  await em.nativeDelete(PartyVisit, { partyId: party });
  return code;
}

/** As people type it: in any case and width, with blanks and dashes. */
const plain = (given: string) => given.normalize('NFKC').toUpperCase().replace(/\s/g, '');

/** Whose code it is on the case of this number. Null alike where there is no such case and where the code is none of its. */
export async function partyOfCode(em: Em, receiptNumber: string, given: string): Promise<PartyFound | null> {
  const code = plain(given).replace(/-/g, '');
  const number = plain(receiptNumber).replace(/[‐-―−－]/g, '-');
  if (!CODE.test(code) || !NUMBER.test(number)) return null;
  const rows = await em.execute<{ party: PartyId; caseId: CaseId; codeHash: string }[]>(
    `select c.party_id as party, c.case_id as "caseId", c.code_hash as "codeHash"
     from party_code c join dispute d on d.id = c.case_id where d.receipt_number = ?`,
    [number],
  );
  const keys = ringOf(em.getDriver()).indexes;
  const found = rows.find(({ party, codeHash }) => keys.some((key) => hashOf(key, party, code) === codeHash));
  return found === undefined ? null : { caseId: found.caseId, party: found.party };
}

export type Visit = PartyFound & { tokenHash: string; at: Date };

/** Those that were not used since `idleSince` are taken out on the way. */
export async function openVisit(
  em: Em,
  { caseId, party, tokenHash, at }: Visit,
  idleSince: Date,
): Promise<void> {
  await em.nativeDelete(PartyVisit, { seenAt: { $lte: idleSince } });
  em.create(PartyVisit, { tokenHash, caseId, partyId: party, startedAt: at, seenAt: at });
  await em.flush();
}

/** The living visit of a cookie, noted as used; null where it has ended. */
export async function noteVisit(
  em: Em,
  tokenHash: string,
  { now, idleSince, startedSince }: { now: Date; idleSince: Date; startedSince: Date },
): Promise<PartyFound | null> {
  const [row] = await em.execute<PartyFound[]>(
    `update party_visit set seen_at = greatest(seen_at, ?::timestamptz)
     where token_hash = ? and seen_at > ?::timestamptz and started_at > ?::timestamptz
     returning case_id as "caseId", party_id as party`,
    [now, tokenHash, idleSince, startedSince],
  );
  return row ?? null;
}

export async function endVisit(em: Em, tokenHash: string): Promise<void> {
  await em.nativeDelete(PartyVisit, { tokenHash });
}
