/** Overtime pay: 150, 200, 300 per cent of the hourly wage (劳动法 44). */
import { type Fen, formatYuan, sumFen } from '../../domain/money.ts';
import { Refusal } from '../../domain/refusal.ts';
import { DECIMAL, type Decimal, decimal, objectOf, oneOf, optional, yuan } from '../input.ts';
import { type ClaimResult, PAID_DAYS_ARTICLE, type Step, share, step } from './result.ts';

const hoursOf = optional(decimal(0, 10_000));

type Hours = {
  weekday?: Decimal | undefined;
  restDay?: Decimal | undefined;
  holiday?: Decimal | undefined;
};

const read = objectOf<{ kind: 'overtime'; monthlyBase: Fen; hours: Hours }>({
  kind: oneOf(['overtime']),
  monthlyBase: yuan,
  hours: objectOf<Hours>({ weekday: hoursOf, restDay: hoursOf, holiday: hoursOf }),
});

const rates = [
  { at: 'weekday', name: '工作日延时加班', percent: 150 },
  { at: 'restDay', name: '休息日加班', percent: 200 },
  { at: 'holiday', name: '法定休假日加班', percent: 300 },
] as const;

/** 21.75 days of eight hours. */
const HOURS_A_MONTH = 174;

/** `{monthlyBase, hours: {weekday?, restDay?, holiday?}}`; each class is rounded to the cent. */
export function overtime(input: unknown): ClaimResult {
  const { monthlyBase, hours } = read(input, '');
  const steps: Step[] = [];
  const amounts: Fen[] = [];
  for (const { at, name, percent } of rates) {
    const worked = hours[at];
    if (worked === undefined || worked === 0) continue;
    const due = share(monthlyBase, worked * percent, DECIMAL * 100 * HOURS_A_MONTH);
    amounts.push(due);
    steps.push(
      step(
        `${name}${worked / DECIMAL}小时：${formatYuan(monthlyBase)}÷21.75÷8×${worked / DECIMAL}×${percent}%`,
        due,
      ),
    );
  }
  if (Object.keys(hours).length === 0) {
    throw new Refusal('claim/choose-one-field', { fields: rates.map(({ at }) => `hours.${at}`) });
  }
  const warnings: string[] = [];
  if ((hours.restDay ?? 0) > 0) warnings.push('休息日加班已安排补休的，不再支付加班工资');
  if ((hours.holiday ?? 0) > 0) warnings.push('法定休假日加班不能以补休代替');
  return {
    kind: 'overtime',
    amount: formatYuan(sumFen(amounts)),
    steps,
    articles: ['劳动法第44条', PAID_DAYS_ARTICLE],
    warnings,
  };
}
