/** Keys of other systems are made and revoked; each has an account of its own, of which events tell. */
import { randomBytes, randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { firstOf } from '../../domain/account.ts';
import { addDays, type Day, dayAt } from '../../domain/day.ts';
import type { AccountId } from '../../domain/ids.ts';
import { Refusal } from '../../domain/refusal.ts';
import { scopes } from '../../domain/scope.ts';
import { Account } from '../../persistence/account.entity.ts';
import {
  type AccountWish,
  addAccountEvent,
  doneBefore,
  lockAccounts,
} from '../../persistence/account-event.repository.ts';
import { ServiceKey } from '../../persistence/service-key.entity.ts';
import { needPlace } from '../account/change.ts';
import type { ApiDeps } from '../app.ts';
import type { SignedIn } from '../sign-in.ts';
import { hashSecret } from '../who-asks.ts';
import type { keyDraft } from './schema.ts';

/** No key is for ever: whoever runs the other system asks again. */
const MOST_DAYS = 366;

const endOf = (day: Day) => new Date(Date.parse(`${addDays(day, 1)}T00:00:00+08:00`));

/** Refuses `key/expiry-past`, `key/body-missing` and what `needPlace` does. */
export async function createKey(
  deps: ApiDeps,
  me: SignedIn,
  draft: z.infer<typeof keyDraft>,
  wish: AccountWish,
): Promise<{ id: string; key: string | null }> {
  const { name, district, body, until } = draft;
  const today = dayAt(wish.at.getTime());
  if (until <= today || until > addDays(today, MOST_DAYS))
    throw new Refusal('key/expiry-past', { until, today, most: MOST_DAYS });
  const ofBody = draft.scopes.find((scope) => scopes[scope].isOfBody);
  if (ofBody !== undefined && body === null) throw new Refusal('key/body-missing', { scope: ofBody });
  const id = randomBytes(6).toString('hex');
  const secret = randomBytes(32).toString('base64url');
  return deps.orm.em.fork().transactional(async (em) => {
    await lockAccounts(em);
    const earlier = await doneBefore(em, wish);
    if (earlier !== null)
      return { id: (await em.findOneOrFail(ServiceKey, { accountId: earlier })).id, key: null };
    await needPlace(em, me, draft);
    const accountId = randomUUID() as string as AccountId;
    const login = `service:${id}`;
    em.create(Account, {
      ...{ id: accountId, login, name, district, body, kind: 'service', isActive: true, createdAt: wish.at },
      // Nobody signs in with it.
      ...{ passwordHash: '', roles: [] },
    });
    em.create(ServiceKey, {
      ...{ id, accountId, scopes: draft.scopes, secretHash: hashSecret(secret), expiresAt: endOf(until) },
      ...{ createdBy: me.actor.account, createdAt: wish.at },
    });
    await addAccountEvent(em, accountId, 'key-created', wish, {
      ...firstOf({ roles: [], district, body }),
      scopes: { from: null, to: draft.scopes },
    });
    return { id, key: `wsk_${id}_${secret}` };
  });
}

/** Refuses `key/already-revoked`; sent twice with one key it is revoked once. */
export async function revokeKey(deps: ApiDeps, id: string, wish: AccountWish): Promise<void> {
  await deps.orm.em.fork().transactional(async (em) => {
    await lockAccounts(em);
    if ((await doneBefore(em, wish)) !== null) return;
    const key = await em.findOneOrFail(ServiceKey, { id });
    if (key.revokedAt) throw new Refusal('key/already-revoked');
    em.assign(key, { revokedAt: wish.at, revokedBy: wish.by });
    await em.nativeUpdate(Account, { id: key.accountId }, { isActive: false });
    await addAccountEvent(em, key.accountId, 'key-revoked', wish);
  });
}
