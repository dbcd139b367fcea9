/** What a computed claim says: the sum, the working a worker can read, the articles, what to watch. */
import { type Fen, fen, formatYuan } from '../../domain/money.ts';

export type Step = { text: string; amount: string };

export type ClaimResult = {
  kind: string;
  /** Yuan, two decimals. */
  amount: string;
  steps: Step[];
  articles: string[];
  warnings: string[];
};

export const step = (text: string, amount: Fen): Step => ({ text, amount: formatYuan(amount) });

/** `amount * numerator / denominator`, half up to the fen. Exact for every sum the house reads. */
export function share(amount: Fen, numerator: number, denominator: number): Fen {
  const top = BigInt(amount) * BigInt(numerator) * 2n + BigInt(denominator);
  return fen(Number(top / (BigInt(denominator) * 2n)));
}

/** 21.75 paid days a month (人社部发〔2025〕2号), as the fraction 87/4. */
export const dailyShare = (monthly: Fen, days: number, times = 1): Fen =>
  share(monthly, days * times * 4, 87);

export const PAID_DAYS_ARTICLE = '人社部发〔2025〕2号（月计薪天数21.75天）';

/** What is due less what was paid, never below nothing; says so when more was paid. */
export function lessPaid(due: Fen, paid: Fen, steps: Step[], warnings: string[]): Fen {
  if (paid === 0) return due;
  const left = fen(Math.max(0, due - paid));
  steps.push(step(`扣除已付：${formatYuan(due)}－${formatYuan(paid)}`, left));
  if (paid > due) warnings.push(`已付${formatYuan(paid)}超过应付${formatYuan(due)}，差额按零计`);
  return left;
}
