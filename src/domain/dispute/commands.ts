/** What may be asked of a dispute: imperative, with codes, days and amounts only; texts stay in the record. */
import type { Order } from '../case.ts';
import type { Day } from '../day.ts';
import type { AccountId, BodyId, CaseId, PartyId } from '../ids.ts';
import type { Fen } from '../money.ts';
import type { ConsultResult, Satisfaction, Signature } from './decisions.ts';
import type { RecordableKind } from './limitation.ts';
import type { CloseReason, DeclineReason, Door, FailReason, LockInOutcome } from './state.ts';

type Asked = {
  receive: object;
  assign: { mediator: AccountId };
  'complete-party': { party: PartyId };
  consult: { result: ConsultResult };
  'record-consent': { isGiven: boolean };
  accept: object;
  decline: { reason: DeclineReason };
  withdraw: object;
  refer: { referral: CaseId; body: BodyId };
  'hear-referral': { referral: CaseId; state: string; outcome: string | null; isOpen: boolean };
  'plan-session': { plannedOn: Day };
  'hold-session': { no: number };
  'draft-agreement': { door: Door; instalments: { dueOn: Day; amount: Fen }[] };
  'sign-agreement': { signatures: Signature[]; mediatorOn: Day; sealedOn: Day };
  'lock-in': { outcome: LockInOutcome };
  'record-payment': { instalment: number; amount: Fen };
  'declare-default': { instalment: number };
  'record-visit': { instalment: number; satisfaction: Satisfaction };
  fail: { reason: FailReason };
  /** A reason is asked for where money is still owed. */
  close: { reason?: CloseReason };
  'record-claim-facts': { no: number };
  'compute-claims': object;
  'record-limitation-event': { event: RecordableKind; happenedOn: Day; until: Day | null };
  'certify-limitation': object;
  'move-pack': { pack: string };
};

export type DisputeAction = keyof Asked;
export type DisputeAsked<A extends DisputeAction> = Asked[A];
export type DisputeCommand = {
  [A in DisputeAction]: { kind: A; order: Order; asked: Asked[A] };
}[DisputeAction];
