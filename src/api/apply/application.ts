/** The application that this browser is filling in: an opaque cookie, answers and files kept sealed on the server. */
import { createHash, randomBytes } from 'node:crypto';
import { parseCookie } from 'cookie';
import type { ClaimHead } from '../../domain/claim.ts';
import type { Day } from '../../domain/day.ts';
import type { Side } from '../../domain/dispute/parts.ts';
import type { DistrictCode } from '../../domain/ids.ts';
import type { Fen } from '../../domain/money.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Application } from '../../persistence/application.entity.ts';
import { beginApplication, findApplication, KEPT_MS } from '../../persistence/application.repository.ts';
import type { ApiDeps } from '../app.ts';
import type { PageAsked } from '../public/page.ts';

/** One thing asked for; the amount is null where the applicant does not know it. */
export type ClaimSaid = { head: ClaimHead; amount: Fen | null; basis: string };

/** What has been answered so far, step by step. */
export type Answers = {
  side?: { side: Side };
  who?: { name: string; phone: string; idNumber?: string; creditCode?: string; representative?: string };
  other?: { name: string; phone?: string };
  where?: { district: DistrictCode; place: string };
  when?: { since: Day; employmentEndedOn?: Day };
  claims?: { lines: ClaimSaid[] };
  story?: { facts: string };
};

export const sideOf = ({ side }: Answers): Side => side?.side ?? 'worker';

/** What the last page shows of one that was sent. */
export type Sent = { receiptNumber: string; checkCode: string };

const nameOf = ({ publicUrl }: ApiDeps) =>
  publicUrl.startsWith('https:') ? '__Host-wanhe_apply' : 'wanhe_apply';
const hashOf = (token: string) => createHash('sha256').update(`apply\0${token}`).digest('hex');
const cookieOptions = ({ publicUrl }: ApiDeps) =>
  ({ httpOnly: true, sameSite: 'lax', secure: publicUrl.startsWith('https:'), path: '/' }) as const;

type OfPage = Pick<PageAsked, 'deps' | 'request' | 'response'>;

export async function startApplication({ deps, response }: OfPage): Promise<void> {
  const token = randomBytes(32).toString('base64url');
  await beginApplication(deps.orm.em.fork(), hashOf(token), deps.now());
  // Beyond its time on the server it is of no use.
  response.cookie(nameOf(deps), token, { ...cookieOptions(deps), maxAge: KEPT_MS });
}

/** Null where this browser has none, or its time is over. */
export async function applicationIn({ deps, request }: OfPage): Promise<Application | null> {
  const token = parseCookie(request.headers.cookie ?? '')[nameOf(deps)];
  if (token === undefined) return null;
  return findApplication(deps.orm.em.fork(), hashOf(token), deps.now());
}

/** One that can still be written in. Refuses `apply/start-first`. */
export async function openApplication(asked: OfPage): Promise<{ id: string; answers: Answers }> {
  const found = await applicationIn(asked);
  if (found === null || found.caseId) throw new Refusal('apply/start-first');
  return { id: found.id, answers: found.answers as Answers };
}

export function forgetCookie({ deps, response }: OfPage): void {
  response.clearCookie(nameOf(deps), cookieOptions(deps));
}
