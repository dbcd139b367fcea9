/** How far a register's case had come, in the domain's codes: nothing is made up that the register does not say. */
import type { Carried, CarriedAgreement, CarriedState } from '../../domain/dispute/carried.ts';
import { doorsFor } from '../../domain/dispute/doors.ts';
import type { Channel, Door } from '../../domain/dispute/parts.ts';
import { doorRules } from '../../domain/dispute/rules.ts';
import { NO_MONEY } from '../../domain/money.ts';
import { deadline } from '../../law/deadline.ts';
import type { RulePack } from '../../law/pack.ts';
import type { RegisterRow } from '../../sheets/register-row.ts';

type On = { channel: Channel; today: RegisterRow['receivedOn']; pack: RulePack };

const followedUp: readonly CarriedState[] = ['agreed', 'performing', 'performed', 'defaulted'];
const atRest: readonly CarriedState[] = ['closed', 'archived'];

export function carriedBy(row: RegisterRow, on: On): Carried {
  const state = stateOf(row);
  const agreement = agreementOf(row, state, on);
  return {
    ...{ state, owner: row.mediator, acceptedOn: row.acceptedOn },
    concludedOn: isBeforeResult(state) ? null : row.concludedOn,
    closedOn: atRest.includes(state) ? row.closedOn : null,
    closedFrom: atRest.includes(state) ? resultOf(row) : null,
    agreement,
  };
}

const isBeforeResult = (state: CarriedState) =>
  ['received', 'consulting', 'accepted', 'mediating'].includes(state);

/** Money that has come in moves an agreement on. */
function stateOf({ state, agreedAmount, paid }: RegisterRow): CarriedState {
  if (state !== 'agreed' || agreedAmount === null || !paid) return state;
  return paid === agreedAmount ? 'performed' : 'performing';
}

/** With what a closed file had ended. */
function resultOf({ outcome, agreedAmount, paid }: RegisterRow): CarriedState | null {
  const isPaid = agreedAmount !== null && paid === agreedAmount;
  if (outcome === 'agreed' || (outcome === null && agreedAmount !== null))
    return isPaid ? 'performed' : 'agreed';
  return outcome;
}

function agreementOf(row: RegisterRow, state: CarriedState, on: On): CarriedAgreement | null {
  const { agreedAmount: amount, concludedOn, closedOn, dueOn } = row;
  const effectiveOn = concludedOn ?? closedOn;
  const result = atRest.includes(state) ? resultOf(row) : state;
  if (amount === null || effectiveOn === null || result === null || !followedUp.includes(result)) return null;
  return {
    door: isStillOpen(state) ? doorOf(row, effectiveOn, on) : 'none',
    effectiveOn,
    // What is paid or closed is watched no more: its day is that of the agreement where no other is said.
    dueOn: dueOn ?? effectiveOn,
    amount,
    paid: result === 'performed' ? amount : (row.paid ?? NO_MONEY),
  };
}

const isStillOpen = (state: CarriedState) =>
  state === 'agreed' || state === 'performing' || state === 'defaulted';

/** The door the law opens by default, while its days last; no register says which was taken. */
function doorOf(
  { heads }: RegisterRow,
  effectiveOn: RegisterRow['receivedOn'],
  { channel, today, pack }: On,
): Door {
  const facts = { heads, channel, isLabourRelation: true, capacity: null };
  const doors = doorsFor({ ...facts, isPaymentOnly: true, isPaidOnTheSpot: false });
  const door = doors.find(({ isDefault }) => isDefault)?.door ?? 'none';
  if (door === 'none') return door;
  return deadline(doorRules[door], effectiveOn, pack).dueOn >= today ? door : 'none';
}
