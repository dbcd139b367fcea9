/** Sums on one month's pay: average wage, probation floor, deduction limit, the 50 to 100 per cent added after an order. */
import type { Day } from '../../domain/day.ts';
import { type Fen, fen, formatYuan, sumFen } from '../../domain/money.ts';
import { Refusal } from '../../domain/refusal.ts';
import {
  DECIMAL,
  type Decimal,
  day,
  decimal,
  listOf,
  objectOf,
  oneOf,
  optional,
  text,
  yuan,
} from '../input.ts';
import type { RulePack } from '../pack.ts';
import { minimumWageAt } from '../wages/look-up.ts';
import { type ClaimResult, type Step, share, step } from './result.ts';

const readMonths = objectOf<{ kind: 'average-wage'; months: readonly Fen[] }>({
  kind: oneOf(['average-wage']),
  months: listOf(yuan, 1, 12),
});

/** `{months: [..]}`: the mean of at most twelve months of pay due before the end. */
export function averageWage(input: unknown): ClaimResult {
  const { months } = readMonths(input, '');
  const total = sumFen(months);
  const mean = share(total, 1, months.length);
  return {
    kind: 'average-wage',
    amount: formatYuan(mean),
    steps: [
      step(`${months.length}个月应得工资合计`, total),
      step(`${formatYuan(total)}÷${months.length}`, mean),
    ],
    articles: ['劳动合同法第47条', '劳动合同法实施条例第27条'],
    warnings: [
      '按应得工资计算，包括计时或者计件工资以及奖金、津贴和补贴等货币性收入',
      ...(months.length < 12 ? ['工作不满十二个月的，按实际工作的月数平均'] : []),
    ],
  };
}

/** The minimum wage as given, or of a place on a day. Refuses `claim/choose-one-field` where neither is there and it is needed. */
function minimumOf(
  facts: { localMinimumWage?: Fen | undefined; place?: string | undefined; on?: Day | undefined },
  pack: RulePack,
  warnings: string[],
): Fen | undefined {
  if (facts.localMinimumWage !== undefined) return facts.localMinimumWage;
  if (facts.place === undefined) return undefined;
  if (facts.on === undefined) throw new Refusal('claim/missing-field', { field: 'on（日期）' });
  const figure = minimumWageAt(facts.place, facts.on, pack);
  warnings.push(...figure.warnings);
  return figure.amount;
}

const readProbation = objectOf<{
  kind: 'probation';
  agreedWage: Fen;
  paidWage: Fen;
  months: Decimal;
  localMinimumWage?: Fen | undefined;
  place?: string | undefined;
  on?: Day | undefined;
}>({
  kind: oneOf(['probation']),
  agreedWage: yuan,
  paidWage: yuan,
  months: decimal(0, 6),
  localMinimumWage: optional(yuan),
  place: optional(text),
  on: optional(day),
});

/** `{agreedWage, paidWage, months, localMinimumWage?}`: what a probation paid below its floor still owes. */
export function probation(input: unknown, pack: RulePack): ClaimResult {
  const facts = readProbation(input, '');
  const warnings: string[] = [];
  const steps: Step[] = [];
  let floor = share(facts.agreedWage, 80, 100);
  steps.push(step(`试用期工资不低于约定工资的80%：${formatYuan(facts.agreedWage)}×80%`, floor));
  const minimum = minimumOf(facts, pack, warnings);
  if (minimum === undefined) warnings.push('未提供当地最低工资标准，没有核对下限');
  else if (minimum > floor) {
    floor = minimum;
    steps.push(step('低于当地最低工资标准，按最低工资标准计算', floor));
  }
  const monthly = fen(Math.max(0, floor - facts.paidWage));
  const amount = share(monthly, facts.months, DECIMAL);
  steps.push(
    step(
      `每月差额${formatYuan(floor)}－${formatYuan(facts.paidWage)}＝${formatYuan(monthly)}，共${facts.months / DECIMAL}个月`,
      amount,
    ),
  );
  return {
    kind: 'probation',
    amount: formatYuan(amount),
    steps,
    articles: ['劳动合同法第20条'],
    warnings: [...warnings, '也不得低于本单位相同岗位最低档工资'],
  };
}

const readDeduction = objectOf<{
  kind: 'deduction';
  monthlyWage: Fen;
  asked: Fen;
  localMinimumWage?: Fen | undefined;
  place?: string | undefined;
  on?: Day | undefined;
}>({
  kind: oneOf(['deduction']),
  monthlyWage: yuan,
  asked: yuan,
  localMinimumWage: optional(yuan),
  place: optional(text),
  on: optional(day),
});

/** `{monthlyWage, asked, localMinimumWage}`: the most that may be taken from a month's pay for damage, whole fen below the limit. */
export function deduction(input: unknown, pack: RulePack): ClaimResult {
  const facts = readDeduction(input, '');
  const warnings: string[] = [];
  const minimum = minimumOf(facts, pack, warnings);
  if (minimum === undefined)
    throw new Refusal('claim/missing-field', { field: 'localMinimumWage（当地月最低工资标准）' });
  const fifth = fen(Math.floor(facts.monthlyWage / 5));
  const above = fen(Math.max(0, facts.monthlyWage - minimum));
  const amount = fen(Math.min(facts.asked, fifth, above));
  if (facts.asked > amount) {
    warnings.push(
      `拟扣${formatYuan(facts.asked)}超过本月可扣上限${formatYuan(amount)}，超出部分不得在本月扣除`,
    );
  }
  return {
    kind: 'deduction',
    amount: formatYuan(amount),
    steps: [
      step(`每月扣除不超过当月工资的20%：${formatYuan(facts.monthlyWage)}×20%`, fifth),
      step(`扣除后不低于当地最低工资标准：${formatYuan(facts.monthlyWage)}－${formatYuan(minimum)}`, above),
      step(`拟扣${formatYuan(facts.asked)}，取三者中最低的`, amount),
    ],
    articles: ['工资支付暂行规定第16条'],
    warnings,
  };
}

const readAdditional = objectOf<{ kind: 'additional-compensation'; unpaid: Fen; rate: Decimal }>({
  kind: oneOf(['additional-compensation']),
  unpaid: yuan,
  rate: decimal(0.5, 1, 'percent'),
});

/** `{unpaid, rate}`, rate 0.5 to 1: added only after the labour authority's order was let pass. */
export function additionalCompensation(input: unknown): ClaimResult {
  const { unpaid, rate } = readAdditional(input, '');
  const amount = share(unpaid, rate, DECIMAL);
  return {
    kind: 'additional-compensation',
    amount: formatYuan(amount),
    steps: [step(`加付赔偿金：${formatYuan(unpaid)}×${rate / 100}%`, amount)],
    articles: ['劳动合同法第85条', '劳动保障监察条例第26条'],
    warnings: ['须先由劳动行政部门责令限期支付，用人单位逾期不支付'],
  };
}
