/** Accounts are made and changed one after the other, each change with its event. */
import { randomUUID } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import {
  type AccountChanges,
  type AccountGiven,
  changesOf,
  firstOf,
  gainsRoles,
  leavesItsDistrict,
  losesItsCases,
} from '../../domain/account.ts';
import type { AccountId } from '../../domain/ids.ts';
import { Refusal } from '../../domain/refusal.ts';
import { Account, type AccountEventKind } from '../../persistence/account.entity.ts';
import {
  type AccountWish,
  addAccountEvent,
  countOpenCases,
  doneBefore,
  isAdministered,
  lockAccounts,
  lockPerson,
} from '../../persistence/account-event.repository.ts';
import { Body, District } from '../../persistence/city.entity.ts';
import type { Em } from '../../persistence/orm.ts';
import { endSignIns } from '../../persistence/sign-in.repository.ts';
import type { ApiDeps } from '../app.ts';
import { newOneTimePassword, oneTimeUntil } from '../one-time-password.ts';
import type { SignedIn } from '../sign-in.ts';

/** A one-time password as it is shown, once; null where the wish had been carried out before. */
export type OneTime = { oneTimePassword: string; oneTimeUntil: Date } | null;

async function makeOneTime(now: Date) {
  const oneTimePassword = newOneTimePassword();
  return { oneTimePassword, passwordHash: await hash(oneTimePassword), oneTimeUntil: oneTimeUntil(now) };
}

/** Refuses `district/not-yours`, `district/unknown`, `body/unknown`: nobody sets up more than they have. */
export async function needPlace(
  em: Em,
  me: SignedIn,
  { district, body }: Partial<Pick<AccountGiven, 'district' | 'body'>>,
): Promise<void> {
  if (district !== undefined) {
    if ((await em.count(District, { code: district })) === 0)
      throw new Refusal('district/unknown', { district });
    if (!me.districts.includes(district)) throw new Refusal('district/not-yours', { district });
  }
  if (body === undefined || body === null) return;
  const found = await em.findOne(Body, { id: body });
  if (found === null) throw new Refusal('body/unknown', { body });
  if (!me.districts.includes(found.district))
    throw new Refusal('district/not-yours', { district: found.district });
  if (found.closedOn) throw new Refusal('body/closed', { body, on: found.closedOn });
}

export type AccountDraft = Omit<AccountGiven, 'isActive'> & { login: string };

export async function createAccount(
  deps: ApiDeps,
  me: SignedIn,
  draft: AccountDraft,
  wish: AccountWish,
): Promise<{ id: AccountId; oneTime: OneTime }> {
  const { oneTimePassword, ...secret } = await makeOneTime(wish.at);
  return deps.orm.em.fork().transactional(async (em) => {
    await lockAccounts(em);
    const earlier = await doneBefore(em, wish);
    if (earlier !== null) return { id: earlier, oneTime: null };
    await needPlace(em, me, draft);
    if ((await em.count(Account, { login: { $ilike: draft.login.replace(/[\\%_]/g, '\\$&') } })) > 0)
      throw new Refusal('account/login-taken', { login: draft.login });
    const id = randomUUID() as string as AccountId;
    em.create(Account, { id, ...draft, ...secret, isActive: true, createdAt: wish.at });
    await addAccountEvent(em, id, 'created', wish, firstOf(draft));
    return { id, oneTime: { oneTimePassword, oneTimeUntil: secret.oneTimeUntil } };
  });
}

/** In one transaction: the account of the asker's districts, locked; what happens to it; the event. Done once a wish. */
async function withAccount<T>(
  deps: ApiDeps,
  me: SignedIn,
  id: AccountId,
  wish: AccountWish,
  act: (
    em: Em,
    account: Account,
  ) => Promise<{ event: AccountEventKind; changes?: AccountChanges; answer: T } | null>,
): Promise<T | null> {
  return deps.orm.em.fork().transactional(async (em) => {
    const account = await lockPerson(em, id);
    if (account === null || !me.districts.includes(account.district)) throw new Refusal('account/unknown');
    if ((await doneBefore(em, wish)) !== null) return null;
    const done = await act(em, account);
    if (done === null) return null;
    account.version += 1;
    await addAccountEvent(em, id, done.event, wish, done.changes);
    return done.answer;
  });
}

/** Refuses `account/changed-meanwhile`, `account/own-roles`, `account/has-open-cases`, `account/last-administrator`. */
export async function changeAccount(
  deps: ApiDeps,
  me: SignedIn,
  id: AccountId,
  { given, seen }: { given: Partial<AccountGiven>; seen?: number | undefined },
  wish: AccountWish,
): Promise<void> {
  await withAccount(deps, me, id, wish, async (em, account) => {
    if (seen !== undefined && seen !== account.version)
      throw new Refusal('account/changed-meanwhile', { seen, now: account.version });
    await needPlace(em, me, given);
    const before: AccountGiven = { ...account, body: account.body ?? null };
    const changes = changesOf(before, given);
    if (Object.keys(changes).length === 0) return null;
    const after = { ...before, ...given };
    if (leavesItsDistrict(before, after) && !(await isAdministered(em, before.district, id)))
      throw new Refusal('account/last-administrator', { district: before.district });
    if (id === me.actor.account && gainsRoles(before, after)) throw new Refusal('account/own-roles');
    if (losesItsCases(before, after)) {
      const count = await countOpenCases(em, id);
      if (count > 0) throw new Refusal('account/has-open-cases', { count });
    }
    em.assign(account, given);
    if (before.isActive && !after.isActive) await endSignIns(em, id);
    return { event: 'changed', changes, answer: null };
  });
}

/** A one-time password in place of the one that is lost; whoever was signed in is no more. Refuses `account/own-password`. */
export async function resetPassword(
  deps: ApiDeps,
  me: SignedIn,
  id: AccountId,
  wish: AccountWish,
): Promise<{ login: string; oneTime: NonNullable<OneTime> } | null> {
  if (id === me.actor.account) throw new Refusal('account/own-password');
  const { oneTimePassword, ...secret } = await makeOneTime(wish.at);
  return withAccount(deps, me, id, wish, async (em, account) => {
    em.assign(account, secret);
    await endSignIns(em, id);
    const oneTime = { oneTimePassword, oneTimeUntil: secret.oneTimeUntil };
    return { event: 'password-reset', answer: { login: account.login, oneTime } };
  });
}

/** For what is done beside the account's row, as unlocking: in its event's transaction. Gives the login; null: done before. */
export async function noteAccountAct(
  deps: ApiDeps,
  me: SignedIn,
  id: AccountId,
  event: AccountEventKind,
  wish: AccountWish,
  act: (em: Em) => Promise<unknown> = async () => undefined,
): Promise<string | null> {
  return withAccount(deps, me, id, wish, async (em, account) => {
    await act(em);
    return { event, answer: account.login };
  });
}
