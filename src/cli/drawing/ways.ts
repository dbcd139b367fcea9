/** In which ways each act is tried on a walk: enough that each can lead wherever it may. */
import type { Day } from '../../domain/day.ts';
import type { DisputeAction, DisputeAsked } from '../../domain/dispute/commands.ts';
import type { DisputeState } from '../../domain/dispute/state.ts';
import type { AccountId, BodyId, CaseId, PartyId } from '../../domain/ids.ts';
import { type Fen, NO_MONEY } from '../../domain/money.ts';

export const MEDIATOR = 'mediator' as AccountId;
export const ANOTHER = 'another' as AccountId;
export const worker = 'worker' as PartyId;
export const employer = 'employer' as PartyId;
export const evidence = 'evidence';
export const DUE = '2026-04-01' as Day;
const DUE_LATER = '2026-05-01' as Day;
const DAY = '2026-03-02' as Day;
const FEN = 1 as Fen;

type Ways = { [A in DisputeAction]: (state: DisputeState) => readonly DisputeAsked<A>[] };

const plain = () => [{}];
const none = () => [];
const instalmentsOf = ({ agreement }: DisputeState) => agreement?.instalments ?? [];
const dutiesOf = ({ agreement }: DisputeState) => agreement?.duties ?? [];
/** One request at a time: a second one would lead where the first does. */
const unlessAsked =
  <T>(ways: (state: DisputeState) => readonly T[]) =>
  (state: DisputeState): readonly T[] =>
    state.approvals.length > 0 ? [] : ways(state);

export const waysOf: Ways = {
  receive: plain,
  'receive-settled': () => [{ amount: FEN, satisfaction: 'not-asked' }],
  /** A register's case begins anywhere: that is no way between states. */
  import: none,
  assign: () => [{ mediator: MEDIATOR }],
  recuse: () => [{ mediator: ANOTHER, reason: 'kin' }],
  'complete-party': () => [{ party: worker }],
  'record-elements': () => [{ sections: [] }],
  'add-parties': () => [{ side: 'employer', parties: [], claims: [] }],
  'change-claims': () => [{ claims: [{ head: 'wages', amount: FEN, party: null }] }],
  'appoint-agent': () => [{ party: worker, scope: 'special' }],
  'log-call': () => [{ party: worker, way: 'phone', isReached: true }],
  'add-evidence': ({ evidence: kept }) =>
    kept.includes(evidence) ? [] : [{ evidence, sha256: '', bytes: 0, mediaType: '' }],
  'withdraw-evidence': () => [{ evidence }],
  'add-note': () => [{ isConfidential: false }],
  'record-privacy-consent': () => [
    { party: worker, matter: 'privacy-notice', isGiven: true, notice: '2026-1', way: 'online' },
  ],
  triage: () => [{ result: 'mediate' }],
  consult: () => [{ result: 'reached' }],
  'record-consent': () => [{ isGiven: true }, { isGiven: false }],
  accept: plain,
  decline: () => [{ reason: 'refused' }],
  'settle-between-sides': plain,
  withdraw: plain,
  /** Groups move through the same states as two sides do. */
  'appoint-representatives': none,
  'separate-members': none,
  'record-member-consents': () => [{ parties: [worker], isGiven: true }],
  'plan-chain': () => [{ stations: [], hasReason: true }],
  'skip-station': () => [{ no: 1 }],
  refer: () => [{ referral: 'referral' as CaseId, body: 'body' as BodyId }],
  'hear-referral': ({ referrals }) =>
    referrals.map(({ id }) => ({ referral: id, state: 'closed', outcome: null, isOpen: false })),
  'plan-session': ({ sessions }) => (sessions.length > 1 ? [] : [{ plannedOn: DAY }]),
  'postpone-session': ({ sessions }) => sessions.map(({ no }) => ({ no, plannedOn: DAY, by: 'other' })),
  // Nobody on the walk is a party.
  'answer-session': none,
  'sign-on-screen': none,
  'report-paid': none,
  'report-unpaid': none,
  'hold-session': ({ sessions }) => sessions.map(({ no }) => ({ no })),
  'extend-period': () => [{ until: DUE_LATER, workerOn: DAY, employerOn: DAY }],
  'record-proposal': () => [{ by: 'mediator', amount: FEN }],
  'answer-proposal': () => [{ no: 1, side: 'worker', answer: 'accepted' }],
  'draft-agreement': () => [
    { door: 'none', instalments: [{ dueOn: DUE, amount: FEN }] },
    {
      door: 'none',
      instalments: [
        { dueOn: DUE, amount: FEN },
        { dueOn: DUE_LATER, amount: FEN },
      ],
      duties: [{ who: employer, dueOn: DUE }],
    },
  ],
  'drop-draft': plain,
  'check-agreement': plain,
  'sign-off-agreement': plain,
  'sign-agreement': () => [
    {
      signatures: [
        { party: worker, on: DAY, authority: 'self' },
        { party: employer, on: DAY, authority: 'legal-representative' },
      ],
      mediatorOn: DAY,
      sealedOn: DAY,
    },
  ],
  'scan-back': () => [{ evidence }],
  'apply-lock-in': plain,
  'lock-in': () => [{ outcome: 'granted' }],
  'record-payment': (state) => instalmentsOf(state).map(({ no }) => ({ instalment: no, amount: FEN })),
  'record-duty': (state) => dutiesOf(state).map(({ no }) => ({ no })),
  'declare-default': (state) => [
    ...instalmentsOf(state).map(({ no }) => ({ instalment: no })),
    ...dutiesOf(state).map(({ no }) => ({ duty: no })),
  ],
  'choose-remedy': () => [{ remedy: 'wait' }],
  'record-visit': (state) =>
    instalmentsOf(state).map(({ no }) => ({ instalment: no, satisfaction: 'not-asked' })),
  fail: () => [{ reason: 'refused' }],
  close: () => [{ reason: 'payment-order' }],
  archive: plain,
  'give-check-code': () => [{ party: worker }],
  'issue-papers': () => [{ papers: [{ kind: 'application' }] }],
  correct: () => [{ seq: 1, act: 'note-added', field: 'note' }],
  'correct-payment': unlessAsked((state) =>
    instalmentsOf(state).flatMap(({ no, amount }) => [
      { instalment: no, paid: NO_MONEY },
      { instalment: no, paid: amount },
    ]),
  ),
  'ask-reopen': unlessAsked(plain),
  'approve-request': ({ approvals }) => approvals.map(({ no }) => ({ no })),
  'reject-request': ({ approvals }) => approvals.map(({ no }) => ({ no })),
  'record-claim-facts': () => [{ no: 1 }],
  'compute-claims': plain,
  'record-limitation-event': () => [{ event: 'demand', happenedOn: DAY, until: null }],
  'withdraw-limitation-event': () => [{ seq: 1, act: 'limitation-event-recorded' }],
  'certify-limitation': plain,
  'move-pack': () => [{ pack: 'another' }],
};
