/** Severance N, 2N for unlawful dismissal, notice pay (劳动合同法 40, 46-48, 87, 97; 实施条例 20, 25, 27). */
import type { Day } from '../../domain/day.ts';
import { type Fen, fen, formatYuan, NO_MONEY } from '../../domain/money.ts';
import { Refusal } from '../../domain/refusal.ts';
import { day, mustFollow, objectOf, oneOf, optional, text, yuan } from '../input.ts';
import type { RulePack } from '../pack.ts';
import { averageWageAt, minimumWageAt } from '../wages/look-up.ts';
import { type ClaimResult, lessPaid, type Step, share, step } from './result.ts';
import { halfMonthsOfPay, halvesText, serviceText } from './service.ts';

const LAW_IN_FORCE = '2008-01-01' as Day;
const MOST_HALF_MONTHS = 24;

const readSeverance = objectOf<{
  kind: 'economic-compensation' | 'unlawful-dismissal';
  hiredOn: Day;
  endedOn: Day;
  averageMonthlyWage: Fen;
  localAverageMonthlyWage?: Fen | undefined;
  localMinimumWage?: Fen | undefined;
  alreadyPaid?: Fen | undefined;
  place?: string | undefined;
}>({
  kind: oneOf(['economic-compensation', 'unlawful-dismissal']),
  hiredOn: day,
  endedOn: day,
  averageMonthlyWage: yuan,
  localAverageMonthlyWage: optional(yuan),
  localMinimumWage: optional(yuan),
  alreadyPaid: optional(yuan),
  place: optional(text),
});

type Severance = ReturnType<typeof readSeverance>;

/** `{hiredOn, endedOn, averageMonthlyWage, localAverageMonthlyWage?, localMinimumWage?, alreadyPaid?, place?}`; N or 2N. */
export function severance(input: unknown, pack: RulePack): ClaimResult {
  const facts = readSeverance(input, '');
  mustFollow(facts.hiredOn, facts.endedOn, 'hiredOn', 'endedOn');
  const isUnlawful = facts.kind === 'unlawful-dismissal';
  const steps: Step[] = [];
  const warnings: string[] = [];
  if (facts.endedOn < LAW_IN_FORCE) {
    throw new Refusal('law/table-unknown', {
      table: '2008年以前的经济补偿办法',
      place: '全国',
      day: facts.endedOn,
    });
  }
  let since = facts.hiredOn;
  if (facts.hiredOn < LAW_IN_FORCE && !isUnlawful) {
    since = LAW_IN_FORCE;
    warnings.push('2008-01-01以前的工作年限按当时规定另行计算，本结果未包含（劳动合同法第97条）');
  }
  const base = baseWage(facts, pack, steps, warnings);
  let halves = halfMonthsOfPay(since, facts.endedOn);
  let capText = '';
  if (base.isCapped && halves > MOST_HALF_MONTHS) {
    halves = MOST_HALF_MONTHS;
    capText = '，因工资超过三倍，年限最高按十二年';
  }
  const once = share(base.amount, halves, 2);
  steps.push(
    step(
      `工作年限${since}至${facts.endedOn}（首尾两日都计入）共${serviceText(since, facts.endedOn)}，折${halvesText(halves)}个月${capText}：${formatYuan(base.amount)}×${halvesText(halves)}`,
      once,
    ),
  );
  const due = isUnlawful ? fen(once * 2) : once;
  if (isUnlawful) steps.push(step(`赔偿金为经济补偿标准的二倍：${formatYuan(once)}×2`, due));
  const amount = lessPaid(due, facts.alreadyPaid ?? NO_MONEY, steps, warnings);
  return {
    kind: facts.kind,
    amount: formatYuan(amount),
    steps,
    articles: isUnlawful
      ? ['劳动合同法第47条、第48条、第87条', '劳动合同法实施条例第25条、第27条']
      : ['劳动合同法第46条、第47条、第97条', '劳动合同法实施条例第27条'],
    warnings: isUnlawful
      ? [...warnings, '支付赔偿金的不再支付经济补偿；已付的经济补偿和代通知金应当扣除']
      : warnings,
  };
}

/** Floor at the minimum wage, cap at three times the local average. */
function baseWage(
  facts: Severance,
  pack: RulePack,
  steps: Step[],
  warnings: string[],
): { amount: Fen; isCapped: boolean } {
  let base = facts.averageMonthlyWage;
  steps.push(step('离职前十二个月平均应得工资', base));
  let floor = facts.localMinimumWage;
  let average = facts.localAverageMonthlyWage;
  if (facts.place !== undefined && floor === undefined) {
    const figure = minimumWageAt(facts.place, facts.endedOn, pack);
    floor = figure.amount;
    warnings.push(...figure.warnings);
  }
  if (facts.place !== undefined && average === undefined) {
    const figure = averageWageAt(facts.place, facts.endedOn, pack);
    average = figure.amount;
    warnings.push(...figure.warnings);
  }
  if (floor === undefined) warnings.push('未提供当地最低工资标准，没有核对下限');
  else if (base < floor) {
    base = floor;
    steps.push(step('平均工资低于当地最低工资标准，按最低工资标准计算', base));
  }
  if (average === undefined) {
    warnings.push('未提供当地上年度职工月平均工资，没有核对三倍上限和十二年上限');
    return { amount: base, isCapped: false };
  }
  const cap = fen(average * 3);
  if (base <= cap) return { amount: base, isCapped: false };
  steps.push(step(`平均工资高于当地职工月平均工资${formatYuan(average)}的三倍，按三倍计算`, cap));
  return { amount: cap, isCapped: true };
}

const readNotice = objectOf<{ kind: 'notice-pay'; lastMonthWage: Fen }>({
  kind: oneOf(['notice-pay']),
  lastMonthWage: yuan,
});

/** `{lastMonthWage}`: one month's pay in place of thirty days' notice. */
export function noticePay(input: unknown): ClaimResult {
  const { lastMonthWage } = readNotice(input, '');
  return {
    kind: 'notice-pay',
    amount: formatYuan(lastMonthWage),
    steps: [step('代通知金为上一个月的工资', lastMonthWage)],
    articles: ['劳动合同法第40条', '劳动合同法实施条例第20条'],
    warnings: ['只适用于依据劳动合同法第40条、未提前三十日书面通知的解除；裁员（第41条）和违法解除不适用'],
  };
}
