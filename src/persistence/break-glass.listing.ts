/** Every breaking of the glass, as those concerned read it. */
import type { AccountId, CaseId, DistrictCode } from '../domain/ids.ts';
import type { Em } from './orm.ts';
import { containing, type Page, type PageAsked, pageSql, readPage, readSort } from './page.ts';

export type BreakGlassRow = {
  id: string;
  at: Date;
  until: Date;
  account: AccountId;
  accountName: string;
  accountDistrictName: string;
  case: CaseId;
  receiptNumber: string;
  district: DistrictCode;
  districtName: string;
  reason: string;
};

const sorts = { at: 'g.at', until: 'g.until', receiptNumber: 'd.receipt_number' };
export const breakGlassSorts = Object.keys(sorts);

export type BreakGlassAsked = PageAsked & {
  /** Of cases of these districts, */
  districts: readonly DistrictCode[];
  /** of cases that this account carries, and those it opened itself. */
  account: AccountId;
  /** A fragment of a receipt number or of the opener's name. */
  q?: string | undefined;
  district?: DistrictCode | undefined;
  case?: CaseId | undefined;
};

export async function listBreakGlass(em: Em, asked: BreakGlassAsked): Promise<Page<BreakGlassRow>> {
  const { after, tail, params } = pageSql(asked, sorts, 'g.id');
  const { column } = readSort(asked, sorts);
  const where = ['(c.district in (?) or c.owner = ? or g.account_id = ?)'];
  const values: unknown[] = [[...asked.districts, ''], asked.account, asked.account];
  const add = (sql: string, ...given: unknown[]) => {
    where.push(sql);
    values.push(...given);
  };
  if (asked.district !== undefined) add('c.district = ?', asked.district);
  if (asked.case !== undefined) add('g.case_id = ?', asked.case);
  if (asked.q !== undefined) {
    const fragment = containing(asked.q);
    add('(d.receipt_number ilike ? or a.name ilike ?)', fragment, fragment);
  }
  return readPage<BreakGlassRow>(
    em,
    `select g.id, g.at, g.until, g.account_id as account, a.name as "accountName", s.name as "accountDistrictName",
       g.case_id as case, d.receipt_number as "receiptNumber", c.district, t.name as "districtName", g.reason,
       (${column})::text as "sortValue"
     from break_glass g join account a on a.id = g.account_id join district s on s.code = a.district
       join case_record c on c.id = g.case_id join dispute d on d.id = g.case_id join district t on t.code = c.district
     where ${where.join(' and ')}${after}${tail}`,
    [...values, ...params],
    asked,
  );
}
