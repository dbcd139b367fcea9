/** Whose money it is: the share of an instalment that a payment or its correction means, never guessed. */
import type { PartyId } from '../ids.ts';
import { type Fen, formatYuan } from '../money.ts';
import { Refusal } from '../refusal.ts';
import { membersOf } from './group.ts';
import { type Between, type Portion, portionOf } from './instalments.ts';
import type { Instalment } from './parts.ts';
import type { DisputeState } from './state.ts';

/** The part of an instalment between these two; refuses people who have no share in it. */
export function findPortion(state: DisputeState, one: Instalment, { payee, payer }: Between): Portion {
  const payees = one.shares.length > 0 ? one.shares.map((share) => share.payee) : membersOf(state);
  if (payee !== undefined && !payees.includes(payee))
    throw new Refusal('party/not-a-member', { party: payee });
  if (payer !== undefined && !state.employers.includes(payer))
    throw new Refusal('party/not-an-employer', { party: payer });
  const portion = portionOf(one, { payee, payer });
  if (portion === null) throw new Refusal('instalment/not-its-payer', { no: one.no });
  return portion;
}

/** One worker and one employer, or it has to be said which. */
export function needOne(no: number, payees: readonly PartyId[], payers: readonly PartyId[], sum: Fen): void {
  if (payees.length > 1) throw new Refusal('instalment/payee-missing', { no, owed: formatYuan(sum) });
  if (payers.length > 1) throw new Refusal('instalment/payer-missing', { no, payers: payers.length });
}
