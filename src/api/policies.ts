/** Policies as sentences: who may see what. What may be done to a case is its story's table in the domain. */
import type { DisputeState } from '../domain/dispute/state.ts';
import type { DistrictCode } from '../domain/ids.ts';
import type { ReferralState } from '../domain/referral/state.ts';
import type { Role } from '../domain/role.ts';
import type { ImportReader } from '../persistence/import.listing.ts';
import type { SignedIn } from './sign-in.ts';

const disputeReaders: readonly Role[] = ['intake-clerk', 'mediator', 'manager', 'auditor'];

function hasOneOf(me: SignedIn, roles: readonly Role[]): boolean {
  return roles.some((role) => me.actor.roles.includes(role));
}

/** People of the union see the disputes of their own district and those below it. */
export function maySeeDispute(me: SignedIn, dispute: Pick<DisputeState, 'district'>): boolean {
  return hasOneOf(me, disputeReaders) && me.districts.includes(dispute.district);
}

/** The districts whose disputes and referrals one reads in lists: those whose cases one may see. */
export function districtsRead(me: SignedIn): readonly DistrictCode[] {
  return me.districts.filter((district) => maySeeDispute(me, { district }));
}

/** Our district sees a referral; so does the other body's liaison officer: the receiver's once it is sent, the sender's of one that came to us. */
export function maySeeReferral(
  me: SignedIn,
  referral: Pick<ReferralState, 'district' | 'fromBody' | 'toBody' | 'channel' | 'state'>,
): boolean {
  const isOfBody = (body: string) => hasOneOf(me, ['liaison']) && me.actor.body === body;
  const isReceiver = isOfBody(referral.toBody) && !['new', 'drafted'].includes(referral.state);
  const isSender = isOfBody(referral.fromBody) && referral.channel !== null;
  return isReceiver || isSender || maySeeDispute(me, referral);
}

/** A body of which a referral was taken back, or that returned it, keeps its own answer and not our files. */
export function mayReadSent(
  me: SignedIn,
  referral: Pick<ReferralState, 'district' | 'channel'>,
  isTakenBack: boolean,
): boolean {
  return !isTakenBack || referral.channel !== null || maySeeDispute(me, referral);
}

/** One's own imports, and those of the districts one manages or audits. */
export function importsRead(me: SignedIn): ImportReader {
  return { account: me.actor.account, districts: hasOneOf(me, ['manager', 'auditor']) ? me.districts : [] };
}

/** A dispute is taken in only for a district one works in. */
export function mayOpenDispute(me: SignedIn, district: string): boolean {
  return me.districts.some((code) => code === district);
}
