import { claim } from '../../src/law/claims/claim.ts';
import { finalAward } from '../../src/law/final-award.ts';
import { limitation } from '../../src/law/limitation.ts';
import { route } from '../../src/law/route.ts';
import { refused } from './refused.ts';

const severance = {
  kind: 'economic-compensation',
  hiredOn: '2020-01-01',
  endedOn: '2022-06-30',
  averageMonthlyWage: '8000',
};

/** 错误 | 输入 | 拒绝代码 | 点名的字段 */
test.each<[string, unknown, string, string | undefined]>([
  ['不是对象', [], 'claim/wrong-field', '输入'],
  ['没有种类', {}, 'claim/missing-field', 'kind（种类）'],
  ['没有这种请求', { kind: 'happiness' }, 'claim/unknown-kind', undefined],
  ['种类借用了对象自带的名字', { kind: 'constructor' }, 'claim/unknown-kind', undefined],
  [
    '离职早于入职',
    { ...severance, endedOn: '2019-12-31' },
    'day/reversed',
    'hiredOn（入职日）、endedOn（劳动关系终止日）',
  ],
  ['二月三十日', { ...severance, endedOn: '2022-02-30' }, 'day/invalid', 'endedOn（劳动关系终止日）'],
  ['日期不是文字', { ...severance, endedOn: 20220630 }, 'claim/wrong-field', 'endedOn（劳动关系终止日）'],
  ['未知的年份', { ...severance, endedOn: '9999-01-01' }, 'claim/out-of-range', 'endedOn（劳动关系终止日）'],
  [
    '工资为负',
    { ...severance, averageMonthlyWage: '-1' },
    'money/negative',
    'averageMonthlyWage（离职前十二个月平均工资）',
  ],
  [
    '工资有三位小数',
    { ...severance, averageMonthlyWage: '8000.001' },
    'money/invalid',
    'averageMonthlyWage（离职前十二个月平均工资）',
  ],
  [
    '工资是对象',
    { ...severance, averageMonthlyWage: {} },
    'claim/wrong-field',
    'averageMonthlyWage（离职前十二个月平均工资）',
  ],
  [
    '缺工资',
    { ...severance, averageMonthlyWage: undefined },
    'claim/missing-field',
    'averageMonthlyWage（离职前十二个月平均工资）',
  ],
  ['写错了字段名', { ...severance, avgWage: '1' }, 'claim/unknown-field', 'avgWage'],
  ['不认识的地区', { ...severance, place: '亚特兰蒂斯' }, 'law/unknown-place', undefined],
  [
    '二倍工资没有截止',
    { kind: 'double-wage', hiredOn: '2020-02-10', monthlyWage: '4000' },
    'claim/choose-one-field',
    undefined,
  ],
  [
    '二倍工资跨未录入年份',
    { kind: 'double-wage', hiredOn: '2026-11-20', endedOn: '2027-01-05', monthlyWage: '4000' },
    'calendar/unknown-year',
    undefined,
  ],
  [
    '没有填加班小时',
    { kind: 'overtime', monthlyBase: '3480', hours: {} },
    'claim/choose-one-field',
    undefined,
  ],
  [
    '加班小时为负',
    { kind: 'overtime', monthlyBase: '3480', hours: { weekday: -1 } },
    'claim/out-of-range',
    'hours.weekday（工作日延时加班小时数）',
  ],
  [
    '年休假两种填法并用',
    { kind: 'annual-leave', averageMonthlyWage: '1', daysUnused: 1, cumulativeYears: 3 },
    'claim/choose-one-field',
    undefined,
  ],
  [
    '写了未休天数又写已休天数',
    { kind: 'annual-leave', averageMonthlyWage: '1', daysUnused: 1, taken: 1 },
    'claim/choose-one-field',
    undefined,
  ],
  [
    '只写已休天数',
    { kind: 'annual-leave', averageMonthlyWage: '1', taken: 1 },
    'claim/choose-one-field',
    undefined,
  ],
  [
    '欠薪期间颠倒',
    { kind: 'wage-arrears', periods: [{ from: '2026-02-01', to: '2026-01-31', monthlyWage: '1' }] },
    'day/reversed',
    'periods[0].from（起始日）、periods[0].to（截止日）',
  ],
  [
    '第二段工资为负',
    {
      kind: 'wage-arrears',
      periods: [
        { from: '2026-01-01', to: '2026-01-31', monthlyWage: '1' },
        { from: '2026-02-01', to: '2026-02-28', monthlyWage: '-1' },
      ],
    },
    'money/negative',
    'periods[1].monthlyWage（月工资）',
  ],
  ['没有期间', { kind: 'wage-arrears', periods: [] }, 'claim/wrong-field', 'periods（欠薪期间）'],
  [
    '加付比例低于50%',
    { kind: 'additional-compensation', unpaid: '1', rate: '0.4999' },
    'claim/out-of-range',
    'rate（比例）',
  ],
  [
    '加付比例高于100%',
    { kind: 'additional-compensation', unpaid: '1', rate: '1.0001' },
    'claim/out-of-range',
    'rate（比例）',
  ],
  [
    '扣赔没有最低工资',
    { kind: 'deduction', monthlyWage: '1', asked: '1' },
    'claim/missing-field',
    'localMinimumWage（当地月最低工资标准）',
  ],
  [
    '十三个月的平均',
    { kind: 'average-wage', months: Array(13).fill('1') },
    'claim/wrong-field',
    'months（月份）',
  ],
  [
    '没有这个等级',
    { kind: 'injury', grade: 11, province: 'henan', ownWage: '1' },
    'claim/out-of-range',
    'grade（伤残等级）',
  ],
  [
    '外省的五级至十级',
    { kind: 'injury', grade: 9, province: 'hebei', ownWage: '1' },
    'law/table-unknown',
    undefined,
  ],
])('%s', (_fault, input, code, field) => {
  const refusal = refused(() => claim(input));
  expect(refusal.code).toBe(code);
  if (field !== undefined) expect(refusal.facts.field).toBe(field);
});

test('the other questions refuse wrong input by its field too', () => {
  expect(
    refused(() => limitation({ claimKind: 'wages', events: [{ kind: 'telepathy', on: '2026-01-05' }] })),
  ).toMatchObject({
    code: 'claim/wrong-field',
    facts: { field: 'events[0].kind（种类）' },
  });
  expect(refused(() => route({ heads: ['luck'], on: '2026-08-01', worker: 'employee' })).code).toBe(
    'claim/wrong-field',
  );
  expect(refused(() => finalAward({ items: [{ head: 'wages' }], localMinimumWage: '2000' }))).toMatchObject({
    code: 'claim/missing-field',
    facts: { field: 'items[0].amount（金额）' },
  });
});
