/** Decides one command on a referral: the event that follows, or a `Refusal`. */
import {
  allow,
  type ClockStart,
  decision,
  dropClocks,
  endClocks,
  movePack,
  type Order,
  type PaperStart,
} from '../case.ts';
import { addDays, type Day } from '../day.ts';
import { Refusal } from '../refusal.ts';
import type { Hat } from '../role.ts';
import { outcomesAfter, outcomesOf } from './outcomes.ts';
import { hopRules, ruleOf } from './rules.ts';
import { tooEarly } from './silence.ts';
import {
  type Enclosed,
  isIncoming,
  type ReferralAsked,
  type ReferralCommand,
  type ReferralDecision,
  type ReferralState,
  type Side,
} from './state.ts';
import { referralHats, referralTable } from './table.ts';

/** Materials are waited for so long where the receiver names no day. */
const MATERIALS_DAYS = 3;

/** `today` is the civil day of recording. Throws `Refusal`. */
export function decideReferral(state: ReferralState, command: ReferralCommand, today: Day): ReferralDecision {
  const { order } = command;
  const hats = referralHats(state, order.by);
  allow(referralTable, state, command.kind, order, hats, today);
  if (order.on < state.openedOn)
    throw new Refusal('day/reversed', { from: state.openedOn, to: order.on, field: 'on' });
  const early = tooEarly(state, command.kind, order.on);
  if (early !== null) throw early;
  const ends = endClocks(state, order.on, hopRules);
  switch (command.kind) {
    case 'open':
      if (state.channel === null) return decision('referral-drafted', order, {});
      return decision(
        'referral-arrived',
        order,
        { channel: state.channel },
        { starts: arrival(state, order) },
      );
    case 'send':
      return decision('referral-sent', order, enclosing(command.asked), {
        starts: [{ rule: 'referral.receive', from: order.on }],
        papers: [{ kind: 'referral-letter' }],
      });
    case 'receive':
      return decision('referral-received', order, {}, signing(state, order));
    case 'accept':
      return decision('referral-accepted', order, opening(state, command.asked), {
        ends,
        starts: [{ rule: ruleOf(state, 'report'), from: reportFrom(state, order) }],
        papers: slip(state),
      });
    case 'return':
      return decision('referral-returned', order, command.asked, { ends, papers: slip(state) });
    case 'recall':
      return decision('referral-recalled', order, {}, { ends: dropClocks(state) });
    case 'reissue-letter':
      needOwnLetter(state);
      return decision('letter-reissued', order, {}, { papers: [{ kind: 'referral-letter' }] });
    case 'give-up':
      return decision('referral-given-up', order, {}, { ends: dropClocks(state) });
    case 'reply':
      return decision('referral-replied', order, { side: sideOf(state, hats, command.asked) });
    case 'ask-materials': {
      const { neededOn = addDays(order.on, MATERIALS_DAYS) } = command.asked;
      if (neededOn < order.on)
        throw new Refusal('day/reversed', { from: order.on, to: neededOn, field: 'neededOn' });
      return decision('materials-asked', order, { neededOn });
    }
    case 'send-materials':
      return decision('materials-sent', order, enclosing(command.asked));
    case 'remind':
      return decision('referral-reminded', order, { no: state.reminders + 1 });
    case 'escalate':
      return decision('referral-escalated', order, command.asked);
    case 'hear-child':
      return decision('child-heard', order, command.asked);
    case 'start-work':
      return decision('referral-work-started', order, {});
    case 'report':
      needOutcomeOf(state, command.asked);
      needChildsOwn(state, command.asked);
      return decision('referral-reported', order, command.asked, { ends });
    case 'close':
      if (state.undrawn.length > 0)
        throw new Refusal('referral/still-open', { open: state.undrawn.map((id) => `paper:${id}`) });
      return decision('referral-closed', order, {}, { ends: dropClocks(state) });
    case 'move-pack':
      return movePack(state, order, command.asked);
  }
}

/** Only what we sent out has a letter of ours. */
function needOwnLetter(state: ReferralState): void {
  if (isIncoming(state)) throw new Refusal('referral/no-letter-of-ours');
}

/** What came with a notice of delegation 委派 is accepted within days of it; the rest is signed for first. */
function arrival(state: ReferralState, { on }: Order): ClockStart[] {
  return [{ rule: ruleOf(state, state.channel === 'court-delegated' ? 'decide' : 'receive'), from: on }];
}

function signing(state: ReferralState, { on }: Order) {
  if (state.channel === 'court-delegated') return {};
  return {
    ends: endClocks(state, on, hopRules),
    starts: [{ rule: ruleOf(state, 'decide'), from: on }],
  };
}

/** The slip 移送回执 answers a letter of ours; to what comes in we report in the thread. */
function slip(state: ReferralState): PaperStart[] {
  return isIncoming(state) ? [] : [{ kind: 'hand-over-slip' }];
}

/** A period of mediation runs from signing for the materials 签字接收, not from accepting. */
function reportFrom(state: ReferralState, { on }: Order): Day {
  return isIncoming(state) ? (state.receivedOn ?? on) : on;
}

function opening(state: ReferralState, { child }: ReferralAsked<'accept'>): FactsOfAcceptance {
  if (!isIncoming(state)) return {};
  if (child === undefined) throw new Refusal('referral/child-missing');
  return { child, isChildAwaited: true };
}

type FactsOfAcceptance = { child?: ReferralState['id']; isChildAwaited?: true };

/** Absent rather than empty, as events were before files went along. */
function enclosing({ enclosed = [] }: { enclosed?: readonly Enclosed[] }): {
  enclosed?: readonly Enclosed[];
} {
  return enclosed.length === 0 ? {} : { enclosed };
}

/** Whose words they are: a manager speaks for our side unless told otherwise. */
function sideOf(state: ReferralState, hats: ReadonlySet<Hat>, { side }: ReferralAsked<'reply'>): Side {
  const ours: Side = isIncoming(state) ? 'receiver' : 'sender';
  const may = (one: Side) => hats.has('manager') || hats.has(one === 'sender' ? 'owner' : 'receiver');
  if (side === undefined) return may(ours) ? ours : ours === 'sender' ? 'receiver' : 'sender';
  if (!may(side))
    throw new Refusal('case/not-yours-to-do', {
      story: state.story,
      action: 'reply',
      who: [side === 'sender' ? 'owner' : 'receiver', 'manager'],
    });
  return side;
}

function needOutcomeOf({ story, toKind }: ReferralState, { outcome }: ReferralAsked<'report'>): void {
  const known = outcomesOf(toKind);
  if (!known.includes(outcome))
    throw new Refusal('referral/outcome-not-of-body', { story, outcome, kind: toKind ?? '', known });
}

/** What a court is told of its case is what became of it. */
function needChildsOwn(state: ReferralState, { outcome }: ReferralAsked<'report'>): void {
  const { story, childEnd, isChildAwaited } = state;
  if (!isChildAwaited) return;
  if (childEnd === null) throw new Refusal('referral/child-open');
  const known = outcomesAfter(childEnd.outcome, outcomesOf(state.toKind));
  if (!known.includes(outcome)) throw new Refusal('referral/outcome-not-of-child', { story, outcome, known });
}
