/** Which items of a claim are decided finally by arbitration (劳动争议调解仲裁法 47; 办案规则 50): item by item, not on the total. */
import type { Day } from '../domain/day.ts';
import { type Fen, fen, formatYuan, NO_MONEY } from '../domain/money.ts';
import { Refusal } from '../domain/refusal.ts';
import { type ClaimResult, step } from './claims/result.ts';
import { type Head, headIds, heads } from './heads.ts';
import { day, listOf, objectOf, oneOf, optional, text, yuan } from './input.ts';
import type { RulePack } from './pack.ts';
import { currentPack } from './packs.ts';
import { minimumWageAt } from './wages/look-up.ts';

type AwardItem = { head: Head; amount: string; isFinal: boolean; reason: string };

/** `amount` is the line, twelve monthly minimum wages. */
export type FinalAward = ClaimResult & {
  items: AwardItem[];
  /** Some final, some not: two separate awards. */
  isMixed: boolean;
};

type Item = { head: Head; amount?: Fen | undefined };

const read = objectOf<{
  kind?: 'final-award' | undefined;
  items: readonly Item[];
  localMinimumWage?: Fen | undefined;
  place?: string | undefined;
  on?: Day | undefined;
}>({
  kind: optional(oneOf(['final-award'])),
  items: listOf(objectOf<Item>({ head: oneOf(headIds), amount: optional(yuan) }), 1, 200),
  localMinimumWage: optional(yuan),
  place: optional(text),
  on: optional(day),
});

/**
 * `{items: [{head, amount?}], localMinimumWage | place and on}`; an item under 47(1) needs its amount.
 * Refuses wrong fields, `law/unknown-place`, `law/table-unknown`.
 */
export function finalAward(input: unknown, pack: RulePack = currentPack): FinalAward {
  const facts = read(input, '');
  const warnings: string[] = [];
  const minimum = monthlyMinimum(facts, pack, warnings);
  const line = fen(minimum * 12);
  const items = facts.items.map((item, index) => judge(item, index, line));
  const isMixed = items.some(({ isFinal }) => isFinal) && items.some(({ isFinal }) => !isFinal);
  if (isMixed) warnings.push('终局事项与非终局事项应当分别制作裁决书（办案规则第50条）');
  return {
    kind: 'final-award',
    amount: formatYuan(line),
    steps: [
      step(`终局线：当地月最低工资标准${formatYuan(minimum)}×12个月，逐项比较，不看总额`, line),
      ...items.map(({ head, amount, reason }) => ({ text: `${heads[head].name}：${reason}`, amount })),
    ],
    articles: ['劳动争议调解仲裁法第47条', '劳动人事争议仲裁办案规则第50条'],
    warnings,
    items,
    isMixed,
  };
}

function monthlyMinimum(facts: ReturnType<typeof read>, pack: RulePack, warnings: string[]): Fen {
  if (facts.localMinimumWage !== undefined) return facts.localMinimumWage;
  if (facts.place === undefined) {
    throw new Refusal('claim/choose-one-field', { fields: ['localMinimumWage', 'place（并写 on）'] });
  }
  if (facts.on === undefined) throw new Refusal('claim/missing-field', { field: 'on（日期）' });
  const figure = minimumWageAt(facts.place, facts.on, pack);
  warnings.push(...figure.warnings);
  return figure.amount;
}

function judge({ head, amount }: Item, index: number, line: Fen): AwardItem {
  const row = heads[head];
  const shown = formatYuan(amount ?? NO_MONEY);
  if (row.class === 'standard') {
    return { head, amount: shown, isFinal: true, reason: '执行国家劳动标准的争议，终局（第47条第2项）' };
  }
  if (row.class === 'neither') {
    return { head, amount: shown, isFinal: false, reason: '不属于第47条所列事项，非终局' };
  }
  if (amount === undefined)
    throw new Refusal('claim/missing-field', { field: `items[${index}].amount（金额）` });
  const isFinal = amount <= line;
  return {
    head,
    amount: shown,
    isFinal,
    reason: `${row.under}，${isFinal ? '不超过' : '超过'}终局线，${isFinal ? '终局' : '非终局'}（第47条第1项）`,
  };
}
