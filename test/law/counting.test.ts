import fc from 'fast-check';
import { addDays, addMonths, dayFromNumber, dayNumber, daysBetween } from '../../src/domain/day.ts';
import { countBackward, countForward, type Span } from '../../src/law/count.ts';
import { calendarOf } from '../../src/law/pack.ts';
import { currentPack } from '../../src/law/packs.ts';
import { day, isWorkedBySlowCount, slowNaturalDays, slowWorkingDays } from './days.ts';

const calendar = calendarOf(currentPack);
const firstDay = dayNumber(day('2020-01-01'));
const lastDay = dayNumber(day('2026-12-31'));
const loadedDay = fc.integer({ min: firstDay, max: lastDay });
const length = fc.integer({ min: 1, max: 120 });
const span = (count: number, dayType: Span['dayType']): Span => ({
  length: count,
  dayType,
  isRolled: true,
  gaps: [],
});
const due = (from: number, count: number, dayType: Span['dayType']) =>
  countForward(calendar, from, span(count, dayType)).due;

test('working days agree with a slow count, day by day', () => {
  fc.assert(
    fc.property(loadedDay, length, (from, count) => {
      expect(dayFromNumber(due(from, count, 'working'))).toBe(slowWorkingDays(dayFromNumber(from), count));
    }),
    { numRuns: 500 },
  );
});

test('natural days agree with a slow count and roll', () => {
  fc.assert(
    fc.property(loadedDay, length, (from, count) => {
      expect(dayFromNumber(due(from, count, 'natural'))).toBe(slowNaturalDays(dayFromNumber(from), count));
    }),
    { numRuns: 500 },
  );
});

test('every day of the loaded years, with the lengths the law uses', () => {
  for (let from = firstDay; from <= lastDay; from++) {
    const at = dayFromNumber(from);
    for (const count of [3, 5, 10, 15]) {
      if (dayFromNumber(due(from, count, 'working')) !== slowWorkingDays(at, count)) throw new Error(at);
      if (dayFromNumber(due(from, count, 'natural')) !== slowNaturalDays(at, count)) throw new Error(at);
    }
  }
});

test('a last day is always a worked day, and never before the unrolled one', () => {
  fc.assert(
    fc.property(
      loadedDay,
      length,
      fc.constantFrom('natural', 'working', 'month', 'year'),
      (from, count, type) => {
        const counted = countForward(calendar, from, span(Math.min(count, 24), type));
        expect(isWorkedBySlowCount(dayFromNumber(counted.due))).toBe(true);
        expect(counted.due).toBeGreaterThanOrEqual(counted.end);
      },
    ),
  );
});

test('a later start never gives an earlier last day, a longer period neither', () => {
  fc.assert(
    fc.property(
      loadedDay,
      fc.integer({ min: 0, max: 40 }),
      length,
      fc.constantFrom('natural', 'working'),
      (from, later, count, type) => {
        expect(due(from + later, count, type)).toBeGreaterThanOrEqual(due(from, count, type));
        expect(due(from, count + later, type)).toBeGreaterThanOrEqual(due(from, count, type));
      },
    ),
  );
});

test('months end on the corresponding day or the month’s last', () => {
  fc.assert(
    fc.property(loadedDay, fc.integer({ min: 1, max: 36 }), (from, months) => {
      const { end } = countForward(calendar, from, span(months, 'month'));
      expect(dayFromNumber(end)).toBe(addMonths(dayFromNumber(from), months));
    }),
  );
});

test('counting back leaves exactly so many working days from the day found to the event', () => {
  fc.assert(
    fc.property(
      loadedDay.filter((at) => at > firstDay + 60),
      fc.integer({ min: 1, max: 30 }),
      (to, count) => {
        const { due: latest } = countBackward(calendar, to, span(count, 'working'));
        let worked = 0;
        for (let at = latest; at < to; at++) if (isWorkedBySlowCount(dayFromNumber(at))) worked += 1;
        expect(worked).toBe(count);
      },
    ),
  );
});

test('days left out move the end by as many days as fall within the period', () => {
  fc.assert(
    fc.property(
      loadedDay,
      length,
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 0, max: 60 }),
      (from, count, after, size) => {
        const gap = { from: from + after, to: from + after + size };
        const { end } = countForward(calendar, from, { ...span(count, 'natural'), gaps: [gap] });
        const moved = after <= count ? size + 1 : 0;
        expect(end).toBe(from + count + moved);
      },
    ),
  );
});

test('provisional exactly where a day past the last loaded one is touched', () => {
  const last = day('2026-12-31');
  for (let back = 0; back < 60; back++) {
    const from = addDays(last, -back);
    const counted = countForward(calendar, dayNumber(from), span(15, 'natural'));
    expect(counted.provisional).toBe(daysBetween(last, dayFromNumber(counted.due)) > 0);
  }
});
