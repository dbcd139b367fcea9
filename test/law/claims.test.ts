import fc from 'fast-check';
import { addDays, addMonths, type Day } from '../../src/domain/day.ts';
import { claim } from '../../src/law/claims/claim.ts';
import { halfMonthsOfPay } from '../../src/law/claims/service.ts';
import { day } from './days.ts';

type Input = Record<string, unknown>;
const amount = (input: Input) => claim(input).amount;

const severance = (hiredOn: string, endedOn: string, more: Input = {}): Input => ({
  kind: 'economic-compensation',
  hiredOn,
  endedOn,
  averageMonthlyWage: '8000',
  ...more,
});
const unlawful = (hiredOn: string, endedOn: string, averageMonthlyWage: string, more: Input = {}): Input => ({
  kind: 'unlawful-dismissal',
  hiredOn,
  endedOn,
  averageMonthlyWage,
  ...more,
});
const arrears = (...periods: Input[]): Input => ({ kind: 'wage-arrears', periods });
const doubled = (hiredOn: string, more: Input, monthlyWage = '4000'): Input => ({
  kind: 'double-wage',
  hiredOn,
  monthlyWage,
  ...more,
});

/** 情形 | 输入 | 应得（元） */
const sums: readonly [situation: string, input: Input, sum: string][] = [
  // 经济补偿：首尾两日都计入
  ['满两年六个月，折三个月', severance('2020-01-01', '2022-06-30'), '24000.00'],
  ['差一天满两年六个月，折两个半月', severance('2020-01-01', '2022-06-29'), '20000.00'],
  ['恰满一年，折一个月', severance('2020-01-01', '2020-12-31'), '8000.00'],
  ['满一年零一天，折一个半月', severance('2020-01-01', '2021-01-01'), '12000.00'],
  ['只工作一天，折半个月', severance('2020-01-01', '2020-01-01'), '4000.00'],
  ['满六个月，折一个月', severance('2020-03-01', '2020-08-31'), '8000.00'],
  ['差一天满六个月，折半个月', severance('2020-03-01', '2020-08-30'), '4000.00'],
  ['闰日入职，次年二月末满一年', severance('2020-02-29', '2021-02-28'), '8000.00'],
  ['闰日入职，差一天满一年', severance('2020-02-29', '2021-02-27'), '8000.00'],
  ['闰日入职，满一年多一天', severance('2020-02-29', '2021-03-01'), '12000.00'],
  ['月末入职，满六个月', severance('2020-08-31', '2021-02-28'), '8000.00'],
  ['月末入职，差一天满六个月', severance('2020-08-31', '2021-02-27'), '4000.00'],
  [
    '恰为当地平均工资三倍，不设年限上限',
    severance('2010-01-01', '2025-12-31', { averageMonthlyWage: '18000', localAverageMonthlyWage: '6000' }),
    '288000.00',
  ],
  [
    '超过三倍一分，基数按三倍、年限最高十二年',
    severance('2010-01-01', '2025-12-31', {
      averageMonthlyWage: '18000.01',
      localAverageMonthlyWage: '6000',
    }),
    '216000.00',
  ],
  [
    '超过三倍，恰十二年',
    severance('2010-01-01', '2021-12-31', { averageMonthlyWage: '20000', localAverageMonthlyWage: '6000' }),
    '216000.00',
  ],
  [
    '超过三倍，十一年半',
    severance('2010-01-01', '2021-05-31', { averageMonthlyWage: '20000', localAverageMonthlyWage: '6000' }),
    '207000.00',
  ],
  [
    '低于最低工资，按最低工资',
    severance('2024-01-01', '2024-12-31', { averageMonthlyWage: '1500', localMinimumWage: '2000' }),
    '2000.00',
  ],
  [
    '等于最低工资',
    severance('2024-01-01', '2024-12-31', { averageMonthlyWage: '2000', localMinimumWage: '2000' }),
    '2000.00',
  ],
  ['已付一部分', severance('2020-01-01', '2022-06-30', { alreadyPaid: '10000.50' }), '13999.50'],
  ['已付超过应付，按零计', severance('2020-01-01', '2022-06-30', { alreadyPaid: '24000.01' }), '0.00'],
  ['2008年前入职，只计2008年起', severance('2005-01-01', '2009-12-31'), '16000.00'],
  [
    '半个月工资有半分，四舍五入到分',
    severance('2020-01-01', '2020-01-31', { averageMonthlyWage: '5000.01' }),
    '2500.01',
  ],
  // 赔偿金
  ['两个月后被违法解除', unlawful('2020-06-01', '2020-07-31', '8000'), '8000.00'],
  ['不满两年被违法解除', unlawful('2018-09-01', '2020-06-30', '3500'), '14000.00'],
  ['已付经济补偿应扣除', unlawful('2018-09-01', '2020-06-30', '3500', { alreadyPaid: '7000' }), '7000.00'],
  ['2008年前入职，自用工之日起算', unlawful('2005-01-01', '2009-12-31', '3000'), '30000.00'],
  ['代通知金为上月工资', { kind: 'notice-pay', lastMonthWage: '6543.21' }, '6543.21'],
  // 二倍工资
  ['一个整月又七个工作日', doubled('2020-02-10', { endedOn: '2020-04-20' }), '5287.36'],
  ['满一个月当日离职，没有二倍工资', doubled('2020-02-10', { endedOn: '2020-03-09' }), '0.00'],
  ['满一个月的次日离职，一个工作日', doubled('2020-02-10', { endedOn: '2020-03-10' }), '183.91'],
  ['一年未签，最多十一个月', doubled('2020-02-10', { endedOn: '2025-02-10' }), '44000.00'],
  ['月末入职，满一个月的次日是三月一日', doubled('2021-01-31', { endedOn: '2021-02-28' }), '0.00'],
  ['满一年之日离职，十一个月', doubled('2020-02-10', { endedOn: '2021-02-09' }), '44000.00'],
  ['签订合同的前一日为止', doubled('2020-02-10', { signedOn: '2020-04-10' }), '4000.00'],
  ['一个月内签订', doubled('2020-02-10', { signedOn: '2020-03-10' }), '0.00'],
  [
    '先签订后离职，取较早的',
    doubled('2020-02-10', { signedOn: '2020-04-10', endedOn: '2020-12-31' }),
    '4000.00',
  ],
  // 加班
  [
    '三类加班各十小时',
    { kind: 'overtime', monthlyBase: '3480', hours: { weekday: 10, restDay: 10, holiday: 10 } },
    '1300.00',
  ],
  ['半小时加班', { kind: 'overtime', monthlyBase: '3480', hours: { weekday: '0.5' } }, '15.00'],
  ['没有加班', { kind: 'overtime', monthlyBase: '3480', hours: { holiday: 0 } }, '0.00'],
  // 年休假
  ['未休十天', { kind: 'annual-leave', averageMonthlyWage: '15000', daysUnused: 10 }, '13793.10'],
  [
    '累计不满一年，没有年休假',
    { kind: 'annual-leave', averageMonthlyWage: '4350', cumulativeYears: 0.9 },
    '0.00',
  ],
  ['累计满一年，五天', { kind: 'annual-leave', averageMonthlyWage: '4350', cumulativeYears: 1 }, '2000.00'],
  ['累计满十年，十天', { kind: 'annual-leave', averageMonthlyWage: '4350', cumulativeYears: 10 }, '4000.00'],
  [
    '累计满二十年，十五天',
    { kind: 'annual-leave', averageMonthlyWage: '4350', cumulativeYears: 20 },
    '6000.00',
  ],
  [
    '七月一日入职，折2.52天，计两天',
    { kind: 'annual-leave', averageMonthlyWage: '4350', cumulativeYears: 3, enteredOn: '2025-07-01' },
    '800.00',
  ],
  [
    '离职日恰满一天（73日×5÷365）',
    { kind: 'annual-leave', averageMonthlyWage: '4350', cumulativeYears: 3, leftOn: '2025-03-14' },
    '400.00',
  ],
  [
    '少一日，不足一天不计',
    { kind: 'annual-leave', averageMonthlyWage: '4350', cumulativeYears: 3, leftOn: '2025-03-13' },
    '0.00',
  ],
  [
    '多休的不扣回',
    { kind: 'annual-leave', averageMonthlyWage: '4350', cumulativeYears: 3, leftOn: '2025-03-14', taken: 3 },
    '0.00',
  ],
  [
    '本人书面放弃',
    { kind: 'annual-leave', averageMonthlyWage: '4350', daysUnused: 5, isWaivedInWriting: true },
    '0.00',
  ],
  // 拖欠工资
  [
    '降薪三个月的差额',
    arrears({ from: '2020-02-01', to: '2020-04-30', monthlyWage: '5200', paid: '6600' }),
    '9000.00',
  ],
  [
    '月中入职，不满一月按计薪日',
    arrears({ from: '2026-11-16', to: '2026-11-30', monthlyWage: '4350' }),
    '2200.00',
  ],
  [
    '国庆当月，法定休假日也计薪',
    arrears({ from: '2026-10-01', to: '2026-10-09', monthlyWage: '4350' }),
    '1000.00',
  ],
  [
    '不满一月也不超过一个月工资',
    arrears({ from: '2026-03-02', to: '2026-03-31', monthlyWage: '4350' }),
    '4350.00',
  ],
  [
    '停工按八成',
    arrears({ from: '2026-03-01', to: '2026-03-31', monthlyWage: '4350', rate: '0.8' }),
    '3480.00',
  ],
  [
    '两段相加',
    arrears(
      { from: '2026-01-01', to: '2026-01-31', monthlyWage: '3000' },
      { from: '2026-02-01', to: '2026-02-28', monthlyWage: '3500', paid: '500' },
    ),
    '6000.00',
  ],
  // 其他
  ['三个月平均，四舍五入', { kind: 'average-wage', months: ['5000', '5000', '5000.02'] }, '5000.01'],
  ['试用期低于八成', { kind: 'probation', agreedWage: '5000', paidWage: '3000', months: 2 }, '2000.00'],
  ['试用期恰为八成', { kind: 'probation', agreedWage: '5000', paidWage: '4000', months: 2 }, '0.00'],
  [
    '试用期八成低于最低工资',
    { kind: 'probation', agreedWage: '2300', paidWage: '1840', months: 1, localMinimumWage: '2000' },
    '160.00',
  ],
  ['加付赔偿金下限', { kind: 'additional-compensation', unpaid: '10000', rate: '0.5' }, '5000.00'],
  ['加付赔偿金上限', { kind: 'additional-compensation', unpaid: '10000', rate: '100%' }, '10000.00'],
  [
    '扣赔不超过20%',
    { kind: 'deduction', monthlyWage: '5000', asked: '3000', localMinimumWage: '2000' },
    '1000.00',
  ],
  [
    '扣赔后不低于最低工资',
    { kind: 'deduction', monthlyWage: '2300', asked: '3000', localMinimumWage: '2000' },
    '300.00',
  ],
  [
    '工资已低于最低工资，不得扣',
    { kind: 'deduction', monthlyWage: '1900', asked: '100', localMinimumWage: '2000' },
    '0.00',
  ],
  [
    '拟扣少于上限，按拟扣',
    { kind: 'deduction', monthlyWage: '5000', asked: '999.99', localMinimumWage: '2000' },
    '999.99',
  ],
  [
    '20%不足一分的部分不扣',
    { kind: 'deduction', monthlyWage: '3333.33', asked: '3000', localMinimumWage: '2000' },
    '666.66',
  ],
];

test.each(sums)('%s', (_situation, input, sum) => {
  expect(amount(input)).toBe(sum);
});

test('a sum comes with steps, articles and what was not checked', () => {
  expect(claim(unlawful('2018-09-01', '2020-06-30', '3500'))).toEqual({
    kind: 'unlawful-dismissal',
    amount: '14000.00',
    steps: [
      { text: '离职前十二个月平均应得工资', amount: '3500.00' },
      {
        text: '工作年限2018-09-01至2020-06-30（首尾两日都计入）共1年10个月，折2个月：3500.00×2',
        amount: '7000.00',
      },
      { text: '赔偿金为经济补偿标准的二倍：7000.00×2', amount: '14000.00' },
    ],
    articles: ['劳动合同法第47条、第48条、第87条', '劳动合同法实施条例第25条、第27条'],
    warnings: [
      '未提供当地最低工资标准，没有核对下限',
      '未提供当地上年度职工月平均工资，没有核对三倍上限和十二年上限',
      '支付赔偿金的不再支付经济补偿；已付的经济补偿和代通知金应当扣除',
    ],
  });
});

const anyDay = fc
  .integer({ min: 0, max: 6000 })
  .map((after) => addDays(day('2009-01-01'), after))
  .filter((at) => !at.endsWith('-02-29'));

test('service: whole years give whole months, a day more gives half a month more', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 15 }), (hiredOn, count) => {
      const last = addDays(addMonths(hiredOn, count * 12), -1);
      expect(halfMonthsOfPay(hiredOn, last)).toBe(count * 2);
      expect(halfMonthsOfPay(hiredOn, addDays(last, 1))).toBe(count * 2 + 1);
    }),
  );
});

test('longer service never gives less, and 2N is twice N', () => {
  fc.assert(
    fc.property(
      anyDay,
      fc.integer({ min: 0, max: 3000 }),
      fc.integer({ min: 0, max: 400 }),
      (hiredOn, days, more) => {
        const first = addDays(hiredOn, days);
        const later = addDays(first, more);
        const n = (endedOn: Day) => Number(amount(severance(hiredOn, endedOn)));
        expect(n(later)).toBeGreaterThanOrEqual(n(first));
        expect(Number(amount(unlawful(hiredOn, first, '8000')))).toBe(n(first) * 2);
      },
    ),
  );
});

const yuanText = fc.integer({ min: 0, max: 9_999_999 }).map((sum) => (sum / 100).toFixed(2));
const inFen = (text: string) => Math.round(Number(text) * 100);

test('the steps of overtime add up to the sum, to the cent', () => {
  const hours = fc.integer({ min: 1, max: 2000 }).map((tenths) => (tenths / 10).toFixed(1));
  fc.assert(
    fc.property(yuanText, hours, hours, hours, (monthlyBase, weekday, restDay, holiday) => {
      const result = claim({ kind: 'overtime', monthlyBase, hours: { weekday, restDay, holiday } });
      const total = result.steps.reduce((sum, step) => sum + inFen(step.amount), 0);
      expect(inFen(result.amount)).toBe(total);
    }),
  );
});

test('wages cut into two periods at a month’s end are the same money', () => {
  fc.assert(
    fc.property(
      yuanText,
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 1, max: 40 }),
      (monthlyWage, first, second) => {
        const from = day('2020-01-01');
        const middle = addMonths(from, first);
        const end = addMonths(middle, second);
        const whole = amount(arrears({ from, to: addDays(end, -1), monthlyWage }));
        const parts = amount(
          arrears(
            { from, to: addDays(middle, -1), monthlyWage },
            { from: middle, to: addDays(end, -1), monthlyWage },
          ),
        );
        expect(parts).toBe(whole);
      },
    ),
  );
});

test('a deduction never leaves less than the minimum wage nor takes more than a fifth', () => {
  fc.assert(
    fc.property(yuanText, yuanText, (monthlyWage, asked) => {
      const taken = inFen(amount({ kind: 'deduction', monthlyWage, asked, localMinimumWage: '2000' }));
      expect(taken).toBeLessThanOrEqual(inFen(asked));
      expect(taken * 5).toBeLessThanOrEqual(inFen(monthlyWage));
      if (taken > 0) expect(inFen(monthlyWage) - taken).toBeGreaterThanOrEqual(200_000);
    }),
  );
});
