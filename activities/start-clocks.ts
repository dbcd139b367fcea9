import { type ClockStart, clockId, type Decision, type Clock as RunningClock } from '../src/domain/case.ts';
import { addDays, type Day, daysBetween } from '../src/domain/day.ts';
import type { CaseId } from '../src/domain/ids.ts';
import { deadline, isRuleId } from '../src/law/deadline.ts';
import { currentPack } from '../src/law/packs.ts';
import { Clock } from '../src/persistence/clock.entity.ts';
import type { Em } from '../src/persistence/orm.ts';

/** Computes and keeps the clocks a decision starts, each with its article and its working. */
export function startClocks(
  em: Em,
  caseId: CaseId,
  decision: Decision,
  seq: number,
  today: Day,
): RunningClock[] {
  return decision.starts.map((start, index) => {
    const { name, article, explanation, dueOn, provisional, confirmed } = answer(start);
    const clock: RunningClock = {
      id: clockId(seq, index),
      rule: start.rule,
      about: start.about ?? null,
      startedOn: start.from,
      warnOn: warnDay(start.from, dueOn),
      dueOn,
      provisional,
      recordedOn: today,
      rung: 'no',
    };
    const { recordedOn: _, ...kept } = clock;
    const pack = start.fixed === undefined ? currentPack.id : '';
    em.create(Clock, {
      ...kept,
      caseId,
      name,
      article,
      explanation,
      confirmed,
      pack,
      endedOn: null,
      outcome: null,
    });
    return clock;
  });
}

function answer(start: ClockStart) {
  if (start.fixed !== undefined)
    return {
      name: '分期履行期限',
      article: '调解协议约定',
      explanation: [`协议约定的固定日期：${start.fixed}`],
      dueOn: start.fixed,
      provisional: false,
      confirmed: true,
    };
  if (!isRuleId(start.rule)) throw new Error(`no rule of law is called ${start.rule}`);
  return deadline(start.rule, start.from, currentPack);
}

/** Three quarters of the way, the day before the last at the latest. */
function warnDay(from: Day, dueOn: Day): Day {
  const days = daysBetween(from, dueOn);
  return addDays(from, Math.max(0, Math.min(Math.floor(days * 0.75), days - 1)));
}
