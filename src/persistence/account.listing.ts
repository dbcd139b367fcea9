/** Accounts as their administrators read them. */
import type { AccountChanges } from '../domain/account.ts';
import type { AccountId, BodyId, DistrictCode } from '../domain/ids.ts';
import type { Role } from '../domain/role.ts';
import type { AccountEventKind } from './account.entity.ts';
import type { Em } from './orm.ts';
import { containing, type Page, type PageAsked, pageSql, readPage, readSort } from './page.ts';

export type AccountRow = {
  id: AccountId;
  login: string;
  name: string;
  roles: Role[];
  district: DistrictCode;
  districtName: string;
  body: BodyId | null;
  bodyName: string | null;
  isActive: boolean;
  hasOneTimePassword: boolean;
  openCases: number;
  sessions: number;
  version: number;
  createdAt: Date | string;
};

const sorts = { login: 'q.login', name: 'q.name', district: 'q.district', createdAt: 'q."createdAt"' };
export const accountSorts = Object.keys(sorts);

export type AccountsAsked = PageAsked & {
  districts: readonly DistrictCode[];
  now: Date;
  idleSince: Date;
  /** A fragment of a name or login. */
  q?: string | undefined;
  district?: DistrictCode | undefined;
  role?: Role | undefined;
  isActive?: boolean | undefined;
  id?: AccountId | undefined;
};

/** Accounts of people; those of other systems are listed with their keys. */
export async function listAccounts(em: Em, asked: AccountsAsked): Promise<Page<AccountRow>> {
  const { after, tail, params } = pageSql(asked, sorts, 'q.id');
  const { column } = readSort(asked, sorts);
  const where = ['q.district in (?)'];
  const values: unknown[] = [asked.now, asked.idleSince, [...asked.districts, '']];
  const add = (sql: string, ...given: unknown[]) => {
    where.push(sql);
    values.push(...given);
  };
  if (asked.id !== undefined) add('q.id = ?', asked.id);
  if (asked.district !== undefined) add('q.district = ?', asked.district);
  if (asked.role !== undefined) add('? = any(q.roles)', asked.role);
  if (asked.isActive !== undefined) add('q."isActive" = ?', asked.isActive);
  if (asked.q !== undefined) {
    const fragment = containing(asked.q);
    add('(q.name ilike ? or q.login ilike ?)', fragment, fragment);
  }
  return readPage<AccountRow>(
    em,
    `select q.*, (${column})::text as "sortValue" from (
       select a.id, a.login, a.name, a.roles, a.district, t.name as "districtName", a.body, b.name as "bodyName",
         a.is_active as "isActive", a.one_time_until is not null as "hasOneTimePassword", a.version,
         a.created_at as "createdAt",
         (select count(*)::int from case_record c where c.owner = a.id::text and c.is_open) as "openCases",
         (select count(*)::int from sign_in s where s.account_id = a.id and s.expires_at > ?::timestamptz
            and s.seen_at > ?::timestamptz) as sessions
       from account a join district t on t.code = a.district left join body b on b.id = a.body
       where a.kind = 'person') q
     where ${where.join(' and ')}${after}${tail}`,
    [...values, ...params],
    asked,
  );
}

export type AccountEventRow = {
  no: number;
  kind: AccountEventKind;
  by: string;
  byName: string | null;
  at: Date | string;
  changes: AccountChanges;
};

/** What happened to an account, the newest first. */
export async function listAccountEvents(em: Em, account: AccountId): Promise<AccountEventRow[]> {
  return em.execute<AccountEventRow[]>(
    `select e.no, e.kind, e.by, b.name as "byName", e.at, e.changes
     from account_event e left join account b on b.id::text = e.by
     where e.account_id = ? order by e.no desc`,
    [account],
  );
}
