/** Look-alikes: the same people at odds before, and what is on record of an employer. */
import type { ClaimHead } from '../domain/claim.ts';
import type { Day } from '../domain/day.ts';
import { COLLECTIVE } from '../domain/dispute/group.ts';
import type { AccountId, CaseId, DistrictCode } from '../domain/ids.ts';
import { workersOf } from './dispute.listing.ts';
import { blindsOf } from './keys/blind-index.ts';
import { ringOf } from './keys/sealing-driver.ts';
import type { Em } from './orm.ts';

export type LookedFor = {
  workers: readonly {
    name?: string | undefined;
    idNumber?: string | undefined;
    phone?: string | undefined;
  }[];
  employers: readonly { name?: string | undefined; creditCode?: string | undefined }[];
};

/** What parties are found by: names as the database's index writes them, numbers as keyed hashes. */
type Keys = {
  workerIds: string[];
  workerPhones: string[];
  workerNames: string[];
  employerNames: string[];
  employerCodes: string[];
};

export type MatchedBy = 'worker-id' | 'worker-phone' | 'worker-name+employer';
export type Duplicate = {
  case: CaseId;
  receiptNumber: string;
  state: string;
  receivedOn: Day;
  matchedBy: MatchedBy[];
  owner: AccountId;
  heads: ClaimHead[];
};
/** `elsewhere`: cases of districts the asker does not read are only counted. */
export type Duplicates = { duplicates: Duplicate[]; elsewhere: number };

const MOST = 50;

/** Disputes that are open, or were closed on `since` or later. */
export async function findDuplicates(
  em: Em,
  looked: LookedFor,
  since: Day,
  districts: readonly DistrictCode[],
): Promise<Duplicates> {
  const { sql, values } = duplicatesSql(await keysOf(em, looked), since);
  const rows = await em.execute<(Duplicate & { district: DistrictCode })[]>(sql, values);
  const own = rows.filter(({ district }) => districts.includes(district));
  return {
    duplicates: own.slice(0, MOST).map(({ district: _, ...row }) => row),
    elsewhere: rows.length - own.length,
  };
}

/** A blank stands in an empty list: no key has one. */
const listed = (keys: readonly string[]) => [...keys, ' '];

function duplicatesSql(keys: Keys, since: Day): { sql: string; values: unknown[] } {
  const { found, values } = matchesSql(keys);
  return {
    sql: `select c.id as case, d.receipt_number as "receiptNumber", c.state, c.opened_on::text as "receivedOn",
       c.owner, c.district, array_agg(distinct f.by) as "matchedBy",
       (select array_agg(l.head order by l.no) from claim l where l.dispute_id = c.id) as heads
     from (${found}) f join case_record c on c.id = f.dispute_id join dispute d on d.id = c.id
     where c.is_open or d.closed_on >= ?
     group by c.id, d.id order by c.opened_on desc, d.receipt_number desc`,
    values: [...values, since],
  };
}

/** One index look-up for each way two disputes may be about the same people. */
export function matchesSql(keys: Keys): { found: string; values: unknown[] } {
  return {
    found: `select p.dispute_id, 'worker-id' as by from party p where p.side = 'worker' and p.id_number_blind in (?)
     union all
     select p.dispute_id, 'worker-phone' from party p
       where p.side = 'worker' and p.phone_blind in (?)
     union all
     select w.dispute_id, 'worker-name+employer'
       from party w join party e on e.dispute_id = w.dispute_id and e.side = 'employer'
       where w.side = 'worker' and name_key(w.name) in (?)
         and (name_key(e.name) in (?) or e.credit_code in (?))`,
    values: [
      listed(keys.workerIds),
      listed(keys.workerPhones),
      listed(keys.workerNames),
      listed(keys.employerNames),
      listed(keys.employerCodes),
    ],
  };
}

export async function keysOf(em: Em, { workers, employers }: LookedFor): Promise<Keys> {
  const asked = {
    workerIds: blindsOf(ringOf(em.getDriver()), 'id-number', said(workers.map(({ idNumber }) => idNumber))),
    workerPhones: blindsOf(ringOf(em.getDriver()), 'phone', said(workers.map(({ phone }) => phone))),
    employerCodes: said(employers.map(({ creditCode }) => creditCode)),
  };
  const [keys] = await em.execute<Pick<Keys, 'workerNames' | 'employerNames'>[]>(
    `select ${normalised('name_key')} as "workerNames", ${normalised('name_key')} as "employerNames"`,
    [workers.map(({ name }) => name), employers.map(({ name }) => name)].map((texts) =>
      JSON.stringify(said(texts)),
    ),
  );
  return { ...asked, ...keys! };
}

const normalised = (key: string) =>
  `(select coalesce(array_agg(k) filter (where k <> ''), '{}') from (select ${key}(v) as k from jsonb_array_elements_text(?::jsonb) v))`;

const said = (texts: readonly (string | undefined)[]) =>
  texts.filter((text): text is string => text !== undefined && text !== '');

export type EmployerHistory = {
  total: number;
  open: number;
  collective: number;
  agreed: number;
  failed: number;
  defaulted: number;
  lastOn: Day | null;
  /** The latest twenty of the asker's districts. */
  cases: { case: CaseId; receiptNumber: string; state: string; receivedOn: Day; workerCount: number }[];
  elsewhere: number;
};

const SHOWN = 20;

type HistoryRow = EmployerHistory['cases'][number] & {
  district: DistrictCode;
  isOpen: boolean;
  isAgreed: boolean;
  isFailed: boolean;
  isDefaulted: boolean;
  isCollective: boolean;
};

/** What is on record of an employer, by its credit code or its name, in the whole city. */
export async function employerHistory(
  em: Em,
  employer: LookedFor['employers'][number],
  districts: readonly DistrictCode[],
  except?: CaseId,
): Promise<EmployerHistory> {
  const { sql, values } = historySql(await keysOf(em, { workers: [], employers: [employer] }));
  const rows = (await em.execute<HistoryRow[]>(sql, values)).filter((row) => row.case !== except);
  const own = rows.filter(({ district }) => districts.includes(district));
  const count = (is: (row: HistoryRow) => boolean) => rows.filter(is).length;
  return {
    total: rows.length,
    open: count(({ isOpen }) => isOpen),
    collective: count(({ isCollective }) => isCollective),
    agreed: count(({ isAgreed }) => isAgreed),
    failed: count(({ isFailed }) => isFailed),
    defaulted: count(({ isDefaulted }) => isDefaulted),
    lastOn: rows[0]?.receivedOn ?? null,
    cases: own.slice(0, SHOWN).map((row) => ({
      case: row.case,
      receiptNumber: row.receiptNumber,
      state: row.state,
      receivedOn: row.receivedOn,
      workerCount: row.workerCount,
    })),
    elsewhere: rows.length - own.length,
  };
}

export function historySql(keys: Keys): { sql: string; values: unknown[] } {
  // An imported case began with what had happened to it before.
  const happened = (kind: string, ...states: string[]) =>
    `exists (select 1 from case_event v where v.case_id = c.id and (v.kind = '${kind}'
       or v.kind = 'dispute-imported' and coalesce(v.event->'facts'->>'outcome', v.event->'facts'->>'state')
          in (${states.map((state) => `'${state}'`).join(', ')})))`;
  return {
    sql: `select c.id as case, d.receipt_number as "receiptNumber", c.state, c.opened_on::text as "receivedOn",
       c.district, c.is_open as "isOpen",
       (select count(*)::int ${workersOf('c')}) as "workerCount",
       (select count(*) from party w where w.dispute_id = c.id and w.side = 'worker') >= ${COLLECTIVE} as "isCollective",
       ${happened('agreement-signed', 'agreed', 'performing', 'performed', 'defaulted')} as "isAgreed", ${happened('mediation-failed', 'failed')} as "isFailed",
       ${happened('default-declared', 'defaulted')} as "isDefaulted"
     from (select p.dispute_id from party p where p.side = 'employer' and p.credit_code in (?)
       union select p.dispute_id from party p where p.side = 'employer' and name_key(p.name) in (?)) f
       join case_record c on c.id = f.dispute_id join dispute d on d.id = c.id
     order by c.opened_on desc, d.receipt_number desc`,
    values: [listed(keys.employerCodes), listed(keys.employerNames)],
  };
}
