/** Money in whole fen 分; yuan only at the edges, as text. */
import { Refusal } from './refusal.ts';

/** Whole fen, 1/100 yuan; a safe integer. */
export type Fen = number & { readonly __brand: 'Fen' };

export const NO_MONEY = 0 as Fen;

export function fen(amount: number): Fen {
  if (!Number.isSafeInteger(amount))
    throw new Refusal('money/invalid', { text: String(amount), field: 'amount' });
  return amount as Fen;
}

/** Reads yuan written `1234`, `1234.5` or `1234.56`. Refuses signs, exponents, more than two decimals and sums past 10 billion yuan. */
export function parseYuan(text: string, field = 'amount'): Fen {
  const match = /^(\d{1,11})(?:\.(\d{1,2}))?$/.exec(text.trim());
  if (!match) {
    const code = /^-\d/.test(text.trim()) ? 'money/negative' : 'money/invalid';
    throw new Refusal(code, { text: text.slice(0, 40), field });
  }
  return fen(Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')));
}

/** Refuses `money/not-positive` for nothing and less. */
export function needPositive(amount: Fen, field: string): void {
  if (!(amount > 0)) throw new Refusal('money/not-positive', { field });
}

/** `123456` fen -> `1234.56`. */
export function formatYuan(amount: Fen): string {
  const sign = amount < 0 ? '-' : '';
  const whole = Math.abs(amount);
  return `${sign}${Math.floor(whole / 100)}.${String(whole % 100).padStart(2, '0')}`;
}

export function sumFen(amounts: Iterable<Fen>): Fen {
  let total = 0;
  for (const amount of amounts) total += amount;
  return fen(total);
}
