/** Until when: a rule applied to the day of its event. */
import type { Deadline } from '../domain/clock.ts';
import { type Day, dayFromNumber, dayNumber, yearOf } from '../domain/day.ts';
import { Refusal } from '../domain/refusal.ts';
import { countBackward, countForward, type Gap, type Span } from './count.ts';
import {
  countLines,
  dayText,
  headLine,
  lengthText,
  provisionalLine,
  startLine,
  tailLines,
} from './explain.ts';
import { calendarOf, citation, isConfirmed, type RulePack, ruleOn } from './pack.ts';
import { currentPack } from './packs.ts';
import type { ActId } from './rules/acts.ts';
import type { Rule } from './rules/rule.ts';
import type { RuleId } from './rules/rules.ts';

export { isRuleId, type RuleId } from './rules/rules.ts';

/**
 * The last day for the act that `rule` binds, counted from the event's day `from`.
 * A rule that binds an act before its event counts backwards; for a renewal window `dueOn` is the day it closes.
 * Refuses `law/unknown-rule`, `law/rule-not-in-force`, `calendar/unknown-year`.
 */
export function deadline(rule: RuleId, from: Day, pack: RulePack = currentPack): Deadline {
  return computeDeadline(ruleOn(pack, rule, from), from, pack, []);
}

/** As `deadline`, with days left out of the count and the length replaced; for `course.ts`. */
export function computeDeadline(
  rule: Rule,
  from: Day,
  pack: RulePack,
  gaps: readonly Gap[],
  length: number = rule.length,
): Deadline {
  if (yearOf(from) > 2199) throw new Refusal('calendar/unknown-year', yearFacts(from, pack));
  const calendar = calendarOf(pack);
  const span: Span = { length, dayType: rule.dayType, isRolled: rule.isRolled ?? true, gaps };
  const start = dayNumber(from);
  const lines = [headLine(pack, rule)];
  let due: number;
  let provisional: boolean;
  if (rule.direction === undefined) {
    const count = countForward(calendar, start, span);
    ({ due, provisional } = count);
    lines.push(startLine(start), ...countLines(calendar, start, span, count));
  } else {
    const count = countBackward(calendar, start, span);
    provisional = count.provisional;
    due = rule.direction === 'before' ? count.due : start;
    lines.push(
      rule.direction === 'before'
        ? `倒推：自${dayText(start)}（当日不计入）向前${lengthText(span)}，最迟${dayText(due)}；倒推的期限不顺延。`
        : `窗口：${dayText(count.due)}起可以提出，至${dayText(start)}期满为止，期满日不顺延。`,
    );
    if (provisional) lines.push(provisionalLine(calendar));
  }
  return {
    rule: rule.id,
    name: rule.name,
    article: citation(pack, rule),
    from,
    dueOn: dayFromNumber(due),
    dayType: rule.dayType,
    explanation: [...lines, ...tailLines(rule)],
    provisional,
    confirmed: isConfirmed(rule),
  };
}

function yearFacts(day: Day, pack: RulePack): Record<string, string> {
  const { first, last } = calendarOf(pack);
  return {
    year: day.slice(0, 4),
    first: dayFromNumber(first).slice(0, 4),
    last: dayFromNumber(last).slice(0, 4),
  };
}

export type ActDeadlines = { act: string; deadlines: readonly Deadline[]; earliest: Deadline };

/** Every clock on one act, earliest first; the earliest is the one to act on. Refuses `law/unknown-act`. */
export function deadlinesFor(act: ActId, from: Day, pack: RulePack = currentPack): ActDeadlines {
  const ids = pack.acts[act];
  if (ids === undefined) throw new Refusal('law/unknown-act', { act, pack: pack.id });
  const deadlines = ids
    .map((id) => deadline(id as RuleId, from, pack))
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
  const earliest = deadlines[0];
  if (earliest === undefined) throw new Refusal('law/unknown-act', { act, pack: pack.id });
  return { act, deadlines, earliest };
}

export type Window = {
  rule: string;
  name: string;
  article: string;
  opensOn: Day;
  closesOn: Day;
  explanation: string[];
  confirmed: boolean;
};

/** The span before `endsOn` in which an act may be done, e.g. a renewal. Refuses `law/not-a-window` for other rules. */
export function windowOf(rule: RuleId, endsOn: Day, pack: RulePack = currentPack): Window {
  const found = ruleOn(pack, rule, endsOn);
  if (found.direction !== 'within-before') throw new Refusal('law/not-a-window', { rule });
  const { name, article, explanation, confirmed, dueOn } = computeDeadline(found, endsOn, pack, []);
  const span: Span = { length: found.length, dayType: found.dayType, isRolled: false, gaps: [] };
  const opens = countBackward(calendarOf(pack), dayNumber(endsOn), span).due;
  return { rule, name, article, opensOn: dayFromNumber(opens), closesOn: dueOn, explanation, confirmed };
}
