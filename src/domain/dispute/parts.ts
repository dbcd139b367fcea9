/** What a dispute is made of: the group, its consents, the chain, the table talk, the agreement, what waits for a second person. */
import type { ClaimHead } from '../claim.ts';
import type { Day } from '../day.ts';
import type { AccountId, BodyId, CaseId, PartyId } from '../ids.ts';
import type { Fen } from '../money.ts';
import type { CapacityKind } from './capacity.ts';

export const channels = [
  'online',
  'phone',
  'desk',
  'oral',
  'hotline-12351',
  'court-delegated',
  'court-entrusted',
  'arbitration-entrusted',
  'transferred',
] as const;
export type Channel = (typeof channels)[number];

/** Ordinary 普通程序 or summary 简易程序: of a suit the court has filed and entrusts. */
export const procedures = ['ordinary', 'summary'] as const;
export type Procedure = (typeof procedures)[number];

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

/** What the desk advises after the first hearing 研判分流. */
export const triageResults = ['mediate', 'advise', 'refer', 'legal-aid', 'arbitrate'] as const;
export type TriageResult = (typeof triageResults)[number];

export const recusalReasons = ['kin', 'interest', 'other-relation', 'asked-by-party'] as const;
export type RecusalReason = (typeof recusalReasons)[number];

/** In which capacity the centre mediates: its heading, its seal, its period, its doors. */
export type CapacityHeld = { id: string; kind: CapacityKind; isSignOffRequired: boolean };

export type Consent = { isGiven: boolean; on: Day };

/** The last day among these; null where there is none. */
export function latestOf(dated: readonly { on: Day }[]): Day | null {
  return (
    dated
      .map(({ on }) => on)
      .sort()
      .at(-1) ?? null
  );
}

export const callWays = ['phone', 'visit', 'message', 'letter'] as const;
export type CallWay = (typeof callWays)[number];

/** One entry of the call log: together they prove that someone cannot be reached. */
export type Call = { party: PartyId; on: Day; way: CallWay; isReached: boolean };

export const leaveReasons = ['own-case', 'withdrew', 'settled-apart'] as const;
export type LeaveReason = (typeof leaveReasons)[number];

/** A member who no longer goes with the group; the case they went to, where they have one. */
export type Left = { party: PartyId; why: LeaveReason; on: Day; dispute: CaseId | null };

/** A station of the linkage chain; `after` names those that must be over first, so that others run side by side. */
export type Station = {
  no: number;
  body: BodyId;
  after: readonly number[];
  why: string;
  status: 'planned' | 'out' | 'done' | 'came-back' | 'skipped';
  referral: CaseId | null;
};
export type PlannedStation = Pick<Station, 'no' | 'body' | 'after' | 'why'>;

export const sessionWays = ['on-site', 'online', 'phone', 'back-to-back'] as const;
export type SessionWay = (typeof sessionWays)[number];
export const postponers = ['worker', 'employer', 'mediator', 'other'] as const;
export type Postponer = (typeof postponers)[number];
export const presences = ['self', 'agent', 'representative', 'absent'] as const;
export type Presence = (typeof presences)[number];

/** What a party says to the day of a session. */
export const sessionAnswers = ['coming', 'not-coming', 'other-time'] as const;
export type SessionAnswer = (typeof sessionAnswers)[number];

export type Session = {
  no: number;
  plannedOn: Day;
  heldOn: Day | null;
  way?: SessionWay;
  postponed?: { from: Day; by: Postponer; on: Day }[];
  /** Each party's last word on the day as it is now planned. */
  answers?: Readonly<Record<PartyId, { answer: SessionAnswer; on: Day }>>;
};

export const sides = ['worker', 'employer'] as const;
export type Side = (typeof sides)[number];
export const otherSide = (side: Side): Side => (side === 'worker' ? 'employer' : 'worker');
export const proposers = [...sides, 'mediator'] as const;
export type Proposer = (typeof proposers)[number];
export const answers = ['accepted', 'refused'] as const;
export type Answer = (typeof answers)[number];

/** A proposal 调解方案 on the table: whose, how much, and what each side says to it. */
export type Proposal = {
  no: number;
  by: Proposer;
  on: Day;
  amount: Fen | null;
  answers: Partial<Record<Side, Answer>>;
};

/** Who pays whom how much of an instalment. */
export type Share = { payer: PartyId; payee: PartyId; amount: Fen; paid: Fen };
export type PlannedShare = Omit<Share, 'paid'>;
/** What a party says of an instalment that is not counted as paid: an employer that it has paid, a worker that nothing came. */
export type PaymentWord =
  | { party: PartyId; on: Day; says: 'paid'; amount: Fen; evidence?: string }
  | { party: PartyId; on: Day; says: 'unpaid' };

export type Instalment = {
  no: number;
  dueOn: Day;
  amount: Fen;
  paid: Fen;
  visitedOn: Day | null;
  shares: readonly Share[];
  said?: readonly PaymentWord[];
};

export const authorities = [
  'self',
  'legal-representative',
  'agent-with-special-authority',
  'representative',
] as const;
export type Authority = (typeof authorities)[number];
/** `by`: the group's representative who signs for this member; `evidence`: the picture of one given on a screen. */
export type Signature = { party: PartyId; on: Day; authority: Authority; by?: PartyId; evidence?: string };

/** A signature given on a screen: the picture's hash, the hash of the paper that was read, the instant. */
export type ScreenSignature = Signature & { evidence: string; sha256: string; read: string; at: string };

/** What is to be done beside paying, by a fixed day; the words are in the record. */
export type Duty = { no: number; who: PartyId; dueOn: Day; doneOn: Day | null };

export type Agreement = {
  paper: string;
  door: Door;
  draftedOn: Day;
  draftedBy: AccountId | null;
  /** 核稿, 签发: each by a person who did not draft it. */
  checkedBy: AccountId | null;
  signedOffOn: Day | null;
  effectiveOn: Day | null;
  /** The day on which both sides had filed for review or confirmation. */
  appliedOn: Day | null;
  lockedIn: LockInOutcome | null;
  instalments: Instalment[];
  duties: readonly Duty[];
  /** The evidence file of the signed and sealed copy. */
  scan: string | null;
  /** The hash of its paper, once that is drawn: of what the parties read. */
  sha256?: string;
  /** Signatures given on a screen; the mediator's act takes them over. */
  onScreen?: readonly ScreenSignature[];
};

/** What the worker wants done after a default; nothing files itself. */
export const remedies = ['wait', 'payment-order', 'enforcement', 'arbitration', 'suit'] as const;
export type Remedy = (typeof remedies)[number];

export const collectiveVisits = ['first', 'second', 'third'] as const;
export type CollectiveVisit = (typeof collectiveVisits)[number];

/** What waits for a second person's approval: a file to be opened again, a correction of what already has legal effect. */
/** `approver`: the manager it was put before, where the district has one. */
export type Approval = { no: number; by: AccountId; on: Day; approver?: AccountId | null } & (
  | { what: 'reopen' }
  | { what: 'text'; seq: number; field: string }
  /** `seen`: what had been received when it was asked; older requests do not say. */
  | { what: 'payment'; instalment: number; payee?: PartyId; payer?: PartyId; paid: Fen; seen?: Fen }
);

export type ClaimLine = { head: ClaimHead; amount: Fen; party: PartyId | null };

/** What a consent to the handling of personal information is about, and how it was given. */
export const privacyMatters = ['privacy-notice', 'share-with-body', 'sensitive-information'] as const;
export type PrivacyMatter = (typeof privacyMatters)[number];
export const privacyConsentWays = ['signed-paper', 'oral-on-record', 'online'] as const;
export type PrivacyConsentWay = (typeof privacyConsentWays)[number];
