/** What is asked at each step of a course, picked by numbers out of what the case has. */
import { randomUUID } from 'node:crypto';
import { claimHeads } from '../../src/domain/claim.ts';
import { addDays, type Day } from '../../src/domain/day.ts';
import type { DisputeAction, DisputeAsked } from '../../src/domain/dispute/commands.ts';
import { satisfactions } from '../../src/domain/dispute/decisions.ts';
import { membersOf } from '../../src/domain/dispute/group.ts';
import { recordableKinds } from '../../src/domain/dispute/limitation.ts';
import {
  closeReasons,
  collectiveVisits,
  declineReasons,
  doors,
  failReasons,
  leaveReasons,
  lockInOutcomes,
  postponers,
  remedies,
  sides,
  triageResults,
} from '../../src/domain/dispute/parts.ts';
import type { DisputeState } from '../../src/domain/dispute/state.ts';
import type { BodyId, CaseId, PartyId } from '../../src/domain/ids.ts';
import { fen, sumFen } from '../../src/domain/money.ts';
import { type CourseCity, OTHER_PACK } from './course-city.ts';

export const pickOf = <T>(from: readonly T[], number: number): T => from[number % from.length]!;
const newId = <T>() => randomUUID() as string as T;

/** `on`: the day of the act. `kinds`: the course so far, by the events' kinds. */
export type Step = { on: Day; detail: number; people: CourseCity['people']; kinds: readonly string[] };

export function askedOf(
  action: DisputeAction,
  state: DisputeState,
  { on, detail, people, kinds }: Step,
): DisputeAsked<DisputeAction> {
  const party = pickOf([...state.workers, ...state.employers], detail);
  const members = membersOf(state);
  const no = 1 + (detail % 2);
  const instalment = state.agreement?.instalments[no - 1];
  const share = pickOf(instalment?.shares ?? [], detail);
  const session = state.sessions.find(({ heldOn }) => heldOn === null)?.no ?? no;
  const later = addDays(on, detail % 40);
  const referring = { referral: newId<CaseId>(), body: pickOf(otherBodies, detail) };
  const seq = 1 + (detail % (state.seq + 1));
  const asked: { [A in DisputeAction]: DisputeAsked<A> } = {
    receive: {},
    'receive-settled': { amount: fen(100 + detail), satisfaction: pickOf(satisfactions, detail) },
    // A register's case begins anywhere and is told elsewhere: here it is one that lacks something.
    import: {
      ...{ state: 'accepted', owner: null, acceptedOn: null, concludedOn: null, closedOn: null },
      ...{ closedFrom: null, agreement: null },
    },
    assign: { mediator: pickOf([people.colleague, people.mediator, people.clerk], detail).account },
    recuse: { mediator: state.owner ?? people.mediator.account, reason: 'kin' },
    'complete-party': { party },
    'record-elements': { sections: ['service'] },
    'add-parties': {
      side: pickOf(sides, detail),
      parties: [newId<PartyId>()],
      claims: detail % 2 === 0 ? [{ head: 'wages', amount: fen(100 + detail), party: null }] : [],
    },
    'change-claims': {
      claims: [
        { head: pickOf(claimHeads, detail), amount: fen(100 + detail), party: null },
        { head: 'wages', amount: fen(detail), party: pickOf(state.workers, detail) },
      ],
    },
    'appoint-agent': { party, scope: pickOf(['general', 'special'], detail) },
    'log-call': { party, way: 'phone', isReached: detail % 4 === 0 },
    'add-evidence': { evidence: newId<string>(), sha256: '', bytes: 0, mediaType: '' },
    'withdraw-evidence': { evidence: newId<string>() },
    'add-note': { isConfidential: detail % 2 === 0 },
    'give-check-code': { party },
    'record-privacy-consent': {
      ...{ party, matter: 'privacy-notice', isGiven: detail % 2 === 0, notice: '2026-1', way: 'online' },
    },
    triage: { result: pickOf(triageResults, detail) },
    consult: { result: detail % 4 === 0 ? 'not-reached' : 'reached' },
    'record-consent':
      detail % 3 === 0
        ? { isGiven: detail % 2 === 0, party: pickOf(state.employers, detail) }
        : { isGiven: detail % 8 > 0 },
    accept: detail % 3 === 0 ? {} : { capacity: strict },
    decline: { reason: pickOf(declineReasons, detail) },
    'settle-between-sides': {},
    withdraw: {},
    'appoint-representatives': { parties: members.slice(0, 2 + (detail % 4)) },
    'record-member-consents': { parties: members, isGiven: detail % 8 > 0 },
    'separate-members': {
      parties: members.slice(-1 - (detail % 2)),
      why: pickOf(leaveReasons, detail),
      ...(pickOf(leaveReasons, detail) === 'own-case' ? { dispute: newId<CaseId>() } : {}),
    },
    'plan-chain': {
      stations: otherBodies.slice(0, 1 + no).map((body, index) => ({
        ...{ no: index + 1, body, after: index === 0 || detail % 3 === 0 ? [] : [index], why: 'arrears' },
      })),
      hasReason: detail % 4 > 0,
    },
    'skip-station': { no },
    refer:
      state.chain.length > 0 && detail % 2 === 0
        ? { ...referring, body: state.chain[0]!.body, station: 1 }
        : referring,
    'hear-referral': { referral: newId<CaseId>(), state: 'reported', outcome: null, isOpen: false },
    'plan-session': { plannedOn: later, way: 'on-site' },
    'postpone-session': { no: session, plannedOn: later, by: pickOf(postponers, detail) },
    'answer-session': { no: session, answer: 'coming' },
    'hold-session': { no: session, attendance: [{ party, presence: 'self' }] },
    'extend-period': { until: addDays(on, 20 + (detail % 40)), workerOn: on, employerOn: on },
    'record-proposal': { by: pickOf(sides, detail), amount: fen(detail) },
    'answer-proposal': {
      no: Math.max(1, state.proposals.length),
      side: pickOf(sides, detail),
      answer: 'accepted',
    },
    'draft-agreement': draft(state, later, detail),
    'drop-draft': {},
    'check-agreement': {},
    'sign-off-agreement': {},
    'sign-on-screen': {
      ...{ evidence: newId<string>(), sha256: '', bytes: 0, mediaType: '' },
      ...{ paper: '', read: '', authority: 'self', at: '' },
    },
    'sign-agreement': signed(state, on, detail),
    'scan-back': { evidence: newId<string>() },
    'apply-lock-in': {},
    'lock-in': { outcome: pickOf(lockInOutcomes, detail) },
    'record-payment': {
      instalment: no,
      ...(share === undefined
        ? { amount: fen(100) }
        : { amount: fen(share.amount - share.paid + (detail % 7 === 0 ? 1 : 0)), payee: share.payee }),
      ...(instalment !== undefined && detail % 3 === 0 ? whole(instalment) : {}),
    },
    'report-paid': { instalment: no, amount: fen(100) },
    'report-unpaid': { instalment: no },
    'record-duty': { no: 1 },
    'declare-default': detail % 5 === 0 ? { duty: 1 } : { instalment: no },
    'choose-remedy': { remedy: pickOf(remedies, detail) },
    'record-visit': {
      satisfaction: pickOf(satisfactions, detail),
      ...(detail % 4 === 0 ? { after: pickOf(collectiveVisits, detail) } : { instalment: no }),
    },
    fail: {
      reason: pickOf(failReasons, detail),
      ...(detail % 3 === 0 ? referring : {}),
    },
    close: detail % 3 === 0 ? {} : { reason: pickOf(closeReasons, detail) },
    archive: {},
    'issue-papers': { papers: [{ kind: detail % 5 === 0 ? 'agreement' : 'application' }] },
    correct: { seq, act: kinds[seq - 1] ?? '', field: detail % 4 === 0 ? 'facts' : 'note' },
    'correct-payment': {
      instalment: no,
      paid: fen(share === undefined ? 0 : Math.floor(share.amount / (1 + (detail % 2)))),
      ...(share === undefined ? {} : { payee: share.payee }),
    },
    'ask-reopen': {},
    'approve-request': { no: state.approvals[0]?.no ?? no },
    'reject-request': { no: state.approvals[0]?.no ?? no },
    'record-claim-facts': { no },
    'compute-claims': {},
    'record-limitation-event': {
      event: pickOf(recordableKinds, detail),
      happenedOn: addDays(on, -(detail % 30)),
      until: pickOf(recordableKinds, detail) === 'suspension' ? on : null,
    },
    'withdraw-limitation-event': { seq, act: kinds[seq - 1] ?? '' },
    'certify-limitation': {},
    'move-pack': { pack: pickOf([OTHER_PACK, 'nanyang-2026.1', 'pack-of-nobody'], detail) },
  };
  return asked[action];
}

const otherBodies = ['hr-411303', 'court-411303', 'justice-411303'] as unknown as BodyId[];
/** What a centre of the seed holds, asked to sign its agreements off. */
const strict = { id: 'people-mediation-411303', kind: 'people-mediation', isSignOffRequired: true } as const;

const whole = ({ amount, paid }: { amount: number; paid: number }) => ({
  amount: fen(amount - paid),
  payee: undefined,
});

function draft(state: DisputeState, first: Day, detail: number): DisputeAsked<'draft-agreement'> {
  const payers = state.employers.filter((party) => state.consents[party]?.isGiven !== false);
  const shares = membersOf(state).map((payee) => ({
    payer: pickOf(payers, detail),
    payee,
    amount: fen(100 + detail),
  }));
  const instalments = Array.from({ length: 1 + (detail % 2) }, (_, index) => ({
    dueOn: addDays(first, index * 30),
    amount: sumFen(shares.map(({ amount }) => amount)),
    // Plain between two; one who leaves is left out.
    ...(shares.length === 1 && detail % 3 === 0
      ? {}
      : { shares: detail % 11 === 0 ? shares.slice(1) : shares }),
  }));
  const duties = detail % 4 === 0 ? { duties: [{ who: pickOf(state.employers, detail), dueOn: first }] } : {};
  return { door: pickOf(doors, detail), instalments, ...duties };
}

function signed(state: DisputeState, on: Day, detail: number): DisputeAsked<'sign-agreement'> {
  const payers = state.employers.filter((party) => state.consents[party]?.isGiven !== false);
  const members = membersOf(state);
  const [by] = state.representatives;
  const isByGroup = by !== undefined && detail % 2 === 0;
  return {
    signatures: [
      ...members.slice(detail % 9 === 0 ? 1 : 0).map((party) => ({
        ...{ party, on, authority: isByGroup ? ('representative' as const) : ('self' as const) },
        ...(isByGroup ? { by } : {}),
      })),
      ...payers.map((party) => ({ party, on, authority: 'legal-representative' as const })),
    ],
    mediatorOn: on,
    sealedOn: on,
  };
}
