/** Civil days (Asia/Shanghai): a `Day` is a calendar date without an hour; an instant is a `Date`. */
import { Refusal } from './refusal.ts';

/** `YYYY-MM-DD`, a date that exists; sorts as a string. */
export type Day = string & { readonly __brand: 'Day' };

const MS_A_DAY = 86_400_000;
/** China keeps one zone, without summer time since 1991. */
const SHANGHAI_AHEAD_MS = 8 * 3_600_000;

/** Days since 1970-01-01. */
export function dayNumber(day: Day): number {
  return Date.UTC(yearOf(day), monthOf(day) - 1, dateOf(day)) / MS_A_DAY;
}

export function dayFromNumber(number: number): Day {
  return new Date(number * MS_A_DAY).toISOString().slice(0, 10) as Day;
}

export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5, 7)) - 1, Number(text.slice(8, 10)));
  return Number.isFinite(at) && new Date(at).toISOString().slice(0, 10) === text;
}

/** Reads a `YYYY-MM-DD`. Refuses `day/invalid` for anything else, 30 February included. */
export function parseDay(text: string, field = ''): Day {
  if (!isDay(text)) throw new Refusal('day/invalid', { text: text.slice(0, 40), field });
  return text;
}

export const yearOf = (day: Day): number => Number(day.slice(0, 4));
/** 1 to 12. */
export const monthOf = (day: Day): number => Number(day.slice(5, 7));
/** 1 to 31. */
export const dateOf = (day: Day): number => Number(day.slice(8, 10));

/** 0 Sunday to 6 Saturday. */
export function weekdayOf(day: Day): number {
  return (((dayNumber(day) + 4) % 7) + 7) % 7;
}

export function addDays(day: Day, days: number): Day {
  return dayFromNumber(dayNumber(day) + days);
}

/** The corresponding day `months` later, or that month's last day where it has none (民法典 202). */
export function addMonths(day: Day, months: number): Day {
  const index = yearOf(day) * 12 + monthOf(day) - 1 + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  const date = Math.min(dateOf(day), daysInMonth(year, month));
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}` as Day;
}

/** `month` 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Days from `from` to `to`: 0 for the same day, negative where `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** The civil day in China at an instant. */
export function dayAt(instantMs: number): Day {
  return new Date(instantMs + SHANGHAI_AHEAD_MS).toISOString().slice(0, 10) as Day;
}

/** The instant (ms) at which `day` shows `hour` o'clock in China. */
export function instantOf(day: Day, hour = 0): number {
  return dayNumber(day) * MS_A_DAY + hour * 3_600_000 - SHANGHAI_AHEAD_MS;
}

/** As the clock on the wall in China says it: `2026-11-28 10:30:05`. */
export function wallClock(instantMs: number): string {
  return new Date(instantMs + SHANGHAI_AHEAD_MS).toISOString().slice(0, 19).replace('T', ' ');
}
