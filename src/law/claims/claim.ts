/** How much: every kind of claim the house can work out. */
import { Refusal } from '../../domain/refusal.ts';
import { finalAward } from '../final-award.ts';
import type { RulePack } from '../pack.ts';
import { currentPack } from '../packs.ts';
import { annualLeave } from './annual-leave.ts';
import { doubleWage } from './double-wage.ts';
import { injury } from './injury.ts';
import { overtime } from './overtime.ts';
import { additionalCompensation, averageWage, deduction, probation } from './pay.ts';
import type { ClaimResult } from './result.ts';
import { noticePay, severance } from './severance.ts';
import { wageArrears } from './wage-arrears.ts';

const kinds = {
  'economic-compensation': severance,
  'unlawful-dismissal': severance,
  'notice-pay': noticePay,
  'double-wage': doubleWage,
  overtime,
  'annual-leave': annualLeave,
  'wage-arrears': wageArrears,
  injury,
  'average-wage': averageWage,
  probation,
  'additional-compensation': additionalCompensation,
  deduction,
  'final-award': finalAward,
} as const satisfies Record<string, (input: unknown, pack: RulePack) => ClaimResult>;

export type ClaimKind = keyof typeof kinds;

export const claimKinds = Object.keys(kinds) as readonly ClaimKind[];

/**
 * Works out `{kind, ...fields}`, money as text in yuan, days `YYYY-MM-DD`.
 * Refuses `claim/unknown-kind`, a wrong, missing or unknown field by its name, and tables that are not known.
 */
export function claim(input: unknown, pack: RulePack = currentPack): ClaimResult {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    throw new Refusal('claim/wrong-field', { field: '输入', expected: '一个 JSON 对象' });
  }
  const kind: unknown = 'kind' in input ? input.kind : undefined;
  if (kind === undefined) throw new Refusal('claim/missing-field', { field: 'kind（种类）' });
  if (typeof kind !== 'string' || !Object.hasOwn(kinds, kind)) {
    throw new Refusal('claim/unknown-kind', { kind: String(kind).slice(0, 40), known: claimKinds });
  }
  return kinds[kind as ClaimKind](input, pack);
}
