/** What waits for a second person: corrections of what has legal effect, files to be opened again. */
import type { Day } from '../domain/day.ts';
import type { Approval } from '../domain/dispute/parts.ts';
import type { AccountId, CaseId, DistrictCode } from '../domain/ids.ts';
import { CaseText, type Texts } from './case-event.entity.ts';
import type { Em } from './orm.ts';
import { type Page, type PageAsked, pageSql, readPage, readSort } from './page.ts';

export type RequestRow = {
  id: string;
  case: CaseId;
  /** The case's, for who decides on what they saw. */
  seq: number;
  receiptNumber: string;
  state: string;
  district: DistrictCode;
  districtName: string;
  owner: AccountId;
  ownerName: string;
  approval: Approval;
  byName: string;
  approverName: string;
  dueOn: Day;
  /** The words of the request. */
  texts: Texts;
};

const sorts = { dueOn: 'k.due_on' };
export const requestSorts = Object.keys(sorts);

export type RequestsAsked = PageAsked & {
  districts: readonly DistrictCode[];
  district?: DistrictCode | undefined;
  what?: Approval['what'] | undefined;
};

/** Each has a task of its case, by whose number it is found. */
export async function listRequests(em: Em, asked: RequestsAsked): Promise<Page<RequestRow>> {
  const id = "(k.case_id::text || '/' || k.key)";
  const { after, tail, params } = pageSql(asked, sorts, id);
  const { column } = readSort(asked, sorts);
  const where = [`k.why = 'decide-request'`, `c.story = 'dispute'`, 'c.district in (?)'];
  const values: unknown[] = [[...asked.districts, '']];
  if (asked.district !== undefined) {
    where.push('c.district = ?');
    values.push(asked.district);
  }
  if (asked.what !== undefined) {
    where.push(`p.approval->>'what' = ?`);
    values.push(asked.what);
  }
  const page = await readPage<Omit<RequestRow, 'texts'>>(
    em,
    `select ${id} as id, c.id as case, c.seq, d.receipt_number as "receiptNumber", c.state, c.district,
       t.name as "districtName", c.owner, coalesce(o.name, '') as "ownerName", p.approval,
       coalesce(b.name, '') as "byName", coalesce(a.name, '') as "approverName", k.due_on::text as "dueOn",
       (${column})::text as "sortValue"
     from task k join case_record c on c.id = k.case_id join dispute d on d.id = c.id join district t on t.code = c.district
       join lateral (select p as approval from jsonb_array_elements(c.snapshot->'approvals') p
         where k.key = 'decide-request:' || (p->>'no')) p on true
       left join account o on o.id::text = c.owner left join account b on b.id::text = p.approval->>'by'
       left join account a on a.id::text = p.approval->>'approver'
     where ${where.join(' and ')}${after}${tail}`,
    [...values, ...params],
    asked,
  );
  const items = page.items.map(async (row) => {
    // The request has the number of the event that made it.
    const written = await em.fork().findOne(CaseText, { caseId: row.case, seq: row.approval.no });
    return { ...row, texts: written?.texts ?? {} };
  });
  return { ...page, items: await Promise.all(items) };
}
