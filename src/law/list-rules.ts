/** A pack's rules as a list that people read and machines search. */
import type { DayType } from '../domain/clock.ts';
import { citation, inForce, isConfirmed, type RulePack } from './pack.ts';

export type ListedRule = {
  rule: string;
  name: string;
  article: string;
  jurisdiction: string | undefined;
  validFrom: string | null;
  validTo: string | null;
  trigger: string;
  length: number;
  dayType: DayType;
  direction: 'after' | 'before' | 'within-before';
  isRolled: boolean;
  tag: string;
  confirmed: boolean;
};

export function listRules(pack: RulePack): ListedRule[] {
  return pack.rules.map((rule) => ({
    rule: rule.id,
    name: rule.name,
    article: citation(pack, rule),
    jurisdiction: pack.statutes[rule.statute]?.jurisdiction,
    validFrom: inForce(pack, rule).from,
    validTo: inForce(pack, rule).to,
    trigger: rule.trigger,
    length: rule.length,
    dayType: rule.dayType,
    direction: rule.direction ?? 'after',
    isRolled: rule.isRolled ?? rule.direction === undefined,
    tag: rule.tag,
    confirmed: isConfirmed(rule),
  }));
}
