/** Follow-up 回访: money in, duties done, default and cure, visits. */
import { type ClockStart, decision, endClocks } from '../case.ts';
import type { Day } from '../day.ts';
import { formatYuan, needPositive } from '../money.ts';
import { Refusal } from '../refusal.ts';
import { among, type CommandOf } from './commands.ts';
import type { DisputeDecision } from './decisions.ts';
import { membersOf } from './group.ts';
import { isAllDone, owedOn } from './instalments.ts';
import { needAfter } from './order-of-days.ts';
import type { Agreement, Duty, Instalment } from './parts.ts';
import { findPortion, needOne } from './portion.ts';
import { collectiveVisitRules, DUTY, FILE_CLOSE, INSTALMENT, VISIT } from './rules.ts';
import type { DisputeState } from './state.ts';

const kinds = ['record-payment', 'record-duty', 'declare-default', 'choose-remedy', 'record-visit'] as const;
export const isOfFollowUp = among(kinds);

export function decideFollowUp(
  state: DisputeState,
  command: CommandOf<(typeof kinds)[number]>,
): DisputeDecision {
  const { order } = command;
  switch (command.kind) {
    case 'record-payment':
      return pay(state, command);
    case 'record-duty': {
      const { no } = command.asked;
      const { agreement, duty } = findDuty(state, no, order.on);
      if (duty.doneOn !== null) throw new Refusal('duty/already-done', { no, on: duty.doneOn });
      const isLast = isAllDone(agreement, { duty: no });
      return decision(
        'duty-recorded',
        order,
        { no, isLast },
        { ends: endClocks(state, order.on, [DUTY], String(no)), starts: isLast ? closeFile(order.on) : [] },
      );
    }
    case 'declare-default': {
      const { instalment: no, duty } = command.asked;
      const late =
        duty === undefined ? lateInstalment(state, no ?? 0, order.on) : lateDuty(state, duty, order.on);
      if (order.on <= late.dueOn)
        throw new Refusal('instalment/not-yet-due', { no: late.no, dueOn: late.dueOn, on: order.on });
      return decision('default-declared', order, command.asked);
    }
    case 'choose-remedy': {
      const { remedy } = command.asked;
      if (remedy === 'enforcement' && state.agreement?.lockedIn !== 'granted')
        throw new Refusal('remedy/nothing-to-enforce');
      return decision('remedy-chosen', order, command.asked);
    }
    case 'record-visit': {
      const { instalment: no, after } = command.asked;
      if (after !== undefined) {
        const ends = endClocks(state, order.on, [collectiveVisitRules[after]]);
        if (ends.length === 0) throw new Refusal('visit/not-called-for', { after });
        return decision('visit-recorded', order, command.asked, { ends });
      }
      const { instalment } = findInstalment(state, no ?? 0, order.on);
      if (instalment.visitedOn !== null)
        throw new Refusal('visit/already-made', { no: instalment.no, on: instalment.visitedOn });
      if (order.on < instalment.dueOn && instalment.paid < instalment.amount)
        throw new Refusal('visit/too-early', {
          no: instalment.no,
          dueOn: instalment.dueOn,
          on: order.on,
        });
      return decision('visit-recorded', order, command.asked, {
        ends: endClocks(state, order.on, [VISIT], String(instalment.no)),
      });
    }
  }
}

const closeFile = (on: Day): ClockStart[] => [{ rule: FILE_CLOSE, from: on }];

function pay(state: DisputeState, { order, asked }: CommandOf<'record-payment'>): DisputeDecision {
  const { instalment: no, amount, ...between } = asked;
  const { agreement, instalment } = findInstalment(state, no, order.on);
  needPositive(amount, 'amount');
  // How an older register's instalment is shared nobody knows: one worker's word is not the others'.
  if (order.by.party !== undefined && instalment.shares.length === 0 && membersOf(state).length > 1)
    throw new Refusal('instalment/shares-unknown', { no });
  if (owedOn(instalment) === 0) throw new Refusal('instalment/already-paid', { no });
  const portion = findPortion(state, instalment, between);
  const owed = owedOn(portion);
  if (owed === 0) throw new Refusal('instalment/already-paid', { no });
  if (amount > owed)
    throw new Refusal('instalment/too-much', { no, owed: formatYuan(owed), amount: formatYuan(amount) });
  // All that is owed settles every share, whoever sent it; of a part it has to be said.
  if (amount < owed) needOne(no, portion.payees, portion.owing, owed);
  const isSettled = amount === owedOn(instalment);
  const isLast = isSettled && isAllDone(agreement, { instalment: no });
  const facts = { instalment: no, amount, isLast, ...between };
  return decision(
    'payment-recorded',
    order,
    { ...facts, isLate: order.on > instalment.dueOn },
    {
      ends: isSettled ? endClocks(state, order.on, [INSTALMENT], String(no)) : [],
      starts: isLast ? closeFile(order.on) : [],
    },
  );
}

function lateInstalment(state: DisputeState, no: number, on: Day): Instalment {
  const { instalment } = findInstalment(state, no, on);
  if (instalment.paid === instalment.amount) throw new Refusal('instalment/already-paid', { no });
  return instalment;
}

function lateDuty(state: DisputeState, no: number, on: Day): Duty {
  const { duty } = findDuty(state, no, on);
  if (duty.doneOn !== null) throw new Refusal('duty/already-done', { no, on: duty.doneOn });
  return duty;
}

function inEffect({ agreement }: DisputeState, on: Day): Agreement {
  if (agreement === null || agreement.effectiveOn === null) throw new Refusal('agreement/not-signed');
  needAfter(on, agreement.effectiveOn, 'sign-agreement');
  return agreement;
}

/** An instalment of an agreement in effect on that day. */
export function findInstalment(
  state: DisputeState,
  no: number,
  on: Day,
): { agreement: Agreement; instalment: Instalment } {
  const agreement = inEffect(state, on);
  const instalment = agreement.instalments.find((one) => one.no === no);
  if (instalment === undefined)
    throw new Refusal('instalment/unknown', { no, last: agreement.instalments.length });
  return { agreement, instalment };
}

function findDuty(state: DisputeState, no: number, on: Day): { agreement: Agreement; duty: Duty } {
  const agreement = inEffect(state, on);
  const duty = agreement.duties.find((one) => one.no === no);
  if (duty === undefined) throw new Refusal('duty/unknown', { no, last: agreement.duties.length });
  return { agreement, duty };
}
