/** Wages unpaid: full calendar months, part months by paid days over 21.75 (劳动法 50; 劳动合同法 30). */
import { addDays, type Day, dateOf, dayNumber, daysInMonth, monthOf, yearOf } from '../../domain/day.ts';
import { type Fen, formatYuan, NO_MONEY, sumFen } from '../../domain/money.ts';
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

function duePay(period: Period, calendar: Calendar, steps: Step[]): Fen {
  const { from, to, monthlyWage } = period;
  const rate = period.rate ?? DECIMAL;
  const rateText = rate === DECIMAL ? '' : `×${rate / 100}%`;
  const { months, parts } = split(from, to);
  const due: Fen[] = [];
  if (months > 0) {
    const amount = share(monthlyWage, months * rate, DECIMAL);
    due.push(amount);
    steps.push(
      step(`${from}至${to}：${months}个整月，${formatYuan(monthlyWage)}×${months}${rateText}`, amount),
    );
  }
  for (const part of parts) {
    mustBeKnown(calendar, part.from, part.to);
    const days = paidDays(calendar, part.from, part.to);
    const isMore = dailyShare(monthlyWage, days) > monthlyWage;
    const amount = isMore
      ? share(monthlyWage, rate, DECIMAL)
      : share(monthlyWage, days * 4 * rate, 87 * DECIMAL);
    due.push(amount);
    steps.push(
      step(
        `${part.from}至${part.to}：计薪日${days}天（工作日和法定休假日），${formatYuan(monthlyWage)}÷21.75×${days}${rateText}${isMore ? '，不超过一个月工资' : ''}`,
        amount,
      ),
    );
  }
  return sumFen(due);
}

/** Full calendar months, and the parts of months at either end. */
function split(from: Day, to: Day): { months: number; parts: { from: Day; to: Day }[] } {
  let months = 0;
  const parts: { from: Day; to: Day }[] = [];
  for (let first = from; first <= to; ) {
    const monthEnd = addDays(first, daysInMonth(yearOf(first), monthOf(first)) - dateOf(first));
    const last = monthEnd < to ? monthEnd : to;
    if (dateOf(first) === 1 && last === monthEnd) months += 1;
    else parts.push({ from: first, to: last });
    first = addDays(last, 1);
  }
  return { months, parts };
}

/** Working days and statutory holidays: both are paid. */
function paidDays(calendar: Calendar, from: Day, to: Day): number {
  let days = 0;
  for (let at = dayNumber(from); at <= dayNumber(to); at++) {
    if (isWorkingDay(calendar, at) || calendar.statutory.has(at)) days += 1;
  }
  return days;
}
