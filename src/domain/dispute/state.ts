import { type CaseState, FIRST_PACK, type Recorded } from '../case.ts';
import type { ClaimHead } from '../claim.ts';
import type { Day } from '../day.ts';
import type { AccountId, BodyId, CaseId, DistrictCode, PartyId } from '../ids.ts';
import type { Fen } from '../money.ts';
import type { DisputeDecision } from './decisions.ts';
import { applicationOf, type LimitationState, NO_LIMITATION } from './limitation.ts';

export const disputeStates = [
  'new',
  'received',
  'consulting',
  'accepted',
  'not-accepted',
  'mediating',
  'agreed',
  'failed',
  'withdrawn',
  'performing',
  'performed',
  'defaulted',
  'closed',
] as const;
export type DisputeStateName = (typeof disputeStates)[number];

export const channels = ['online', 'phone', 'desk', 'oral', 'hotline-12351', 'transferred'] as const;
export type Channel = (typeof channels)[number];

export const declineReasons = ['refused', 'unreachable', 'out-of-scope', 'other-path'] as const;
export type DeclineReason = (typeof declineReasons)[number];

export const failReasons = [
  'time-over',
  'refused',
  'too-far-apart',
  'unreachable',
  'would-not-sign',
] as const;
export type FailReason = (typeof failReasons)[number];

/** The ways to lock an agreement in: arbitration review 仲裁审查, judicial confirmation 司法确认, or none needed. */
export const doors = ['arbitration-review', 'judicial-confirmation', 'none'] as const;
export type Door = (typeof doors)[number];

export const lockInOutcomes = ['granted', 'refused', 'waived'] as const;
export type LockInOutcome = (typeof lockInOutcomes)[number];

/** Why a dispute is closed with money still owed: someone else enforces it, or there is nothing to enforce against. */
export const closeReasons = [
  'handed-to-enforcement',
  'handed-to-arbitration',
  'payment-order',
  'employer-insolvent',
] as const;
export type CloseReason = (typeof closeReasons)[number];

export type Instalment = { no: number; dueOn: Day; amount: Fen; paid: Fen; visitedOn: Day | null };

export type Agreement = {
  paper: string;
  door: Door;
  draftedOn: Day;
  effectiveOn: Day | null;
  lockedIn: LockInOutcome | null;
  instalments: Instalment[];
};

export type DisputeState = CaseState<DisputeStateName> & {
  story: 'dispute';
  district: DistrictCode;
  channel: Channel;
  heads: ClaimHead[];
  workers: PartyId[];
  employers: PartyId[];
  receivedOn: Day;
  acceptedOn: Day | null;
  concludedOn: Day | null;
  closedOn: Day | null;
  /** Only of one closed after a default. */
  closeReason: CloseReason | null;
  isConsentGiven: boolean | null;
  consentOn: Day | null;
  sessions: { no: number; plannedOn: Day; heldOn: Day | null }[];
  agreement: Agreement | null;
  referrals: { id: CaseId; body: BodyId; isOpen: boolean }[];
  employmentEndedOn: Day | null;
  limitation: LimitationState;
  /** The claim lines, by number, whose facts are recorded. */
  linesWithFacts: readonly number[];
};

export type DisputeEvent = Recorded<DisputeDecision>;

const atFirst = {
  pack: FIRST_PACK,
  employmentEndedOn: null,
  limitation: NO_LIMITATION,
  linesWithFacts: [],
  consentOn: null,
  closeReason: null,
} as const;

/** A dispute as its row is written, before its workflow has taken it up. */
export function newDispute(
  given: Pick<
    DisputeState,
    'id' | 'openedBy' | 'district' | 'channel' | 'heads' | 'workers' | 'employers' | 'receivedOn'
  > &
    Partial<Pick<DisputeState, 'pack' | 'employmentEndedOn'>>,
): DisputeState {
  return {
    ...atFirst,
    ...given,
    story: 'dispute',
    seq: 0,
    state: 'new',
    owner: null,
    clocks: [],
    undrawn: [],
    acceptedOn: null,
    concludedOn: null,
    closedOn: null,
    isConsentGiven: null,
    sessions: [],
    agreement: null,
    referrals: [],
    lastActOn: given.receivedOn,
  };
}

/** A snapshot as older versions wrote it, with the fields it lacks. */
export function readDisputeSnapshot(snapshot: DisputeState): DisputeState {
  const events = snapshot.seq > 0 ? [applicationOf(snapshot, 1)] : [];
  const fields: Partial<DisputeState> = snapshot;
  return { ...atFirst, limitation: { ...NO_LIMITATION, events }, ...fields } as DisputeState;
}

export function ownerOf(state: DisputeState): AccountId {
  return state.owner ?? state.openedBy;
}
