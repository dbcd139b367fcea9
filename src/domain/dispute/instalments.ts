/** Money of an agreement as it comes in: whole instalments, or a share of one. */
import type { PartyId } from '../ids.ts';
import { type Fen, fen, sumFen } from '../money.ts';
import type { Agreement, Instalment, Share } from './parts.ts';

export const owedOn = ({ amount, paid }: Pick<Share, 'amount' | 'paid'>): Fen => fen(amount - paid);

/** What one worker gets, from however many employers. */
type Portion = Pick<Share, 'payee' | 'amount' | 'paid'>;

/** The portion of one worker; of the only one where none is named; null where several are meant. */
export function shareOf({ shares }: Instalment, payee: PartyId | undefined): Portion | null {
  const [only, ...others] = new Set(shares.map((share) => share.payee));
  const named = payee ?? (others.length === 0 ? only : undefined);
  const own = shares.filter((share) => share.payee === named);
  if (named === undefined || own.length === 0) return null;
  const sum = (part: 'amount' | 'paid') => sumFen(own.map((share) => share[part]));
  return { payee: named, amount: sum('amount'), paid: sum('paid') };
}

/** What a worker has received in all, share after share: which employer sent the money is not on record. */
function spread(shares: readonly Share[], payee: PartyId, paid: Fen): Share[] {
  let left: number = paid;
  return shares.map((share) => {
    if (share.payee !== payee) return share;
    const part = Math.min(left, share.amount);
    left -= part;
    return { ...share, paid: fen(part) };
  });
}

/** After a payment: on one share, or of everything that was owed. */
export function payInto(one: Instalment, amount: Fen, payee: PartyId | undefined): Instalment {
  const target = shareOf(one, payee);
  const shares =
    target === null
      ? one.shares.map((share) => ({ ...share, paid: share.amount }))
      : spread(one.shares, target.payee, sumFen([target.paid, amount]));
  return { ...one, paid: sumFen([one.paid, amount]), shares };
}

/** After a correction: what had been received of a share in all. */
export function setPaid(one: Instalment, payee: PartyId, paid: Fen): Instalment {
  const shares = spread(one.shares, payee, paid);
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
