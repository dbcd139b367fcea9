/** Follow-up 回访: money in, default and cure, visits, the file closed. */
import { decision, dropClocks, endClocks } from '../case.ts';
import type { Day } from '../day.ts';
import { fen, formatYuan, needPositive } from '../money.ts';
import { Refusal } from '../refusal.ts';
import type { DisputeCommand } from './commands.ts';
import type { DisputeDecision } from './decisions.ts';
import { needAfter } from './order-of-days.ts';
import { FILE_CLOSE, INSTALMENT, LIMITATION, VISIT } from './rules.ts';
import { type Agreement, closeReasons, type DisputeState, type Instalment } from './state.ts';

type Command = Extract<
  DisputeCommand,
  { kind: 'record-payment' | 'declare-default' | 'record-visit' | 'close' }
>;

export function decideFollowUp(state: DisputeState, command: Command): DisputeDecision {
  const { order } = command;
  switch (command.kind) {
    case 'record-payment': {
      const { instalment: no, amount } = command.asked;
      const { agreement, instalment } = find(state, no, order.on);
      needPositive(amount, 'amount');
      const owed = instalment.amount - instalment.paid;
      if (owed === 0) throw new Refusal('instalment/already-paid', { no });
      if (amount > owed)
        throw new Refusal('instalment/too-much', {
          no,
          owed: formatYuan(fen(owed)),
          amount: formatYuan(amount),
        });
      const isSettled = amount === owed;
      const isLast =
        isSettled && agreement.instalments.every((one) => one.no === no || one.paid === one.amount);
      return decision(
        'payment-recorded',
        order,
        { instalment: no, amount, isLast },
        {
          ends: isSettled ? endClocks(state, order.on, [INSTALMENT], String(no)) : [],
          starts: isLast ? [{ rule: FILE_CLOSE, from: order.on }] : [],
        },
      );
    }
    case 'declare-default': {
      const { instalment } = find(state, command.asked.instalment, order.on);
      if (instalment.paid === instalment.amount)
        throw new Refusal('instalment/already-paid', { no: instalment.no });
      if (order.on <= instalment.dueOn)
        throw new Refusal('instalment/not-yet-due', {
          no: instalment.no,
          dueOn: instalment.dueOn,
          on: order.on,
        });
      return decision('default-declared', order, command.asked);
    }
    case 'record-visit': {
      const { instalment } = find(state, command.asked.instalment, order.on);
      if (instalment.visitedOn !== null)
        throw new Refusal('visit/already-made', { no: instalment.no, on: instalment.visitedOn });
      return decision('visit-recorded', order, command.asked, {
        ends: endClocks(state, order.on, [VISIT], String(instalment.no)),
      });
    }
    case 'close': {
      needAfter(order.on, state.lastActOn, 'last-act');
      const { reason } = command.asked;
      const isDefaulted = state.state === 'defaulted';
      if (isDefaulted && reason === undefined)
        throw new Refusal('dispute/close-reason-missing', { reasons: [...closeReasons] });
      const owed = isDefaulted ? owedOf(state) : [];
      const open = stillOpen(state).filter((one) => !owed.includes(one));
      if (open.length > 0) throw new Refusal('dispute/still-open', { open });
      const ends = [...endClocks(state, order.on, [FILE_CLOSE]), ...dropClocks(state, [FILE_CLOSE])];
      return decision('dispute-closed', order, isDefaulted && reason ? { reason } : {}, { ends });
    }
  }
}

/** An instalment of an agreement in effect on that day. */
function find(state: DisputeState, no: number, on: Day): { agreement: Agreement; instalment: Instalment } {
  const { agreement } = state;
  if (agreement === null || agreement.effectiveOn === null) throw new Refusal('agreement/not-signed');
  const instalment = agreement.instalments.find((one) => one.no === no);
  if (instalment === undefined)
    throw new Refusal('instalment/unknown', { no, last: agreement.instalments.length });
  needAfter(on, agreement.effectiveOn, 'sign-agreement');
  return { agreement, instalment };
}

/** What money that is still owed keeps open: the instalments, their clocks, the visits after them. */
function owedOf({ agreement }: DisputeState): string[] {
  const unpaid = (agreement?.instalments ?? []).filter((one) => one.paid < one.amount);
  return unpaid.flatMap(({ no }) => [
    `instalment:${no}`,
    `clock:${INSTALMENT}:${no}`,
    `clock:${VISIT}:${no}`,
  ]);
}

/** What keeps a file from closing: open clocks (but the one for closing it and the worker's limitation), referrals, unpaid instalments, undrawn papers. */
export function stillOpen(state: DisputeState): string[] {
  return [
    ...state.clocks
      .filter(({ rule }) => rule !== FILE_CLOSE && rule !== LIMITATION)
      .map(({ rule, about }) => `clock:${rule}${about ? `:${about}` : ''}`),
    ...state.referrals.filter(({ isOpen }) => isOpen).map(({ id }) => `referral:${id}`),
    ...(state.agreement?.effectiveOn
      ? state.agreement.instalments.filter((one) => one.paid < one.amount).map(({ no }) => `instalment:${no}`)
      : []),
    ...state.undrawn.map((paper) => `paper:${paper}`),
  ];
}
