/** 付款明细表: what each of many payees gets of a payment, in an annex of the agreement. */
import { type Fen, formatYuan, sumFen } from '../domain/money.ts';
import { Refusal } from '../domain/refusal.ts';
import { type Book, flag, list, text, writeAmount, writeStatedDay } from './blanks.ts';
import type { AgreementFacts, Payment, Share } from './facts.ts';
import { CROWD } from './parties.ts';

/** A payment among the agreement's. */
type Placed = { entry: Payment; whole: { facts: AgreementFacts } };
/** Some instalments side by side, counted on from `from`. */
type Part = { from: number; instalments: Payment['instalments'] };
type Row = { no: string; payee: string; amounts: readonly Fen[]; total: Fen };

/** As many instalments as stand side by side in a table. */
const ABREAST = 3;

const sharesOf = ({ shares }: Payment): readonly Share[] => shares ?? [];

export const sharesBook: Book<Placed> = {
  有明细: flag(({ entry }) => sharesOf(entry).length > 0),
  收款人数: text(({ entry }) => String(sharesOf(entry).length)),
  明细附件号: text(({ entry, whole }) => String(annexOf(entry, whole.facts))),
  明细表: list(({ entry }: Placed) => partsOf(entry), {
    期: list(({ entry }: { entry: Part }) => entry.instalments, {
      期次: text(({ no, whole }) => String(whole.entry.from + no)),
      付款日: text(({ entry }) => writeStatedDay(entry.dueOn)),
    }),
    收款明细: list(({ entry, whole }: { entry: Part; whole: Placed }) => rowsOf(whole.entry, entry), {
      次序: text(({ entry }) => entry.no),
      姓名: text(({ entry }) => entry.payee),
      期: list(({ entry }: { entry: Row }) => entry.amounts, {
        金额: text(({ entry }) => writeAmount(entry)),
      }),
      合计: text(({ entry }) => writeAmount(entry.total)),
    }),
  }),
};

/** Throws `paper/negative-amount`, or `paper/shares-do-not-add-up` with the payment, the instalment and both sums. */
export function checkShares(payment: Payment, no: number): void {
  const shares = sharesOf(payment);
  if (shares.length === 0) return;
  for (const { amounts } of shares)
    if (amounts.some((amount) => !(amount >= 0)) || !(sumFen(amounts) > 0))
      throw new Refusal('paper/negative-amount', { blank: '付款明细表', no });
  for (const [index, { amount }] of payment.instalments.entries()) {
    const sum = sumFen(shares.map(({ amounts }) => amounts[index] ?? (0 as Fen)));
    const isWhole = shares.every(({ amounts }) => amounts.length === payment.instalments.length);
    if (sum !== amount || !isWhole)
      throw new Refusal('paper/shares-do-not-add-up', {
        no,
        instalment: index + 1,
        total: formatYuan(amount),
        sum: formatYuan(sum),
      });
  }
}

/** Annexes are counted through: the workers' list first, where there is one. */
function annexOf(payment: Payment, { payments, workers }: AgreementFacts): number {
  const detailed = payments.filter((one) => sharesOf(one).length > 0);
  return detailed.indexOf(payment) + 1 + (workers.length >= CROWD ? 1 : 0);
}

function partsOf({ instalments }: Payment): Part[] {
  const parts: Part[] = [];
  for (let from = 0; from < instalments.length; from += ABREAST)
    parts.push({ from, instalments: instalments.slice(from, from + ABREAST) });
  return parts;
}

/** One row a payee and a last one with the sums. */
function rowsOf(payment: Payment, { from, instalments }: Part): Row[] {
  const shares = sharesOf(payment);
  const rows = shares.map(({ payee, amounts }, index) => ({
    no: String(index + 1),
    payee,
    amounts: instalments.map((_, place) => amounts[from + place] ?? (0 as Fen)),
    total: sumFen(amounts),
  }));
  const sums = instalments.map(({ amount }) => amount);
  return [...rows, { no: '合计', payee: `${shares.length}人`, amounts: sums, total: payment.amount }];
}
