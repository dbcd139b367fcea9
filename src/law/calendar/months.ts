/** What a year looks like by month, for whoever checks a calendar against the notice. */
import { type Day, dayFromNumber, dayNumber, daysInMonth } from '../../domain/day.ts';
import { type Calendar, isWeekend, isWorkingDay } from './calendar.ts';

export type Month = {
  /** 1 to 12. */
  month: number;
  workingDays: number;
  /** Days off that the week alone does not give. */
  off: Day[];
  /** Saturdays and Sundays that are worked. */
  work: Day[];
};

export function monthsOf(calendar: Calendar, year: number): Month[] {
  return Array.from({ length: 12 }, (_, index) => {
    const month = index + 1;
    const first = dayNumber(`${year}-${String(month).padStart(2, '0')}-01` as Day);
    const days = Array.from({ length: daysInMonth(year, month) }, (__, at) => first + at);
    const worked = days.filter((day) => isWorkingDay(calendar, day));
    return {
      month,
      workingDays: worked.length,
      off: days.filter((day) => !isWeekend(day) && !worked.includes(day)).map(dayFromNumber),
      work: worked.filter(isWeekend).map(dayFromNumber),
    };
  });
}

/** From 1 December on the next year's calendar is missed: the notice comes out in November as a rule. */
export function isCalendarMissed(lastYear: number, today: Day): boolean {
  return lastYear < Number(today.slice(0, 4)) + (today.slice(5) >= CALENDAR_DUE ? 1 : 0);
}

const CALENDAR_DUE = '12-01';
