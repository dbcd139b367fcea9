/** What is to be done in a dispute, by whom, by when, and why: derived from its state, so that no open case is ever without. */
import { dueBy, type Task } from '../case.ts';
import { addDays, type Day } from '../day.ts';
import { waitsFor } from './decide-chain.ts';
import type { SessionAnswer } from './parts.ts';
import {
  acceptanceRules,
  collectiveVisitRules,
  DUTY,
  decideRules,
  doorRules,
  FILE_CLOSE,
  FIRST_CONTACT,
  INSTALMENT,
  LIMITATION,
  mediationRules,
  VISIT,
} from './rules.ts';
import { type DisputeState, ownerOf } from './state.ts';
import { disputeTable } from './table.ts';

/** A task without a clock of its own is due within a week of the last act. */
const WEEK = 7;

export function disputeTasks(state: DisputeState): Task[] {
  const tasks = stageTasks(state);
  if (state.state === 'new') return tasks;
  const more = [...chainTasks(state), ...approvalTasks(state)];
  // Once lapsed it can no longer be watched, and its alarm has rung.
  const limitation = state.clocks.find(({ rule, rung }) => rule === LIMITATION && rung !== 'lapsed');
  // Nothing is left to be asked for where all has been paid.
  if (tasks.length === 0 || limitation === undefined || state.state === 'performed')
    return [...tasks, ...more];
  return [...tasks, ...more, taskOf(state, 'watch-limitation', limitation.dueOn)];
}

function taskOf(state: DisputeState, why: string, dueOn: Day | undefined, about = ''): Task {
  const key = about === '' ? why : `${why}:${about}`;
  return { key, why, owner: ownerOf(state), dueOn: dueOn ?? addDays(state.lastActOn, WEEK) };
}

/** Stations whose turn it is, where the case may still refer. */
function chainTasks(state: DisputeState): Task[] {
  if (!('refer' in disputeTable[state.state])) return [];
  return state.chain
    .filter((one) => one.status === 'planned' && waitsFor(state.chain, one).length === 0)
    .map(({ no }) => taskOf(state, 'refer-station', undefined, String(no)));
}

/** What waits for a second person, also on a closed file. */
function approvalTasks(state: DisputeState): Task[] {
  return state.approvals.map(({ no, on, approver }) => ({
    ...taskOf(state, 'decide-request', addDays(on, WEEK), String(no)),
    owner: approver ?? ownerOf(state),
  }));
}

function stageTasks(state: DisputeState): Task[] {
  const task = (why: string, dueOn?: Day, about = '') => taskOf(state, why, dueOn, about);
  const decideBy = dueBy(state, acceptanceRules);
  const resultBy = dueBy(state, mediationRules);
  const planned = state.sessions.find(({ heldOn }) => heldOn === null);
  switch (state.state) {
    case 'new':
    case 'closed':
    case 'archived':
      return [];
    case 'received':
      if (state.owner === null) return [forDesk(state, dueBy(state, [FIRST_CONTACT]) ?? decideBy)];
      return [...contactTasks(state), task(afterTriage(state), decideBy)];
    case 'consulting':
      if (state.owner === null) return [forDesk(state, decideBy)];
      if (state.isConsentGiven === null) return [task('ask-consent', decideBy)];
      return [task(state.isConsentGiven ? 'decide-acceptance' : 'decline-refused', decideBy)];
    case 'accepted':
    case 'mediating':
      if (state.owner === null) return [forDesk(state, resultBy)];
      if (planned !== undefined)
        return [task('hold-session', planned.plannedOn, String(planned.no)), ...dayTasks(state)];
      if (state.state === 'accepted') return [task('plan-session', resultBy)];
      return [agreementStep(state, resultBy)];
    case 'agreed':
    case 'performing':
    case 'defaulted':
    case 'performed': {
      const tasks = [
        ...remedyTasks(state),
        ...lockInTasks(state),
        ...followUpTasks(state),
        ...wordTasks(state),
      ];
      return tasks.length > 0 ? tasks : lastTasks(state);
    }
    case 'failed':
    case 'withdrawn':
    case 'negotiated':
    case 'not-accepted':
      return lastTasks(state);
  }
}

/** The file is closed once nothing is out and nothing waits for a second person. */
function lastTasks(state: DisputeState): Task[] {
  const by = dueBy(state, [FILE_CLOSE]);
  if (state.referrals.some(({ isOpen }) => isOpen)) return [taskOf(state, 'follow-referral', by)];
  return state.approvals.length > 0 ? [] : [taskOf(state, 'close-file', by)];
}

function contactTasks(state: DisputeState): Task[] {
  const by = dueBy(state, [FIRST_CONTACT]);
  return by === undefined ? [] : [taskOf(state, 'contact-first', by)];
}

/** What the desk advised decides what comes next. */
function afterTriage({ triage, referrals }: DisputeState): string {
  if (triage === null || triage === 'mediate') return 'consult-other-side';
  const isGoingOut = triage === 'refer' || triage === 'legal-aid';
  return isGoingOut && referrals.length === 0 ? 'refer-out' : 'decline-advised';
}

/** Without a mediator only a manager can do anything. */
function forDesk(state: DisputeState, dueOn: Day | undefined): Task {
  return { ...taskOf(state, 'assign-mediator', dueOn), owner: state.desk ?? ownerOf(state) };
}

/** Whoever drafted it neither checks nor signs off: that is the desk's, unless a colleague is quicker. */
function agreementStep(state: DisputeState, dueOn: Day | undefined): Task {
  const { agreement, capacity } = state;
  if (agreement === null) return taskOf(state, 'reach-result', dueOn);
  if (capacity?.isSignOffRequired !== true || agreement.signedOffOn !== null)
    return taskOf(state, 'collect-signatures', dueOn);
  const why = agreement.checkedBy === null ? 'check-agreement' : 'sign-off-agreement';
  return { ...taskOf(state, why, dueOn), owner: state.desk ?? ownerOf(state) };
}

function remedyTasks(state: DisputeState): Task[] {
  if (state.state !== 'defaulted' || state.remedy === 'wait') return [];
  return [taskOf(state, state.remedy === null ? 'ask-remedy' : 'prepare-remedy', undefined)];
}

function lockInTasks(state: DisputeState): Task[] {
  const { agreement } = state;
  if (agreement === null || agreement.door === 'none' || agreement.lockedIn !== null) return [];
  const { door } = agreement;
  if (agreement.appliedOn === null) return [taskOf(state, 'lock-in', dueBy(state, [doorRules[door]]))];
  return [taskOf(state, 'await-lock-in', dueBy(state, [decideRules[door]]))];
}

const visitRules: readonly string[] = [VISIT, ...Object.values(collectiveVisitRules)];
const followUpRules: readonly string[] = [INSTALMENT, DUTY, ...visitRules];

function followUpTasks(state: DisputeState): Task[] {
  return state.clocks
    .filter(({ rule }) => followUpRules.includes(rule))
    .map(({ rule, rung, dueOn, about }) => {
      if (visitRules.includes(rule)) return taskOf(state, 'visit', dueOn, about ?? '');
      if (rule === DUTY) return taskOf(state, 'watch-duty', dueOn, about ?? '');
      return taskOf(state, rung === 'lapsed' ? 'chase-instalment' : 'watch-instalment', dueOn, about ?? '');
    });
}

/** Planned sessions whose day does not suit somebody. */
function dayTasks(state: DisputeState): Task[] {
  return state.sessions
    .filter(({ heldOn, answers = {} }) => heldOn === null && Object.values(answers).some(isAgainst))
    .map(({ no, plannedOn }) => taskOf(state, 'settle-day', plannedOn, String(no)));
}

const isAgainst = ({ answer }: { answer: SessionAnswer }): boolean => answer !== 'coming';

/** Within so many days of a word on a payment somebody looks into it. */
const WORD = 2;

/** Instalments of which a side says something that is not counted. */
function wordTasks(state: DisputeState): Task[] {
  return (state.agreement?.instalments ?? []).flatMap(({ no, paid, amount, said = [] }) => {
    const last = said.at(-1);
    if (last === undefined || paid === amount) return [];
    const by = addDays(last.on, WORD);
    const isMissed = said.some(({ says }) => says === 'unpaid');
    return [taskOf(state, isMissed ? 'hear-unpaid' : 'hear-paid', by, String(no))];
  });
}
