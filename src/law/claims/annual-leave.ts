/** Unused annual leave: 300 per cent, of which 100 are already paid (职工带薪年休假条例 3, 5; 企业职工带薪年休假实施办法 10-12). */
import { type Day, dayNumber, yearOf } from '../../domain/day.ts';
import { type Fen, formatYuan, NO_MONEY } from '../../domain/money.ts';
import { Refusal } from '../../domain/refusal.ts';
import {
  DECIMAL,
  type Decimal,
  day,
  decimal,
  flag,
  mustFollow,
  objectOf,
  oneOf,
  optional,
  yuan,
} from '../input.ts';
import { type ClaimResult, PAID_DAYS_ARTICLE, type Step, share, step } from './result.ts';

const read = objectOf<{
  kind: 'annual-leave';
  averageMonthlyWage: Fen;
  daysUnused?: Decimal | undefined;
  cumulativeYears?: Decimal | undefined;
  enteredOn?: Day | undefined;
  leftOn?: Day | undefined;
  taken?: Decimal | undefined;
  isWaivedInWriting?: boolean | undefined;
}>({
  kind: oneOf(['annual-leave']),
  averageMonthlyWage: yuan,
  daysUnused: optional(decimal(0, 366)),
  cumulativeYears: optional(decimal(0, 80)),
  enteredOn: optional(day),
  leftOn: optional(day),
  taken: optional(decimal(0, 366)),
  isWaivedInWriting: optional(flag),
});

type Leave = ReturnType<typeof read>;

/** `{averageMonthlyWage, daysUnused | {cumulativeYears, enteredOn?, leftOn?, taken?}}`: the 200 per cent still owed, for one calendar year. */
export function annualLeave(input: unknown): ClaimResult {
  const facts = read(input, '');
  const warnings = ['平均工资为前十二个月剔除加班工资后的月平均工资'];
  const isGiven = facts.daysUnused !== undefined;
  const isProrated = [facts.cumulativeYears, facts.enteredOn, facts.leftOn, facts.taken].some(
    (each) => each !== undefined,
  );
  if (isGiven ? isProrated : facts.cumulativeYears === undefined) {
    throw new Refusal('claim/choose-one-field', { fields: ['daysUnused', 'cumulativeYears'] });
  }
  const steps: Step[] = [];
  const unused = isGiven ? (facts.daysUnused ?? 0) : entitledLess(facts, steps, warnings);
  const due = share(facts.averageMonthlyWage, unused * 8, 87 * DECIMAL);
  let amount = due;
  if (facts.isWaivedInWriting) {
    amount = NO_MONEY;
    steps.push(step('劳动者本人书面提出不休年休假，只支付正常工资，不再另付', amount));
  } else {
    steps.push(
      step(
        `未休${unused / DECIMAL}天：${formatYuan(facts.averageMonthlyWage)}÷21.75×${unused / DECIMAL}×200%（正常工资100%已付）`,
        due,
      ),
    );
  }
  return {
    kind: 'annual-leave',
    amount: formatYuan(amount),
    steps,
    articles: [
      '职工带薪年休假条例第3条、第5条',
      '企业职工带薪年休假实施办法第10条、第11条、第12条',
      PAID_DAYS_ARTICLE,
    ],
    warnings,
  };
}

/** Days of leave a full year gives, by years of work with any employer. */
function leaveDays(cumulativeYears: number): number {
  if (cumulativeYears < 1) return 0;
  if (cumulativeYears < 10) return 5;
  return cumulativeYears < 20 ? 10 : 15;
}

/** Days in the year of entry or leaving over 365 times the year's days, the fraction dropped, less the days taken; in `Decimal`. */
function entitledLess(facts: Leave, steps: Step[], warnings: string[]): number {
  const { enteredOn, leftOn } = facts;
  const full = leaveDays((facts.cumulativeYears ?? 0) / DECIMAL);
  let entitled = full;
  let working = `累计工作${(facts.cumulativeYears ?? 0) / DECIMAL}年，全年应休${full}天`;
  if (enteredOn !== undefined || leftOn !== undefined) {
    const year = yearOf((leftOn ?? enteredOn) as Day);
    let first = `${year}-01-01` as Day;
    if (enteredOn !== undefined && leftOn !== undefined) {
      mustFollow(enteredOn, leftOn, 'enteredOn', 'leftOn');
      if (yearOf(enteredOn) < year) warnings.push(`只计算${year}年度；以前年度的未休天数另行计算`);
    }
    if (enteredOn !== undefined && yearOf(enteredOn) === year) first = enteredOn;
    const last = leftOn ?? (`${year}-12-31` as Day);
    const days = dayNumber(last) - dayNumber(first) + 1;
    entitled = Math.min(full, Math.floor((days * full) / 365));
    working += `；${first}至${last}共${days}天，${days}÷365×${full}，不足一整天的部分不计，得${entitled}天`;
  }
  const taken = facts.taken ?? 0;
  const left = Math.max(0, entitled * DECIMAL - taken);
  if (taken > entitled * DECIMAL) warnings.push('多休的天数不再扣回');
  steps.push(step(`${working}；已休${taken / DECIMAL}天，未休${left / DECIMAL}天`, NO_MONEY));
  return left;
}
