/** Every period the house knows. Two entries with one id are versions of it, told apart by their time in force. */
import { aidRules } from './aid.ts';
import { arbitrationRules } from './arbitration.ts';
import { contractRules } from './contracts.ts';
import { linkageRules } from './linkage.ts';
import { mediationRules } from './mediation.ts';
import { offerRules } from './offers.ts';
import type { Rule } from './rule.ts';

const all = [
  ...mediationRules,
  ...linkageRules,
  ...arbitrationRules,
  ...aidRules,
  ...offerRules,
  ...contractRules,
] as const satisfies readonly Rule[];

export type RuleId = (typeof all)[number]['id'];

export const rules: readonly Rule[] = all;

const ids: ReadonlySet<string> = new Set(all.map((rule) => rule.id));

export function isRuleId(text: string): text is RuleId {
  return ids.has(text);
}
