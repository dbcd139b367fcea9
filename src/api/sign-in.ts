/** Who is signed in: an opaque cookie whose hash the database knows, so that it can be revoked; writes also show the CSRF token. */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { parseCookie } from 'cookie';
import type { Request, Response } from 'express';
import type { CaseId, DistrictCode } from '../domain/ids.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Actor, Role } from '../domain/role.ts';
import { type Account, SignIn } from '../persistence/account.entity.ts';
import { findSignedIn, noteSeen } from '../persistence/sign-in.repository.ts';
import { shortAddress } from './address.ts';
import type { ApiDeps } from './app.ts';
import { shortBrowser } from './browser.ts';

export type SignedIn = {
  actor: Actor & { roles: readonly Role[] };
  name: string;
  login: string;
  /** The actor's district and all below it. */
  districts: readonly DistrictCode[];
  /** Cases opened by breaking the glass: to be read, so that no act ever finds one here. */
  opened: readonly CaseId[];
  csrfToken: string;
  /** By which this sign-in is listed; empty for a call with a service key. */
  session: string;
  hasOneTimePassword: boolean;
};

const COOKIE = 'wanhe_session';
/** A sign-in ends so long after it began, and when it was not used for so long. */
const SESSION_HOURS = 12;
const IDLE_HOURS = 4;
/** Its last use is written down no more often than this. */
const SEEN_EVERY_MINUTES = 5;
const HOUR = 3_600_000;

/** What was last used before this has ended. */
export const idleSince = (now: Date): Date => new Date(now.getTime() - IDLE_HOURS * HOUR);

export async function openSignIn(
  deps: ApiDeps,
  account: Pick<Account, 'id'>,
  request: Request,
  response: Response,
): Promise<{ csrfToken: string }> {
  const token = randomBytes(32).toString('base64url');
  const csrfToken = randomBytes(24).toString('base64url');
  const now = deps.now();
  const expiresAt = new Date(now.getTime() + SESSION_HOURS * HOUR);
  const em = deps.orm.em.fork();
  // A sign-in that has run out is of no more use to anybody.
  await em.nativeDelete(SignIn, { accountId: account.id, expiresAt: { $lte: now } });
  em.create(SignIn, {
    ...{ tokenHash: hash(token), id: randomUUID(), accountId: account.id, csrfToken },
    ...{ createdAt: now, seenAt: now, expiresAt },
    ...{ browser: shortBrowser(request.get('user-agent')), address: shortAddress(request.ip ?? '') },
  });
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
  await deps.orm.em.fork().nativeDelete(SignIn, { id: me.session });
  response.clearCookie(COOKIE, { path: '/' });
}

/** Refuses `account/signed-out` without a living sign-in, `account/csrf` for a write without its token. */
export async function signedInOf(deps: ApiDeps, request: Request): Promise<SignedIn> {
  const token = parseCookie(request.headers.cookie ?? '')[COOKIE];
  if (!token) throw new Refusal('account/signed-out');
  const em = deps.orm.em.fork();
  const tokenHash = hash(token);
  const now = deps.now();
  const found = await findSignedIn(em, tokenHash, now, idleSince(now));
  if (found === null) throw new Refusal('account/signed-out');
  const { account, name, login, roles, district, body, districts, opened, csrfToken } = found;
  if (request.method !== 'GET' && request.get('x-csrf-token') !== csrfToken)
    throw new Refusal('account/csrf');
  if (now.getTime() - new Date(found.seenAt).getTime() >= SEEN_EVERY_MINUTES * 60_000)
    await noteSeen(em, tokenHash, now);
  return {
    actor: { account, roles, district, body },
    ...{ name, login, districts, csrfToken },
    opened: request.method === 'GET' ? opened : [],
    session: found.id,
    hasOneTimePassword: found.hasOneTimePassword,
  };
}

function hash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
