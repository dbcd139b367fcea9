/** Wages unpaid: full calendar months, part months by paid days over 21.75 (劳动法 50; 劳动合同法 30). */
import { addDays, type Day, dateOf, dayNumber, daysInMonth, monthOf, yearOf } from '../../domain/day.ts';
import { type Fen, fen, formatYuan, NO_MONEY, sumFen } from '../../domain/money.ts';
import { type Calendar, isWorkingDay } from '../calendar/calendar.ts';
import {
  DECIMAL,
  type Decimal,
  day,
  decimal,
  listOf,
  mustFollow,
  objectOf,
  oneOf,
  optional,
  yuan,
} from '../input.ts';
import { calendarOf, type RulePack } from '../pack.ts';
import { mustBeKnown } from './double-wage.ts';
import {
  type ClaimResult,
  dailyShare,
  lessPaid,
  PAID_DAYS_ARTICLE,
  type Step,
  share,
  step,
} from './result.ts';

type Period = {
  from: Day;
  to: Day;
  monthlyWage: Fen;
  rate?: Decimal | undefined;
  paid?: Fen | undefined;
};

const read = objectOf<{ kind: 'wage-arrears'; periods: readonly Period[] }>({
  kind: oneOf(['wage-arrears']),
  periods: listOf(
    objectOf<Period>({
      from: day,
      to: day,
      monthlyWage: yuan,
      rate: optional(decimal(0, 3, 'percent')),
      paid: optional(yuan),
    }),
    1,
    600,
  ),
});

/** `{periods: [{from, to, monthlyWage, rate?, paid?}]}`: `rate` is the share of the wage that is due, `paid` what the whole period brought. */
export function wageArrears(input: unknown, pack: RulePack): ClaimResult {
  const { periods } = read(input, '');
  const steps: Step[] = [];
  const warnings: string[] = [];
  const amounts: Fen[] = [];
  const sorted = [...periods].sort((a, b) => (a.from < b.from ? -1 : 1));
  sorted.forEach((period, index) => {
    mustFollow(period.from, period.to, `periods[${index}].from`, `periods[${index}].to`);
    const before = sorted[index - 1];
    if (before !== undefined && period.from <= before.to) {
      warnings.push(`${before.from}至${before.to}与${period.from}至${period.to}有重叠，请核对是否重复计算`);
    }
    const due = duePay(period, calendarOf(pack), steps);
    amounts.push(lessPaid(due, period.paid ?? NO_MONEY, steps, warnings));
  });
  return {
    kind: 'wage-arrears',
    amount: formatYuan(sumFen(amounts)),
    steps,
    articles: ['劳动法第50条', '劳动合同法第30条', PAID_DAYS_ARTICLE],
    warnings,
  };
}

function duePay({ from, to, monthlyWage, rate }: Period, calendar: Calendar, steps: Step[]): Fen {
  let months = 0;
  const parts: { from: Day; to: Day }[] = [];
  for (let first = from; first <= to; ) {
    const length = daysInMonth(yearOf(first), monthOf(first));
    const monthEnd = addDays(first, length - dateOf(first));
    const last = monthEnd < to ? monthEnd : to;
    if (dateOf(first) === 1 && last === monthEnd) months += 1;
    else parts.push({ from: first, to: last });
    first = addDays(last, 1);
  }
  const share100 = rate === undefined ? '' : `×${rate / 100}%`;
  const due: Fen[] = [];
  if (months > 0) {
    due.push(share(monthlyWage, months * (rate ?? DECIMAL), DECIMAL));
    steps.push(
      step(
        `${from}至${to}：${months}个整月，${formatYuan(monthlyWage)}×${months}${share100}`,
        due[0] ?? NO_MONEY,
      ),
    );
  }
  for (const part of parts) {
    mustBeKnown(calendar, part.from, part.to);
    const days = paidDays(calendar, part.from, part.to);
    const exact = dailyShare(monthlyWage, days);
    const isMore = exact > monthlyWage;
    const whole = isMore ? monthlyWage : share(monthlyWage, days * 4 * (rate ?? DECIMAL), 87 * DECIMAL);
    const amount = isMore ? share(monthlyWage, rate ?? DECIMAL, DECIMAL) : whole;
    due.push(fen(amount));
    steps.push(
      step(
        `${part.from}至${part.to}：计薪日${days}天（工作日和法定休假日），${formatYuan(monthlyWage)}÷21.75×${days}${share100}${isMore ? '，不超过一个月工资' : ''}`,
        amount,
      ),
    );
  }
  return sumFen(due);
}

/** Working days and statutory holidays: both are paid. */
function paidDays(calendar: Calendar, from: Day, to: Day): number {
  let days = 0;
  for (let at = dayNumber(from); at <= dayNumber(to); at++) {
    if (isWorkingDay(calendar, at) || calendar.statutory.has(at)) days += 1;
  }
  return days;
}
