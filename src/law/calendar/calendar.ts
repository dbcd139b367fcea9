/** Which days are worked: weekends, announced days off, make-up working days (调休). */
import { type Day, dayNumber } from '../../domain/day.ts';

/** Days as `YYYY-MM-DD`. `off` is one span, both ends included; it may begin in the December before. */
export type Holiday = {
  name: string;
  off: readonly [from: string, to: string];
  work: readonly string[];
  /** Statutory holidays in the narrow sense: work on them is paid threefold (劳动法 44). */
  statutory: readonly string[];
};

export type YearCalendar = {
  year: number;
  /** Number of the State Council's notice. */
  notice: string;
  issuedOn: string;
  /** Where the notice stands, where whoever loaded it says so. */
  title?: string;
  url?: string;
  /** Why it takes the place of one that was loaded before. */
  reason?: string;
  holidays: readonly Holiday[];
};

/** Look-ups over the loaded years; days are day numbers (days since 1970-01-01). */
export type Calendar = {
  /** 1 January of the first loaded year. */
  first: number;
  /** 31 December of the last loaded year. */
  last: number;
  /** What a notice says of a day: `off` or `work`; nothing for a day it leaves as the week has it. */
  set: ReadonlyMap<number, { is: 'off' | 'work'; holiday: string; notice: string }>;
  statutory: ReadonlySet<number>;
};

/** `loaded` is consecutive years, oldest first. */
export function compileCalendar(loaded: readonly YearCalendar[]): Calendar {
  const set = new Map<number, { is: 'off' | 'work'; holiday: string; notice: string }>();
  const statutory = new Set<number>();
  for (const { notice, holidays } of loaded) {
    for (const { name: holiday, off, work, statutory: paid } of holidays) {
      const end = dayNumber(off[1] as Day);
      for (let day = dayNumber(off[0] as Day); day <= end; day++)
        set.set(day, { is: 'off', holiday, notice });
      for (const day of work) set.set(dayNumber(day as Day), { is: 'work', holiday, notice });
      for (const day of paid) statutory.add(dayNumber(day as Day));
    }
  }
  const firstYear = loaded[0]?.year ?? 1970;
  const lastYear = loaded.at(-1)?.year ?? 1969;
  return {
    first: dayNumber(`${firstYear}-01-01` as Day),
    last: dayNumber(`${lastYear}-12-31` as Day),
    set,
    statutory,
  };
}

/** 0 Sunday to 6 Saturday. */
const weekday = (day: number): number => (((day + 4) % 7) + 7) % 7;
export const isWeekend = (day: number): boolean => weekday(day) === 0 || weekday(day) === 6;

/** Outside the loaded years only weekends are known to be off. */
export function isWorkingDay(calendar: Calendar, day: number): boolean {
  const set = calendar.set.get(day);
  return set === undefined ? !isWeekend(day) : set.is === 'work';
}

const weekNames = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;

export const weekdayName = (day: number): string => weekNames[weekday(day)] ?? '';

/** Why a day is off, e.g. `国庆节假期`, `周六`. */
export function whyOff(calendar: Calendar, day: number): string {
  const set = calendar.set.get(day);
  return set?.is === 'off' ? `${set.holiday}假期` : weekdayName(day);
}
