/** Work-injury lump sums: the nation's by own wage, the province's for grades 5 to 10 when the relation ends. */
import type { Day } from '../../domain/day.ts';
import { type Fen, fen, formatYuan, sumFen } from '../../domain/money.ts';
import { Refusal } from '../../domain/refusal.ts';
import {
  DECIMAL,
  type Decimal,
  day,
  decimal,
  flag,
  objectOf,
  oneOf,
  optional,
  text,
  whole,
  yuan,
} from '../input.ts';
import type { RulePack } from '../pack.ts';
import { averageWageAt } from '../wages/look-up.ts';
import { nationalInjury, type ProvinceInjuryRow, provinceInjury } from './injury-tables.ts';
import { type ClaimResult, type Step, share, step } from './result.ts';

const read = objectOf<{
  kind: 'injury';
  grade: number;
  province: string;
  ownWage?: Fen | undefined;
  averageWageAtInjury?: Fen | undefined;
  localAverageMonthlyWage?: Fen | undefined;
  age?: Decimal | undefined;
  retirementAge?: Decimal | undefined;
  occupationalDisease?: boolean | undefined;
  on?: Day | undefined;
  place?: string | undefined;
}>({
  kind: oneOf(['injury']),
  grade: whole(1, 10),
  province: text,
  ownWage: optional(yuan),
  averageWageAtInjury: optional(yuan),
  localAverageMonthlyWage: optional(yuan),
  age: optional(decimal(14, 100)),
  retirementAge: optional(decimal(45, 70)),
  occupationalDisease: optional(flag),
  on: optional(day),
  place: optional(text),
});

type Injury = ReturnType<typeof read>;

const provinces: Readonly<Record<string, string>> = {
  henan: 'henan',
  河南: 'henan',
  河南省: 'henan',
  41: 'henan',
};

/** `{grade, province, ownWage?, localAverageMonthlyWage?, age?, retirementAge?, occupationalDisease?, on?}`; `province` `henan`, or `national` for the nation's part alone; `on` the day the relation ends. */
export function injury(input: unknown, pack: RulePack): ClaimResult {
  const facts = read(input, '');
  const steps: Step[] = [];
  const warnings: string[] = [];
  const articles: string[] = [];
  const amounts: Fen[] = [];
  if (facts.ownWage !== undefined)
    amounts.push(disabilitySum(facts, facts.ownWage, steps, warnings, articles));
  const isProvincial = facts.grade >= 5 && facts.province !== 'national';
  if (isProvincial) amounts.push(...provincialSums(facts, pack, steps, warnings, articles));
  if (facts.ownWage === undefined) {
    if (!isProvincial) throw new Refusal('claim/missing-field', { field: 'ownWage（本人工资）' });
    warnings.push('未提供本人工资，没有计算一次性伤残补助金');
  }
  return { kind: 'injury', amount: formatYuan(sumFen(amounts)), steps, articles, warnings };
}

function disabilitySum(
  facts: Injury,
  ownWage: Fen,
  steps: Step[],
  warnings: string[],
  articles: string[],
): Fen {
  const on = facts.on;
  const row = nationalInjury.find((each) => on === undefined || each.from <= on);
  const months = row?.disability[facts.grade - 1];
  if (row === undefined || months === undefined) {
    throw new Refusal('law/table-unknown', { table: '一次性伤残补助金月数', place: '全国', day: on ?? '' });
  }
  articles.push(row.source);
  const wage = withinBounds(ownWage, facts, steps, warnings, articles);
  const sum = fen(wage * months);
  steps.push(
    step(`${facts.grade}级一次性伤残补助金（工伤保险基金）：本人工资${formatYuan(wage)}×${months}个月`, sum),
  );
  return sum;
}

/** Own wage counts between 60 and 300 per cent of the average at the time of the injury. */
function withinBounds(
  ownWage: Fen,
  facts: Injury,
  steps: Step[],
  warnings: string[],
  articles: string[],
): Fen {
  const average = facts.averageWageAtInjury;
  if (average === undefined) {
    warnings.push(
      '未提供受伤时统筹地区职工月平均工资，没有核对本人工资60%至300%的上下限（工伤保险条例第64条）',
    );
    return ownWage;
  }
  articles.push('工伤保险条例第64条');
  const least = share(average, 60, 100);
  const most = fen(average * 3);
  if (ownWage >= least && ownWage <= most) return ownWage;
  const bound = ownWage < least ? least : most;
  steps.push(
    step(`本人工资${formatYuan(ownWage)}按统筹地区职工平均工资的${ownWage < least ? 60 : 300}%计算`, bound),
  );
  return bound;
}

function provincialSums(
  facts: Injury,
  pack: RulePack,
  steps: Step[],
  warnings: string[],
  articles: string[],
): Fen[] {
  const row = provinceRow(facts, warnings);
  articles.push(row.source);
  const average = averageOf(facts, pack, warnings);
  const { grade } = facts;
  const medicalMonths = row.medical[grade] ?? 0;
  let medical = fen(average * medicalMonths);
  let disease = '';
  if (facts.occupationalDisease) {
    medical = share(medical, 100 + row.diseasePercent, 100);
    disease = `，职业病增发${row.diseasePercent}%`;
  }
  steps.push(
    step(
      `${grade}级一次性工伤医疗补助金（工伤保险基金）：${formatYuan(average)}×${medicalMonths}个月${disease}`,
      medical,
    ),
  );
  const employmentMonths = row.employment[grade] ?? 0;
  const percent = retirementPercent(facts, row, warnings);
  const employment = share(fen(average * employmentMonths), percent, 100);
  steps.push(
    step(
      `${grade}级一次性伤残就业补助金（用人单位）：${formatYuan(average)}×${employmentMonths}个月${percent < 100 ? `×${percent}%（距法定退休年龄不足五年）` : ''}`,
      employment,
    ),
  );
  return [medical, employment];
}

function provinceRow(facts: Injury, warnings: string[]): ProvinceInjuryRow {
  const province = provinces[facts.province];
  const { on } = facts;
  const row: ProvinceInjuryRow | undefined = provinceInjury.find(
    (each) => each.province === province && (on === undefined || (each.from <= on && on <= each.to)),
  );
  if (row === undefined) {
    throw new Refusal('law/table-unknown', {
      table: '五级至十级一次性工伤医疗补助金和就业补助金月数',
      place: facts.province.slice(0, 20),
      day: on ?? '',
    });
  }
  if (on === undefined) {
    warnings.push(
      `未提供劳动关系解除日，按${row.source}计算；新条例2026-08-01公布、施行日未知，${row.to ?? ''}以后解除的须核对`,
    );
  }
  return row;
}

function averageOf(facts: Injury, pack: RulePack, warnings: string[]): Fen {
  if (facts.localAverageMonthlyWage !== undefined) return facts.localAverageMonthlyWage;
  if (facts.place === undefined) {
    throw new Refusal('claim/missing-field', {
      field: 'localAverageMonthlyWage（当地上年度职工月平均工资）',
    });
  }
  if (facts.on === undefined) throw new Refusal('claim/missing-field', { field: 'on（日期）' });
  const figure = averageWageAt(facts.place, facts.on, pack);
  warnings.push(...figure.warnings);
  return figure.amount;
}

function retirementPercent(facts: Injury, row: ProvinceInjuryRow, warnings: string[]): number {
  const { age, retirementAge } = facts;
  if (age === undefined && retirementAge === undefined) {
    warnings.push('未提供年龄和法定退休年龄，没有核对距退休不足五年的递减');
    return 100;
  }
  if (age === undefined) throw new Refusal('claim/missing-field', { field: 'age（年龄）' });
  if (retirementAge === undefined)
    throw new Refusal('claim/missing-field', { field: 'retirementAge（法定退休年龄）' });
  const left = (retirementAge - age) / DECIMAL;
  if (left <= 0) {
    warnings.push('已达法定退休年龄，一次性伤残就业补助金不计；是否应付由律师核对');
    return 0;
  }
  return row.yearsLeftPercent[Math.floor(left)] ?? 100;
}
