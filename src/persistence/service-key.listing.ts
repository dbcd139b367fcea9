/** Keys of other systems: whom a call comes from, and the list their administrators read. */
import type { Day } from '../domain/day.ts';
import type { AccountId, BodyId, DistrictCode } from '../domain/ids.ts';
import type { Scope } from '../domain/scope.ts';
import type { Em } from './orm.ts';
import { containing, type Page, type PageAsked, pageSql, readPage, readSort } from './page.ts';

export type KeyHolder = {
  account: AccountId;
  login: string;
  name: string;
  district: DistrictCode;
  body: BodyId | null;
  scopes: Scope[];
  secretHash: string;
  lastUsedOn: Day | null;
  districts: DistrictCode[];
};

/** Whose key it is; null where there is none, or it has run out or was revoked. */
export async function findKeyHolder(em: Em, id: string, now: Date): Promise<KeyHolder | null> {
  const [row] = await em.execute<KeyHolder[]>(
    `with recursive mine as (
       select a.id as account, a.login, a.name, a.district, a.body, k.scopes, k.secret_hash as "secretHash",
         k.last_used_on::text as "lastUsedOn"
       from service_key k join account a on a.id = k.account_id
       where k.id = ? and k.expires_at > ?::timestamptz and k.revoked_at is null and a.is_active),
     below as (
       select district as code from mine
       union select d.code from district d join below b on d.parent = b.code)
     select mine.*, (select array_agg(code::text) from below) as districts from mine`,
    [id, now],
  );
  return row ?? null;
}

export type ServiceKeyRow = {
  id: string;
  account: AccountId;
  name: string;
  district: DistrictCode;
  districtName: string;
  body: BodyId | null;
  bodyName: string | null;
  scopes: Scope[];
  expiresAt: Date | string;
  createdAt: Date | string;
  createdByName: string;
  revokedAt: Date | string | null;
  lastUsedOn: Day | null;
};

const sorts = { createdAt: 'q."createdAt"', name: 'q.name', expiresAt: 'q."expiresAt"' };
export const serviceKeySorts = Object.keys(sorts);

export type ServiceKeysAsked = PageAsked & {
  districts: readonly DistrictCode[];
  now: Date;
  q?: string | undefined;
  isUsable?: boolean | undefined;
  id?: string | undefined;
};

export async function listServiceKeys(em: Em, asked: ServiceKeysAsked): Promise<Page<ServiceKeyRow>> {
  const { after, tail, params } = pageSql(asked, sorts, 'q.id');
  const { column } = readSort(asked, sorts);
  const where = ['q.district in (?)'];
  const values: unknown[] = [[...asked.districts, '']];
  if (asked.id !== undefined) {
    where.push('q.id = ?');
    values.push(asked.id);
  }
  if (asked.q !== undefined) {
    where.push('q.name ilike ?');
    values.push(containing(asked.q));
  }
  if (asked.isUsable !== undefined) {
    where.push('(q."revokedAt" is null and q."expiresAt" > ?::timestamptz) = ?');
    values.push(asked.now, asked.isUsable);
  }
  return readPage<ServiceKeyRow>(
    em,
    `select q.*, (${column})::text as "sortValue" from (
       select k.id, k.account_id as account, a.name, a.district, t.name as "districtName", a.body, b.name as "bodyName",
         k.scopes, k.expires_at as "expiresAt", k.created_at as "createdAt", c.name as "createdByName",
         k.revoked_at as "revokedAt", k.last_used_on::text as "lastUsedOn"
       from service_key k join account a on a.id = k.account_id join district t on t.code = a.district
         left join body b on b.id = a.body join account c on c.id = k.created_by) q
     where ${where.join(' and ')}${after}${tail}`,
    [...values, ...params],
    asked,
  );
}
