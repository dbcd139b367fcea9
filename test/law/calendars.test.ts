import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { addDays, type Day } from '../../src/domain/day.ts';
import { readCalendar, withCalendar } from '../../src/law/calendar/read.ts';
import { years } from '../../src/law/calendar/years.ts';
import { deadline } from '../../src/law/deadline.ts';
import { currentPack } from '../../src/law/packs.ts';
import { day } from './days.ts';
import { refused } from './refused.ts';

type Library = { holidays: Record<string, string>; workdays: Record<string, string> };

/** The kept library's own table; where it and a notice differ, the notice wins. At present they agree on every day. */
const library = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve('chinese-days/dist/chinese-days.json'), 'utf8'),
) as Library;

function daysOff(year: (typeof years)[number]): string[] {
  const found: string[] = [];
  for (const { off } of year.holidays) {
    for (let at = off[0] as Day; at <= off[1]; at = addDays(at, 1)) found.push(at);
  }
  return found;
}

test('the notices agree with chinese-days on every day off and every make-up day', () => {
  const loaded = (at: string) => at >= '2020-01-01' && at <= '2026-12-31';
  expect(years.flatMap(daysOff).sort()).toEqual(Object.keys(library.holidays).filter(loaded).sort());
  expect(years.flatMap(({ holidays }) => holidays.flatMap(({ work }) => [...work])).sort()).toEqual(
    Object.keys(library.workdays).filter(loaded).sort(),
  );
});

test('2026 is as 国办发明电〔2025〕7号 has it', () => {
  const year = years.find((each) => each.year === 2026);
  expect(year?.notice).toBe('国办发明电〔2025〕7号');
  expect(year?.holidays.map(({ off }) => off.join('至'))).toEqual([
    '2026-01-01至2026-01-03',
    '2026-02-15至2026-02-23',
    '2026-04-04至2026-04-06',
    '2026-05-01至2026-05-05',
    '2026-06-19至2026-06-21',
    '2026-09-25至2026-09-27',
    '2026-10-01至2026-10-07',
  ]);
  expect(year?.holidays.flatMap(({ work }) => [...work]).sort()).toEqual([
    '2026-01-04',
    '2026-02-14',
    '2026-02-28',
    '2026-05-09',
    '2026-09-20',
    '2026-10-10',
  ]);
});

test.each(years.map((year) => [year.year, year] as const))(
  '%i has its statutory days: 11 until 2024, 13 since',
  (number, year) => {
    expect(year.holidays.flatMap(({ statutory }) => [...statutory])).toHaveLength(number >= 2025 ? 13 : 11);
  },
);

test('every year is read as data would be, and cites its notice', () => {
  for (const year of years) {
    expect(readCalendar(JSON.parse(JSON.stringify(year)))).toEqual(year);
    expect(year.notice).toMatch(/国办发明电〔\d{4}〕\d+号/);
  }
});

const invented2027 = {
  year: 2027,
  notice: '（测试用，虚构）',
  issuedOn: '2026-11-20',
  holidays: [
    { name: '元旦', off: ['2027-01-01', '2027-01-03'], work: [], statutory: ['2027-01-01'] },
    { name: '春节', off: ['2027-02-05', '2027-02-12'], work: ['2027-01-30'], statutory: ['2027-02-06'] },
  ],
};

test('a loaded calendar gives a new pack, in which a provisional clock becomes firm', () => {
  const pack = withCalendar(
    currentPack,
    readCalendar(invented2027),
    'nanyang-2027.1',
    '南阳市规则包2027年第1版',
  );
  expect(deadline('mediation.direct', day('2026-12-17'), pack)).toMatchObject({
    dueOn: '2027-01-04',
    provisional: false,
  });
  expect(deadline('mediation.direct', day('2026-12-17'))).toMatchObject({ provisional: true });
  expect(currentPack.calendars.at(-1)?.year).toBe(2026);
});

test('years stay consecutive', () => {
  const far = readCalendar(JSON.parse(JSON.stringify(invented2027).replaceAll('2027', '2028')));
  expect(refused(() => withCalendar(currentPack, far, 'x', 'x')).code).toBe('calendar/not-next-year');
});

type Draft = typeof invented2027;
test.each<[string, (draft: Draft) => unknown, string]>([
  ['年份不是整数', (draft) => ({ ...draft, year: '2027' }), 'year'],
  ['没有文号', (draft) => ({ ...draft, notice: '' }), 'notice'],
  ['不存在的日期', (draft) => ({ ...draft, issuedOn: '2026-02-30' }), 'issuedOn'],
  ['没有假期', (draft) => ({ ...draft, holidays: [] }), 'holidays'],
  ['多余的字段', (draft) => ({ ...draft, note: 'x' }), 'calendar.note'],
  ['首日晚于末日', (draft) => change(draft, { off: ['2027-01-03', '2027-01-01'] }), 'holidays[0].off'],
  ['别的年份', (draft) => change(draft, { off: ['2027-12-31', '2028-01-01'] }), 'holidays[0].off[1]'],
  ['调休上班日是周三', (draft) => change(draft, { work: ['2027-01-06'] }), 'holidays[0].work[0]'],
  ['既放假又上班', (draft) => change(draft, { work: ['2027-01-02'] }), 'holidays（元旦）.work'],
  [
    '法定休假日在放假日外',
    (draft) => change(draft, { statutory: ['2027-01-05'] }),
    'holidays（元旦）.statutory',
  ],
  [
    '两个假期重叠',
    (draft) => change(draft, { off: ['2027-02-01', '2027-02-06'], statutory: [] }),
    'holidays（春节）',
  ],
])('a calendar with a fault is refused by its field: %s', (_fault, spoil, field) => {
  expect(refused(() => readCalendar(spoil(structuredClone(invented2027))))).toMatchObject({
    code: 'calendar/invalid',
    facts: { field },
  });
});

function change(draft: Draft, part: Record<string, unknown>): unknown {
  return { ...draft, holidays: [{ ...draft.holidays[0], ...part }, draft.holidays[1]] };
}
