/** Years of service and the months of pay they give (劳动合同法 47). Both the first and the last day count. */
import { addDays, addMonths, type Day, dateOf, monthOf, yearOf } from '../../domain/day.ts';

/** The last day of so many months that begin on `from`, itself counted; a month without the day ends on its last (民法典 202). */
export function lastDayOfMonths(from: Day, months: number): Day {
  const corresponding = addMonths(from, months);
  return dateOf(corresponding) === dateOf(from) ? addDays(corresponding, -1) : corresponding;
}

/** Whole months from `from` to `to`, both days included, and whether days are left over. */
function serviceMonths(from: Day, to: Day): { months: number; hasRest: boolean } {
  let months = (yearOf(to) - yearOf(from)) * 12 + monthOf(to) - monthOf(from) + 1;
  while (lastDayOfMonths(from, months) > to) months -= 1;
  return { months, hasRest: lastDayOfMonths(from, months) < to };
}

/** Half months of pay: two for each full year, two more from six months on, one for less. */
export function halfMonthsOfPay(from: Day, to: Day): number {
  const { months, hasRest } = serviceMonths(from, to);
  const years = Math.floor(months / 12);
  const rest = months % 12;
  if (rest >= 6) return years * 2 + 2;
  return years * 2 + (rest > 0 || hasRest ? 1 : 0);
}

/** `2年6个月`, with `余` where days remain. */
export function serviceText(from: Day, to: Day): string {
  const { months, hasRest } = serviceMonths(from, to);
  return `${Math.floor(months / 12)}年${months % 12}个月${hasRest ? '余' : ''}`;
}

/** `5` half months -> `2.5` */
export const halvesText = (halves: number): string =>
  halves % 2 === 0 ? String(halves / 2) : (halves / 2).toFixed(1);
