/** What happens to accounts: one change after the other, each with its event, sent twice done once. */
import type { AccountChanges } from '../domain/account.ts';
import type { AccountId, CommandId, DistrictCode } from '../domain/ids.ts';
import { Refusal } from '../domain/refusal.ts';
import { Account, AccountEvent, type AccountEventKind } from './account.entity.ts';
import type { Em } from './orm.ts';

/** Held to the end of the transaction: accounts are changed one after the other, so that two at once see each other. */
export async function lockAccounts(em: Em): Promise<void> {
  await em.execute(`select pg_advisory_xact_lock(hashtext('account'))`);
}

export type AccountWish = { by: AccountId; at: Date; commandId: CommandId; fingerprint: string };

/** The account an earlier sending of this wish was about; null where it is the first. Refuses `command/key-reused`. */
export async function doneBefore(em: Em, wish: AccountWish): Promise<AccountId | null> {
  const earlier = await em.findOne(AccountEvent, { commandId: wish.commandId });
  if (earlier === null) return null;
  if (earlier.fingerprint !== wish.fingerprint) throw new Refusal('command/key-reused');
  return earlier.accountId;
}

/** Adds an event to those the account has had. In the caller's transaction, under `lockAccounts`. */
export async function addAccountEvent(
  em: Em,
  accountId: AccountId,
  kind: AccountEventKind,
  { by, at, commandId, fingerprint }: AccountWish,
  changes: AccountChanges = {},
): Promise<void> {
  const last = await em.findOne(AccountEvent, { accountId }, { orderBy: { no: 'desc' } });
  const no = (last?.no ?? 0) + 1;
  em.create(AccountEvent, { accountId, no, kind, by, at, changes, commandId, fingerprint });
}

/** How many open cases an account looks after. */
export async function countOpenCases(em: Em, account: AccountId): Promise<number> {
  const [row] = await em.execute<{ n: number }[]>(
    `select count(*)::int as n from case_record where owner = ? and is_open`,
    [account],
  );
  return row?.n ?? 0;
}

/** Whether somebody other than this account administers the district: from there, or from above. */
export async function isAdministered(em: Em, district: DistrictCode, but: AccountId): Promise<boolean> {
  const rows = await em.execute<object[]>(
    `with recursive up as (
       select code, parent from district where code = ?
       union select d.code, d.parent from district d join up u on d.code = u.parent)
     select 1 from account a join up on up.code = a.district
     where a.is_active and a.id <> ? and 'administrator' = any(a.roles) limit 1`,
    [district, but],
  );
  return rows.length > 0;
}

/** A person's account, locked to the end of the transaction; null where there is none. */
export async function lockPerson(em: Em, id: AccountId): Promise<Account | null> {
  await lockAccounts(em);
  return em.findOne(Account, { id, kind: 'person' });
}
