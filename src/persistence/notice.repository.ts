/** Notices: read by the one they are for, and marked as seen once. */
import type { NoticeKind } from '../domain/break-glass.ts';
import type { AccountId, CaseId } from '../domain/ids.ts';
import { Refusal } from '../domain/refusal.ts';
import { Notice } from './notice.entity.ts';
import type { Em } from './orm.ts';
import { containing, type Page, type PageAsked, pageSql, readPage, readSort } from './page.ts';

export type NoticeRow = {
  id: string;
  kind: NoticeKind;
  facts: Record<string, string>;
  at: Date;
  seenAt: Date | null;
  case: CaseId;
  receiptNumber: string;
  /** Whoever gave occasion to it. */
  by: AccountId;
  byName: string;
};

const sorts = { at: 'n.at', receiptNumber: `coalesce(d.receipt_number, '')` };
export const noticeSorts = Object.keys(sorts);

export type NoticesAsked = PageAsked & {
  account: AccountId;
  id?: string | undefined;
  /** A fragment of a receipt number or of a name. */
  q?: string | undefined;
  isSeen?: boolean | undefined;
};

export async function listNotices(em: Em, asked: NoticesAsked): Promise<Page<NoticeRow>> {
  const { after, tail, params } = pageSql(asked, sorts, 'n.id');
  const { column } = readSort(asked, sorts);
  const where = ['n.account_id = ?'];
  const values: unknown[] = [asked.account];
  const add = (sql: string, ...given: unknown[]) => {
    where.push(sql);
    values.push(...given);
  };
  if (asked.id !== undefined) add('n.id = ?', asked.id);
  if (asked.isSeen !== undefined) where.push(`n.seen_at is ${asked.isSeen ? 'not ' : ''}null`);
  if (asked.q !== undefined) {
    const fragment = containing(asked.q);
    add('(d.receipt_number ilike ? or a.name ilike ?)', fragment, fragment);
  }
  return readPage<NoticeRow>(
    em,
    `select n.id, n.kind, n.facts, n.at, n.seen_at as "seenAt", n.case_id as case,
       coalesce(d.receipt_number, '') as "receiptNumber", n.facts->>'by' as by, coalesce(a.name, '') as "byName",
       (${column})::text as "sortValue"
     from notice n left join dispute d on d.id = n.case_id left join account a on a.id::text = n.facts->>'by'
     where ${where.join(' and ')}${after}${tail}`,
    [...values, ...params],
    asked,
  );
}

/** Seen once is seen: a second time changes nothing. Absent and another's look alike: `notice/not-found`. */
export async function seeNotice(em: Em, id: string, account: AccountId, at: Date): Promise<NoticeRow> {
  await em.nativeUpdate(Notice, { id, accountId: account, seenAt: null }, { seenAt: at });
  const [notice] = (await listNotices(em, { sort: 'at', limit: 1, account, id })).items;
  if (notice === undefined) throw new Refusal('notice/not-found');
  return notice;
}
