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
import type { Procedure } from '../dispute/parts.ts';
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

/** Every result there is; which body may give which stands in outcomes.ts. */
export const reportOutcomes = [
  'settled',
  'ordered',
  'no-violation',
  'filed',
  'not-filed',
  'supported',
  'other',
  // courts
  'confirmed',
  'confirmation-dismissed',
  'application-withdrawn',
  // inspection
  'payment-ordered',
  'correction-ordered',
  'additional-pay-ordered',
  'enforcement-applied',
  'handed-to-police',
  // arbitration
  'award-by-consent',
  'document-refused',
  'other-jurisdiction',
  // procuratorates
  'suit-supported',
  'procuratorial-proposal',
  'public-interest-suit',
  'conditions-not-met',
  // justice
  'aid-granted',
  'aid-refused',
  'lawyer-assigned',
  // mediation, as courts are told of it
  'agreed',
  'settled-and-withdrawn',
  'unreachable',
  'refused',
  'too-far-apart',
  'time-over',
  'would-not-sign',
] as const;
export type ReportOutcome = (typeof reportOutcomes)[number];

/** How a referral of another body comes to us: delegated 委派 before filing, entrusted 委托 after it, or handed over 移交. */
export const incomingChannels = [
  'court-delegated',
  'court-entrusted',
  'arbitration-entrusted',
  'transferred',
] as const;
export type IncomingChannel = (typeof incomingChannels)[number];

/** Who answered by the code on the letter: what they said of themselves, in the event's words. */
export type Replier = { name: string; post: string };

export const sides = ['sender', 'receiver'] as const;
export type Side = (typeof sides)[number];

/** A file of the case that goes along, with the hash the record has of it. */
export type Enclosed = { kind: 'paper' | 'evidence'; id: string; sha256: string };

export type ReferralState = CaseState<ReferralStateName> & {
  story: 'referral';
  parent: CaseId | null;
  district: DistrictCode;
  fromBody: BodyId;
  toBody: BodyId;
  /** The kind of the receiving body; null in snapshots that do not know it. */
  toKind: string | null;
  urgency: Urgency;
  /** How it came from another body; null: it is ours to send. */
  channel: IncomingChannel | null;
  /** Of what a court entrusts 委托 alone. */
  procedure: Procedure | null;
  openedOn: Day;
  receivedOn: Day | null;
  closedOn: Day | null;
  outcome: ReportOutcome | ReturnReason | 'recalled' | 'silent' | null;
  /** The dispute that an accepted incoming referral opened, and what it came to. */
  child: CaseId | null;
  childEnd: { on: Day; outcome: ReportOutcome | null } | null;
  /** Whether the report waits for the child; not so where an older version wrote down the acceptance. */
  isChildAwaited: boolean;
  /** Until when the receiver waits for materials it asked for. */
  materialsBy: Day | null;
  /** Of the hop that is waited for now. */
  reminders: number;
  remindedOn: Day | null;
  escalated: { to: AccountId; on: Day } | null;
};

/** What the dispute tells the referral it came from: whose it is, and what it came to once it is over. */
export type ChildHeard = { mediator: AccountId | null; isEnded: boolean; outcome: ReportOutcome | null };

export type ReferralDecision =
  | OwnDecision
  | PackMoved
  | Decision<'referral-drafted', object>
  | Decision<'referral-arrived', { channel: IncomingChannel }>
  | Decision<'referral-sent', { enclosed?: readonly Enclosed[] }>
  | Decision<'referral-received', object>
  | Decision<'referral-accepted', { child?: CaseId; isChildAwaited?: true }>
  | Decision<'referral-returned', { reason: ReturnReason }>
  | Decision<'referral-recalled', object>
  | Decision<'referral-given-up', object>
  | Decision<'referral-replied', { side: Side }>
  | Decision<'materials-asked', { neededOn: Day }>
  | Decision<'materials-sent', { enclosed?: readonly Enclosed[] }>
  | Decision<'referral-reminded', { no: number }>
  | Decision<'referral-escalated', { manager: AccountId }>
  | Decision<'child-heard', ChildHeard>
  | Decision<'referral-work-started', object>
  | Decision<'referral-reported', { outcome: ReportOutcome }>
  | Decision<'letter-reissued', object>
  | Decision<'referral-closed', object>;

export type ReferralEvent = Recorded<ReferralDecision>;

type Asked = {
  open: object;
  send: { enclosed?: readonly Enclosed[] };
  receive: object;
  /** `child`: the id of the dispute that an incoming referral opens. */
  accept: { child?: CaseId };
  return: { reason: ReturnReason };
  recall: object;
  /** A new letter in place of the first: lost, or in the wrong hands. */
  'reissue-letter': object;
  /** For a manager, who may write down either side's words; everyone else has one side. */
  reply: { side?: Side };
  'ask-materials': { neededOn?: Day };
  'send-materials': { enclosed?: readonly Enclosed[] };
  remind: object;
  escalate: { manager: AccountId };
  'give-up': object;
  'hear-child': ChildHeard;
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

const atFirst = {
  pack: FIRST_PACK,
  toKind: null,
  channel: null,
  procedure: null,
  receivedOn: null,
  child: null,
  childEnd: null,
  isChildAwaited: false,
  materialsBy: null,
  reminders: 0,
  remindedOn: null,
  escalated: null,
} as const;

export function newReferral(
  given: Pick<
    ReferralState,
    'id' | 'openedBy' | 'owner' | 'parent' | 'district' | 'fromBody' | 'toBody' | 'urgency' | 'openedOn'
  > &
    Partial<Pick<ReferralState, 'pack' | 'toKind' | 'channel' | 'procedure'>>,
): ReferralState {
  return {
    ...atFirst,
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

/** A snapshot as older versions wrote it, with the fields it lacks. */
export function readReferralSnapshot(snapshot: ReferralState): ReferralState {
  return { ...atFirst, ...snapshot };
}

export function isIncoming({ channel }: Pick<ReferralState, 'channel'>): boolean {
  return channel !== null;
}

/** Who acts for the sending body: of an incoming referral whoever wrote it down, the body's officer or our desk. */
export function senderOf(state: ReferralState): AccountId {
  return isIncoming(state) ? state.openedBy : keeperOf(state);
}

/** Who on our side has it in hand. */
export function keeperOf(state: ReferralState): AccountId {
  return state.owner ?? state.openedBy;
}
