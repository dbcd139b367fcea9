/** Who is signed in: an opaque cookie whose hash the database knows, so that it can be revoked; writes also show the CSRF token. */
import { createHash, randomBytes } from 'node:crypto';
import { parseCookie } from 'cookie';
import type { Request, Response } from 'express';
import type { DistrictCode } from '../domain/ids.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Actor, Role } from '../domain/role.ts';
import { type Account, SignIn } from '../persistence/account.entity.ts';
import { findSignedIn } from '../persistence/account.repository.ts';
import type { ApiDeps } from './app.ts';

export type SignedIn = {
  actor: Actor & { roles: readonly Role[] };
  name: string;
  login: string;
  /** The actor's district and all below it. */
  districts: readonly DistrictCode[];
  csrfToken: string;
  tokenHash: string;
};

const COOKIE = 'wanhe_session';
const HOURS = 12;

export async function openSignIn(
  deps: ApiDeps,
  account: Account,
  response: Response,
): Promise<{ csrfToken: string }> {
  const token = randomBytes(32).toString('base64url');
  const csrfToken = randomBytes(24).toString('base64url');
  const now = deps.now();
  const expiresAt = new Date(now.getTime() + HOURS * 3_600_000);
  const em = deps.orm.em.fork();
  em.create(SignIn, { tokenHash: hash(token), accountId: account.id, csrfToken, createdAt: now, expiresAt });
  await em.flush();
  response.cookie(COOKIE, token, {
    httpOnly: true,
    sameSite: 'strict',
    secure: deps.publicUrl.startsWith('https:'),
    path: '/',
    expires: expiresAt,
  });
  return { csrfToken };
}

export async function closeSignIn(deps: ApiDeps, me: SignedIn, response: Response): Promise<void> {
  await deps.orm.em.fork().nativeDelete(SignIn, { tokenHash: me.tokenHash });
  response.clearCookie(COOKIE, { path: '/' });
}

/** Refuses `account/signed-out` without a living sign-in, `account/csrf` for a write without its token. */
export async function signedInOf(deps: ApiDeps, request: Request): Promise<SignedIn> {
  const token = parseCookie(request.headers.cookie ?? '')[COOKIE];
  if (!token) throw new Refusal('account/signed-out');
  const em = deps.orm.em.fork();
  const tokenHash = hash(token);
  const found = await findSignedIn(em, tokenHash, deps.now());
  if (found === null) throw new Refusal('account/signed-out');
  const { account, name, login, roles, district, body, districts, csrfToken } = found;
  if (request.method !== 'GET' && request.get('x-csrf-token') !== csrfToken)
    throw new Refusal('account/csrf');
  return {
    actor: { account, roles, district, body },
    name,
    login,
    districts,
    csrfToken,
    tokenHash,
  };
}

function hash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
