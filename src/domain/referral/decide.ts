/** The one table of the referral story, and its decisions, events' effects and tasks. */
import { allow, decision, dropClocks, dueBy, endClocks, evolveCase, movePack, type Task } from '../case.ts';
import { addDays, type Day } from '../day.ts';
import { Refusal } from '../refusal.ts';
import { type ActionTable, type Hat, hatsOf } from '../role.ts';
import {
  type ReferralAction,
  type ReferralCommand,
  type ReferralDecision,
  type ReferralEvent,
  type ReferralState,
  type ReferralStateName,
  senderOf,
} from './state.ts';

const manager: readonly Hat[] = ['manager'];
const sender: readonly Hat[] = ['owner', 'manager'];
/** A body may answer on paper: the manager then writes down what it said. */
const receiver: readonly Hat[] = ['receiver', 'manager'];

export const referralTable = {
  new: { open: ['owner', 'system'] },
  drafted: { send: sender, close: sender, 'move-pack': manager },
  sent: { receive: receiver, return: receiver, recall: sender, 'move-pack': manager },
  received: { accept: receiver, return: receiver, recall: sender, 'move-pack': manager },
  accepted: { 'start-work': ['receiver'], report: receiver, recall: sender, 'move-pack': manager },
  returned: { close: sender, 'move-pack': manager },
  working: { report: receiver, recall: sender, 'move-pack': manager },
  reported: { close: sender, 'move-pack': manager },
  closed: {},
} as const satisfies Required<ActionTable<ReferralStateName, ReferralAction>>;

/** `today` is the civil day of recording. Throws `Refusal`. */
export function decideReferral(state: ReferralState, command: ReferralCommand, today: Day): ReferralDecision {
  const { order } = command;
  const hats = hatsOf(order.by, { owner: senderOf(state), receiver: state.toBody });
  allow(referralTable, state, command.kind, order, hats, today);
  if (order.on < state.openedOn)
    throw new Refusal('day/reversed', { from: state.openedOn, to: order.on, field: 'on' });
  const ends = endClocks(state, order.on, ['referral.receive', 'referral.decide', 'referral.report']);
  switch (command.kind) {
    case 'open':
      return decision('referral-drafted', order, {});
    case 'send':
      return decision(
        'referral-sent',
        order,
        {},
        {
          starts: [{ rule: 'referral.receive', from: order.on }],
          papers: [{ kind: 'referral-letter' }],
        },
      );
    case 'receive':
      return decision(
        'referral-received',
        order,
        {},
        { ends, starts: [{ rule: 'referral.decide', from: order.on }] },
      );
    case 'accept':
      return decision(
        'referral-accepted',
        order,
        {},
        { ends, starts: [{ rule: 'referral.report', from: order.on }] },
      );
    case 'return':
      return decision('referral-returned', order, command.asked, { ends });
    case 'recall':
      return decision('referral-recalled', order, {}, { ends: dropClocks(state) });
    case 'start-work':
      return decision('referral-work-started', order, {});
    case 'report':
      return decision('referral-reported', order, command.asked, { ends });
    case 'close':
      if (state.undrawn.length > 0)
        throw new Refusal('referral/still-open', { open: state.undrawn.map((id) => `paper:${id}`) });
      return decision('referral-closed', order, {}, { ends: dropClocks(state) });
    case 'move-pack':
      return movePack(state, order, command.asked);
  }
}

export function evolveReferral(before: ReferralState, event: ReferralEvent): ReferralState {
  const state = evolveCase(before, event);
  const to = (name: ReferralStateName, more: Partial<ReferralState> = {}): ReferralState => ({
    ...state,
    state: name,
    ...more,
  });
  switch (event.kind) {
    case 'clock-rang':
    case 'paper-drawn':
    case 'pack-moved':
      return state;
    case 'referral-drafted':
      return to('drafted');
    case 'referral-sent':
      return to('sent');
    case 'referral-received':
      return to('received');
    case 'referral-accepted':
      return to('accepted');
    case 'referral-returned':
      return to('returned', { outcome: event.facts.reason });
    case 'referral-recalled':
      return to('returned', { outcome: 'recalled' });
    case 'referral-work-started':
      return to('working');
    case 'referral-reported':
      return to('reported', { outcome: event.facts.outcome });
    case 'referral-closed':
      return to('closed', { closedOn: event.on });
  }
}

/** A hop waits for the other body; the sender watches it, and chases it once its clock has lapsed. */
export function referralTasks(state: ReferralState): Task[] {
  const soon = addDays(state.lastActOn, 3);
  const task = (why: string, dueOn: Day | undefined): Task => ({
    key: why,
    why,
    owner: senderOf(state),
    dueOn: dueOn ?? soon,
  });
  const watch = (rule: string) => {
    const lapsed = state.clocks.some((clock) => clock.rule === rule && clock.rung === 'lapsed');
    return task(lapsed ? 'chase-referral' : 'watch-referral', dueBy(state, [rule]));
  };
  switch (state.state) {
    case 'new':
    case 'closed':
      return [];
    case 'drafted':
      return [task('send-referral', undefined)];
    case 'sent':
      return [watch('referral.receive')];
    case 'received':
      return [watch('referral.decide')];
    case 'accepted':
    case 'working':
      return [watch('referral.report')];
    case 'returned':
    case 'reported':
      return [task('close-referral', undefined)];
  }
}
