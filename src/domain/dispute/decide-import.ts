/** Decides that a case of a running register 台账 is carried on here, from where it had come. */
import { type ClockStart, decision } from '../case.ts';
import { formatYuan, needPositive } from '../money.ts';
import { Refusal } from '../refusal.ts';
import { type Carried, carriedClocks, carriedNeeds, performedOn } from './carried.ts';
import type { CommandOf } from './commands.ts';
import { followUpClocks } from './decide-agreement.ts';
import type { DisputeDecision } from './decisions.ts';
import { FILE_CLOSE, INSTALMENT } from './rules.ts';
import type { DisputeState } from './state.ts';

/** The act is of the day it is imported; the days of the register stand in its facts. */
export function decideImport(state: DisputeState, { order, asked }: CommandOf<'import'>): DisputeDecision {
  for (const field of carriedNeeds[asked.state])
    if (asked[field] === null) throw new Refusal('import/incomplete', { state: asked.state, field });
  needInOrder(state, asked, order.on);
  if (asked.agreement !== null) needMoney(asked.agreement);
  const starts = [...carriedClocks(state, asked), ...agreementClocks(state, asked, order.on)];
  return decision('dispute-imported', order, asked, { starts });
}

function needInOrder(
  { receivedOn }: DisputeState,
  { acceptedOn, concludedOn, closedOn }: Carried,
  on: DisputeState['receivedOn'],
): void {
  let from = receivedOn;
  for (const [field, day] of Object.entries({ acceptedOn, concludedOn, closedOn, on })) {
    if (day === null) continue;
    if (day < from) throw new Refusal('day/reversed', { from, to: day, field });
    from = day;
  }
}

function needMoney({ amount, paid }: NonNullable<Carried['agreement']>): void {
  needPositive(amount, 'agreedAmount');
  if (paid < 0) throw new Refusal('money/negative', { field: 'paid', text: formatYuan(paid) });
  if (paid > amount)
    throw new Refusal('instalment/too-much', {
      no: 1,
      owed: formatYuan(amount),
      amount: formatYuan(paid),
    });
}

function agreementClocks(
  state: DisputeState,
  { state: name, agreement }: Carried,
  on: DisputeState['receivedOn'],
): ClockStart[] {
  if (agreement === null || !(name in isFollowedUp)) return [];
  const { door, effectiveOn, dueOn, amount, paid } = agreement;
  const clocks = followUpClocks(state, { door, instalments: [{ no: 1, dueOn }], duties: [] }, effectiveOn);
  const isPaid = paid === amount;
  return [
    ...clocks.filter(({ rule }) => rule !== INSTALMENT || !isPaid),
    ...(name === 'performed' ? [{ rule: FILE_CLOSE, from: performedOn(agreement, on) }] : []),
  ];
}

const isFollowedUp = { agreed: true, performing: true, performed: true, defaulted: true };
