/** Money of an agreement as it comes in: whole instalments, or a share of one. */
import type { PartyId } from '../ids.ts';
import { type Fen, fen, NO_MONEY, sumFen } from '../money.ts';
import type { Agreement, Instalment, Share } from './parts.ts';

export const owedOn = ({ amount, paid }: Pick<Share, 'amount' | 'paid'>): Fen => fen(amount - paid);

/** To which worker money goes, from which employer: each may be left out where it is plain. */
export type Between = { payee?: PartyId | undefined; payer?: PartyId | undefined };

const isBetween = (share: Share, { payee, payer }: Between): boolean =>
  (payee === undefined || share.payee === payee) && (payer === undefined || share.payer === payer);

/** A part of an instalment, and between whom it is still open. */
export type Portion = { amount: Fen; paid: Fen; payees: PartyId[]; payers: PartyId[]; owing: PartyId[] };

/** What is meant by these two; the whole of an imported instalment, whose shares nobody knows. Null: no such share. */
export function portionOf({ amount, paid, shares }: Instalment, between: Between): Portion | null {
  if (shares.length === 0) return { amount, paid, payees: [], payers: [], owing: [] };
  const own = shares.filter((share) => isBetween(share, between));
  if (own.length === 0) return null;
  return {
    amount: sumFen(own.map((share) => share.amount)),
    paid: sumFen(own.map((share) => share.paid)),
    payees: [...new Set(own.map(({ payee }) => payee))],
    payers: [...new Set(own.map(({ payer }) => payer))],
    owing: [...new Set(own.filter((share) => owedOn(share) > 0).map(({ payer }) => payer))],
  };
}

/** Share after share: events of older versions do not say which employer sent the money. */
function fill(shares: readonly Share[], between: Between, amount: Fen): Share[] {
  let left: number = amount;
  return shares.map((share) => {
    if (!isBetween(share, between)) return share;
    const part = Math.min(left, owedOn(share));
    left -= part;
    return { ...share, paid: sumFen([share.paid, fen(part)]) };
  });
}

/** After a payment: on one share, or of everything that was owed. */
export function payInto(one: Instalment, amount: Fen, between: Between): Instalment {
  return { ...one, paid: sumFen([one.paid, amount]), shares: fill(one.shares, between, amount) };
}

/** After a correction: what had been received between these two in all. */
export function setPaid(one: Instalment, between: Between, paid: Fen): Instalment {
  if (one.shares.length === 0) return { ...one, paid };
  const unpaid = one.shares.map((share) =>
    isBetween(share, between) ? { ...share, paid: NO_MONEY } : share,
  );
  const shares = fill(unpaid, between, paid);
  return { ...one, paid: sumFen(shares.map((share) => share.paid)), shares };
}

/** Whether everything agreed would be done once these are: the last instalment, the last duty. */
export function isAllDone(
  { instalments, duties }: Agreement,
  now: { instalment?: number; duty?: number } = {},
): boolean {
  return (
    instalments.every((one) => one.no === now.instalment || one.paid === one.amount) &&
    duties.every((duty) => duty.no === now.duty || duty.doneOn !== null)
  );
}
