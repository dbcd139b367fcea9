/** A form is sent from a page of ours: its hidden token is that of the browser's cookie, which no other site can read or set. */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { parseCookie } from 'cookie';
import type { Request, Response } from 'express';
import { Refusal } from '../../domain/refusal.ts';
import type { ApiDeps } from '../app.ts';

export const TOKEN_FIELD = 'form-token';
const TOKEN = /^[\w-]{32}$/;

/** Browsers take a cookie of this prefix only from the host itself, over TLS. */
const nameOf = ({ publicUrl }: ApiDeps) =>
  publicUrl.startsWith('https:') ? '__Host-wanhe_form' : 'wanhe_form';

function tokenIn(deps: ApiDeps, request: Request): string | null {
  const token = parseCookie(request.headers.cookie ?? '')[nameOf(deps)];
  return token !== undefined && TOKEN.test(token) ? token : null;
}

/** The browser's token; a browser without one is given it with the answer. */
export function formToken(deps: ApiDeps, request: Request, response: Response): string {
  const known = tokenIn(deps, request) ?? (response.locals.formToken as string | undefined);
  if (known !== undefined) return known;
  const token = randomBytes(24).toString('base64url');
  response.locals.formToken = token;
  response.cookie(nameOf(deps), token, {
    httpOnly: true,
    sameSite: 'lax',
    secure: deps.publicUrl.startsWith('https:'),
    path: '/',
  });
  return token;
}

/** Refuses `form/not-ours` before a large form is read. */
export function needFormCookie(deps: ApiDeps, request: Request): void {
  if (tokenIn(deps, request) === null || isFromElsewhere(request)) throw new Refusal('form/not-ours');
}

function isFromElsewhere(request: Request): boolean {
  const from = request.get('sec-fetch-site');
  return from !== undefined && from !== 'same-origin';
}

/** Refuses `form/not-ours`: another site's form, or a browser that keeps no cookies. */
export function needFormToken(deps: ApiDeps, request: Request, given: unknown): void {
  const token = tokenIn(deps, request);
  const isOurs =
    token !== null &&
    typeof given === 'string' &&
    TOKEN.test(given) &&
    timingSafeEqual(Buffer.from(given), Buffer.from(token));
  if (!isOurs || isFromElsewhere(request)) throw new Refusal('form/not-ours');
}
