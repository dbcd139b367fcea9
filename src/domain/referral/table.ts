/** The one table of the referral story: state x action -> who may. Validators, policies and buttons all ask it. */
import { type ActionTable, type Actor, type Hat, hatsOf, type Role } from '../role.ts';
import {
  isIncoming,
  type ReferralAction,
  type ReferralState,
  type ReferralStateName,
  senderOf,
} from './state.ts';

const manager: readonly Hat[] = ['manager'];
const engine: readonly Hat[] = ['system'];
const sender: readonly Hat[] = ['owner', 'manager'];
/** A body may answer on paper: the manager then writes down what it said. */
const receiver: readonly Hat[] = ['receiver', 'manager'];
const both: readonly Hat[] = ['owner', 'receiver', 'manager'];

/** While the other body has the word. */
const waiting = {
  reply: both,
  'ask-materials': receiver,
  'send-materials': sender,
  remind: sender,
  escalate: sender,
  recall: sender,
  'reissue-letter': sender,
  'give-up': sender,
  'move-pack': manager,
} as const;
const answered = { reply: both, close: sender, 'move-pack': manager } as const;
const atWork = { ...waiting, report: receiver, 'hear-child': engine } as const;

export const referralTable = {
  new: { open: ['owner', 'system'] },
  drafted: { send: sender, close: sender, 'move-pack': manager },
  sent: { ...waiting, receive: receiver, return: receiver },
  received: { ...waiting, accept: receiver, return: receiver },
  accepted: { ...atWork, 'start-work': ['receiver'] },
  returned: answered,
  working: atWork,
  reported: answered,
  closed: {},
} as const satisfies Required<ActionTable<ReferralStateName, ReferralAction>>;

/** Who in our house takes in what other bodies send. */
const desk: readonly Role[] = ['intake-clerk', 'mediator', 'manager'];

/** The hats towards a referral: of an incoming one our desk is the receiver, the other body's officer the sender. */
export function referralHats(state: ReferralState, actor: Actor): ReadonlySet<Hat> {
  const hats = new Set(hatsOf(actor, { owner: senderOf(state), receiver: state.toBody }));
  if (!isIncoming(state)) return hats;
  if (desk.some((role) => hats.has(role))) hats.add('receiver');
  if (hats.has('liaison') && actor.body === state.fromBody) hats.add('owner');
  return hats;
}
