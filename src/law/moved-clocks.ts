/** Before a pack is published: which open clocks it would move. */
import type { Day } from '../domain/day.ts';
import { daysBetween } from '../domain/day.ts';
import { Refusal, type RefusalCode } from '../domain/refusal.ts';
import { type Course, deadlineWith } from './course.ts';
import type { RulePack } from './pack.ts';
import type { RuleId } from './rules/rules.ts';

/** `dueOn` as it stands on record. */
export type OpenClock = { id: string; rule: string; from: Day; dueOn: Day; course?: Course };

export type MovedClock = {
  id: string;
  rule: string;
  from: Day;
  before: Day;
  /** Null where the new pack refuses the clock; `refusal` says why. */
  after: Day | null;
  /** Positive: later than before. */
  days: number;
  wasProvisional: boolean;
  isProvisional: boolean;
  refusal?: RefusalCode;
};

/** Clocks whose day or whose provisional mark changes, earliest new day first; those that stay are left out. */
export function movedClocks(
  openClocks: readonly OpenClock[],
  fromPack: RulePack,
  toPack: RulePack,
): MovedClock[] {
  const moved: MovedClock[] = [];
  for (const { id, rule, from, dueOn, course = {} } of openClocks) {
    const before = attempt(rule, from, course, fromPack);
    const after = attempt(rule, from, course, toPack);
    const wasProvisional = before.provisional;
    if (after.dueOn === dueOn && after.provisional === wasProvisional) continue;
    moved.push({
      id,
      rule,
      from,
      before: dueOn,
      after: after.dueOn,
      days: after.dueOn === null ? 0 : daysBetween(dueOn, after.dueOn),
      wasProvisional,
      isProvisional: after.provisional,
      ...(after.refusal === undefined ? {} : { refusal: after.refusal }),
    });
  }
  return moved.sort((a, b) => ((a.after ?? '') < (b.after ?? '') ? -1 : 1));
}

type Attempt = { dueOn: Day | null; provisional: boolean; refusal?: RefusalCode };

function attempt(rule: string, from: Day, course: Course, pack: RulePack): Attempt {
  try {
    const { dueOn, provisional } = deadlineWith(rule as RuleId, from, course, pack);
    return { dueOn, provisional };
  } catch (error) {
    if (error instanceof Refusal) return { dueOn: null, provisional: false, refusal: error.code };
    throw error;
  }
}
