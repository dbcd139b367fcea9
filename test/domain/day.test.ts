import fc from 'fast-check';
import {
  addDays,
  addMonths,
  dateOf,
  dayAt,
  dayFromNumber,
  dayNumber,
  daysBetween,
  daysInMonth,
  instantOf,
  isDay,
  monthOf,
  parseDay,
  weekdayOf,
  yearOf,
} from '../../src/domain/day.ts';
import { refused } from '../law/refused.ts';
import { day } from './tables.ts';

/** 1900 to 2199. */
const anyDay = fc.integer({ min: -25_567, max: 84_005 }).map(dayFromNumber);
const months = fc.integer({ min: -2400, max: 2400 });
const days = fc.integer({ min: -20_000, max: 20_000 });

test.each([
  ['2026-02-29', 'a day that is not in the calendar'],
  ['2026-02-30', 'a day no year has'],
  ['2026-13-01', 'a thirteenth month'],
  ['2026-00-10', 'month nought'],
  ['2026-1-5', 'figures left out'],
  ['2026/01/05', 'strokes for dashes'],
  ['2026-01-05T00:00', 'an hour'],
  [' 2026-01-05', 'a blank before it'],
  ['0026-01-05', 'a year of antiquity'],
  ['２０２６-01-05', 'wide figures'],
  ['', 'nothing'],
])('%j is no day: %s', (text) => {
  expect(isDay(text)).toBe(false);
  expect(refused(() => parseDay(text, '收到日'))).toMatchObject({
    code: 'day/invalid',
    facts: { field: '收到日' },
  });
});

test('the refusal of a day quotes at most forty characters', () => {
  expect(refused(() => parseDay('9'.repeat(500))).facts.text).toHaveLength(40);
});

test.each([
  ['2026-01-31', 1, '2026-02-28', 'a month without that day ends on its last'],
  ['2028-01-31', 1, '2028-02-29', 'in a leap year on the 29th'],
  ['2026-03-31', -1, '2026-02-28', 'backwards alike'],
  ['2026-11-30', 3, '2027-02-28', 'over New Year'],
  ['2024-02-29', 12, '2025-02-28', 'a leap day a year on'],
  ['2025-12-31', 12, '2026-12-31', 'a year to the day'],
])('%s and %i months is %s: %s', (from, count, to) => {
  expect(addMonths(day(from), count)).toBe(to);
});

test.each([
  ['2026-03-01', 0],
  ['2026-03-02', 1],
  ['1969-12-28', 0],
  ['1970-01-01', 4],
])('%s is weekday %i', (on, weekday) => {
  expect(weekdayOf(day(on))).toBe(weekday);
});

test('a day begins at midnight in China', () => {
  const midnight = Date.UTC(2026, 2, 1, 16);
  expect(dayAt(midnight - 1)).toBe('2026-03-01');
  expect(dayAt(midnight)).toBe('2026-03-02');
  expect(instantOf(day('2026-03-02'))).toBe(midnight);
  expect(instantOf(day('2026-03-02'), 8)).toBe(Date.UTC(2026, 2, 2));
});

test('days and their numbers tell the same', () => {
  fc.assert(
    fc.property(anyDay, days, (on, count) => {
      expect(isDay(on)).toBe(true);
      expect(dayFromNumber(dayNumber(on))).toBe(on);
      expect(daysBetween(on, addDays(on, count))).toBe(count);
      expect(addDays(addDays(on, count), -count)).toBe(on);
      expect(dayAt(instantOf(on, 23))).toBe(on);
      expect(weekdayOf(addDays(on, 7))).toBe(weekdayOf(on));
    }),
  );
});

test('days sort as the texts they are', () => {
  fc.assert(fc.property(anyDay, anyDay, (a, b) => expect(a < b).toBe(dayNumber(a) < dayNumber(b))));
});

test('so many months later is the same date, or the last of a shorter month', () => {
  fc.assert(
    fc.property(anyDay, months, (from, count) => {
      const to = addMonths(from, count);
      expect(isDay(to)).toBe(true);
      expect(yearOf(to) * 12 + monthOf(to) - (yearOf(from) * 12 + monthOf(from))).toBe(count);
      expect(dateOf(to)).toBe(Math.min(dateOf(from), daysInMonth(yearOf(to), monthOf(to))));
    }),
  );
});

test('a later start never ends earlier, and two steps never go past one', () => {
  fc.assert(
    fc.property(anyDay, anyDay, fc.nat(120), fc.nat(120), (a, b, one, two) => {
      const [early, late] = a < b ? [a, b] : [b, a];
      expect(addMonths(early, one) <= addMonths(late, one)).toBe(true);
      expect(addMonths(addMonths(a, one), two) <= addMonths(a, one + two)).toBe(true);
    }),
  );
});
