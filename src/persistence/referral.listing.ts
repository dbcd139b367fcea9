/** Referrals as lists read them. */
import type { Day } from '../domain/day.ts';
import type { BodyId, CaseId, DistrictCode } from '../domain/ids.ts';
import { type AskedWord, askedWords, disputesWith, numbered, type Sql, union } from './asked-words.ts';
import type { Em } from './orm.ts';
import { type Page, type PageAsked, pageSql, readPage, readSort } from './page.ts';

export type ReferralRow = {
  id: CaseId;
  parent: CaseId | null;
  parentNumber: string | null;
  /** The dispute an incoming one opened. */
  child: CaseId | null;
  childNumber: string | null;
  state: string;
  outcome: string | null;
  fromBody: BodyId;
  fromName: string;
  toBody: BodyId;
  toName: string;
  /** How an incoming one came, and its number with the other body. */
  channel: string | null;
  otherNumber: string | null;
  district: DistrictCode;
  urgency: string;
  openedOn: Day;
  nextOn: Day | null;
  /** The last day of the hop that runs. */
  dueOn: Day | null;
};

export type ReferralsAsked = PageAsked & {
  /** Referrals of these districts, */
  districts: readonly DistrictCode[];
  /** or those sent to this body, or by it to us. */
  toBody: BodyId | null;
  /** Words, all of which fit: a number of it or of its dispute, a party's name. */
  q?: string | undefined;
  parent?: CaseId | undefined;
  state?: string | undefined;
  /** As the asker sees it: their body's, where they have one, else the union's. */
  direction?: 'incoming' | 'outgoing' | undefined;
  channel?: string | undefined;
  /** Either end of it. */
  body?: BodyId | undefined;
  /** Whose hop, or else the next step, is due no earlier than the one day and no later than the other. */
  from?: Day | null | undefined;
  until?: Day | undefined;
};

const referralSorts = {
  openedOn: 'c.opened_on',
  nextOn: "coalesce(c.next_on, '9999-12-31'::date)",
};

/** By its number with the other body; what its letter says is sealed until it opens a dispute. */
export function referralsBroughtWith(word: AskedWord): Sql {
  return numbered('r.id', 'referral r', 'r.other_number', word);
}

/** The referrals that a word fits: its number with the other body, and the dispute on either end. */
export function referralsWith(word: AskedWord): Sql {
  const disputes = disputesWith(word);
  return union(referralsBroughtWith(word), {
    sql: `select r.id, f.rank from (select id, unnest(array[parent_id, child_id]) as dispute_id from referral) r
        join (${disputes.sql}) f on f.id = r.dispute_id`,
    values: disputes.values,
  });
}

/** The same by what the other body knows of it: what it wrote itself, and the disputes it has been handed and has kept. */
export function referralsSeenWith(word: AskedWord): Sql {
  const disputes = disputesWith(word);
  return union(referralsBroughtWith(word), {
    sql: `select r.id, f.rank from referral r join (${disputes.sql}) f on f.id = r.parent_id
        where not exists (select 1 from case_event v where v.case_id = r.id and v.kind in ('referral-recalled', 'referral-returned'))`,
    values: disputes.values,
  });
}

/** Of an incoming one the channel is known. */
export const INCOMING = 'r.channel is not null';
/** The hop that runs: any open clock of a referral is one. */
export const DUE = '(select min(k.due_on) from clock k where k.case_id = c.id and k.ended_on is null)';

export async function listReferrals(em: Em, asked: ReferralsAsked): Promise<Page<ReferralRow>> {
  const { after, tail, params } = pageSql(asked, referralSorts, 'c.id');
  const { column } = readSort(asked, referralSorts);
  const mine = asked.toBody ?? '';
  const where = [
    `c.story = 'referral'`,
    `(c.district in (?) or (r.to_body = ? and c.state not in ('new', 'drafted')) or (r.from_body = ? and ${INCOMING}))`,
  ];
  const values: unknown[] = [[...asked.districts, ''], mine, mine];
  const need = (condition: string, ...given: unknown[]) => {
    where.push(condition);
    values.push(...given);
  };
  if (asked.parent !== undefined) need('r.parent_id = ?', asked.parent);
  if (asked.state !== undefined) need('c.state = ?', asked.state);
  if (asked.channel !== undefined) need('r.channel = ?', asked.channel);
  if (asked.body !== undefined) need('(r.from_body = ? or r.to_body = ?)', asked.body, asked.body);
  if (asked.from) need(`coalesce(${DUE}, c.next_on) >= ?::date`, asked.from);
  if (asked.until) need(`coalesce(${DUE}, c.next_on) <= ?::date`, asked.until);
  if (asked.direction !== undefined && asked.toBody === null)
    need(asked.direction === 'incoming' ? INCOMING : `not (${INCOMING})`);
  else if (asked.direction !== undefined)
    need(asked.direction === 'incoming' ? 'r.to_body = ?' : 'r.from_body = ?', mine);
  for (const word of asked.q === undefined ? [] : askedWords(asked.q)) {
    const ours = referralsWith(word);
    const theirs = referralsSeenWith(word);
    need(
      `(c.district in (?) and c.id in (select f.id from (${ours.sql}) f) or c.id in (select f.id from (${theirs.sql}) f))`,
      [...asked.districts, ''],
      ...ours.values,
      ...theirs.values,
    );
  }
  return readPage<ReferralRow>(
    em,
    `select c.id, r.parent_id as parent, d.receipt_number as "parentNumber", r.child_id as child,
       o.receipt_number as "childNumber", c.state, c.snapshot->>'outcome' as outcome,
       r.from_body as "fromBody", f.name as "fromName", r.to_body as "toBody", b.name as "toName", r.channel,
       r.other_number as "otherNumber", c.district, r.urgency, c.opened_on::text as "openedOn",
       c.next_on::text as "nextOn", ${DUE}::text as "dueOn", (${column})::text as "sortValue"
     from case_record c join referral r on r.id = c.id left join dispute d on d.id = r.parent_id
       left join dispute o on o.id = r.child_id join body f on f.id = r.from_body join body b on b.id = r.to_body
     where ${where.join(' and ')}${after}${tail}`,
    [...values, ...params],
    asked,
  );
}
