/** Where a case stands for those it is about: what comes next, whose turn it is, until when; and the steps behind and ahead. */
import type { Day } from '../../domain/day.ts';
import { otherSide } from '../../domain/dispute/parts.ts';
import { acceptanceRules, FIRST_CONTACT, periodRules } from '../../domain/dispute/rules.ts';
import type { DisputeState } from '../../domain/dispute/state.ts';
import { mayConsent } from './acts.ts';
import type { PartyVisit } from './visit.ts';

export type Now =
  | ('received' | 'asking' | 'asked' | 'deciding' | 'refused' | 'planning' | 'session' | 'talking')
  | ('signing' | 'paying' | 'following' | 'defaulted' | 'performed')
  | ('onward' | 'over' | 'ending' | 'closed');
export type Turn = 'centre' | 'both' | 'employer' | 'worker' | 'nobody';
export type Standing = { now: Now; turn: Turn; until: Day | null };

/** The nearest day of these clocks; one whose calendar is not published is not told. */
function dayBy({ clocks }: DisputeState, rules: readonly string[]): Day | null {
  const days = clocks.filter(({ rule, provisional }) => rules.includes(rule) && !provisional);
  return days.map(({ dueOn }) => dueOn).sort()[0] ?? null;
}

/** As its party sees it: the worker's own last day is told to the worker alone. */
export function standingOf(visit: PartyVisit): Standing {
  const { state, side } = visit;
  const at = (now: Now, turn: Turn, until: Day | null = null): Standing => ({ now, turn, until });
  switch (state.state) {
    case 'new':
    case 'received':
      return at('received', 'centre', dayBy(state, [FIRST_CONTACT, ...acceptanceRules]));
    case 'consulting': {
      const until = dayBy(state, acceptanceRules);
      if (mayConsent(visit)) return at('asked', side, until);
      if (state.isConsentGiven === null) return at('asking', otherSide(state.applicant), until);
      return at(state.isConsentGiven ? 'deciding' : 'refused', 'centre', until);
    }
    case 'accepted':
    case 'mediating': {
      const planned = state.sessions.find(({ heldOn }) => heldOn === null);
      const until = dayBy(state, periodRules);
      if (planned !== undefined) return at('session', 'both', planned.plannedOn);
      if (state.agreement !== null) return at('signing', 'both', until);
      return at(state.state === 'accepted' ? 'planning' : 'talking', 'centre', until);
    }
    case 'agreed':
    case 'performing': {
      const due = state.agreement?.instalments.find(({ amount, paid }) => paid < amount);
      return due === undefined ? at('following', 'centre') : at('paying', 'employer', due.dueOn);
    }
    case 'defaulted':
      return at('defaulted', 'centre');
    case 'performed':
      return at('performed', 'centre');
    case 'failed':
    case 'not-accepted': {
      const { lastSafeDay, provisional } = state.limitation;
      if (side === 'employer') return at('over', 'worker');
      return at('onward', 'worker', provisional ? null : lastSafeDay);
    }
    case 'withdrawn':
    case 'negotiated':
      return at('ending', 'centre');
    case 'closed':
    case 'archived':
      return at('closed', 'nobody');
  }
}

type StepCode = 'received' | 'asked' | 'accepted' | 'session' | 'agreed' | 'performed' | 'ended' | 'closed';
export type CourseStep = { step: StepCode; day: Day | null; standing: 'done' | 'now' | 'ahead' };

/** As a parcel's course: what is behind has its day, the first that is not is under way. */
export function courseOf(state: DisputeState): CourseStep[] {
  const { agreement, sessions, concludedOn } = state;
  const isOver = concludedOn !== null && !agreement?.effectiveOn;
  const isPaid = agreement?.instalments.every(({ amount, paid }) => paid === amount) === true;
  const days: [StepCode, Day | null, boolean][] = [
    ['received', state.receivedOn, true],
    ['asked', state.consentOn, state.isConsentGiven !== null],
    ['accepted', state.acceptedOn, state.acceptedOn !== null],
    [
      'session',
      sessions.findLast(({ heldOn }) => heldOn !== null)?.heldOn ?? null,
      sessions.some(({ heldOn }) => heldOn !== null),
    ],
    ['agreed', agreement?.effectiveOn ?? null, Boolean(agreement?.effectiveOn)],
    ['performed', null, Boolean(agreement?.effectiveOn) && isPaid],
  ];
  // What ended without an agreement does not show the way it did not go.
  const way = isOver ? [...days.filter(([, , isDone]) => isDone), ended(concludedOn)] : days;
  const all = [
    ...way,
    ['closed', state.closedOn, state.closedOn !== null] as [StepCode, Day | null, boolean],
  ];
  const now = all.findIndex(([, , isDone]) => !isDone);
  return all.map(([step, day, isDone], index) => ({
    ...{ step, day },
    standing: isDone ? 'done' : index === now ? 'now' : 'ahead',
  }));
}

const ended = (on: Day): [StepCode, Day | null, boolean] => ['ended', on, true];
