/** Who asks: a person who has signed in, or another system with its key. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';
import { dayAt } from '../domain/day.ts';
import { Refusal } from '../domain/refusal.ts';
import { type Scope, scopes } from '../domain/scope.ts';
import { ServiceKey } from '../persistence/service-key.entity.ts';
import { findKeyHolder } from '../persistence/service-key.listing.ts';
import type { ApiDeps } from './app.ts';
import { countCall } from './limits.ts';
import { type SignedIn, signedInOf } from './sign-in.ts';

const KEY = /^Bearer +wsk_([0-9a-f]{12})_([\w-]{43})$/i;

export const hashSecret = (secret: string) => createHash('sha256').update(secret).digest('hex');

/** `scope` is the route's: without one it opens to no key. Refuses as `signedInOf` does, or `key/...`. */
export async function whoAsks(deps: ApiDeps, request: Request, scope: Scope | undefined): Promise<SignedIn> {
  const authorization = request.get('authorization');
  if (authorization === undefined || !/^bearer\b/i.test(authorization)) return signedInOf(deps, request);
  const [, id, secret] = KEY.exec(authorization) ?? [];
  if (id === undefined || secret === undefined) throw new Refusal('key/invalid');
  return systemOf(deps, { id: id.toLowerCase(), secret }, scope);
}

async function systemOf(
  deps: ApiDeps,
  { id, secret }: { id: string; secret: string },
  scope: Scope | undefined,
): Promise<SignedIn> {
  const now = deps.now();
  const em = deps.orm.em.fork();
  const holder = await findKeyHolder(em, id, now);
  const isRight =
    holder !== null && timingSafeEqual(Buffer.from(hashSecret(secret)), Buffer.from(holder.secretHash));
  if (!isRight) throw new Refusal('key/invalid');
  await countCall(deps, id);
  if (scope === undefined) throw new Refusal('key/not-open');
  if (!holder.scopes.includes(scope)) throw new Refusal('key/no-scope', { scope });
  const today = dayAt(now.getTime());
  if (holder.lastUsedOn !== today) await em.nativeUpdate(ServiceKey, { id }, { lastUsedOn: today });
  const { account, name, login, district, body, districts } = holder;
  return {
    actor: { account, roles: [scopes[scope].as], district, body },
    ...{ name, login, districts },
    // A system has no reason to give.
    opened: [],
    ...{ csrfToken: '', session: '', hasOneTimePassword: false },
  };
}
