/** What may be asked of a dispute: imperative, with codes, days and amounts only; texts stay in the record. */
import type { Order, PaperStart } from '../case.ts';
import type { Day } from '../day.ts';
import type { AccountId, BodyId, CaseId, PartyId } from '../ids.ts';
import type { Fen } from '../money.ts';
import type { Carried } from './carried.ts';
import type {
  AgentAppointed,
  CallLogged,
  ConsultResult,
  EvidenceAdded,
  PartiesAdded,
  PrivacyConsent,
  Satisfaction,
} from './decisions.ts';
import type { RecordableKind } from './limitation.ts';
import type {
  Answer,
  Authority,
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
  Proposer,
  RecusalReason,
  Remedy,
  SessionAnswer,
  SessionWay,
  Side,
  Signature,
  TriageResult,
} from './parts.ts';
import type { PartyKind } from './party-kinds.ts';

/** A referral the case opens: of a planned station, or beside the plan. */
type Referring = { referral: CaseId; body: BodyId; station?: number };

type Asked = {
  receive: object;
  /** The short record 简易登记: taken in, settled and paid on one day. */
  'receive-settled': { amount: Fen; satisfaction: Satisfaction };
  /** A case of a running register 台账, as far as it had come. */
  import: Carried;
  assign: { mediator: AccountId };
  recuse: { mediator: AccountId; reason: RecusalReason };
  'complete-party': { party: PartyId; kind?: PartyKind };
  'record-elements': { sections: readonly string[] };
  'add-parties': PartiesAdded;
  'change-claims': { claims: readonly ClaimLine[] };
  'appoint-agent': AgentAppointed;
  'log-call': CallLogged;
  'add-evidence': EvidenceAdded;
  'withdraw-evidence': { evidence: string };
  'add-note': { isConfidential: boolean };
  'record-privacy-consent': PrivacyConsent;
  /** A fresh code for one party to follow its case with; the one before is void. */
  'give-check-code': { party: PartyId };
  triage: { result: TriageResult };
  /** Who was asked: where none is named and somebody was reached, all. */
  consult: { result: ConsultResult; party?: PartyId };
  /** Whose consent: every employer's where none is named. */
  'record-consent': { isGiven: boolean; party?: PartyId };
  accept: { capacity?: CapacityHeld };
  decline: { reason: DeclineReason };
  'settle-between-sides': object;
  withdraw: object;
  'appoint-representatives': { parties: readonly PartyId[] };
  'record-member-consents': { parties: readonly PartyId[]; isGiven: boolean };
  'separate-members': { parties: readonly PartyId[]; why: LeaveReason; dispute?: CaseId };
  /** `hasReason`: a plan is changed only with a reason, which is in the record. */
  'plan-chain': { stations: readonly PlannedStation[]; hasReason: boolean };
  'skip-station': { no: number };
  refer: Referring;
  'hear-referral': { referral: CaseId; state: string; outcome: string | null; isOpen: boolean };
  'plan-session': { plannedOn: Day; way?: SessionWay };
  'postpone-session': { no: number; plannedOn: Day; by: Postponer };
  /** A party's own word on the day. */
  'answer-session': { no: number; answer: SessionAnswer };
  'hold-session': { no: number; attendance?: readonly { party: PartyId; presence: Presence }[] };
  'extend-period': { until: Day; workerOn: Day; employerOn: Day };
  'record-proposal': { by: Proposer; amount: Fen | null };
  'answer-proposal': { no: number; side: Side; answer: Answer };
  /** `shares` may be left out between one worker and one employer. */
  'draft-agreement': {
    door: Door;
    instalments: readonly { dueOn: Day; amount: Fen; shares?: readonly PlannedShare[] }[];
    duties?: readonly { who: PartyId; dueOn: Day }[];
  };
  'drop-draft': object;
  'check-agreement': object;
  'sign-off-agreement': object;
  /** `paper`, `read`: the draft's paper and the hash of its file; `sha256`: the picture's; `at`: the instant. */
  'sign-on-screen': EvidenceAdded & { paper: string; read: string; authority: Authority; at: string };
  /** Those who signed on a screen are not listed again. */
  'sign-agreement': { signatures: readonly Signature[]; mediatorOn: Day; sealedOn: Day };
  'scan-back': { evidence: string };
  'apply-lock-in': object;
  'lock-in': { outcome: LockInOutcome };
  /** To whom, from whom; without them the one share there is, or all that is owed at once. */
  'record-payment': { instalment: number; amount: Fen; payee?: PartyId; payer?: PartyId };
  /** An employer's word that it has paid: no money counts as received by it. */
  'report-paid': { instalment: number; amount: Fen } & Partial<EvidenceAdded>;
  /** A worker's word that nothing came: no default by itself. */
  'report-unpaid': { instalment: number };
  'record-duty': { no: number };
  /** An instalment or, where the agreement has other duties, one of those. */
  'declare-default': { instalment?: number; duty?: number };
  'choose-remedy': { remedy: Remedy };
  'record-visit': { instalment?: number; after?: CollectiveVisit; satisfaction: Satisfaction };
  /** May open a referral in the same step. */
  fail: { reason: FailReason } & Partial<Referring>;
  /** A reason is asked for where money is still owed. */
  close: { reason?: CloseReason };
  archive: object;
  'issue-papers': { papers: readonly PaperStart[] };
  /** `act` is the kind of the event with that seq, as the record knows it. */
  correct: { seq: number; act: string; field: string };
  /** What had been received of a share by then, in all. */
  'correct-payment': { instalment: number; payee?: PartyId; payer?: PartyId; paid: Fen };
  'ask-reopen': object;
  'approve-request': { no: number };
  'reject-request': { no: number };
  'record-claim-facts': { no: number };
  'compute-claims': object;
  'record-limitation-event': { event: RecordableKind; happenedOn: Day; until: Day | null };
  /** `act` as with `correct`. */
  'withdraw-limitation-event': { seq: number; act: string };
  'certify-limitation': object;
  'move-pack': { pack: string };
};

export type DisputeAction = keyof Asked;
export type DisputeAsked<A extends DisputeAction> = Asked[A];
export type DisputeCommand = {
  [A in DisputeAction]: { kind: A; order: Order; asked: Asked[A] };
}[DisputeAction];
/** The commands of these kinds. */
export type CommandOf<A extends DisputeAction> = Extract<DisputeCommand, { kind: A }>;

/** Whether a command is one of these kinds: how a dispute's commands are dealt out to the files that decide them. */
export function among<A extends DisputeAction>(kinds: readonly A[]) {
  return (command: DisputeCommand): command is CommandOf<A> =>
    (kinds as readonly DisputeAction[]).includes(command.kind);
}
