/** The reading log as lists read it. */
import type { Day } from '../domain/day.ts';
import type { AccountId, CaseId, DistrictCode } from '../domain/ids.ts';
import type { ReadingKind } from '../domain/reading.ts';
import type { Em } from './orm.ts';
import { containing, type Page, type PageAsked, pageSql, readPage, readSort } from './page.ts';

export type ReadingRow = {
  id: string;
  at: Date;
  account: AccountId;
  /** Empty for an account that is none of people's. */
  accountName: string;
  what: ReadingKind;
  case: CaseId | null;
  receiptNumber: string | null;
  about: string | null;
  reason: string | null;
  rowCount: number | null;
};

const ID = `(r.account || '/' || r.no)`;
const sorts = { at: 'r.at', accountName: `coalesce(a.name, '')` };
export const readingSorts = Object.keys(sorts);

export type ReadingsAsked = PageAsked & {
  /** Readings of these districts' cases, and what else these districts' people looked at. */
  districts: readonly DistrictCode[];
  /** A dispute's come with those of its referrals. */
  case?: CaseId | undefined;
  account?: AccountId | undefined;
  what?: ReadingKind | undefined;
  /** Days in Shanghai, both included. */
  from?: Day | undefined;
  until?: Day | undefined;
  /** A fragment of the reader's name, or of the receipt number. */
  q?: string | undefined;
};

const midnight = (day: string) => `(${day}::timestamp at time zone 'Asia/Shanghai')`;
const conditions = {
  case: '(r.case_id = ? or r.case_id in (select id from referral where parent_id = ?))',
  account: 'r.account = ?',
  what: 'r.what = ?',
  from: `r.at >= ${midnight('?::date')}`,
  until: `r.at < ${midnight('(?::date + 1)')}`,
  q: '(a.name ilike ? or coalesce(d.receipt_number, p.receipt_number) ilike ?)',
} as const;

export async function listReadings(em: Em, asked: ReadingsAsked): Promise<Page<ReadingRow>> {
  const { after, tail, params } = pageSql(asked, sorts, ID);
  const { column } = readSort(asked, sorts);
  const where = ['coalesce(c.district, a.district) in (?)'];
  const values: unknown[] = [[...asked.districts, '']];
  for (const [name, sql] of Object.entries(conditions)) {
    const given = asked[name as keyof typeof conditions];
    if (given === undefined) continue;
    where.push(sql);
    const value = name === 'q' ? containing(given) : given;
    values.push(...Array.from({ length: sql.split('?').length - 1 }, () => value));
  }
  return readPage<ReadingRow>(
    em,
    `select ${ID} as id, r.at, r.account, coalesce(a.name, '') as "accountName", r.what, r.case_id as case,
       coalesce(d.receipt_number, p.receipt_number) as "receiptNumber", r.about, r.reason, r.row_count as "rowCount",
       (${column})::text as "sortValue"
     from reading r left join account a on a.id::text = r.account left join case_record c on c.id = r.case_id
       left join dispute d on d.id = r.case_id left join referral f on f.id = r.case_id
       left join dispute p on p.id = f.parent_id
     where ${where.join(' and ')}${after}${tail}`,
    [...values, ...params],
    asked,
  );
}
