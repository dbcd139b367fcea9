/** Years of service and the months of pay they give (劳动合同法 47). Both the first and the last day count. */
import { addDays, addMonths, type Day, monthOf, yearOf } from '../../domain/day.ts';

/** Whole months from `from` to `to`, both days included, and whether days are left over. */
export function serviceMonths(from: Day, to: Day): { months: number; hasRest: boolean } {
  const after = addDays(to, 1);
  let months = (yearOf(after) - yearOf(from)) * 12 + monthOf(after) - monthOf(from);
  if (addMonths(from, months) > after) months -= 1;
  return { months, hasRest: addMonths(from, months) < after };
}

/** Half months of pay: two for each full year, two more from six months on, one for less. */
export function halfMonthsOfPay(from: Day, to: Day): number {
  const { months, hasRest } = serviceMonths(from, to);
  const years = Math.floor(months / 12);
  const rest = months % 12;
  if (rest >= 6) return years * 2 + 2;
  return years * 2 + (rest > 0 || hasRest ? 1 : 0);
}

/** `2年6个月零3天以内` is left to the working: here years, months and whether days remain. */
export function serviceText(from: Day, to: Day): string {
  const { months, hasRest } = serviceMonths(from, to);
  return `${Math.floor(months / 12)}年${months % 12}个月${hasRest ? '余' : ''}`;
}

/** `5` half months -> `2.5` */
export const halvesText = (halves: number): string =>
  halves % 2 === 0 ? String(halves / 2) : (halves / 2).toFixed(1);
