/** Figures broken down: by place, person, month, what is asked, how it came, why it ended, how old it is. */
import { addDays, addMonths, type Day, daysBetween } from '../day.ts';
import type { FigureCase, Period } from './figures.ts';

export const breakdowns = ['district', 'mediator', 'month', 'head', 'channel', 'reason', 'ageing'] as const;
export type Breakdown = (typeof breakdowns)[number];

/** Days since receipt, both ends in. */
export const ageings = [
  { code: '0-7', least: 0, most: 7 },
  { code: '8-15', least: 8, most: 15 },
  { code: '16-30', least: 16, most: 30 },
  { code: '31-60', least: 31, most: 60 },
  { code: '61-90', least: 61, most: 90 },
  { code: '91+', least: 91, most: Number.MAX_SAFE_INTEGER },
] as const;

/** A register that gives no reason. */
export const NOT_SAID = 'not-said';

const keysOf: Readonly<
  Record<Exclude<Breakdown, 'month'>, (one: FigureCase, asOf: Day) => readonly string[]>
> = {
  district: ({ district }) => [district],
  mediator: ({ owner }) => [owner],
  // A case with several kinds of claim stands under each.
  head: ({ heads }) => [...new Set(heads)],
  channel: ({ channel }) => [channel],
  reason: ({ result }) =>
    result?.outcome === 'failed' || result?.outcome === 'not-accepted' ? [result.reason ?? NOT_SAID] : [],
  ageing: ({ receivedOn }, asOf) => {
    const days = daysBetween(receivedOn, asOf);
    return ageings.filter(({ least, most }) => least <= days && days <= most).map(({ code }) => code);
  },
};

/** One row of a breakdown: figures of these cases in this period. */
export type Slice<T extends FigureCase> = { key: string; cases: readonly T[]; period: Period };

/** Months and ages come in their order, with the empty ones; everything else where it has a case, by its key. */
export function slicesBy<T extends FigureCase>(
  by: Breakdown,
  cases: readonly T[],
  period: Period,
): Slice<T>[] {
  if (by === 'month') return monthsIn(period).map((month) => ({ ...month, cases }));
  const groups = new Map<string, T[]>();
  if (by === 'ageing') for (const { code } of ageings) groups.set(code, []);
  for (const one of cases)
    for (const key of keysOf[by](one, period.asOf)) groups.set(key, [...(groups.get(key) ?? []), one]);
  const slices = [...groups].map(([key, own]) => ({ key, cases: own, period }));
  return by === 'ageing' ? slices : slices.sort((a, b) => (a.key < b.key ? -1 : 1));
}

function monthsIn({ from, until, asOf }: Period): { key: string; period: Period }[] {
  const months: { key: string; period: Period }[] = [];
  for (let first = `${from.slice(0, 7)}-01` as Day; first <= until; first = addMonths(first, 1)) {
    const last = addDays(addMonths(first, 1), -1);
    const period = { from: first < from ? from : first, until: last > until ? until : last, asOf };
    months.push({ key: first.slice(0, 7), period });
  }
  return months;
}
