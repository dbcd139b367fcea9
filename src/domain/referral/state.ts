/** A referral 移送: one station of the linkage chain, a case of its own, child of a story or alone. */
import {
  type CaseState,
  type Decision,
  FIRST_PACK,
  type Order,
  type OwnDecision,
  type PackMoved,
  type Recorded,
} from '../case.ts';
import type { Day } from '../day.ts';
import type { AccountId, BodyId, CaseId, DistrictCode } from '../ids.ts';

export const referralStates = [
  'new',
  'drafted',
  'sent',
  'received',
  'accepted',
  'returned',
  'working',
  'reported',
  'closed',
] as const;
export type ReferralStateName = (typeof referralStates)[number];

export const urgencies = ['ordinary', 'urgent'] as const;
export type Urgency = (typeof urgencies)[number];

export const returnReasons = ['not-competent', 'incomplete', 'already-pending', 'other'] as const;
export type ReturnReason = (typeof returnReasons)[number];

export const reportOutcomes = [
  'settled',
  'ordered',
  'no-violation',
  'filed',
  'not-filed',
  'supported',
  'other',
] as const;
export type ReportOutcome = (typeof reportOutcomes)[number];

export type ReferralState = CaseState<ReferralStateName> & {
  story: 'referral';
  parent: CaseId | null;
  district: DistrictCode;
  fromBody: BodyId;
  toBody: BodyId;
  urgency: Urgency;
  openedOn: Day;
  closedOn: Day | null;
  outcome: ReportOutcome | ReturnReason | 'recalled' | null;
};

export type ReferralDecision =
  | OwnDecision
  | PackMoved
  | Decision<'referral-drafted', object>
  | Decision<'referral-sent', object>
  | Decision<'referral-received', object>
  | Decision<'referral-accepted', object>
  | Decision<'referral-returned', { reason: ReturnReason }>
  | Decision<'referral-recalled', object>
  | Decision<'referral-work-started', object>
  | Decision<'referral-reported', { outcome: ReportOutcome }>
  | Decision<'referral-closed', object>;

export type ReferralEvent = Recorded<ReferralDecision>;

type Asked = {
  open: object;
  send: object;
  receive: object;
  accept: object;
  return: { reason: ReturnReason };
  recall: object;
  'start-work': object;
  report: { outcome: ReportOutcome };
  close: object;
  'move-pack': { pack: string };
};
export type ReferralAction = keyof Asked;
export type ReferralAsked<A extends ReferralAction> = Asked[A];
export type ReferralCommand = {
  [A in ReferralAction]: { kind: A; order: Order; asked: Asked[A] };
}[ReferralAction];

export function newReferral(
  given: Pick<
    ReferralState,
    'id' | 'openedBy' | 'owner' | 'parent' | 'district' | 'fromBody' | 'toBody' | 'urgency' | 'openedOn'
  > &
    Partial<Pick<ReferralState, 'pack'>>,
): ReferralState {
  return {
    pack: FIRST_PACK,
    ...given,
    story: 'referral',
    seq: 0,
    state: 'new',
    clocks: [],
    undrawn: [],
    closedOn: null,
    outcome: null,
    lastActOn: given.openedOn,
  };
}

export function senderOf(state: ReferralState): AccountId {
  return state.owner ?? state.openedBy;
}
