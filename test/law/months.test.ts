import * as chineseDays from 'chinese-days';
import type { Day } from '../../src/domain/day.ts';
import { isCalendarMissed, monthsOf } from '../../src/law/calendar/months.ts';
import { calendarOf } from '../../src/law/pack.ts';
import { currentPack } from '../../src/law/packs.ts';

test.each([2024, 2025, 2026])(
  'the working days of each month of %i are those another source counts',
  (year) => {
    for (const { month, workingDays } of monthsOf(calendarOf(currentPack), year)) {
      const name = `${year}-${String(month).padStart(2, '0')}`;
      const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
      const days = Array.from({ length: last }, (_, at) => `${name}-${String(at + 1).padStart(2, '0')}`);
      expect([name, workingDays]).toEqual([name, days.filter((day) => chineseDays.isWorkday(day)).length]);
    }
  },
);

test.each([
  [2026, '2026-11-30', false],
  [2026, '2026-12-01', true],
  [2027, '2026-12-01', false],
  [2026, '2027-01-01', true],
  [2027, '2027-11-30', false],
])('with %i loaded last, on %s the next calendar is missed: %s', (lastYear, today, isMissed) => {
  expect(isCalendarMissed(lastYear, today as Day)).toBe(isMissed);
});
