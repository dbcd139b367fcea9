import { hash, verify } from '@node-rs/argon2';
import type { Request, Response } from 'express';
import { checkPassword } from '../../domain/password.ts';
import { Refusal } from '../../domain/refusal.ts';
import { Account } from '../../persistence/account.entity.ts';
import { addAccountEvent, lockPerson } from '../../persistence/account-event.repository.ts';
import { endSignIns } from '../../persistence/sign-in.repository.ts';
import type { ApiDeps } from '../app.ts';
import { tryPassword } from '../limits.ts';
import { commandIdOf } from '../order-command.ts';
import { openSignIn, type SignedIn } from '../sign-in.ts';

/** One's own password, changed by whoever knows the old one; every sign-in ends, and this browser gets a fresh one. */
export async function changeOwnPassword(
  deps: ApiDeps,
  me: SignedIn,
  { oldPassword, newPassword }: { oldPassword: string; newPassword: string },
  request: Request,
  response: Response,
): Promise<{ csrfToken: string }> {
  const id = me.actor.account;
  const known = await tryPassword(deps, { login: me.login, address: request.ip }, async () => {
    const { passwordHash } = await deps.orm.em.fork().findOneOrFail(Account, { id });
    return (await verify(passwordHash, oldPassword)) ? passwordHash : null;
  });
  if (known === null) throw new Refusal('account/wrong-password');
  checkPassword(me.login, newPassword);
  if (newPassword === oldPassword) throw new Refusal('account/password-same');
  const passwordHash = await hash(newPassword);
  const now = deps.now();
  await deps.orm.em.fork().transactional(async (em) => {
    const account = await lockPerson(em, id);
    // Set anew by someone else since it was checked.
    if (account?.passwordHash !== known) throw new Refusal('account/wrong-password');
    em.assign(account, { passwordHash, oneTimeUntil: null, version: account.version + 1 });
    await endSignIns(em, id);
    // Without the passwords: a quick hash of them would be one of a password.
    const wish = { by: id, at: now, commandId: commandIdOf(me, request), fingerprint: 'password-changed' };
    await addAccountEvent(em, id, 'password-changed', wish);
  });
  return openSignIn(deps, { id }, request, response);
}
