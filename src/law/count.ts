/** Counting periods: 民法典 200-204, 民事诉讼法 85. All days are day numbers; the caller turns them into text. */

import type { DayType } from '../domain/clock.ts';
import { addMonths, type Day, dayFromNumber, dayNumber } from '../domain/day.ts';
import { Refusal } from '../domain/refusal.ts';
import { type Calendar, isWorkingDay } from './calendar/calendar.ts';

/** Days left out of a count, both ends included; sorted and apart from each other. */
export type Gap = { from: number; to: number };

export type Span = { length: number; dayType: DayType; isRolled: boolean; gaps: readonly Gap[] };

export type Count = {
  /** The last day before any roll. */
  end: number;
  due: number;
  provisional: boolean;
};

const inGap = (gaps: readonly Gap[], day: number): boolean =>
  gaps.some((gap) => gap.from <= day && day <= gap.to);

/** Refuses `calendar/unknown-year` for a day before the first loaded year: it was never provisional. */
function mustBeLoaded(calendar: Calendar, day: number): void {
  if (day >= calendar.first) return;
  throw new Refusal('calendar/unknown-year', {
    year: dayFromNumber(day).slice(0, 4),
    first: dayFromNumber(calendar.first).slice(0, 4),
    last: dayFromNumber(calendar.last).slice(0, 4),
  });
}

/** The last day of `span` after `from`, whose own day is not counted. */
export function countForward(calendar: Calendar, from: number, span: Span): Count {
  if (span.dayType === 'working') return countWorking(calendar, from, span);
  let end = from + span.length;
  if (span.dayType !== 'natural') {
    const months = span.dayType === 'year' ? span.length * 12 : span.length;
    end = dayNumber(addMonths(dayFromNumber(from), months));
  }
  for (const gap of span.gaps) {
    const first = Math.max(gap.from, from + 1);
    if (first <= end && gap.to >= first) end += gap.to - first + 1;
  }
  if (!span.isRolled) return { end, due: end, provisional: false };
  const due = rollForward(calendar, end);
  return { end, due, provisional: due > calendar.last };
}

function countWorking(calendar: Calendar, from: number, span: Span): Count {
  let day = from;
  for (let left = span.length; left > 0; ) {
    day += 1;
    if (isWorkingDay(calendar, day) && !inGap(span.gaps, day)) left -= 1;
  }
  mustBeLoaded(calendar, from + 1);
  return { end: day, due: day, provisional: day > calendar.last };
}

/** `day` itself where it is worked, else the next day that is (民法典 203). */
export function rollForward(calendar: Calendar, day: number): number {
  mustBeLoaded(calendar, day);
  let due = day;
  while (!isWorkingDay(calendar, due)) due += 1;
  return due;
}

/** The latest day that is still `span` before `to`, whose own day is not counted; it never rolls. */
export function countBackward(calendar: Calendar, to: number, span: Span): Count {
  let day = to;
  if (span.dayType === 'working') {
    for (let left = span.length; left > 0; ) {
      day -= 1;
      if (isWorkingDay(calendar, day)) left -= 1;
    }
    mustBeLoaded(calendar, day);
  } else if (span.dayType === 'natural') day -= span.length;
  else {
    const months = span.dayType === 'year' ? span.length * 12 : span.length;
    day = dayNumber(addMonths(dayFromNumber(to) as Day, -months));
  }
  return { end: day, due: day, provisional: span.dayType === 'working' && to - 1 > calendar.last };
}
