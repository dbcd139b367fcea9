/** The clocks an event starts, and those a new rule pack moves: each with its article and its working. */
import { type ClockStart, clockId, type Clock as RunningClock } from '../src/domain/case.ts';
import { addDays, type Day, daysBetween } from '../src/domain/day.ts';
import { extendableRules } from '../src/domain/dispute/rules.ts';
import { deadline, isRuleId } from '../src/law/deadline.ts';
import { Clock } from '../src/persistence/clock.entity.ts';
import { clockWords, fixedClockNames } from '../templates/zh-CN/paper-words.ts';
import type { InHand } from './issue-papers.ts';

/** A due day with what stands behind it. `pack` is empty where the parties agreed on the day. */
export type Answered = Pick<
  Clock,
  'name' | 'article' | 'explanation' | 'dueOn' | 'provisional' | 'confirmed' | 'pack'
>;

export function startClocks(inHand: InHand): void {
  for (const start of inHand.event.starts) keepClock(inHand, start, answer(inHand, start));
}

/** Computes the open clocks of law anew; one whose day changes gives way to another, which rings again. */
export async function moveClocks(inHand: InHand): Promise<void> {
  const { before, event } = inHand;
  const ended = new Set(event.ends.map(({ clock }) => clock));
  for (const clock of before.clocks) {
    if (ended.has(clock.id) || !isRuleId(clock.rule)) continue;
    const start = { rule: clock.rule, from: clock.startedOn, ...(clock.about ? { about: clock.about } : {}) };
    await replaceClock(inHand, [clock], start, answer(inHand, start));
  }
}

/** Puts a clock in the place of others on the same act; where it says the same day, that one stays with the new working. */
export async function replaceClock(
  inHand: InHand,
  running: readonly RunningClock[],
  start: ClockStart,
  answered: Answered,
): Promise<void> {
  const same = running.find(
    ({ dueOn, provisional }) => dueOn === answered.dueOn && provisional === answered.provisional,
  );
  if (same !== undefined) {
    const { name, article, explanation, confirmed, pack } = answered;
    const kept = { caseId: inHand.before.id, id: same.id };
    await inHand.em.nativeUpdate(Clock, kept, { name, article, explanation, confirmed, pack });
    return;
  }
  inHand.event.ends.push(...running.map(({ id }) => ({ clock: id, outcome: 'moved' as const })));
  const rung = running.find(({ dueOn }) => dueOn === answered.dueOn)?.rung;
  keepClock(inHand, start, answered, rung);
}

function keepClock(
  { em, before, event }: InHand,
  start: ClockStart,
  answered: Answered,
  rung: RunningClock['rung'] = 'no',
): void {
  const { dueOn, provisional } = answered;
  const clock: RunningClock = {
    id: clockId(event.seq, event.clocks.length),
    rule: start.rule,
    about: start.about ?? null,
    startedOn: start.from,
    warnOn: warnDay(start.from, dueOn, event.recordedOn),
    alarms: alarmDays(start.rule, start.from, dueOn, event.recordedOn),
    dueOn,
    provisional,
    recordedOn: event.recordedOn,
    rung,
  };
  event.clocks.push(clock);
  const { recordedOn: _, alarms: __, ...kept } = clock;
  em.create(Clock, { ...kept, ...answered, caseId: before.id, endedOn: null, outcome: null });
}

function answer({ pack }: InHand, { rule, from, fixed }: ClockStart): Answered {
  if (fixed !== undefined)
    return {
      name: fixedClockNames[rule] ?? clockWords.instalment,
      article: clockWords.agreed,
      explanation: [clockWords.agreedDay.replace('{day}', fixed)],
      dueOn: fixed,
      provisional: false,
      confirmed: true,
      pack: '',
    };
  if (!isRuleId(rule)) throw new Error(`no rule of law is called ${rule}`);
  const { name, article, explanation, dueOn, provisional, confirmed } = deadline(rule, from, pack);
  return { name, article, explanation, dueOn, provisional, confirmed, pack: pack.id };
}

const WARNED_AT = 0.75;

/** So far of the way, the day before the last at the latest. */
function partOf(from: Day, dueOn: Day, part: number): Day {
  const days = daysBetween(from, dueOn);
  return addDays(from, Math.max(0, Math.min(Math.floor(days * part), days - 1)));
}

/** What would ring at once rings the next morning, while that is still in time. */
function warnDay(from: Day, dueOn: Day, recordedOn: Day): Day {
  const day = partOf(from, dueOn, WARNED_AT);
  return day > recordedOn || dueOn <= recordedOn ? day : addDays(recordedOn, 1);
}

/** A period of mediation also rings when a quarter and half of it are gone; what is typed in late does not ring for the past. */
function alarmDays(rule: string, from: Day, dueOn: Day, recordedOn: Day): Day[] {
  if (!periods.has(rule)) return [];
  return [0.25, 0.5].map((part) => partOf(from, dueOn, part)).filter((day) => day > recordedOn);
}

const periods: ReadonlySet<string> = new Set(extendableRules);
