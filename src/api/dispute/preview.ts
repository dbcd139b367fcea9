/** Before an act is done: what it would record, which clocks it would start and end, which papers it would issue. */
import { z } from 'zod';
import { eventWords } from '../../../templates/zh-CN/event-words.ts';
import { clockWords, fixedClockNames } from '../../../templates/zh-CN/paper-words.ts';
import { sayTask } from '../../../templates/zh-CN/say-task.ts';
import { wordOf } from '../../../templates/zh-CN/word-of.ts';
import { type Clock, type ClockStart, clockId } from '../../domain/case.ts';
import type { Day } from '../../domain/day.ts';
import type { DisputeCommand } from '../../domain/dispute/commands.ts';
import { decideDispute } from '../../domain/dispute/decide.ts';
import { evolveDispute } from '../../domain/dispute/evolve.ts';
import type { DisputeEvent, DisputeState } from '../../domain/dispute/state.ts';
import { disputeTasks } from '../../domain/dispute/tasks.ts';
import { deadline, isRuleId } from '../../law/deadline.ts';
import type { RulePack } from '../../law/pack.ts';
import type { ClockRow } from '../../persistence/case.listing.ts';
import { text, texts } from '../fields.ts';

export const actPreview = z.object({
  sentence: text,
  on: text,
  state: text,
  stateName: text,
  /** The same as `stateName` where the act leaves the state as it is. */
  stateAfterName: text,
  starts: z.array(
    z.object({ name: text, dueOn: text, article: text, explanation: texts, provisional: z.boolean() }),
  ),
  ends: z.array(z.object({ name: text, dueOn: text, outcome: text })),
  papers: z.array(text),
  /** What there would be to do then. */
  next: z.array(z.object({ sentence: text, dueOn: text })),
});

/** Decides without recording. Throws the same `Refusal` as the act, but for what only its papers can tell. */
export function previewAct(
  state: DisputeState,
  command: DisputeCommand,
  today: Day,
  { pack, clocks }: { pack: RulePack; clocks: readonly ClockRow[] },
): z.infer<typeof actPreview> {
  const decided = decideDispute(state, command, today);
  const starts = decided.starts.map((start) => dayFor(start, pack));
  const event = {
    ...{ ...decided, seq: state.seq + 1, commandId: command.order.id, recordedOn: today },
    clocks: decided.starts.map((start, index): Clock => {
      const { dueOn, provisional } = starts[index] ?? { dueOn: start.from, provisional: false };
      const { rule, from: startedOn, about = null } = start;
      const id = clockId(state.seq + 1, index);
      return { id, rule, about, startedOn, warnOn: dueOn, dueOn, provisional, recordedOn: today, rung: 'no' };
    }),
    ...{ issued: [], assigned: null },
  } as DisputeEvent;
  const after = evolveDispute(state, event);
  return {
    sentence: eventWords[decided.kind],
    on: decided.on,
    state: state.state,
    stateName: wordOf(state.state),
    stateAfterName: wordOf(after.state),
    starts,
    ends: decided.ends.flatMap(({ clock, outcome }) => {
      const ended = clocks.find(({ id }) => id === clock);
      if (ended === undefined) return [];
      return [{ name: ended.name, dueOn: ended.dueOn, outcome }];
    }),
    papers: decided.papers.map(({ kind }) => wordOf(kind)),
    next: disputeTasks(after).map(({ key, why, dueOn }) => ({
      ...{ sentence: sayTask(why, key.slice(why.length + 1)), dueOn },
    })),
  };
}

function dayFor({ rule, from, fixed }: ClockStart, pack: RulePack) {
  if (fixed !== undefined)
    return {
      name: fixedClockNames[rule] ?? clockWords.instalment,
      dueOn: fixed,
      article: clockWords.agreed,
      explanation: [clockWords.agreedDay.replace('{day}', fixed)],
      provisional: false,
    };
  if (!isRuleId(rule)) throw new Error(`no rule of law is called ${rule}`);
  const { name, dueOn, article, explanation, provisional } = deadline(rule, from, pack);
  return { name, dueOn, article, explanation, provisional };
}
