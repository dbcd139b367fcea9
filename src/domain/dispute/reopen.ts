/** A file opened again goes back to where its story had got, with that state's clocks counted anew. */
import { type ClockEnd, type ClockStart, endClocks } from '../case.ts';
import type { Day } from '../day.ts';
import { isAllDone, setPaid } from './instalments.ts';
import type { Approval } from './parts.ts';
import { acceptanceRules, DUTY, FILE_CLOSE, INSTALMENT, periodRule } from './rules.ts';
import type { DisputeState, DisputeStateName } from './state.ts';

/** Where reopening leads from this state, or from the one it was closed in. */
export function reopensTo(state: DisputeState): DisputeStateName {
  const from = state.state === 'closed' || state.state === 'archived' ? state.closedFrom : state.state;
  if (from === 'performed' || from === 'defaulted') return from;
  if (from === 'agreed' && state.agreement !== null) return 'performing';
  // Files closed by older versions do not say from where.
  if (from === null && state.agreement?.effectiveOn)
    return state.closeReason === null ? 'performed' : 'defaulted';
  if (state.acceptedOn === null || from === 'negotiated' || from === 'not-accepted') return 'consulting';
  return state.sessions.some(({ heldOn }) => heldOn !== null) ? 'mediating' : 'accepted';
}

export function reopenedClocks(state: DisputeState, on: Day): ClockStart[] {
  const to = reopensTo(state);
  if (to === 'consulting') return acceptanceRules.map((rule) => ({ rule, from: on }));
  if (to === 'mediating' || to === 'accepted')
    return [{ rule: periodRule(state.channel, state.procedure), from: on }];
  if (to === 'performing' || to === 'defaulted') return owedClocks(state, on);
  return [];
}

/** Whatever is still owed is watched again, what is late already too. */
function owedClocks({ agreement }: DisputeState, on: Day): ClockStart[] {
  const watch =
    (rule: string) =>
    ({ no, dueOn }: { no: number; dueOn: Day }): ClockStart => ({
      ...{ rule, from: on, about: String(no), fixed: dueOn },
    });
  const { instalments = [], duties = [] } = agreement ?? {};
  return [
    ...instalments.filter((one) => one.paid < one.amount).map(watch(INSTALMENT)),
    ...duties.filter(({ doneOn }) => doneOn === null).map(watch(DUTY)),
  ];
}

/** Money counted anew: an instalment that turns out to be owed is watched again, one that turns out paid is not. */
export function correctedClocks(
  state: DisputeState,
  { instalment: no, payee, payer, paid }: Extract<Approval, { what: 'payment' }>,
  on: Day,
): { starts: ClockStart[]; ends: ClockEnd[] } {
  const { agreement } = state;
  const before = agreement?.instalments.find((one) => one.no === no);
  if (agreement === null || before === undefined) return { starts: [], ends: [] };
  const after = setPaid(before, { payee, payer }, paid);
  const about = String(no);
  const isSettled = after.paid === after.amount;
  const isWatched = state.clocks.some((clock) => clock.rule === INSTALMENT && clock.about === about);
  const instalments = agreement.instalments.map((one) => (one.no === no ? after : one));
  const isDone = isAllDone({ ...agreement, instalments });
  const isClosing = state.clocks.some(({ rule }) => rule === FILE_CLOSE);
  return {
    starts: [
      ...(isSettled || isWatched ? [] : [{ rule: INSTALMENT, from: on, about, fixed: after.dueOn }]),
      ...(isDone && !isClosing ? [{ rule: FILE_CLOSE, from: on }] : []),
    ],
    ends: [
      ...(isSettled ? endClocks(state, on, [INSTALMENT], about) : []),
      ...(isDone ? [] : endClocks(state, on, [FILE_CLOSE])),
    ],
  };
}
