import type { AccountId, BodyId, DistrictCode } from '../domain/ids.ts';
import type { Role } from '../domain/role.ts';
import { Account } from './account.entity.ts';
import type { Em } from './orm.ts';

/** The mediator of a district with the fewest open cases; null where it has none. */
export async function leastLoadedMediator(em: Em, district: DistrictCode): Promise<AccountId | null> {
  const [row] = await em.execute<{ id: AccountId }[]>(
    `select a.id from account a left join case_record c on c.owner = a.id::text and c.is_open
     where a.is_active and a.district = ? and 'mediator' = any(a.roles)
     group by a.id, a.login order by count(c.id), a.login limit 1`,
    [district],
  );
  return row?.id ?? null;
}

export type SignedInRow = {
  account: AccountId;
  login: string;
  name: string;
  roles: Role[];
  district: DistrictCode;
  body: BodyId | null;
  csrfToken: string;
  /** The account's district with all that lie below it. */
  districts: DistrictCode[];
};

/** Whoever a living sign-in belongs to; null where it has ended or the account is closed. */
export async function findSignedIn(em: Em, tokenHash: string, now: Date): Promise<SignedInRow | null> {
  const [row] = await em.execute<SignedInRow[]>(
    `with recursive me as (
       select a.id as account, a.login, a.name, a.roles, a.district, a.body, s.csrf_token as "csrfToken"
       from sign_in s join account a on a.id = s.account_id
       where s.token_hash = ? and s.expires_at > ?::timestamptz and a.is_active),
     below as (
       select district as code from me
       union select d.code from district d join below b on d.parent = b.code)
     select me.*, (select array_agg(code::text) from below) as districts from me`,
    [tokenHash, now],
  );
  return row ?? null;
}

/** A district with all that lie below it. */
async function districtsBelow(em: Em, district: DistrictCode): Promise<DistrictCode[]> {
  const rows = await em.execute<{ code: DistrictCode }[]>(
    `with recursive below as (
       select code from district where code = ?
       union select d.code from district d join below b on d.parent = b.code)
     select code from below`,
    [district],
  );
  return rows.map(({ code }) => code);
}

/** Whether an account works as a mediator, and sees the cases of this district. */
export async function isMediatorFor(em: Em, account: AccountId, district: DistrictCode): Promise<boolean> {
  const found = await em.findOne(Account, { id: account, isActive: true });
  return (
    found?.roles.includes('mediator') === true &&
    (await districtsBelow(em, found.district)).includes(district)
  );
}
