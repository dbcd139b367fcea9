import type { Day } from '../../src/domain/day.ts';
import { spanOf } from '../../src/domain/due.ts';

const day = (text: string) => text as Day;

test.each([
  ['on a Monday the week has seven days', '2026-11-23', '2026-11-29'],
  ['on a Saturday there is a day left', '2026-11-28', '2026-11-29'],
  ['a Sunday is the last of its week', '2026-11-29', '2026-11-29'],
  ['over the end of a year', '2026-12-30', '2027-01-03'],
])('%s', (_what, today, until) => {
  expect(spanOf('week', day(today))).toEqual({ from: today, until });
});

test('what is late was due before today, and what is due today is not late', () => {
  expect(spanOf('overdue', day('2026-03-01'))).toEqual({ from: null, until: '2026-02-28' });
  expect(spanOf('today', day('2026-03-01'))).toEqual({ from: '2026-03-01', until: '2026-03-01' });
});
