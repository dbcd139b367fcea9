/** Aid first, papers after: fewer than seven days are left (法律援助法 44). */
import { type Day, daysBetween } from '../domain/day.ts';

const URGENT_BELOW_DAYS = 7;

/** Whether aid applied for `on` must be given at once, before a limitation or period that ends on `lastDay`. */
export function isUrgentAid(lastDay: Day, on: Day): boolean {
  const left = daysBetween(on, lastDay);
  return left >= 0 && left < URGENT_BELOW_DAYS;
}
