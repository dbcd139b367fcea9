import fc from 'fast-check';
import { addDays, type Day } from '../../src/domain/day.ts';
import { limitation } from '../../src/law/limitation.ts';
import { limitationEventKinds, limitationEvents } from '../../src/law/limitation-events.ts';
import { isUrgentAid } from '../../src/law/urgent-aid.ts';
import { day, isWorkedBySlowCount } from './days.ts';
import { refused } from './refused.ts';

type Event = { kind: string; on: string; until?: string };
const events = (...list: Event[]) => list;
const known = (on: string): Event => ({ kind: 'known', on });

/** 情形 | 请求种类 | 终止日 | 事件 | 最后安全日 */
const ledgers: readonly [string, string, string | undefined, Event[], string | null][] = [
  ['劳动报酬，劳动关系存续，不受限制', 'wages', undefined, events(known('2016-07-01')), null],
  ['劳动报酬，自终止之日起一年', 'overtime', '2019-02-28', events(), '2020-02-28'],
  [
    '产假工资属劳动报酬，自终止之日起一年',
    'maternity-pay',
    '2024-01-15',
    events(known('2021-07-31')),
    '2025-01-15',
  ],
  ['一年期满日在春节假期，顺延', 'wage-arrears', '2024-01-31', events(), '2025-02-05'],
  ['一年期满日是调休上班的周日，不顺延', 'wages', '2024-01-26', events(), '2025-01-26'],
  ['闰日终止，一年期满为次年二月末', 'wages', '2024-02-29', events(), '2025-02-28'],
  [
    '经济补偿，知道之日起一年',
    'economic-compensation',
    '2025-03-10',
    events(known('2025-03-10')),
    '2026-03-10',
  ],
  ['未填知道之日，按终止之日', 'unlawful-dismissal', '2025-03-10', events(), '2026-03-10'],
  ['二倍工资不是劳动报酬', 'double-wage', undefined, events(known('2025-03-10')), '2026-03-10'],
  [
    '申请调解，中断后重新计算',
    'economic-compensation',
    '2025-03-10',
    events({ kind: 'mediation-application', on: '2025-09-01' }),
    '2026-09-01',
  ],
  [
    '最后一日主张，中断',
    'economic-compensation',
    '2025-03-10',
    events({ kind: 'demand', on: '2026-03-10' }),
    '2027-03-10',
  ],
  [
    '届满次日主张，不中断',
    'economic-compensation',
    '2025-03-10',
    events({ kind: 'demand', on: '2026-03-11' }),
    '2026-03-10',
  ],
  [
    '起算以前的主张，不影响',
    'economic-compensation',
    '2025-03-10',
    events(known('2025-03-10'), { kind: 'demand', on: '2025-03-01' }),
    '2026-03-10',
  ],
  [
    '先后两次中断，以后一次为准',
    'economic-compensation',
    '2024-03-11',
    events({ kind: 'demand', on: '2025-02-10' }, { kind: 'complaint', on: '2025-09-15' }),
    '2026-09-15',
  ],
  [
    '不可抗力中止三十日，顺延三十日',
    'economic-compensation',
    '2025-03-10',
    events({ kind: 'suspension', on: '2025-06-01', until: '2025-07-01' }),
    '2026-04-09',
  ],
  [
    '中止重叠，不重复顺延',
    'economic-compensation',
    '2025-03-10',
    events(
      { kind: 'suspension', on: '2025-06-01', until: '2025-07-01' },
      { kind: 'suspension', on: '2025-06-15', until: '2025-07-01' },
    ),
    '2026-04-09',
  ],
  ['2020年以前届满，不作顺延', 'economic-compensation', '2017-05-01', events(), '2018-05-01'],
  [
    '2020年以前起算，其后中断',
    'economic-compensation',
    '2018-05-02',
    events({ kind: 'promise', on: '2019-04-30' }),
    '2020-04-30',
  ],
];

test.each(ledgers)('%s', (_situation, claimKind, endedOn, list, lastSafeDay) => {
  expect(limitation({ claimKind, endedOn, events: list }).lastSafeDay).toBe(lastSafeDay);
});

/** 协商调解规定第31条的八种情形，加调解仲裁法第27条的各种主张 */
test.each(limitationEventKinds.filter((kind) => limitationEvents[kind].effect === 'restarts'))(
  'the year starts anew on: %s',
  (kind) => {
    const { lastSafeDay, interruptions } = limitation({
      claimKind: 'economic-compensation',
      endedOn: '2025-03-10',
      events: [{ kind, on: '2025-11-03', evidence: '快递底单' }],
    });
    expect(lastSafeDay).toBe('2026-11-03');
    expect(interruptions).toEqual([
      expect.objectContaining({ kind, isEffective: true, lastSafeDay: '2026-11-03', evidence: '快递底单' }),
    ]);
  },
);

test('eight kinds come from 协商调解规定 31, eight from the statute', () => {
  const articles = limitationEventKinds
    .filter((kind) => limitationEvents[kind].effect === 'restarts')
    .map((kind) => limitationEvents[kind].article.startsWith('企业劳动争议协商调解规定'));
  expect(articles.filter(Boolean)).toHaveLength(8);
  expect(articles.filter((isOfRules) => !isOfRules)).toHaveLength(8);
});

test.each([
  ['2019年2月离职，12月申请2016年7月以来的加班费，未超过', 'overtime', '2019-02-28', '2019-12-10', true],
  ['最后一日申请，未超过', 'overtime', '2019-02-28', '2020-02-28', true],
  ['次日申请，已超过', 'overtime', '2019-02-28', '2020-02-29', false],
  ['2024年1月终止，六个月内主张2021年7月产假工资，未超过', 'maternity-pay', '2024-01-31', '2024-07-15', true],
] as const)('%s', (_situation, claimKind, endedOn, filedOn, isInTime) => {
  expect(limitation({ claimKind, endedOn, filedOn, events: [] }).isInTime).toBe(isInTime);
});

test('a day in a year whose calendar is not loaded is provisional', () => {
  const inside = limitation({ claimKind: 'wages', endedOn: '2025-12-31', events: [] });
  const outside = limitation({ claimKind: 'wages', endedOn: '2026-01-01', events: [] });
  expect([inside.lastSafeDay, inside.provisional]).toEqual(['2026-12-31', false]);
  expect([outside.lastSafeDay, outside.provisional]).toEqual(['2027-01-01', true]);
});

test('without any start nothing is guessed', () => {
  expect(refused(() => limitation({ claimKind: 'severance', events: [] })).code).toBe('claim/wrong-field');
  expect(refused(() => limitation({ claimKind: 'double-wage', events: [] })).code).toBe(
    'law/limitation-no-start',
  );
  expect(
    refused(() =>
      limitation({
        claimKind: 'wages',
        endedOn: '2025-01-02',
        events: [{ kind: 'suspension', on: '2025-03-03' }],
      }),
    ).code,
  ).toBe('claim/missing-field');
});

test('the ledger explains itself', () => {
  expect(
    limitation({
      claimKind: 'wages',
      endedOn: '2024-01-31',
      events: [{ kind: 'complaint', on: '2024-06-03' }],
    }).explanation,
  ).toEqual([
    '起算：劳动报酬争议自劳动关系终止之日2024-01-31起算一年（劳动争议调解仲裁法第27条第4款）。',
    '一年的对应日为2025-01-31（周五），最后安全日2025-02-05。',
    '2024-06-03向有关部门投诉：时效中断，自该日起重新计算一年，最后安全日2025-06-03。',
    '最后安全日：2025-06-03。当日前（含当日）申请仲裁，或者以能留下证据的方式主张权利。',
  ]);
});

test('an act in time never brings the last safe day forward, and the day is a worked one', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1500 }),
      fc.array(fc.integer({ min: 0, max: 700 }), { maxLength: 6 }),
      (start, after) => {
        const endedOn = addDays(day('2020-01-01'), start);
        const list = after.map((days) => ({ kind: 'demand', on: addDays(endedOn, days) }));
        const without = limitation({ claimKind: 'economic-compensation', endedOn, events: [] })
          .lastSafeDay as Day;
        const result = limitation({ claimKind: 'economic-compensation', endedOn, events: list });
        expect(result.lastSafeDay! >= without).toBe(true);
        expect(isWorkedBySlowCount(result.lastSafeDay as Day)).toBe(true);
      },
    ),
  );
});

test.each([
  ['2026-11-17', '2026-11-10', false],
  ['2026-11-17', '2026-11-11', true],
  ['2026-11-17', '2026-11-17', true],
  ['2026-11-17', '2026-11-18', false],
])('limitation ends %s, aid asked for %s: urgent %s', (lastDay, on, isUrgent) => {
  expect(isUrgentAid(day(lastDay), day(on))).toBe(isUrgent);
});
