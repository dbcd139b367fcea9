/** The one table of the dispute story: state x action -> who may. Validators, policies and buttons all ask it. */
import { type ActionTable, type Actor, type Hat, hatsOf } from '../role.ts';
import type { DisputeAction } from './commands.ts';
import { askedOf, membersOf } from './group.ts';
import type { DisputeState, DisputeStateName } from './state.ts';

const mediator: readonly Hat[] = ['owner'];
const window: readonly Hat[] = ['intake-clerk', 'owner'];
const manager: readonly Hat[] = ['manager'];
const owning: readonly Hat[] = ['owner', 'manager'];
/** Whoever checks a draft did not write it: the decision sees to that. */
const colleague: readonly Hat[] = ['mediator', 'manager'];
const engine: readonly Hat[] = ['system'];
/** What people do themselves, each for themselves: the decisions see to that. */
const parties: readonly Hat[] = ['worker', 'employer'];

const openFile = {
  assign: manager,
  recuse: owning,
  'hear-referral': engine,
  'move-pack': manager,
  'complete-party': window,
  'record-elements': window,
  'appoint-agent': window,
  'record-claim-facts': window,
  'compute-claims': window,
  'record-limitation-event': mediator,
  'withdraw-limitation-event': mediator,
  'certify-limitation': mediator,
  'log-call': window,
  'add-evidence': [...window, ...parties],
  'withdraw-evidence': window,
  'add-note': owning,
  'record-privacy-consent': [...window, ...parties],
  'give-check-code': window,
  'issue-papers': window,
  correct: mediator,
  'approve-request': manager,
  'reject-request': manager,
} as const;
const chain = { refer: mediator, 'plan-chain': mediator, 'skip-station': mediator } as const;
const beforeResult = {
  ...openFile,
  ...chain,
  withdraw: window,
  'add-parties': window,
  'change-claims': window,
  'appoint-representatives': window,
  'separate-members': mediator,
} as const;
const session = {
  'plan-session': mediator,
  'postpone-session': mediator,
  'answer-session': parties,
  'hold-session': mediator,
  'extend-period': mediator,
  'record-proposal': mediator,
  'answer-proposal': mediator,
  fail: mediator,
} as const;
const result = { ...openFile, 'ask-reopen': mediator } as const;
const followUp = {
  ...openFile,
  ...chain,
  'scan-back': window,
  'apply-lock-in': mediator,
  'lock-in': mediator,
  'record-payment': ['owner', 'worker'],
  'report-paid': ['employer'],
  'report-unpaid': ['worker'],
  'record-duty': mediator,
  'correct-payment': mediator,
  'record-visit': mediator,
  'declare-default': mediator,
} as const;
const bound = {
  'ask-reopen': ['intake-clerk', 'owner', 'manager'],
  'approve-request': manager,
  'reject-request': manager,
} as const;

export const disputeTable = {
  new: {
    receive: ['intake-clerk', 'mediator', 'manager', ...parties],
    'receive-settled': ['intake-clerk', 'mediator', 'manager'],
    import: ['intake-clerk', 'manager'],
  },
  received: {
    ...beforeResult,
    triage: window,
    consult: mediator,
    'settle-between-sides': mediator,
    decline: mediator,
  },
  consulting: {
    ...beforeResult,
    triage: window,
    consult: mediator,
    'record-consent': ['owner', 'other-side'],
    'settle-between-sides': mediator,
    accept: mediator,
    decline: mediator,
  },
  accepted: { ...beforeResult, ...session, 'record-consent': mediator },
  mediating: {
    ...beforeResult,
    ...session,
    'record-consent': mediator,
    'draft-agreement': mediator,
    'drop-draft': mediator,
    'record-member-consents': mediator,
    'check-agreement': colleague,
    'sign-off-agreement': manager,
    'sign-on-screen': parties,
    'sign-agreement': mediator,
  },
  agreed: followUp,
  performing: followUp,
  defaulted: { ...followUp, 'choose-remedy': mediator, close: mediator },
  performed: {
    ...openFile,
    'scan-back': window,
    'apply-lock-in': mediator,
    'lock-in': mediator,
    'correct-payment': mediator,
    'record-visit': mediator,
    close: mediator,
  },
  failed: { ...result, ...chain, close: mediator },
  withdrawn: { ...result, close: mediator },
  negotiated: { ...result, close: mediator },
  'not-accepted': { ...result, ...chain, close: mediator },
  closed: { ...bound, archive: owning },
  archived: bound,
} as const satisfies Required<ActionTable<DisputeStateName, DisputeAction>>;

/** Whoever left a group speaks in the case they went to. */
export function disputeHats(state: DisputeState, actor: Actor): ReadonlySet<Hat> {
  const { owner, employers } = state;
  return hatsOf(actor, { owner, workers: membersOf(state), employers, otherSide: askedOf(state) });
}
