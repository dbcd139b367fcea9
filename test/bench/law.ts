/** Deadlines a second, with their explanations, against bare day additions in the same run. */
import { addDays, type Day } from '../../src/domain/day.ts';
import { deadline, type RuleId } from '../../src/law/deadline.ts';

const DEADLINES = 100_000;
const rules: readonly RuleId[] = [
  'mediation.direct',
  'agreement.arbitration-review',
  'offer.reply.henan-wage',
  'arbitration.award',
  'negotiation.finish.henan-wage',
];

/** `{deadlines, seconds, perSecond, bareAdditionsPerSecond, ratio}`: `ratio` is the time of one deadline in bare additions. */
export async function bench(): Promise<object> {
  const starts = Array.from({ length: 365 }, (_, after) => addDays('2025-06-01' as Day, after));
  compute(starts, 5_000);
  const seconds = timed(() => compute(starts, DEADLINES));
  const bareSeconds = timed(() => add(starts, DEADLINES));
  return {
    deadlines: DEADLINES,
    seconds: round(seconds),
    perSecond: Math.round(DEADLINES / seconds),
    bareAdditionsPerSecond: Math.round(DEADLINES / bareSeconds),
    ratio: round(seconds / bareSeconds),
  };
}

function compute(starts: readonly Day[], count: number): number {
  let lines = 0;
  for (let each = 0; each < count; each++) {
    const rule = rules[each % rules.length];
    const from = starts[each % starts.length];
    if (rule && from) lines += deadline(rule, from).explanation.length;
  }
  return lines;
}

function add(starts: readonly Day[], count: number): number {
  let length = 0;
  for (let each = 0; each < count; each++) {
    const from = starts[each % starts.length];
    if (from) length += addDays(from, 15).length;
  }
  return length;
}

function timed(work: () => number): number {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
}

const round = (number: number): number => Math.round(number * 1000) / 1000;
