/** Before acceptance and up to it: who mediates, triage, the other side's word, accepted or not. */
import { type ClockStart, decision, dropClocks, endClocks } from '../case.ts';
import type { Day } from '../day.ts';
import type { PartyId } from '../ids.ts';
import { Refusal } from '../refusal.ts';
import { kindsFor, needForChannel } from './capacity.ts';
import { among, type CommandOf } from './commands.ts';
import type { DisputeDecision } from './decisions.ts';
import { askedOf, membersOf, respondentsOf } from './group.ts';
import { needAfter } from './order-of-days.ts';
import type { CapacityHeld } from './parts.ts';
import {
  acceptanceClock,
  acceptanceRules,
  FILE_CLOSE,
  FIRST_CONTACT,
  LIMITATION,
  mediationRules,
  periodRule,
} from './rules.ts';
import type { DisputeState } from './state.ts';

const kinds = [
  'assign',
  'recuse',
  'triage',
  'consult',
  'record-consent',
  'accept',
  'decline',
  'settle-between-sides',
  'withdraw',
] as const;
export const isOfAcceptance = among(kinds);

/** Tried so often, on so many days, before a side counts as unreachable: a setting of the house. */
export const UNREACHABLE = { tries: 3, days: 2 } as const;

export function decideAcceptance(
  state: DisputeState,
  command: CommandOf<(typeof kinds)[number]>,
): DisputeDecision {
  const { order } = command;
  switch (command.kind) {
    case 'assign':
      if (state.recused.includes(command.asked.mediator)) throw new Refusal('dispute/mediator-recused');
      return decision('mediator-assigned', order, command.asked);
    case 'recuse':
      if (state.recused.includes(command.asked.mediator)) throw new Refusal('dispute/mediator-recused');
      return decision('mediator-recused', order, command.asked);
    case 'triage':
      return decision('dispute-triaged', order, command.asked);
    case 'consult':
      needAsked(state, command.asked.party);
      return decision('other-side-consulted', order, command.asked, {
        ends: endClocks(state, order.on, [FIRST_CONTACT]),
      });
    case 'record-consent':
      needAsked(state, command.asked.party);
      needFirstWord(state, order.by.party);
      return decision('consent-recorded', order, command.asked);
    case 'accept': {
      if (state.isConsentGiven === null)
        throw new Refusal('dispute/consent-missing', {}, '企业劳动争议协商调解规定 第二十二条');
      if (!state.isConsentGiven) throw new Refusal('dispute/other-side-refused', {}, '人民调解法 第十七条');
      needEveryAnswer(state);
      needAfter(order.on, state.consentOn, 'record-consent');
      const { capacity } = command.asked;
      const period = periodFrom(state, order.on);
      needCapacityFor(state, capacity);
      return decision('dispute-accepted', order, capacity === undefined ? {} : { capacity }, {
        starts: period === null ? [] : [period],
        ends: endClocks(state, order.on, [...acceptanceRules, FIRST_CONTACT]),
        papers: [{ kind: 'acceptance-notice' }],
      });
    }
    case 'decline': {
      if (command.asked.reason === 'unreachable') needUnreachable(state);
      if (command.asked.reason === 'refused' && state.isConsentGiven === true)
        throw new Refusal('dispute/consent-stands', { on: state.consentOn ?? state.receivedOn });
      return decision('dispute-declined', order, command.asked, {
        ends: endClocks(state, order.on, mediationRules),
        starts: closeFile(order.on),
        papers: [{ kind: 'non-acceptance' }],
      });
    }
    case 'settle-between-sides':
      return decision(
        'settled-between-sides',
        order,
        {},
        { ends: dropClocks(state, [LIMITATION]), starts: closeFile(order.on) },
      );
    case 'withdraw':
      return decision(
        'dispute-withdrawn',
        order,
        {},
        { ends: dropClocks(state, [LIMITATION]), starts: closeFile(order.on) },
      );
  }
}

const closeFile = (on: Day): ClockStart[] => [{ rule: FILE_CLOSE, from: on }];

/** A period that began with receipt ended with the result: a case opened again has it anew. */
function periodFrom({ channel, procedure, consentOn, clocks }: DisputeState, on: Day): ClockStart | null {
  const rule = periodRule(channel, procedure);
  const isRunning = clocks.some((clock) => clock.rule === rule);
  return acceptanceClock(channel, on, consentOn) ?? (isRunning ? null : { rule, from: on });
}

/** A case from a court or a commission is taken in the capacity it was sent to; its dates the record knows. */
function needCapacityFor({ channel }: DisputeState, capacity: CapacityHeld | undefined): void {
  const needed = kindsFor(channel);
  const [only] = needed;
  if (capacity === undefined) {
    if (needed.length === 1) throw new Refusal('capacity/missing', { channel, needed: only ?? '' });
    return;
  }
  needForChannel(channel, { kind: capacity.kind, ofBody: null });
}

function needAsked(state: DisputeState, party: PartyId | undefined): void {
  if (party !== undefined && !askedOf(state).includes(party)) throw new Refusal('party/not-asked', { party });
}

/** A party answers once; who thinks again tells the mediator. */
function needFirstWord({ consents }: DisputeState, party: PartyId | undefined): void {
  const earlier = party === undefined ? undefined : consents[party];
  if (earlier !== undefined) throw new Refusal('party/already-answered', { on: earlier.on });
}

/** Of several those that consent mediate; but each has been asked, or was tried in vain. */
function needEveryAnswer(state: DisputeState): void {
  const asked = askedOf(state);
  const silent = asked.filter(
    (party) => state.consents[party] === undefined && !isUnreachable(state, [party]),
  );
  const isOld = Object.keys(state.consents).length === 0;
  if (!isOld && silent.length > 0)
    throw new Refusal('dispute/other-side-not-asked', { count: silent.length, of: asked.length });
}

export function isUnreachable({ calls }: DisputeState, parties: readonly PartyId[]): boolean {
  const own = calls.filter(({ party }) => parties.includes(party));
  // Someone may be reached at first and then no more.
  const since = own.slice(own.findLastIndex(({ isReached }) => isReached) + 1);
  return since.length >= UNREACHABLE.tries && new Set(since.map(({ on }) => on)).size >= UNREACHABLE.days;
}

/** 联系不上 is proven by the call log, not said. */
export function needUnreachable(state: DisputeState): void {
  // Calls to one employer say nothing of another.
  const asked = respondentsOf(state);
  const areAway = (parties: readonly PartyId[]) =>
    parties.length > 0 && parties.every((party) => isUnreachable(state, [party]));
  // Nor do calls to one worker say of the group, unless those who speak for it are all away.
  if (areAway(asked) || areAway(membersOf(state)) || areAway(state.representatives)) return;
  const tried = state.calls.filter(({ isReached }) => !isReached);
  throw new Refusal('dispute/unreachable-not-proven', {
    tried: tried.length,
    days: new Set(tried.map(({ on }) => on)).size,
    needTries: UNREACHABLE.tries,
    needDays: UNREACHABLE.days,
  });
}
