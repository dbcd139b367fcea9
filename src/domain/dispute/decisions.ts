/** What can have happened to a dispute: past tense, with codes, days and amounts only. */
import type { Decision, OwnDecision, PackMoved } from '../case.ts';
import type { Day } from '../day.ts';
import type { AccountId, BodyId, CaseId, PartyId } from '../ids.ts';
import type { Fen } from '../money.ts';
import type { Carried } from './carried.ts';
import type { RecordableKind } from './limitation.ts';
import type {
  Answer,
  Approval,
  Call,
  CapacityHeld,
  ClaimLine,
  CloseReason,
  CollectiveVisit,
  DeclineReason,
  Door,
  FailReason,
  LeaveReason,
  LockInOutcome,
  PlannedShare,
  PlannedStation,
  Postponer,
  Presence,
  PrivacyConsentWay,
  PrivacyMatter,
  Proposer,
  RecusalReason,
  Remedy,
  ScreenSignature,
  SessionAnswer,
  SessionWay,
  Side,
  Signature,
  TriageResult,
} from './parts.ts';
import type { PartyKind } from './party-kinds.ts';

export type ConsultResult = 'reached' | 'not-reached';
export const satisfactions = ['satisfied', 'neutral', 'dissatisfied', 'not-asked'] as const;
export type Satisfaction = (typeof satisfactions)[number];

/** What a party agrees to, or no more: a notice read, sharing with a body, sensitive information. */
export type PrivacyConsent = {
  party: PartyId;
  matter: PrivacyMatter;
  isGiven: boolean;
  /** The version of the notice they were shown. */
  notice: string;
  way: PrivacyConsentWay;
  /** The signed paper or recording, where it is kept as evidence. */
  evidence?: string;
  /** With whom it is shared. */
  body?: BodyId;
};

export type CallLogged = Omit<Call, 'on'>;
export type AgentAppointed = { party: PartyId; scope: 'general' | 'special' };
type FileAdded = { bytes: number; mediaType: string };
export type EvidenceAdded = { evidence: string; sha256: string } & FileAdded;
/** `kept`: where their claims went along, the numbers of the lines that stay, filled in by the recording. */
export type MembersSeparated = {
  parties: readonly PartyId[];
  why: LeaveReason;
  dispute?: CaseId;
  kept?: readonly number[];
};
/** `kinds`: in the order of the people; null where none was said. */
export type PartiesAdded = {
  side: Side;
  parties: readonly PartyId[];
  kinds?: readonly (PartyKind | null)[];
  claims: readonly ClaimLine[];
};
type Referring = { referral: CaseId; body: BodyId; station?: number };
type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
export type ApprovalAsked = DistributiveOmit<Approval, 'no' | 'by' | 'on' | 'approver'>;

export type DisputeDecision =
  | OwnDecision
  | PackMoved
  | Decision<'dispute-received', object>
  | Decision<'dispute-settled-same-day', { amount: Fen; satisfaction: Satisfaction }>
  | Decision<'dispute-imported', Carried>
  | Decision<'mediator-assigned', { mediator: AccountId }>
  | Decision<'mediator-recused', { mediator: AccountId; reason: RecusalReason }>
  | Decision<'party-completed', { party: PartyId; kind?: PartyKind }>
  | Decision<'elements-recorded', { sections: readonly string[] }>
  | Decision<'parties-added', PartiesAdded>
  | Decision<'claims-changed', { claims: readonly ClaimLine[] }>
  | Decision<'agent-appointed', AgentAppointed>
  | Decision<'call-logged', CallLogged>
  | Decision<'evidence-added', EvidenceAdded>
  | Decision<'evidence-withdrawn', { evidence: string }>
  | Decision<'note-added', { isConfidential: boolean }>
  | Decision<'privacy-consent-recorded', PrivacyConsent>
  | Decision<'check-code-given', { party: PartyId }>
  | Decision<'dispute-triaged', { result: TriageResult }>
  | Decision<'other-side-consulted', { result: ConsultResult; party?: PartyId }>
  | Decision<'consent-recorded', { isGiven: boolean; party?: PartyId }>
  | Decision<'dispute-accepted', { capacity?: CapacityHeld }>
  | Decision<'dispute-declined', { reason: DeclineReason }>
  | Decision<'settled-between-sides', object>
  | Decision<'dispute-withdrawn', object>
  | Decision<'representatives-appointed', { parties: readonly PartyId[] }>
  | Decision<'member-consents-recorded', { parties: readonly PartyId[]; isGiven: boolean }>
  | Decision<'members-separated', MembersSeparated>
  | Decision<'chain-planned', { stations: readonly PlannedStation[] }>
  | Decision<'station-skipped', { no: number }>
  | Decision<'referral-opened', Referring>
  | Decision<'referral-heard', { referral: CaseId; state: string; outcome: string | null; isOpen: boolean }>
  | Decision<'session-planned', { no: number; plannedOn: Day; way?: SessionWay }>
  | Decision<'session-postponed', { no: number; plannedOn: Day; by: Postponer }>
  | Decision<'session-answered', { no: number; party: PartyId; answer: SessionAnswer }>
  | Decision<'session-held', { no: number; attendance?: readonly { party: PartyId; presence: Presence }[] }>
  | Decision<'period-extended', { until: Day; workerOn: Day; employerOn: Day }>
  | Decision<'proposal-recorded', { no: number; by: Proposer; amount: Fen | null }>
  | Decision<'proposal-answered', { no: number; side: Side; answer: Answer }>
  | Decision<
      'agreement-drafted',
      {
        door: Door;
        instalments: readonly { no: number; dueOn: Day; amount: Fen; shares?: readonly PlannedShare[] }[];
        duties?: readonly { no: number; who: PartyId; dueOn: Day }[];
      }
    >
  | Decision<'draft-dropped', object>
  | Decision<'agreement-checked', object>
  | Decision<'agreement-signed-off', object>
  | Decision<'agreement-signed-on-screen', Omit<ScreenSignature, 'on'> & FileAdded>
  | Decision<
      'agreement-signed',
      { signatures: readonly Signature[]; mediatorOn: Day; sealedOn: Day; effectiveOn: Day }
    >
  | Decision<'agreement-scanned', { evidence: string }>
  | Decision<'lock-in-applied', object>
  | Decision<'agreement-locked-in', { outcome: LockInOutcome }>
  | Decision<
      'payment-recorded',
      {
        instalment: number;
        amount: Fen;
        isLast: boolean;
        payee?: PartyId;
        payer?: PartyId;
        isLate?: boolean;
      }
    >
  | Decision<'payment-reported', { instalment: number; party: PartyId; amount: Fen } & Partial<EvidenceAdded>>
  | Decision<'unpaid-reported', { instalment: number; party: PartyId }>
  | Decision<'duty-recorded', { no: number; isLast: boolean }>
  | Decision<'default-declared', { instalment?: number; duty?: number }>
  | Decision<'remedy-chosen', { remedy: Remedy }>
  | Decision<'visit-recorded', { instalment?: number; after?: CollectiveVisit; satisfaction: Satisfaction }>
  | Decision<'mediation-failed', { reason: FailReason } & Partial<Referring>>
  | Decision<'dispute-closed', { reason?: CloseReason }>
  | Decision<'dispute-archived', object>
  | Decision<'papers-issued', object>
  | Decision<'text-corrected', { seq: number; field: string }>
  | Decision<'approval-asked', ApprovalAsked & { no: number }>
  | Decision<'request-approved', { no: number }>
  | Decision<'request-rejected', { no: number }>
  | Decision<'claim-facts-recorded', { no: number }>
  /** `lines` is what the law answers, filled in by the recording. */
  | Decision<'claims-computed', { lines: { no: number; kind: string; amount: Fen }[] }>
  | Decision<'limitation-event-recorded', { event: RecordableKind; happenedOn: Day; until: Day | null }>
  | Decision<'limitation-event-withdrawn', { seq: number }>
  | Decision<'limitation-certified', object>;

/** The facts of an event of this kind. */
export type FactsOf<K extends DisputeDecision['kind']> = Extract<DisputeDecision, { kind: K }>['facts'];
