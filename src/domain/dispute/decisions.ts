/** What can have happened to a dispute: past tense, with codes, days and amounts only. */
import type { Decision, OwnDecision, PackMoved } from '../case.ts';
import type { Day } from '../day.ts';
import type { AccountId, BodyId, CaseId, PartyId } from '../ids.ts';
import type { Fen } from '../money.ts';
import type { RecordableKind } from './limitation.ts';
import type { CloseReason, DeclineReason, Door, FailReason, LockInOutcome } from './state.ts';

export type ConsultResult = 'reached' | 'not-reached';
export type Authority = 'self' | 'legal-representative' | 'agent-with-special-authority';
export type Signature = { party: PartyId; on: Day; authority: Authority };
export type Satisfaction = 'satisfied' | 'neutral' | 'dissatisfied' | 'not-asked';

export type DisputeDecision =
  | OwnDecision
  | PackMoved
  | Decision<'dispute-received', object>
  | Decision<'mediator-assigned', { mediator: AccountId }>
  | Decision<'party-completed', { party: PartyId }>
  | Decision<'other-side-consulted', { result: ConsultResult }>
  | Decision<'consent-recorded', { isGiven: boolean }>
  | Decision<'dispute-accepted', object>
  | Decision<'dispute-declined', { reason: DeclineReason }>
  | Decision<'dispute-withdrawn', object>
  | Decision<'referral-opened', { referral: CaseId; body: BodyId }>
  | Decision<'referral-heard', { referral: CaseId; state: string; outcome: string | null; isOpen: boolean }>
  | Decision<'session-planned', { no: number; plannedOn: Day }>
  | Decision<'session-held', { no: number }>
  | Decision<'agreement-drafted', { door: Door; instalments: { no: number; dueOn: Day; amount: Fen }[] }>
  | Decision<
      'agreement-signed',
      { signatures: Signature[]; mediatorOn: Day; sealedOn: Day; effectiveOn: Day }
    >
  | Decision<'agreement-locked-in', { outcome: LockInOutcome }>
  | Decision<'payment-recorded', { instalment: number; amount: Fen; isLast: boolean }>
  | Decision<'default-declared', { instalment: number }>
  | Decision<'visit-recorded', { instalment: number; satisfaction: Satisfaction }>
  | Decision<'mediation-failed', { reason: FailReason }>
  | Decision<'dispute-closed', { reason?: CloseReason }>
  | Decision<'claim-facts-recorded', { no: number }>
  /** `lines` is what the law answers, filled in by the recording. */
  | Decision<'claims-computed', { lines: { no: number; kind: string; amount: Fen }[] }>
  | Decision<'limitation-event-recorded', { event: RecordableKind; happenedOn: Day; until: Day | null }>
  | Decision<'limitation-certified', object>;
