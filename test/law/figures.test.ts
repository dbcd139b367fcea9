import { formatYuan } from '../../src/domain/money.ts';
import { claim } from '../../src/law/claims/claim.ts';
import { finalAward } from '../../src/law/final-award.ts';
import { sealPack } from '../../src/law/pack.ts';
import { currentPack } from '../../src/law/packs.ts';
import { averageWageAt, minimumWageAt } from '../../src/law/wages/look-up.ts';
import { day } from './days.ts';
import { refused } from './refused.ts';

/** 地区 | 日期 | 月最低工资 */
test.each([
  ['卧龙区', '2018-10-01', '1700.00'],
  ['卧龙区', '2021-12-31', '1700.00'],
  ['卧龙区', '2022-01-01', '1800.00'],
  ['411302', '2023-12-31', '1800.00'],
  ['411302', '2024-01-01', '2000.00'],
  ['411302', '2025-11-30', '2000.00'],
  ['内乡县', '2025-07-01', '1800.00'],
  ['411330', '2022-06-01', '1600.00'],
])('the minimum wage of %s on %s', (place, on, wage) => {
  expect(formatYuan(minimumWageAt(place, day(on), currentPack).amount)).toBe(wage);
});

/** 地区 | 日期 | 缺的表 */
test.each([
  ['卧龙区', '2025-12-01', '最低工资标准的适用类区'],
  ['邓州市', '2024-06-01', '最低工资标准的适用类区'],
  ['卧龙区', '2018-09-30', '最低工资标准'],
])('%s on %s is refused for want of: %s', (place, on, table) => {
  expect(refused(() => minimumWageAt(place, day(on), currentPack))).toMatchObject({
    code: 'law/table-unknown',
    facts: { table, place, day: on },
  });
});

test('a class that was not confirmed is shown as such', () => {
  expect(minimumWageAt('卧龙区', day('2019-01-01'), currentPack).warnings).toEqual([]);
  expect(minimumWageAt('卧龙区', day('2025-01-01'), currentPack).warnings.join('')).toContain('未核');
});

test('the average wage of Nanyang is not known for any year', () => {
  expect(refused(() => averageWageAt('411303', day('2026-03-01'), currentPack)).facts).toMatchObject({
    table: '2025年度职工月平均工资',
  });
});

test('a city that publishes its figures gets the sum from its pack', () => {
  const pack = sealPack({
    ...currentPack,
    id: 'test-average',
    averageWages: [{ city: '4113', year: 2024, month: '5000', source: '测试', tag: 'V' }],
  });
  const input = {
    kind: 'economic-compensation',
    hiredOn: '2024-01-01',
    endedOn: '2025-06-30',
    averageMonthlyWage: '20000',
    place: '卧龙区',
  };
  expect(claim(input, pack).amount).toBe('30000.00');
  expect(refused(() => claim(input)).code).toBe('law/table-unknown');
  expect(claim({ ...input, localAverageMonthlyWage: '5000' }).amount).toBe('30000.00');
});

/** 请求 | 金额 | 是否终局（月最低工资2000，终局线24000） */
test.each([
  ['wages', '24000', true],
  ['wages', '24000.01', false],
  ['economic-compensation', '0.01', true],
  ['unlawful-dismissal', '24000.01', false],
  ['double-wage', '24000', true],
  ['injury-medical', '24000', true],
  ['injury-benefits', '1', false],
  ['working-time', '99999', true],
  ['social-insurance', '99999', true],
  ['confirm-relation', '0', false],
  ['deposit', '1', false],
])('%s of %s is final: %s', (head, amount, isFinal) => {
  const { items, amount: line } = finalAward({ items: [{ head, amount }], localMinimumWage: '2000' });
  expect([line, items[0]?.isFinal]).toEqual(['24000.00', isFinal]);
});

test('the line is tested item by item, and mixed items want two awards', () => {
  const split = finalAward({
    items: [
      { head: 'wages', amount: '20000' },
      { head: 'economic-compensation', amount: '20000' },
    ],
    place: '卧龙区',
    on: '2025-06-30',
  });
  expect(split.items.map(({ isFinal }) => isFinal)).toEqual([true, true]);
  expect(split.isMixed).toBe(false);
  const mixed = finalAward({
    items: [
      { head: 'wages', amount: '20000' },
      { head: 'wages', amount: '30000' },
    ],
    localMinimumWage: '2000',
  });
  expect(mixed.isMixed).toBe(true);
  expect(mixed.warnings.join('')).toContain('分别制作裁决书');
});

test.each([
  [1, '135000.00'],
  [2, '125000.00'],
  [3, '115000.00'],
  [4, '105000.00'],
  [5, '90000.00'],
  [6, '80000.00'],
  [7, '65000.00'],
  [8, '55000.00'],
  [9, '45000.00'],
  [10, '35000.00'],
])('grade %i disability sum on 5,000 a month', (grade, amount) => {
  expect(claim({ kind: 'injury', grade, province: 'national', ownWage: '5000' }).amount).toBe(amount);
});

/** 等级 | 医疗补助金＋就业补助金，月平均工资6000 */
test.each([
  [5, '432000.00'],
  [6, '360000.00'],
  [7, '288000.00'],
  [8, '216000.00'],
  [9, '144000.00'],
  [10, '72000.00'],
])('grade %i in Henan: medical and employment sums', (grade, amount) => {
  expect(claim({ kind: 'injury', grade, province: 'henan', localAverageMonthlyWage: '6000' }).amount).toBe(
    amount,
  );
});

/** 距退休 | 就业补助金（九级16个月×6000＝96000）加医疗补助金48000 */
test.each([
  ['五年整', 55, '144000.00'],
  ['不足五年', 55.0001, '124800.00'],
  ['四年整', 56, '124800.00'],
  ['不足四年', 56.5, '105600.00'],
  ['不足三年', 57.5, '86400.00'],
  ['不足两年', 58.5, '67200.00'],
  ['一年整', 59, '67200.00'],
  ['不足一年', 59.5, '57600.00'],
  ['已到退休年龄', 60, '48000.00'],
])('grade 9 in Henan, to retirement: %s', (_left, age, amount) => {
  const input = {
    kind: 'injury',
    grade: 9,
    province: '河南省',
    localAverageMonthlyWage: '6000',
    age,
    retirementAge: 60,
  };
  expect(claim(input).amount).toBe(amount);
});

test('an occupational disease adds 30 per cent to the medical sum alone', () => {
  const input = {
    kind: 'injury',
    grade: 9,
    province: 'henan',
    localAverageMonthlyWage: '6000',
    occupationalDisease: true,
  };
  expect(claim(input).steps.map(({ amount }) => amount)).toEqual(['62400.00', '96000.00']);
});

test('the Henan table of 2007 gives no figure after the last day it was seen in force', () => {
  const input = { kind: 'injury', grade: 9, province: 'henan', localAverageMonthlyWage: '6000' };
  expect(claim({ ...input, on: '2026-09-23' }).amount).toBe('144000.00');
  expect(refused(() => claim({ ...input, on: '2026-09-24' })).code).toBe('law/table-unknown');
  expect(claim({ ...input, grade: 4, ownWage: '5000', on: '2026-09-24' }).amount).toBe('105000.00');
});

test('own wage counts between 60 and 300 per cent of the average at the injury', () => {
  const input = { kind: 'injury', grade: 10, province: 'national', averageWageAtInjury: '5000' };
  expect(claim({ ...input, ownWage: '2999.99' }).amount).toBe('21000.00');
  expect(claim({ ...input, ownWage: '3000' }).amount).toBe('21000.00');
  expect(claim({ ...input, ownWage: '15000' }).amount).toBe('105000.00');
  expect(claim({ ...input, ownWage: '15000.01' }).amount).toBe('105000.00');
});
