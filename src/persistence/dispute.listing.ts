/** Disputes as lists and pages read them. */
import type { ClaimHead } from '../domain/claim.ts';
import type { Day } from '../domain/day.ts';
import type { DisputeState } from '../domain/dispute/state.ts';
import type { AccountId, CaseId, DistrictCode, PartyId } from '../domain/ids.ts';
import { type Fen, fen } from '../domain/money.ts';
import { readSnapshot } from '../domain/story.ts';
import { askedWords, disputesWith } from './asked-words.ts';
import { type Agent, Claim, Dispute, type Elements, type Gender, Party } from './dispute.entity.ts';
import type { Em } from './orm.ts';
import { type Page, type PageAsked, pageSql, readPage, readSort } from './page.ts';

export type DisputeRow = {
  id: CaseId;
  receiptNumber: string;
  district: DistrictCode;
  districtName: string;
  state: string;
  channel: string;
  receivedOn: Day;
  worker: string;
  workerCount: number;
  employer: string;
  amount: Fen;
  owner: string;
  ownerName: string;
  nextAction: string | null;
  nextOn: Day | null;
};

const sorts = {
  receivedOn: 'c.opened_on',
  nextOn: "coalesce(c.next_on, '9999-12-31'::date)",
  amount: 'd.amount_fen',
  receiptNumber: 'd.receipt_number',
};
export const disputeSorts = Object.keys(sorts);

export type DisputesAsked = PageAsked & {
  districts: readonly DistrictCode[];
  /** Words, all of which fit: a party's name, also as it is read aloud, or one of the dispute's numbers. */
  q?: string | undefined;
  state?: string | undefined;
  channel?: string | undefined;
  district?: string | undefined;
  owner?: string | undefined;
  isOpen?: boolean | undefined;
  /** Only these. */
  ids?: readonly CaseId[] | undefined;
  /** The next step is due no earlier than the one day and no later than the other. */
  from?: Day | null | undefined;
  until?: Day | undefined;
};

export async function listDisputes(em: Em, asked: DisputesAsked): Promise<Page<DisputeRow>> {
  const { after, tail, params } = pageSql(asked, sorts, 'c.id');
  const { column } = readSort(asked, sorts);
  const where: string[] = [`c.story = 'dispute'`, 'c.district in (?)'];
  const values: unknown[] = [[...asked.districts, '']];
  const add = (sql: string, ...given: unknown[]) => {
    where.push(sql);
    values.push(...given);
  };
  if (asked.state !== undefined) add('c.state = ?', asked.state);
  if (asked.channel !== undefined) add('d.channel = ?', asked.channel);
  if (asked.district !== undefined) add('c.district = ?', asked.district);
  if (asked.owner !== undefined) add('c.owner = ?', asked.owner);
  if (asked.from) add('c.next_on >= ?::date', asked.from);
  if (asked.until) add('c.next_on <= ?::date', asked.until);
  if (asked.isOpen !== undefined) add('c.is_open = ?', asked.isOpen);
  if (asked.ids !== undefined) add('c.id = any(?::uuid[])', `{${asked.ids.join(',')}}`);
  for (const word of asked.q === undefined ? [] : askedWords(asked.q)) {
    const { sql, values } = disputesWith(word);
    add(`c.id in (select f.id from (${sql}) f)`, ...values);
  }
  return readPage<DisputeRow>(
    em,
    `select c.id, d.receipt_number as "receiptNumber", c.district, t.name as "districtName", c.state, d.channel,
       c.opened_on::text as "receivedOn", d.amount_fen::float8 as amount, c.owner,
       coalesce(a.name, '') as "ownerName", c.next_action as "nextAction", c.next_on::text as "nextOn",
       (select p.name from party p where p.dispute_id = d.id and p.side = 'worker' order by p.no limit 1) as worker,
       (select count(*)::int ${workersOf('c')}) as "workerCount",
       (select p.name from party p where p.dispute_id = d.id and p.side = 'employer' order by p.no limit 1) as employer,
       (${column})::text as "sortValue"
     from case_record c join dispute d on d.id = c.id join district t on t.code = c.district
       left join account a on a.id::text = c.owner
     where ${where.join(' and ')}${after}${tail}`,
    [...values, ...params],
    asked,
  );
}

/** The workers `w` of a case; those who went to a case of their own are counted there. */
export const workersOf = (record: string): string =>
  `from party w where w.dispute_id = ${record}.id and w.side = 'worker' and not exists (
     select 1 from jsonb_array_elements(${record}.snapshot->'left') l
     where l->>'party' = w.id::text and l->>'dispute' is not null)`;

/** Referrals of ours that this account still carries. */
export async function countOpenReferrals(
  em: Em,
  owner: AccountId,
  districts: readonly DistrictCode[],
): Promise<number> {
  const [row] = await em.execute<{ n: number }[]>(
    `select count(*)::int as n from case_record where story = 'referral' and is_open and owner = ? and district in (?)`,
    [owner, [...districts, '']],
  );
  return row?.n ?? 0;
}

export type PartyRow = {
  id: PartyId;
  side: 'worker' | 'employer';
  name: string;
  phone: string | null;
  idNumber: string | null;
  address: string | null;
  creditCode: string | null;
  representative: string | null;
  kind: string | null;
  agent: Agent | null;
  isConsenting: boolean | null;
  gender: Gender | null;
  bornOn: Day | null;
};

/** The last working of a claim line, as the law answered it. */
export type WorkingRow = {
  seq: number;
  kind: string;
  amount: Fen;
  steps: { text: string; amount: string }[];
  articles: string[];
  warnings: string[];
  pack: string;
};

export type ClaimRow = {
  no: number;
  head: ClaimHead;
  amount: Fen;
  basis: string;
  party: PartyId | null;
  from: Day | null;
  until: Day | null;
  facts: object | null;
  working: WorkingRow | null;
};

export type DisputeDetail = {
  snapshot: DisputeState;
  receiptNumber: string;
  districtName: string;
  ownerName: string;
  place: string;
  since: Day;
  facts: string;
  amount: Fen;
  externalNumber: string | null;
  elements: Elements;
  parties: PartyRow[];
  claims: ClaimRow[];
};

export async function readDispute(em: Em, id: CaseId): Promise<DisputeDetail | null> {
  const [row] = await em.execute<Pick<DisputeDetail, 'snapshot' | 'districtName' | 'ownerName'>[]>(
    `select c.snapshot, t.name as "districtName", coalesce(a.name, '') as "ownerName"
     from case_record c join district t on t.code = c.district
       left join account a on a.id::text = c.owner where c.id = ? and c.story = 'dispute'`,
    [id],
  );
  const dispute = await em.findOne(Dispute, { id });
  if (row === undefined || dispute === null) return null;
  const { receiptNumber, place, since, facts, elements, amount, externalNumber } = dispute;
  const parties = await em.find(Party, { disputeId: id }, { orderBy: { no: 'asc' } });
  return {
    ...{ ...row, snapshot: readSnapshot(row.snapshot) as DisputeState },
    ...{ receiptNumber, place, since, facts, elements, amount: fen(Number(amount)) },
    externalNumber: externalNumber ?? null,
    parties: parties.map(partyRowOf),
    claims: await readClaims(em, id),
  };
}

function partyRowOf({ details, ...party }: Party): PartyRow {
  const { id, side, name } = party;
  return {
    ...{ id, side, name, phone: party.phone ?? null, address: party.address ?? null },
    ...{ idNumber: party.idNumber ?? null, creditCode: party.creditCode ?? null },
    ...{ representative: party.representative ?? null, kind: party.kind ?? null, agent: party.agent ?? null },
    isConsenting: typeof details.isConsenting === 'boolean' ? details.isConsenting : null,
    ...{ gender: party.gender ?? null, bornOn: party.bornOn ?? null },
  };
}

async function readClaims(em: Em, disputeId: CaseId): Promise<ClaimRow[]> {
  const claims = await em.find(Claim, { disputeId }, { orderBy: { no: 'asc' } });
  const workings = await em.execute<{ no: number; working: WorkingRow }[]>(
    `select distinct on (w.no) w.no, json_build_object('seq', w.seq, 'kind', w.kind, 'amount', w.amount_fen,
       'steps', w.steps, 'articles', w.articles, 'warnings', w.warnings, 'pack', w.pack) as working
     from claim_working w where w.dispute_id = ? order by w.no, w.seq desc`,
    [disputeId],
  );
  const last = new Map(workings.map(({ no, working }) => [no, working]));
  return claims.map(({ no, head, amount, basis, party, fromDay, untilDay, facts }) => ({
    ...{ no, head, amount: fen(Number(amount)), basis, party: party ?? null },
    ...{
      from: fromDay ?? null,
      until: untilDay ?? null,
      facts: facts ?? null,
      working: last.get(no) ?? null,
    },
  }));
}
