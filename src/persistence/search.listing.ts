/** One box for everything: disputes, referrals and papers of one's districts, best fits first, newest first among them. */
import type { Day } from '../domain/day.ts';
import type { CaseId, DistrictCode } from '../domain/ids.ts';
import { type AskedWord, disputesWith, foldNumber, numbered, type Sql } from './asked-words.ts';
import type { PartySide } from './dispute.entity.ts';
import { isNamed } from './name-keys.ts';
import type { Em } from './orm.ts';
import { referralsBroughtWith } from './referral.listing.ts';

/** What a word was found in, and what stands there. */
export type Match = {
  by: PartySide | 'receipt-number' | 'external-number' | 'other-number' | 'party' | 'paper-number' | 'title';
  text: string;
};

export type Sought = { words: readonly AskedWord[]; districts: readonly DistrictCode[]; most: number };

/** Ids that every word leads to, with how well each does at its best. */
function allOf(words: readonly AskedWord[], ofOne: (word: AskedWord) => Sql): Sql {
  const each = words.map(ofOne);
  const tables = each.map(
    ({ sql }, at) => `(select id, min(rank) as rank from (${sql}) u group by id) w${at}`,
  );
  const [first = '', ...rest] = tables;
  const ranks = each.map((_, at) => `w${at}.rank`).join(' + ');
  return {
    sql: `select id, ${ranks} as rank from ${[first, ...rest.map((one) => `${one} using (id)`)].join(' join ')}`,
    values: each.flatMap(({ values }) => values),
  };
}

type Dispute = {
  id: CaseId;
  receiptNumber: string;
  externalNumber: string | null;
  state: string;
  openedOn: Day;
  worker: string;
  workerCount: number;
  employer: string;
};

export async function searchDisputes(em: Em, sought: Sought): Promise<(Dispute & { matched: Match[] })[]> {
  const { sql, values } = allOf(sought.words, disputesWith);
  const name = (side: PartySide) =>
    `coalesce((select p.name from party p where p.dispute_id = d.id and p.side = '${side}' order by p.no limit 1), '')`;
  const rows = await em.execute<Dispute[]>(
    `select d.id, d.receipt_number as "receiptNumber", d.external_number as "externalNumber", f.state,
       f.opened_on::text as "openedOn", ${name('worker')} as worker, ${name('employer')} as employer,
       (select count(*)::int from party p where p.dispute_id = d.id and p.side = 'worker') as "workerCount"
     from (select c.id, c.state, c.opened_on, f.rank from (${sql}) f join case_record c on c.id = f.id
       where c.district in (?) order by f.rank, c.opened_on desc, c.id limit ?) f
     join dispute d on d.id = f.id order by f.rank, f.opened_on desc, f.id`,
    [...values, [...sought.districts, ''], sought.most],
  );
  const parties = await partiesOf(
    em,
    rows.map(({ id }) => id),
    sought.words,
  );
  return rows.map((row) => ({
    ...row,
    matched: sought.words.map((word) => {
      const { receiptNumber, externalNumber } = row;
      if (receiptNumber === word.receipt || holds(receiptNumber, word))
        return { by: 'receipt-number', text: receiptNumber };
      if (externalNumber !== null && holds(externalNumber, word))
        return { by: 'external-number', text: externalNumber };
      return namesIn(
        parties.filter(({ dispute }) => dispute === row.id),
        word,
      );
    }),
  }));
}

const holds = (number: string, word: AskedWord) =>
  word.number !== '' && foldNumber(number).includes(word.number);

type Named = { dispute: CaseId; side: PartySide; name: string; agent: string | null };

/** Only those who are named so: a group has thousands. */
async function partiesOf(em: Em, ids: readonly CaseId[], words: readonly AskedWord[]): Promise<Named[]> {
  if (ids.length === 0) return [];
  const any = words.map(() => 'p.searched ~ ?').join(' or ');
  return em.execute<Named[]>(
    `select p.dispute_id as dispute, p.side, p.name from party p
     where p.dispute_id in (?) and (${any}) order by p.no limit 1000`,
    [[...ids], ...words.map(({ name }) => `(?n)${name}`)],
  );
}

function namesIn(parties: readonly Named[], word: AskedWord): Match {
  const own = parties.find(({ name }) => isNamed(name, word));
  return own === undefined ? { by: 'party', text: word.typed } : { by: own.side, text: own.name };
}

/** A list is never empty in SQL: no case is called that. */
const NONE = '00000000-0000-0000-0000-000000000000';

type Referral = {
  id: CaseId;
  state: string;
  openedOn: Day;
  fromName: string;
  toName: string;
  otherNumber: string | null;
  receiptNumber: string | null;
};

/** Its number elsewhere fits, or it is one of the disputes that were found. */
export async function searchReferrals(
  em: Em,
  sought: Sought,
  disputes: readonly CaseId[],
): Promise<(Referral & { matched: Match[] })[]> {
  const { sql, values } = allOf(sought.words, referralsBroughtWith);
  const rows = await em.execute<Referral[]>(
    `select r.id, c.state, c.opened_on::text as "openedOn", a.name as "fromName", b.name as "toName",
       r.other_number as "otherNumber", d.receipt_number as "receiptNumber"
     from (select id, min(rank) as rank from (${sql}
         union all select id, 4 from referral where parent_id in (?) or child_id in (?)) u group by id) f
       join case_record c on c.id = f.id join referral r on r.id = f.id
       join body a on a.id = r.from_body join body b on b.id = r.to_body
       left join dispute d on d.id = coalesce(r.parent_id, r.child_id)
     where c.district in (?) order by f.rank, c.opened_on desc, r.id limit ?`,
    [...values, [...disputes, NONE], [...disputes, NONE], [...sought.districts, ''], sought.most],
  );
  return rows.map((row) => ({
    ...row,
    matched: sought.words.map((word) => {
      const { receiptNumber, otherNumber } = row;
      if (otherNumber !== null && holds(otherNumber, word)) return { by: 'other-number', text: otherNumber };
      const isReceipt = receiptNumber === word.receipt || holds(receiptNumber ?? '', word);
      if (receiptNumber !== null && isReceipt) return { by: 'receipt-number', text: receiptNumber };
      return { by: 'party', text: word.typed };
    }),
  }));
}

type Numbered = {
  id: string;
  case: CaseId;
  story: string;
  kind: string;
  number: string;
  issuedOn: Day;
  receiptNumber: string | null;
};

export async function searchPapers(em: Em, sought: Sought): Promise<(Numbered & { matched: Match[] })[]> {
  const { sql, values } = allOf(sought.words, (word) => numbered('p.id', 'paper p', 'p.number', word));
  const rows = await em.execute<Numbered[]>(
    `select p.id, p.case_id as case, c.story, p.kind, p.number, p.issued_on::text as "issuedOn",
       d.receipt_number as "receiptNumber"
     from (${sql}) f join paper p on p.id = f.id join case_record c on c.id = p.case_id
       left join referral r on r.id = p.case_id left join dispute d on d.id = coalesce(r.parent_id, r.child_id, p.case_id)
     where p.status <> 'void' and c.district in (?) order by f.rank, p.issued_on desc, p.number limit ?`,
    [...values, [...sought.districts, ''], sought.most],
  );
  return rows.map((row) => ({ ...row, matched: [{ by: 'paper-number', text: row.number }] }));
}
