/** Policies as sentences over the table of walls: who may see what. What may be done to a case is its story's table. */
import type { DisputeState } from '../domain/dispute/state.ts';
import type { CaseId, DistrictCode } from '../domain/ids.ts';
import type { ReferralState } from '../domain/referral/state.ts';
import { bodyWithin, districtsWithin, isWithin, type Wall } from '../domain/walls.ts';
import type { ImportReader } from '../persistence/import.listing.ts';
import type { SignedIn } from './sign-in.ts';

/** People of the union see the disputes of their own district and those below it; and, to read, one they opened by breaking the glass. */
export function maySeeDispute(
  me: SignedIn,
  { id, district }: Pick<DisputeState, 'id' | 'district'>,
): boolean {
  return isWithin(me, 'dispute.read', { district }) || isOpened(me, id);
}

const isOpened = (me: SignedIn, ...cases: (CaseId | null)[]) =>
  cases.some((id) => id !== null && me.opened.includes(id));

/** Whether one stands behind no wall, but has broken the glass. */
export function isByBreakGlass(me: SignedIn, { district }: Pick<DisputeState, 'district'>): boolean {
  return !isWithin(me, 'dispute.read', { district });
}

/** Breaking the glass is for those whose role may need to read a case that is not theirs. */
export function mayBreakGlass(me: SignedIn, { district }: Pick<DisputeState, 'district'>): boolean {
  return isWithin(me, 'break-glass.open', { district });
}

/** What may be done is offered to those who reach the case to act on it. */
export function mayActOn(me: SignedIn, { district }: Pick<DisputeState, 'district'>): boolean {
  return isWithin(me, 'dispute.act', { district });
}

/** The districts whose disputes one reads in lists: those whose cases one may see. */
export function districtsRead(me: SignedIn): readonly DistrictCode[] {
  return districtsWithin(me, 'dispute.read');
}

type Ours = Pick<ReferralState, 'district' | 'parent' | 'child'>;
type AboutReferral = Ours & Pick<ReferralState, 'fromBody' | 'toBody' | 'channel' | 'state'>;

/** Our district sees a referral; so does the other body's liaison officer: the receiver's once it is sent, the sender's of one that came to us. */
export function maySeeReferral(me: SignedIn, referral: AboutReferral): boolean {
  const { district, fromBody, toBody, channel, state } = referral;
  const isSent = !['new', 'drafted'].includes(state);
  const bodies = [...(isSent ? [toBody] : []), ...(channel !== null ? [fromBody] : [])];
  return isWithin(me, 'referral.read', { district, bodies }) || isOpened(me, referral.parent, referral.child);
}

/** Our own people read a referral whole; so does whoever opened the dispute it belongs to. */
export function mayReadWhole(me: SignedIn, { district, parent, child }: Ours): boolean {
  return isWithin(me, 'dispute.read', { district }) || isOpened(me, parent, child);
}

/** What may be done to a referral is offered to those who reach it to act on it: our district, and either body. */
export function mayActOnReferral(me: SignedIn, { district, fromBody, toBody }: AboutReferral): boolean {
  return isWithin(me, 'referral.act', { district, bodies: [fromBody, toBody] });
}

/** A body of which a referral was taken back, or that returned it, keeps its own answer and not our files. */
export function mayReadSent(
  me: SignedIn,
  referral: Ours & Pick<ReferralState, 'channel'>,
  isTakenBack: boolean,
): boolean {
  return !isTakenBack || referral.channel !== null || mayReadWhole(me, referral);
}

/** The mediator who carries the case and the manager over it: what one side said in confidence. */
export function mayReadNotes(me: SignedIn, { district, owner }: Pick<DisputeState, 'district' | 'owner'>) {
  return isWithin(me, 'confidential-note.read', { district, owner });
}

/** One's own imports, and those of the districts one manages or audits. */
export function importsRead(me: SignedIn): ImportReader {
  return { account: me.actor.account, districts: districtsWithin(me, 'import.read') };
}

/** The body whose letters one reads and answers; null for people of our own house. */
export function bodySpokenFor(me: SignedIn) {
  return bodyWithin(me, 'referral.read');
}

/** A case is taken in only for a district one works in. */
export function mayOpenIn(
  me: SignedIn,
  wall: Extract<Wall, 'dispute.open' | 'referral.bring'>,
  district: DistrictCode,
): boolean {
  return isWithin(me, wall, { district });
}
