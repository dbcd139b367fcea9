/** A rule pack: one immutable, dated set of rules, calendars and figures. A case keeps the pack it was opened under. */
import type { Day } from '../domain/day.ts';
import { Refusal } from '../domain/refusal.ts';
import { type Calendar, compileCalendar, type YearCalendar } from './calendar/calendar.ts';
import type { Rule } from './rules/rule.ts';
import type { Statute } from './statutes.ts';
import type { AverageWageRow } from './wages/average.ts';
import type { MinimumWageRow } from './wages/minimum.ts';
import type { Place, WageClassRow } from './wages/places.ts';

export type RulePack = {
  id: string;
  name: string;
  /** First and last day on which cases are opened under it. */
  validFrom: string;
  validTo: string | null;
  statutes: Readonly<Record<string, Statute>>;
  rules: readonly Rule[];
  acts: Readonly<Record<string, readonly string[]>>;
  /** Consecutive years, oldest first. */
  calendars: readonly YearCalendar[];
  places: readonly Place[];
  minimumWages: readonly MinimumWageRow[];
  wageClasses: readonly WageClassRow[];
  averageWages: readonly AverageWageRow[];
};

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) freeze(part);
  }
  return value;
}

export const sealPack = (pack: RulePack): RulePack => freeze(pack);

/** Keys in order, no spaces: equal packs give equal text. The caller hashes it (UTF-8). */
export function canonicalPack(pack: RulePack): string {
  return JSON.stringify(pack, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

type Indexed = { calendar: Calendar; versions: ReadonlyMap<string, readonly Rule[]> };
const indexes = new WeakMap<RulePack, Indexed>();

function indexOf(pack: RulePack): Indexed {
  let index = indexes.get(pack);
  if (index === undefined) {
    const versions = new Map<string, Rule[]>();
    for (const rule of pack.rules) versions.set(rule.id, [...(versions.get(rule.id) ?? []), rule]);
    index = { calendar: compileCalendar(pack.calendars), versions };
    indexes.set(pack, index);
  }
  return index;
}

export const calendarOf = (pack: RulePack): Calendar => indexOf(pack).calendar;

/** First and last day of a rule version; null where open. */
export function inForce(pack: RulePack, rule: Rule): { from: string | null; to: string | null } {
  const statute = pack.statutes[rule.statute];
  return {
    from: rule.validFrom ?? statute?.validFrom ?? null,
    to: rule.validTo ?? statute?.validTo ?? null,
  };
}

/** The version of a rule in force on `day`. Refuses `law/unknown-rule` and `law/rule-not-in-force`. */
export function ruleOn(pack: RulePack, id: string, day: Day): Rule {
  const versions = indexOf(pack).versions.get(id);
  if (versions === undefined) throw new Refusal('law/unknown-rule', { rule: id.slice(0, 60), pack: pack.id });
  const rule = versions.find((version) => {
    const { from, to } = inForce(pack, version);
    return (from === null || from <= day) && (to === null || day <= to);
  });
  if (rule === undefined) {
    const spans = versions.map((version) => {
      const { from, to } = inForce(pack, version);
      return `${from ?? ''}至${to ?? '今'}`;
    });
    throw new Refusal('law/rule-not-in-force', { rule: id, day, spans });
  }
  return rule;
}

/** Statute and article in Chinese, e.g. `劳动争议调解仲裁法第14条第3款`. */
export function citation(pack: RulePack, rule: Rule): string {
  const statute = pack.statutes[rule.statute];
  if (rule.statute === 'setting') {
    return rule.article === '' ? '本市规则包设定' : `本市规则包设定（${rule.article}）`;
  }
  return `${statute?.title ?? rule.statute}${rule.article}`;
}

/** Unconfirmed: neither the full text (V) nor a second-hand copy (V2) of it was read. */
export const isConfirmed = (rule: Rule): boolean => rule.tag === 'V' || rule.tag === 'V2';
