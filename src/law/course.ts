/** A clock's course after it started: restarts, pauses, an extension, each only on a ground the rule knows. */
import type { Deadline } from '../domain/clock.ts';
import { type Day, dayNumber } from '../domain/day.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Gap } from './count.ts';
import { computeDeadline } from './deadline.ts';
import { type RulePack, ruleOn } from './pack.ts';
import { currentPack } from './packs.ts';
import type { Rule } from './rules/rule.ts';
import type { RuleId } from './rules/rules.ts';

export type Course = {
  restarts?: readonly { ground: string; on: Day }[];
  /** Both days are left out of the count. */
  pauses?: readonly { ground: string; from: Day; to: Day }[];
  /** `until` where the rule leaves the length to the two sides; else the rule's own length is added. */
  extension?: { basis: string; until?: Day };
};

/**
 * The deadline of a clock with its whole course.
 * Refuses `law/pause-not-allowed`, `law/restart-not-allowed`, `law/extension-not-allowed`, `day/reversed`, and what `deadline` refuses.
 */
export function deadlineWith(
  rule: RuleId,
  from: Day,
  course: Course,
  pack: RulePack = currentPack,
): Deadline {
  const found = ruleOn(pack, rule, from);
  const lines: string[] = [];
  const start = lastStart(found, from, course, lines);
  const gaps = gapsOf(found, course, lines);
  const { extension } = course;
  const extra = extension === undefined ? 0 : extraLength(found, extension);
  const result = computeDeadline(found, start, pack, gaps, found.length + extra);
  if (extension !== undefined) {
    lines.push(
      `延长：${extension.basis}（${found.extension?.condition ?? ''}）${extra > 0 ? `，原期限${found.length}加${extra}` : ''}。`,
    );
  }
  const until = extension?.until;
  if (until !== undefined && until <= result.dueOn) {
    throw new Refusal('day/reversed', { from: result.dueOn, to: until, field: 'extension.until' });
  }
  if (until !== undefined) lines.push(`延长后的期限为双方约定的${until}。`);
  return {
    ...result,
    from: start,
    dueOn: until ?? result.dueOn,
    provisional: until === undefined && result.provisional,
    explanation: [...result.explanation, ...lines],
  };
}

function lastStart(rule: Rule, from: Day, course: Course, lines: string[]): Day {
  let start = from;
  for (const { ground, on } of course.restarts ?? []) {
    if (!rule.restarts?.includes(ground)) {
      throw new Refusal('law/restart-not-allowed', { rule: rule.id, ground, allowed: rule.restarts ?? [] });
    }
    if (on < from) throw new Refusal('day/reversed', { from, to: on, field: 'restarts' });
    lines.push(`重新计算：${on}${ground}，期限自该日起重新计算。`);
    if (on > start) start = on;
  }
  return start;
}

/** Sorted and joined, so that a day named twice is left out once. */
function gapsOf(rule: Rule, course: Course, lines: string[]): Gap[] {
  const gaps: Gap[] = [];
  const sorted = [...(course.pauses ?? [])].sort((a, b) => (a.from < b.from ? -1 : 1));
  for (const { ground, from, to } of sorted) {
    if (!rule.pauses?.includes(ground)) {
      throw new Refusal('law/pause-not-allowed', { rule: rule.id, ground, allowed: rule.pauses ?? [] });
    }
    if (to < from) throw new Refusal('day/reversed', { from, to, field: 'pauses' });
    lines.push(`中止：${from}至${to}因${ground}不计入期限。`);
    const last = gaps.at(-1);
    if (last !== undefined && dayNumber(from) <= last.to + 1) last.to = Math.max(last.to, dayNumber(to));
    else gaps.push({ from: dayNumber(from), to: dayNumber(to) });
  }
  return gaps;
}

function extraLength(rule: Rule, extension: { until?: Day }): number {
  const allowed = rule.extension;
  const isByAgreement = allowed?.length === null;
  if (allowed === undefined || isByAgreement !== (extension.until !== undefined)) {
    throw new Refusal('law/extension-not-allowed', {
      rule: rule.id,
      allowed:
        allowed === undefined ? '此期限不能延长' : isByAgreement ? '双方约定的日期' : `${allowed.length}`,
    });
  }
  return allowed.length ?? 0;
}
