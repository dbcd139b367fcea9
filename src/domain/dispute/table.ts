/** The one table of the dispute story: state x action -> who may. Validators, policies and buttons all ask it. */
import type { ActionTable, Hat } from '../role.ts';
import type { DisputeAction } from './commands.ts';
import type { DisputeStateName } from './state.ts';

const mediator: readonly Hat[] = ['owner'];
const window: readonly Hat[] = ['intake-clerk', 'owner'];
const manager: readonly Hat[] = ['manager'];
const engine: readonly Hat[] = ['system'];

const openFile = {
  assign: manager,
  'hear-referral': engine,
  'move-pack': manager,
  'record-claim-facts': window,
  'compute-claims': window,
  'record-limitation-event': mediator,
  'certify-limitation': mediator,
} as const;
const beforeResult = { ...openFile, 'complete-party': window, withdraw: window, refer: mediator } as const;
const followUp = {
  ...openFile,
  refer: mediator,
  'lock-in': mediator,
  'record-payment': mediator,
  'record-visit': mediator,
} as const;

export const disputeTable = {
  new: { receive: ['intake-clerk', 'mediator', 'manager'] },
  received: { ...beforeResult, consult: mediator, decline: mediator },
  consulting: {
    ...beforeResult,
    consult: mediator,
    'record-consent': mediator,
    accept: mediator,
    decline: mediator,
  },
  accepted: {
    ...beforeResult,
    'plan-session': mediator,
    'hold-session': mediator,
    fail: mediator,
  },
  mediating: {
    ...beforeResult,
    'plan-session': mediator,
    'hold-session': mediator,
    'draft-agreement': mediator,
    'sign-agreement': mediator,
    fail: mediator,
  },
  agreed: { ...followUp, 'declare-default': mediator },
  performing: { ...followUp, 'declare-default': mediator },
  defaulted: { ...followUp, 'declare-default': mediator, close: mediator },
  performed: { ...openFile, 'lock-in': mediator, 'record-visit': mediator, close: mediator },
  failed: { ...openFile, refer: mediator, close: mediator },
  withdrawn: { ...openFile, close: mediator },
  'not-accepted': { ...openFile, refer: mediator, close: mediator },
  closed: {},
} as const satisfies Required<ActionTable<DisputeStateName, DisputeAction>>;
