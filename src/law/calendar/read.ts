/** A year's calendar supplied as data: read, checked against itself, added to a pack. */
import { addDays, type Day, dayNumber, isDay } from '../../domain/day.ts';
import { Refusal } from '../../domain/refusal.ts';
import { type RulePack, sealPack } from '../pack.ts';
import { type Holiday, isWeekend, type YearCalendar } from './calendar.ts';

function wrong(field: string, expected: string): never {
  throw new Refusal('calendar/invalid', { field, expected });
}

function record(value: unknown, field: string, keys: readonly string[]): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) wrong(field, '一个对象');
  const extra = Object.keys(value).find((key) => !keys.includes(key));
  if (extra !== undefined) wrong(`${field}.${extra}`, `没有这个字段，可用：${keys.join('、')}`);
  return value as Record<string, unknown>;
}

function list(value: unknown, field: string): readonly unknown[] {
  return Array.isArray(value) ? value : wrong(field, '一个列表');
}

function words(value: unknown, field: string): string {
  return typeof value === 'string' && value.trim() !== '' ? value : wrong(field, '不为空的文字');
}

function optional(top: Record<string, unknown>, field: 'title' | 'url' | 'reason'): Record<string, string> {
  const given = top[field];
  if (given === undefined) return {};
  const written = words(given, field);
  if (field === 'url' && !/^https?:\/\/\S+$/.test(written))
    wrong('url', '通知的网址，以 http:// 或者 https:// 开头');
  return { [field]: written };
}

function civilDay(value: unknown, field: string): Day {
  return typeof value === 'string' && isDay(value) ? value : wrong(field, '真实存在的日期，写作 2027-01-01');
}

/**
 * Reads `{year, notice, issuedOn, title?, url?, reason?, holidays: [{name, off: [from, to], work, statutory}]}`. Refuses
 * `calendar/invalid` naming the field.
 */
export function readCalendar(json: unknown): YearCalendar {
  const top = record(json, 'calendar', ['year', 'notice', 'issuedOn', 'title', 'url', 'reason', 'holidays']);
  const year = top.year;
  if (typeof year !== 'number' || !Number.isInteger(year) || year < 2000 || year > 2199) {
    wrong('year', '四位整数年份');
  }
  const holidays = list(top.holidays, 'holidays').map((each, index) =>
    readHoliday(each, `holidays[${index}]`, year),
  );
  if (holidays.length === 0) wrong('holidays', '至少一个假期');
  const off = new Set<string>();
  for (const { name, off: span } of holidays) {
    for (let day = span[0] as Day; day <= span[1]; day = addDays(day, 1)) {
      if (off.has(day)) wrong(`holidays（${name}）`, `${day}只能属于一个假期`);
      off.add(day);
    }
  }
  const worked = new Set<string>();
  for (const { name, work, statutory } of holidays) {
    for (const day of work) {
      if (off.has(day) || worked.has(day))
        wrong(`holidays（${name}）.work`, `${day}不能既放假又上班，也不能写两次`);
      worked.add(day);
    }
    const outside = statutory.find((day) => !off.has(day));
    if (outside !== undefined) wrong(`holidays（${name}）.statutory`, `法定休假日${outside}应在放假日内`);
  }
  return {
    year,
    notice: words(top.notice, 'notice'),
    issuedOn: civilDay(top.issuedOn, 'issuedOn'),
    ...optional(top, 'title'),
    ...optional(top, 'url'),
    ...optional(top, 'reason'),
    holidays,
  };
}

function readHoliday(value: unknown, field: string, year: number): Holiday {
  const holiday = record(value, field, ['name', 'off', 'work', 'statutory']);
  const inYear = (each: unknown, where: string): Day => {
    const day = civilDay(each, where);
    return day >= `${year - 1}-12-01` && day <= `${year}-12-31`
      ? day
      : wrong(where, `${year}年内（或上年12月）的日期`);
  };
  const span = list(holiday.off, `${field}.off`);
  if (span.length !== 2) wrong(`${field}.off`, '两个日期：放假首日、末日');
  const from = inYear(span[0], `${field}.off[0]`);
  const to = inYear(span[1], `${field}.off[1]`);
  if (to < from) wrong(`${field}.off`, '首日不晚于末日');
  const work = list(holiday.work, `${field}.work`).map((day, at) => inYear(day, `${field}.work[${at}]`));
  const weekdayAt = work.findIndex((day) => !isWeekend(dayNumber(day)));
  if (weekdayAt >= 0) wrong(`${field}.work[${weekdayAt}]`, '调休上班日应为周六或周日');
  const statutory = list(holiday.statutory, `${field}.statutory`).map((day, at) =>
    inYear(day, `${field}.statutory[${at}]`),
  );
  return { name: words(holiday.name, `${field}.name`), off: [from, to], work, statutory };
}

/**
 * A new pack with one more year, or with a loaded year as a later notice has it. Refuses `calendar/not-next-year`: years stay
 * consecutive; `calendar/already-loaded` where no reason is given for another calendar of a loaded year.
 */
export function withCalendar(pack: RulePack, calendar: YearCalendar, id: string, name: string): RulePack {
  const loaded = pack.calendars.find(({ year }) => year === calendar.year);
  if (loaded !== undefined) {
    if (calendar.reason === undefined)
      throw new Refusal('calendar/already-loaded', { year: calendar.year, notice: loaded.notice });
    const calendars = pack.calendars.map((each) => (each === loaded ? calendar : each));
    return sealPack({ ...pack, id, name, calendars });
  }
  const expected = (pack.calendars.at(-1)?.year ?? calendar.year - 1) + 1;
  if (calendar.year !== expected) {
    throw new Refusal('calendar/not-next-year', { year: calendar.year, expected });
  }
  return sealPack({ ...pack, id, name, calendars: [...pack.calendars, calendar] });
}
