/** Figures as they are counted: edges of a period, what stands in a rate and what does not, units that are never mixed. */
import type { Day } from '../../src/domain/day.ts';
import { courseOf, type Milestone } from '../../src/domain/figure/course.ts';
import {
  casesOf,
  type FigureCase,
  type FigureCode,
  figureCodes,
  figures,
  type Period,
  reckon,
  tallyOf,
} from '../../src/domain/figure/figures.ts';
import { slicesBy } from '../../src/domain/figure/slices.ts';
import type { Fen } from '../../src/domain/money.ts';
import { figureLimits, figureWords, sayAgeing, sayMonth } from '../../templates/zh-CN/figure-words.ts';

const march: Period = { from: '2026-03-01' as Day, until: '2026-03-31' as Day, asOf: '2026-06-30' as Day };
const day = (text: string) => text as Day;
const yuan = (amount: number) => (amount * 100) as Fen;

let count = 0;
function aCase(more: Partial<FigureCase> = {}): FigureCase {
  count += 1;
  return {
    ...{ id: `case-${count}` as never, district: '411303' as never, owner: 'mediator' as never },
    ...{ channel: 'desk', heads: ['wages'], receivedOn: day('2026-03-02'), asked: yuan(100) },
    ...{ people: [`person-${count}`], isCollective: false, contact: null, acceptedOn: null, result: null },
    ...{ agreed: yuan(0), money: [], performedOn: null, closedOn: null, ...more },
  };
}
const ended = (outcome: string, on = '2026-03-16', more: object = {}) =>
  ({ result: { outcome, on: day(on), reason: null, isSameDay: false, ...more } }) as Partial<FigureCase>;
const counted = (code: FigureCode, cases: FigureCase[], period = march) =>
  reckon(code, cases, period).denominator;

describe('a period', () => {
  test.each([
    ['2026-02-28', 0],
    ['2026-03-01', 1],
    ['2026-03-31', 1],
    ['2026-04-01', 0],
  ])('has both its days in: received on %s', (receivedOn, found) => {
    const one = aCase({ receivedOn: day(receivedOn), acceptedOn: day(receivedOn) });
    expect([counted('received', [one]), counted('accepted', [one])]).toEqual([found, found]);
  });

  test.each<[FigureCode, Partial<FigureCase>]>([
    ['agreed', ended('agreed')],
    ['failed', ended('failed')],
    ['withdrawn', ended('withdrawn')],
    ['negotiated', ended('negotiated')],
    ['not-accepted', ended('not-accepted')],
    ['same-day', ended('agreed', '2026-03-16', { isSameDay: true })],
    ['performed', { performedOn: day('2026-03-16') }],
    ['money-received', { money: [{ on: day('2026-03-16'), amount: yuan(1) }] }],
  ])('counts %s by its own day, not by the day of receipt', (code, more) => {
    const one = aCase({ receivedOn: day('2026-01-05'), ...more });
    expect(counted(code, [one])).toBe(1);
    const next = { ...march, from: day('2026-03-17'), until: day('2026-04-30') };
    expect(counted(code, [one], next)).toBe(0);
    expect(counted(code, [one], { ...march, from: day('2026-03-16'), until: day('2026-03-16') })).toBe(1);
  });

  test('nothing after the day it is looked at counts', () => {
    const one = aCase(ended('agreed', '2026-03-16'));
    expect(counted('agreed', [one], { ...march, asOf: day('2026-03-15') })).toBe(0);
    expect(counted('agreed', [one], { ...march, asOf: day('2026-03-16') })).toBe(1);
  });
});

describe('rates', () => {
  const cases = [
    aCase({ ...ended('agreed'), acceptedOn: day('2026-03-05'), performedOn: day('2026-04-20') }),
    aCase({ ...ended('agreed'), acceptedOn: day('2026-03-05') }),
    aCase({ ...ended('agreed', '2026-04-02'), acceptedOn: day('2026-03-20') }),
    aCase({ ...ended('failed'), acceptedOn: day('2026-02-20') }),
    aCase(ended('not-accepted')),
    aCase(ended('withdrawn')),
    aCase(ended('negotiated')),
    aCase({ acceptedOn: day('2026-03-30') }),
  ];

  test('success is agreed among agreed and failed: who was turned away, withdrew or settled alone is in neither', () => {
    expect(reckon('success-rate', cases, march)).toEqual({ value: 2 / 3, numerator: 2, denominator: 3 });
  });

  test('agreed among accepted follows those accepted in the period, whenever they agreed', () => {
    expect(reckon('agreed-of-accepted', cases, march)).toEqual({
      value: 3 / 4,
      numerator: 3,
      denominator: 4,
    });
  });

  test('performed among agreed follows those agreed in the period', () => {
    expect(reckon('performed-of-agreed', cases, march)).toEqual({
      value: 1 / 2,
      numerator: 1,
      denominator: 2,
    });
  });

  test.each<[string, FigureCase['contact'], boolean | null]>([
    ['met', { dueOn: day('2026-03-03'), endedOn: day('2026-03-03'), outcome: 'met' }, true],
    ['late', { dueOn: day('2026-03-03'), endedOn: day('2026-03-04'), outcome: 'late' }, false],
    ['never made, and overdue', { dueOn: day('2026-03-03'), endedOn: null, outcome: null }, false],
    ['not due before the day', { dueOn: day('2026-06-30'), endedOn: null, outcome: null }, null],
    [
      'made after the day, and overdue then',
      { dueOn: day('2026-06-29'), endedOn: day('2026-07-01'), outcome: 'late' },
      false,
    ],
    ['dropped', { dueOn: day('2026-03-03'), endedOn: day('2026-03-03'), outcome: 'moot' }, null],
    ['never begun', null, null],
  ])('a first contact that was %s', (_, contact, isInTime) => {
    const { numerator, denominator } = reckon('contact-in-time', [aCase({ contact })], march);
    expect([numerator, denominator]).toEqual([Number(isInTime === true), Number(isInTime !== null)]);
  });

  test('of nothing there is no rate and no median, but a count of none', () => {
    const rates = figureCodes.filter((code) => ['percent', 'days'].includes(figures[code].unit));
    expect(rates.map((code) => reckon(code, [], march).value)).toEqual(rates.map(() => null));
    expect(reckon('received', [], march).value).toBe(0);
  });

  test('the median of an even number is the middle of two', () => {
    const took = (days: number) =>
      aCase({
        receivedOn: day('2026-03-01'),
        ...ended(days % 2 ? 'agreed' : 'failed', `2026-03-0${1 + days}`),
      });
    expect(reckon('median-days', [took(1), took(8), took(2)], march).value).toBe(2);
    expect(reckon('median-days', [took(1), took(8), took(2), took(5)], march).value).toBe(3.5);
  });
});

test('money counts on the day it came in, and a correction on the day it was approved', () => {
  const one = aCase({
    money: [
      { on: day('2026-02-28'), amount: yuan(10) },
      { on: day('2026-03-01'), amount: yuan(20) },
      { on: day('2026-03-31'), amount: yuan(-5) },
      { on: day('2026-04-01'), amount: yuan(40) },
    ],
  });
  expect(reckon('money-received', [one], march).value).toBe(yuan(15));
});

test('cases, heads, groups, people and times of people are five numbers', () => {
  const group = aCase({ isCollective: true, people: Array.from({ length: 12 }, (_, n) => `member-${n}`) });
  const again = aCase({ people: ['member-3'] });
  const two = aCase({ people: ['a', 'b'] });
  expect(tallyOf([group, again, two])).toEqual({
    cases: 3,
    byHead: 14,
    groups: 1,
    people: 14,
    personTimes: 15,
  });
});

describe('broken down', () => {
  test('months are those of the period, cut at its ends, empty ones too', () => {
    const cases = [aCase({ receivedOn: day('2026-01-20') }), aCase({ receivedOn: day('2026-03-02') })];
    const period = { from: day('2026-01-20'), until: day('2026-03-05'), asOf: march.asOf };
    const slices = slicesBy('month', cases, period);
    expect(slices.map(({ key, period: { from, until } }) => [key, from, until])).toEqual([
      ['2026-01', '2026-01-20', '2026-01-31'],
      ['2026-02', '2026-02-01', '2026-02-28'],
      ['2026-03', '2026-03-01', '2026-03-05'],
    ]);
    expect(slices.map((slice) => reckon('received', slice.cases, slice.period).value)).toEqual([1, 0, 1]);
  });

  test('an age has both its days in', () => {
    const at = (receivedOn: string) => aCase({ receivedOn: day(receivedOn) });
    const cases = [at('2026-06-30'), at('2026-06-23'), at('2026-06-22'), at('2026-06-15'), at('2025-01-01')];
    const sizes = slicesBy('ageing', cases, march).map(({ key, cases: own }) => [key, own.length]);
    expect(sizes).toEqual([
      ...[
        ['0-7', 2],
        ['8-15', 2],
        ['16-30', 0],
        ['31-60', 0],
        ['61-90', 0],
        ['91+', 1],
      ],
    ]);
  });

  test('a case with two kinds of claim stands under both, once each', () => {
    const slices = slicesBy('head', [aCase({ heads: ['wages', 'overtime', 'wages'] })], march);
    expect(slices.map(({ key, cases }) => [key, cases.length])).toEqual([
      ['overtime', 1],
      ['wages', 1],
    ]);
  });
});

describe('told from events', () => {
  const asOf = day('2026-12-31');
  const told = (...milestones: Milestone[]) => courseOf(milestones, asOf);
  const signed: Milestone[] = [
    { kind: 'dispute-accepted', on: day('2026-03-05'), facts: {} },
    {
      kind: 'agreement-drafted',
      on: day('2026-03-10'),
      facts: {
        door: 'none',
        instalments: [
          { no: 1, dueOn: day('2026-03-20'), amount: yuan(60) },
          { no: 2, dueOn: day('2026-04-20'), amount: yuan(40) },
        ],
      },
    },
    {
      kind: 'agreement-signed',
      on: day('2026-03-12'),
      facts: {
        signatures: [],
        mediatorOn: day('2026-03-11'),
        sealedOn: day('2026-03-12'),
        effectiveOn: day('2026-03-12'),
      },
    },
  ];
  const paid = (on: string, amount: number): Milestone => ({
    ...{
      kind: 'payment-recorded',
      on: day(on),
      facts: { instalment: 1, amount: yuan(amount), isLast: false },
    },
  });

  test('performed on the day of the last money, and no more once a correction takes some back', () => {
    const whole = [...signed, paid('2026-03-20', 60), paid('2026-04-18', 40)];
    expect(told(...whole)).toMatchObject({ agreed: yuan(100), performedOn: '2026-04-18' });
    const asked: Milestone = {
      ...{ kind: 'approval-asked', on: day('2026-05-01') },
      facts: { no: 9, what: 'payment', instalment: 2, paid: yuan(30), seen: yuan(40) },
    };
    const approved: Milestone = { kind: 'request-approved', on: day('2026-05-02'), facts: { no: 9 } };
    expect(told(...whole, asked).performedOn).toBe('2026-04-18');
    expect(told(...whole, asked, approved)).toMatchObject({
      performedOn: null,
      money: [{ amount: yuan(60) }, { amount: yuan(40) }, { on: '2026-05-02', amount: yuan(-10) }],
    });
  });

  test('opened again to mediate, a case has no result; opened after an agreement it keeps it', () => {
    const reopened: Milestone[] = [
      { kind: 'approval-asked', on: day('2026-05-01'), facts: { no: 9, what: 'reopen' } },
      { kind: 'request-approved', on: day('2026-05-02'), facts: { no: 9 } },
    ];
    const failed: Milestone = {
      kind: 'mediation-failed',
      on: day('2026-04-01'),
      facts: { reason: 'too-far-apart' },
    };
    const accepted = signed.slice(0, 1);
    expect(told(...accepted, failed).result).toMatchObject({ outcome: 'failed', reason: 'too-far-apart' });
    expect(told(...accepted, failed, ...reopened)).toMatchObject({ result: null, acceptedOn: '2026-03-05' });
    const closed: Milestone = { kind: 'dispute-closed', on: day('2026-04-30'), facts: {} };
    const kept = told(...signed, paid('2026-03-20', 100), closed, ...reopened);
    expect(kept).toMatchObject({ result: { outcome: 'agreed' }, closedOn: null, performedOn: '2026-03-20' });
  });
});

test('every figure is defined in words, every rate names what stands above and below the line', () => {
  expect(Object.keys(figureWords)).toEqual([...figureCodes]);
  for (const code of figureCodes) {
    const said: { definition: string; numerator?: string; denominator?: string } = figureWords[code];
    expect(said.definition).toMatch(/。$/);
    expect([said.numerator !== undefined, said.denominator !== undefined]).toEqual(
      Array(2).fill(figures[code].unit === 'percent'),
    );
  }
  expect(figureLimits.join('')).toMatch(/人次/);
  expect([sayMonth('2026-03'), sayAgeing('8-15'), sayAgeing('91+')]).toEqual([
    ...['2026 年 3 月', '8 至 15 天', '91 天以上'],
  ]);
});

test('a list behind a figure is as long as the figure says, for whatever cases', () => {
  const cases = [aCase(ended('agreed')), aCase(ended('failed')), aCase({ acceptedOn: day('2026-03-09') })];
  for (const code of figureCodes) {
    const { numerator, denominator } = reckon(code, cases, march);
    expect(casesOf(code, cases, march).length).toBe(denominator);
    if (numerator !== null) expect(casesOf(code, cases, march, 'numerator').length).toBe(numerator);
  }
});
