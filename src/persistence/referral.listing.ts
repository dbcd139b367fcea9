/** Referrals as lists read them. */
import type { Day } from '../domain/day.ts';
import type { BodyId, CaseId, DistrictCode } from '../domain/ids.ts';
import type { Em } from './orm.ts';
import { type Page, type PageAsked, pageSql, readPage, readSort } from './page.ts';

export type ReferralRow = {
  id: CaseId;
  parent: CaseId | null;
  parentNumber: string | null;
  state: string;
  fromBody: BodyId;
  fromName: string;
  toBody: BodyId;
  toName: string;
  district: DistrictCode;
  urgency: string;
  openedOn: Day;
  nextOn: Day | null;
};

export type ReferralsAsked = PageAsked & {
  /** Referrals of these districts, */
  districts: readonly DistrictCode[];
  /** or those sent to this body. */
  toBody: BodyId | null;
  parent?: CaseId | undefined;
  state?: string | undefined;
};

const referralSorts = {
  openedOn: 'c.opened_on',
  nextOn: "coalesce(c.next_on, '9999-12-31'::date)",
};

export async function listReferrals(em: Em, asked: ReferralsAsked): Promise<Page<ReferralRow>> {
  const { after, tail, params } = pageSql(asked, referralSorts, 'c.id');
  const { column } = readSort(asked, referralSorts);
  const where = [
    `c.story = 'referral'`,
    `(c.district in (?) or (r.to_body = ? and c.state not in ('new', 'drafted')))`,
  ];
  const values: unknown[] = [[...asked.districts, ''], asked.toBody ?? ''];
  if (asked.parent !== undefined) {
    where.push('r.parent_id = ?');
    values.push(asked.parent);
  }
  if (asked.state !== undefined) {
    where.push('c.state = ?');
    values.push(asked.state);
  }
  return readPage<ReferralRow>(
    em,
    `select c.id, r.parent_id as parent, d.receipt_number as "parentNumber", c.state, r.from_body as "fromBody", f.name as "fromName",
       r.to_body as "toBody", b.name as "toName", c.district, r.urgency, c.opened_on::text as "openedOn",
       c.next_on::text as "nextOn", (${column})::text as "sortValue"
     from case_record c join referral r on r.id = c.id left join dispute d on d.id = r.parent_id
       join body f on f.id = r.from_body join body b on b.id = r.to_body
     where ${where.join(' and ')}${after}${tail}`,
    [...values, ...params],
    asked,
  );
}
