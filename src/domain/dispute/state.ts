import { type CaseState, FIRST_PACK, type Recorded } from '../case.ts';
import type { ClaimHead } from '../claim.ts';
import type { Day } from '../day.ts';
import type { AccountId, BodyId, CaseId, DistrictCode, PartyId } from '../ids.ts';
import type { DisputeDecision } from './decisions.ts';
import { applicationOf, type LimitationState, NO_LIMITATION } from './limitation.ts';
import type {
  Agreement,
  Approval,
  Call,
  CapacityHeld,
  Channel,
  CloseReason,
  Consent,
  Instalment,
  Left,
  Procedure,
  Proposal,
  Remedy,
  Session,
  Side,
  Station,
  TriageResult,
} from './parts.ts';
import type { WorkerKinds } from './party-kinds.ts';

export const disputeStates = [
  'new',
  'received',
  'consulting',
  'accepted',
  'not-accepted',
  'negotiated',
  'mediating',
  'agreed',
  'failed',
  'withdrawn',
  'performing',
  'performed',
  'defaulted',
  'closed',
  'archived',
] as const;
export type DisputeStateName = (typeof disputeStates)[number];

export type DisputeState = CaseState<DisputeStateName> & {
  story: 'dispute';
  district: DistrictCode;
  channel: Channel;
  /** Only of a suit the court entrusts. */
  procedure: Procedure | null;
  /** False where the claims rest on a service contract or a platform's rules: no labour arbitration reviews them. */
  isLabourRelation: boolean;
  kinds: WorkerKinds;
  heads: ClaimHead[];
  workers: PartyId[];
  employers: PartyId[];
  receivedOn: Day;
  acceptedOn: Day | null;
  /** Who asked for the mediation: the other side is asked whether it consents. */
  applicant: Side;
  /** The day of the result, the day nothing was open, the day the file was bound. */
  concludedOn: Day | null;
  closedOn: Day | null;
  archivedOn: Day | null;
  /** The state in which it was closed: where reopening leads back from. */
  closedFrom: DisputeStateName | null;
  /** Only of one closed after a default. */
  closeReason: CloseReason | null;
  capacity: CapacityHeld | null;
  /** The manager nearest to it: whom what no mediator may do is put before. */
  desk?: AccountId | null;
  recused: readonly AccountId[];
  triage: TriageResult | null;
  /** Whether anyone of the other side consents; each one's word is in `consents`. */
  isConsentGiven: boolean | null;
  consentOn: Day | null;
  consents: Readonly<Record<PartyId, Consent>>;
  /** Those asked who had not answered at acceptance: they were out of reach. */
  unheard?: readonly PartyId[];
  calls: readonly Call[];
  agents: Readonly<Record<PartyId, 'general' | 'special'>>;
  representatives: readonly PartyId[];
  /** Each member's consent to the terms on the table. */
  memberConsents: Readonly<Record<PartyId, Consent>>;
  left: readonly Left[];
  chain: readonly Station[];
  sessions: Session[];
  proposals: readonly Proposal[];
  agreement: Agreement | null;
  remedy: Remedy | null;
  referrals: { id: CaseId; body: BodyId; isOpen: boolean }[];
  evidence: readonly string[];
  approvals: readonly Approval[];
  employmentEndedOn: Day | null;
  limitation: LimitationState;
  /** The claim lines, by number, whose facts are recorded. */
  linesWithFacts: readonly number[];
};

export type DisputeEvent = Recorded<DisputeDecision>;

const atFirst = {
  applicant: 'worker',
  pack: FIRST_PACK,
  procedure: null,
  isLabourRelation: true,
  kinds: {},
  employmentEndedOn: null,
  limitation: NO_LIMITATION,
  linesWithFacts: [],
  consentOn: null,
  consents: {},
  calls: [],
  agents: {},
  representatives: [],
  memberConsents: {},
  left: [],
  chain: [],
  proposals: [],
  evidence: [],
  approvals: [],
  recused: [],
  capacity: null,
  triage: null,
  remedy: null,
  archivedOn: null,
  closedFrom: null,
  closeReason: null,
} as const;

type Given = Pick<
  DisputeState,
  'id' | 'openedBy' | 'district' | 'channel' | 'heads' | 'workers' | 'employers' | 'receivedOn'
> &
  Partial<
    Pick<
      DisputeState,
      | 'pack'
      | 'applicant'
      | 'employmentEndedOn'
      | 'procedure'
      | 'isLabourRelation'
      | 'kinds'
      | 'agents'
      | 'limitation'
      | 'linesWithFacts'
    >
  >;

/** A dispute as its row is written, before its workflow has taken it up. */
export function newDispute(given: Given): DisputeState {
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
  const fields: Partial<DisputeState> = snapshot;
  const begun = { ...atFirst, ...fields } as DisputeState;
  const applied = snapshot.seq > 0 ? applicationOf(begun, 1) : null;
  const events = applied === null ? [] : [applied];
  const read = { ...begun, limitation: fields.limitation ?? { ...NO_LIMITATION, events } };
  return { ...read, agreement: readAgreement(read) };
}

const undated = {
  draftedBy: null,
  checkedBy: null,
  signedOffOn: null,
  appliedOn: null,
  scan: null,
  duties: [],
};

function readAgreement(state: DisputeState): Agreement | null {
  const { agreement } = state;
  if (agreement === null) return null;
  const instalments = agreement.instalments.map((one) => readInstalment(state, one));
  return { ...undated, ...agreement, instalments };
}

/** The agreements of older versions were between one worker and one employer. */
function readInstalment({ workers, employers }: DisputeState, one: Instalment): Instalment {
  const { shares } = one as Partial<Instalment>;
  const [payee] = workers;
  const [payer] = employers;
  if (shares !== undefined || payee === undefined || payer === undefined) return one;
  return { ...one, shares: [{ payer, payee, amount: one.amount, paid: one.paid }] };
}

export function ownerOf(state: DisputeState): AccountId {
  return state.owner ?? state.openedBy;
}
