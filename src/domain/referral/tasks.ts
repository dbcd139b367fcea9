/** What is to be done about a referral, by whom and by when: in every branch, silence included. */
import { dueBy, type Task } from '../case.ts';
import { addDays, type Day } from '../day.ts';
import type { AccountId } from '../ids.ts';
import { hopRules } from './rules.ts';
import { isIncoming, keeperOf, type ReferralState, senderOf } from './state.ts';

/** A step without a clock of its own is due within three days of the act that called for it. */
const SOON = 3;

export function referralTasks(state: ReferralState): Task[] {
  const sender = senderOf(state);
  const soon = addDays(state.lastActOn, SOON);
  const task = (why: string, dueOn: Day | undefined, owner: AccountId = sender): Task => ({
    key: why,
    why,
    owner,
    dueOn: dueOn ?? soon,
  });
  const hopBy = dueBy(state, hopRules);
  switch (state.state) {
    case 'new':
    case 'closed':
      return [];
    case 'drafted':
      return [task('send-referral', undefined)];
    case 'sent':
    case 'received':
    case 'accepted':
    case 'working':
      return [isIncoming(state) ? ours() : theirs(), ...materials()];
    case 'returned':
    case 'reported':
      return [task('close-referral', undefined)];
  }

  /** The other body has the word: the sender watches it, chases it, hands it to the manager. */
  function theirs(): Task {
    const { escalated, remindedOn } = state;
    if (escalated !== null) return task('press-silent-body', addDays(escalated.on, SOON), escalated.to);
    if (remindedOn !== null) return task('await-reminder', addDays(remindedOn, SOON));
    const isLapsed = state.clocks.some(({ rung }) => rung === 'lapsed');
    return task(isLapsed ? 'chase-referral' : 'watch-referral', hopBy);
  }

  /** We have the word; what the other side has taken to our manager is the manager's. */
  function ours(): Task {
    const owner = state.escalated?.to ?? keeperOf(state);
    if (state.state === 'sent' || state.state === 'received') return task('answer-referral', hopBy, owner);
    const reportBy =
      state.childEnd === null ? hopBy : [addDays(state.childEnd.on, SOON), hopBy ?? soon].sort()[0];
    return task('report-referral', reportBy, owner);
  }

  function materials(): Task[] {
    return state.materialsBy === null ? [] : [task('send-materials', state.materialsBy)];
  }
}
