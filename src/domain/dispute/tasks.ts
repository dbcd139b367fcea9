/** What is to be done in a dispute, by whom, by when, and why: derived from its state, so that no open case is ever without. */
import { dueBy, type Task } from '../case.ts';
import { addDays, type Day } from '../day.ts';
import { doorRules, FILE_CLOSE, INSTALMENT, LIMITATION, mediationRules, VISIT } from './rules.ts';
import { type DisputeState, ownerOf } from './state.ts';

/** A task without a clock of its own is due within a week of the last act. */
const WEEK = 7;

export function disputeTasks(state: DisputeState): Task[] {
  const tasks = stageTasks(state);
  // Once lapsed it can no longer be watched, and its alarm has rung.
  const limitation = state.clocks.find(({ rule, rung }) => rule === LIMITATION && rung !== 'lapsed');
  if (tasks.length === 0 || limitation === undefined) return tasks;
  const why = 'watch-limitation';
  return [...tasks, { key: why, why, owner: ownerOf(state), dueOn: limitation.dueOn }];
}

function stageTasks(state: DisputeState): Task[] {
  const owner = ownerOf(state);
  const soon = addDays(state.lastActOn, WEEK);
  const task = (why: string, dueOn: Day | undefined, about = ''): Task => ({
    key: about === '' ? why : `${why}:${about}`,
    why,
    owner,
    dueOn: dueOn ?? soon,
  });
  const decideBy = dueBy(state, ['mediation.acceptance-decision']);
  const resultBy = dueBy(state, mediationRules);
  const planned = state.sessions.find(({ heldOn }) => heldOn === null);
  switch (state.state) {
    case 'new':
    case 'closed':
      return [];
    case 'received':
      return [task(state.owner === null ? 'assign-mediator' : 'consult-other-side', decideBy)];
    case 'consulting':
      if (state.isConsentGiven === null) return [task('ask-consent', decideBy)];
      return [task(state.isConsentGiven ? 'decide-acceptance' : 'decline-refused', decideBy)];
    case 'accepted':
    case 'mediating':
      if (planned !== undefined) return [task('hold-session', planned.plannedOn, String(planned.no))];
      if (state.state === 'accepted') return [task('plan-session', resultBy)];
      return [task(state.agreement === null ? 'reach-result' : 'collect-signatures', resultBy)];
    case 'agreed':
    case 'performing':
    case 'defaulted':
    case 'performed': {
      const tasks = [...lockInTasks(), ...followUpTasks()];
      return tasks.length > 0 ? tasks : [task('close-file', dueBy(state, [FILE_CLOSE]))];
    }
    case 'failed':
    case 'withdrawn':
    case 'not-accepted':
      return [task('close-file', dueBy(state, [FILE_CLOSE]))];
  }

  function lockInTasks(): Task[] {
    const { agreement } = state;
    if (agreement === null || agreement.door === 'none' || agreement.lockedIn !== null) return [];
    return [task('lock-in', dueBy(state, [doorRules[agreement.door]]))];
  }

  function followUpTasks(): Task[] {
    return state.clocks
      .filter(({ rule }) => rule === INSTALMENT || rule === VISIT)
      .map((clock) => {
        const overdue = clock.rule === INSTALMENT && clock.rung === 'lapsed';
        const why = clock.rule === VISIT ? 'visit' : overdue ? 'chase-instalment' : 'watch-instalment';
        return task(why, clock.dueOn, clock.about ?? '');
      });
  }
}
