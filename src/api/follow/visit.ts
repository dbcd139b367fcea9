/** A party on its own case: a cookie given for receipt number and check code, which ends by itself. */
import { createHash, randomBytes } from 'node:crypto';
import { parseCookie } from 'cookie';
import { membersOf } from '../../domain/dispute/group.ts';
import type { DisputeState } from '../../domain/dispute/state.ts';
import { type CaseId, PARTY, type PartyId } from '../../domain/ids.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Actor } from '../../domain/role.ts';
import { snapshotOf } from '../../persistence/case.listing.ts';
import { endVisit, noteVisit, openVisit, type PartyFound } from '../../persistence/party-access.ts';
import type { ApiDeps } from '../app.ts';
import type { PageAsked } from '../public/page.ts';

export type PartyVisit = {
  caseId: CaseId;
  party: PartyId;
  side: 'worker' | 'employer';
  state: DisputeState;
  /** Who acts where the party acts. */
  actor: Actor;
};

const MINUTE = 60_000;
/** It ends when it was not used for so long, and in any case so long after it began. */
const IDLE = 30 * MINUTE;
const LONGEST = 8 * 60 * MINUTE;

/** Browsers take a cookie of this prefix only from the host itself, over TLS. */
const nameOf = ({ publicUrl }: ApiDeps) =>
  publicUrl.startsWith('https:') ? '__Host-wanhe_visit' : 'wanhe_visit';
const hashOf = (token: string) => createHash('sha256').update(`visit\0${token}`).digest('hex');

type OfPage = Pick<PageAsked, 'deps' | 'request' | 'response'>;

const cookieOptions = ({ publicUrl }: ApiDeps) =>
  ({ httpOnly: true, sameSite: 'lax', secure: publicUrl.startsWith('https:'), path: '/' }) as const;

/** Gives this browser the party's cookie. */
export async function startVisit({ deps, response }: OfPage, found: PartyFound): Promise<void> {
  const token = randomBytes(32).toString('base64url');
  const at = deps.now();
  const visit = { ...found, tokenHash: hashOf(token), at };
  await openVisit(deps.orm.em.fork(), visit, new Date(at.getTime() - IDLE));
  response.cookie(nameOf(deps), token, cookieOptions(deps));
}

/** Refuses `follow/sign-in-first` where no living visit stands behind the cookie: the page then asks for the code, and comes back. */
export async function partyVisit({ deps, request }: OfPage): Promise<PartyVisit> {
  const token = parseCookie(request.headers.cookie ?? '')[nameOf(deps)] ?? '';
  const now = deps.now();
  const before = (ms: number) => new Date(now.getTime() - ms);
  const em = deps.orm.em.fork();
  const found = await noteVisit(em, hashOf(token), {
    ...{ now, idleSince: before(IDLE), startedSince: before(LONGEST) },
  });
  const state = found && ((await snapshotOf(em, found.caseId)) as DisputeState | null);
  const side = found && state && sideOf(state, found.party);
  if (!found || !state || !side) throw new Refusal('follow/sign-in-first');
  const { caseId, party } = found;
  const actor: Actor = { account: PARTY, roles: ['party'], district: state.district, body: null, party };
  return { caseId, party, side, state, actor };
}

/** Whoever left the group has no part in this case any more. */
function sideOf(state: DisputeState, party: PartyId): PartyVisit['side'] | null {
  if (membersOf(state).includes(party)) return 'worker';
  return state.employers.includes(party) ? 'employer' : null;
}

export async function leaveVisit({ deps, request, response }: OfPage): Promise<void> {
  const token = parseCookie(request.headers.cookie ?? '')[nameOf(deps)];
  if (token !== undefined) await endVisit(deps.orm.em.fork(), hashOf(token));
  response.clearCookie(nameOf(deps), cookieOptions(deps));
}
