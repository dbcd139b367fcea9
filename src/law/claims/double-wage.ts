/** The second wage for months without a written contract (劳动合同法 82; 实施条例 6, 7; 法释〔2025〕12号 6). */
import { addDays, type Day, dayFromNumber, dayNumber } from '../../domain/day.ts';
import { type Fen, fen, formatYuan, sumFen } from '../../domain/money.ts';
import { Refusal } from '../../domain/refusal.ts';
import { type Calendar, isWorkingDay } from '../calendar/calendar.ts';
import { day, mustFollow, objectOf, oneOf, optional, yuan } from '../input.ts';
import { calendarOf, type RulePack } from '../pack.ts';
import { type ClaimResult, dailyShare, PAID_DAYS_ARTICLE, type Step, step } from './result.ts';
import { lastDayOfMonths } from './service.ts';

const MOST_MONTHS = 11;

const read = objectOf<{
  kind: 'double-wage';
  hiredOn: Day;
  endedOn?: Day | undefined;
  signedOn?: Day | undefined;
  monthlyWage: Fen;
}>({
  kind: oneOf(['double-wage']),
  hiredOn: day,
  endedOn: optional(day),
  signedOn: optional(day),
  monthlyWage: yuan,
});

/** `{hiredOn, endedOn or signedOn, monthlyWage}`: from the day after one month of work to the day before the contract, the end, or a year. */
export function doubleWage(input: unknown, pack: RulePack): ClaimResult {
  const { hiredOn, endedOn, signedOn, monthlyWage } = read(input, '');
  const ends: Day[] = [lastDayOfMonths(hiredOn, MOST_MONTHS + 1)];
  if (endedOn !== undefined) {
    mustFollow(hiredOn, endedOn, 'hiredOn', 'endedOn');
    ends.push(endedOn);
  }
  if (signedOn !== undefined) {
    mustFollow(hiredOn, signedOn, 'hiredOn', 'signedOn');
    ends.push(addDays(signedOn, -1));
  }
  if (ends.length === 1) throw new Refusal('claim/choose-one-field', { fields: ['endedOn', 'signedOn'] });
  const last = ends.reduce((a, b) => (a < b ? a : b));
  const first = addDays(lastDayOfMonths(hiredOn, 1), 1);
  const warnings = [
    '二倍工资适用一年仲裁时效，不按劳动报酬的特殊时效；河南做法未核，宜按逐日倒推从严掌握',
    '不可抗力、劳动者故意或者重大过失未订立合同、合同法定续延等情形不支持（法释〔2025〕12号第7条、第8条）',
  ];
  const steps: Step[] = [];
  const amounts: Fen[] = [];
  if (last < first) {
    steps.push(step(`${hiredOn}入职，满一个月前（${first}前）已订立合同或者离职，不产生二倍工资`, fen(0)));
  } else {
    let months = 0;
    while (months < MOST_MONTHS && lastDayOfMonths(hiredOn, months + 2) <= last) months += 1;
    const rest = addDays(lastDayOfMonths(hiredOn, months + 1), 1);
    if (months > 0) {
      const whole = fen(monthlyWage * months);
      amounts.push(whole);
      steps.push(
        step(`${first}至${addDays(rest, -1)}满${months}个月：${formatYuan(monthlyWage)}×${months}`, whole),
      );
    }
    if (rest <= last) {
      const part = partMonth(calendarOf(pack), rest, last, monthlyWage, steps);
      amounts.push(part);
    }
  }
  return {
    kind: 'double-wage',
    amount: formatYuan(sumFen(amounts)),
    steps,
    articles: [
      '劳动合同法第82条',
      '劳动合同法实施条例第6条、第7条',
      '法释〔2025〕12号第6条',
      PAID_DAYS_ARTICLE,
    ],
    warnings,
  };
}

/** Working days of the part month over 21.75, never more than the month. */
function partMonth(calendar: Calendar, from: Day, to: Day, monthlyWage: Fen, steps: Step[]): Fen {
  mustBeKnown(calendar, from, to);
  let days = 0;
  for (let at = dayNumber(from); at <= dayNumber(to); at++) if (isWorkingDay(calendar, at)) days += 1;
  const exact = dailyShare(monthlyWage, days);
  const part = exact > monthlyWage ? monthlyWage : exact;
  const capped = exact > monthlyWage ? '，不超过一个月工资' : '';
  steps.push(
    step(
      `${from}至${to}不满一个月，工作日${days}天：${formatYuan(monthlyWage)}÷21.75×${days}${capped}`,
      part,
    ),
  );
  return part;
}

/** Sums by working days need the year's calendar: refuses `calendar/unknown-year` outside the loaded years. */
export function mustBeKnown(calendar: Calendar, from: Day, to: Day): void {
  const missing = dayNumber(from) < calendar.first ? from : dayNumber(to) > calendar.last ? to : undefined;
  if (missing === undefined) return;
  throw new Refusal('calendar/unknown-year', {
    year: missing.slice(0, 4),
    first: dayFromNumber(calendar.first).slice(0, 4),
    last: dayFromNumber(calendar.last).slice(0, 4),
  });
}
