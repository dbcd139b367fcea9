/** A second, slow way to count, written apart from the room's own, and a few shorthands for days. */
import { addDays, type Day, parseDay, weekdayOf } from '../../src/domain/day.ts';
import { years } from '../../src/law/calendar/years.ts';

export const day = (text: string): Day => parseDay(text);

export function isWorkedBySlowCount(at: Day): boolean {
  for (const { holidays } of years) {
    for (const { off, work } of holidays) {
      if (off[0] <= at && at <= off[1]) return false;
      if ((work as readonly string[]).includes(at)) return true;
    }
  }
  const weekday = weekdayOf(at);
  return weekday !== 0 && weekday !== 6;
}

export function slowWorkingDays(from: Day, count: number): Day {
  let at = from;
  let counted = 0;
  while (counted < count) {
    at = addDays(at, 1);
    if (isWorkedBySlowCount(at)) counted += 1;
  }
  return at;
}

export function slowNaturalDays(from: Day, count: number): Day {
  let at = from;
  for (let each = 0; each < count; each++) at = addDays(at, 1);
  while (!isWorkedBySlowCount(at)) at = addDays(at, 1);
  return at;
}
