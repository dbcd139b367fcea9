/** Who is signed in from where, and how that ends. */
import type { AccountId, BodyId, CaseId, DistrictCode } from '../domain/ids.ts';
import type { Role } from '../domain/role.ts';
import { SignIn } from './account.entity.ts';
import type { Em } from './orm.ts';

export type SignedInRow = {
  id: string;
  account: AccountId;
  login: string;
  name: string;
  roles: Role[];
  district: DistrictCode;
  body: BodyId | null;
  csrfToken: string;
  hasOneTimePassword: boolean;
  seenAt: Date | string;
  /** The account's district with all that lie below it. */
  districts: DistrictCode[];
  /** The cases it has opened by breaking the glass, while they stay open. */
  opened: CaseId[];
};

/** Whoever a living sign-in belongs to; null where it has ended, was not used since `idleSince`, or the account is closed. */
export async function findSignedIn(
  em: Em,
  tokenHash: string,
  now: Date,
  idleSince: Date,
): Promise<SignedInRow | null> {
  const [row] = await em.execute<SignedInRow[]>(
    `with recursive me as (
       select s.id, a.id as account, a.login, a.name, a.roles, a.district, a.body, s.csrf_token as "csrfToken",
         a.one_time_until is not null as "hasOneTimePassword", s.seen_at as "seenAt"
       from sign_in s join account a on a.id = s.account_id
       where s.token_hash = ? and s.expires_at > ?::timestamptz and s.seen_at > ?::timestamptz and a.is_active),
     below as (
       select district as code from me
       union select d.code from district d join below b on d.parent = b.code)
     select me.*, (select array_agg(code::text) from below) as districts,
       array(select distinct g.case_id::text from break_glass g where g.account_id = me.account and g.until > ?::timestamptz) as opened
     from me`,
    [tokenHash, now, idleSince, now],
  );
  return row ?? null;
}

export async function noteSeen(em: Em, tokenHash: string, now: Date): Promise<void> {
  await em.nativeUpdate(SignIn, { tokenHash, seenAt: { $lt: now } }, { seenAt: now });
}

export type SignInRow = Pick<SignIn, 'id' | 'createdAt' | 'seenAt' | 'expiresAt' | 'browser' | 'address'>;

/** An account's living sign-ins, the last used first. */
export async function listSignIns(
  em: Em,
  accountId: AccountId,
  now: Date,
  idleSince: Date,
): Promise<SignInRow[]> {
  return em.find(
    SignIn,
    { accountId, expiresAt: { $gt: now }, seenAt: { $gt: idleSince } },
    { orderBy: { seenAt: 'desc', id: 'asc' } },
  );
}

/** Ends an account's sign-ins: one, all but one, or all. Gives how many there were. */
export async function endSignIns(
  em: Em,
  accountId: AccountId,
  which: { id?: string; but?: string } = {},
): Promise<number> {
  const id = which.id !== undefined ? which.id : which.but !== undefined ? { $ne: which.but } : undefined;
  return em.nativeDelete(SignIn, { accountId, ...(id === undefined ? {} : { id }) });
}
