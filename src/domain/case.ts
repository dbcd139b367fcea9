/** What every story's case has in common: commands, events, clocks, tasks, and how an event changes them. */
import { addDays, type Day, dayAt, instantOf } from './day.ts';
import { type AccountId, type CaseId, type CommandId, type PartyId, SYSTEM } from './ids.ts';
import { Refusal } from './refusal.ts';
import { type ActionTable, type Actor, type Hat, openActions } from './role.ts';

export const stories = ['dispute', 'referral'] as const;
export type Story = (typeof stories)[number];

/** The rule pack of cases opened before a case kept its pack. */
export const FIRST_PACK = 'nanyang-2026.1';

/** What every command carries. `on` is the civil day of the act, never later than today. */
export type Order = {
  id: CommandId;
  on: Day;
  by: Actor;
  /** The `seq` the actor was looking at (`If-Match`); a case that has moved on refuses. */
  seen?: number;
};

/** A period that runs. `fixed` days come from the parties' agreement, all others from the law's rule. */
export type ClockStart = { rule: string; from: Day; about?: string; fixed?: Day };
/** `moved`: another clock on the same act took its place, computed anew. */
export type ClockEnd = { clock: string; outcome: 'met' | 'late' | 'moot' | 'moved' };

/** An open clock as the case holds it; texts and workings are in the record. */
export type Clock = {
  id: string;
  rule: string;
  about: string | null;
  startedOn: Day;
  warnOn: Day;
  /** Earlier days on which it rings without warning: a quarter and half of a period of mediation. */
  alarms?: readonly Day[];
  dueOn: Day;
  provisional: boolean;
  /** Recorded on this day: an entry typed in long after rings the next morning, not at once. */
  recordedOn: Day;
  rung: 'no' | 'warned' | 'lapsed';
};

export const paperKindNames = [
  'application',
  'acceptance-notice',
  'non-acceptance',
  'mediation-notice',
  'minutes',
  'termination',
  'agreement',
  'review-application',
  'confirmation-application',
  'mediation-proof',
  'service-address',
  'authority-letter',
  'payment-order-application',
  'visit-record',
  'same-day-record',
  'referral-letter',
  'hand-over-slip',
  'limitation-certificate',
  'receipt-slip',
  'case-file',
] as const;
export type PaperKindName = (typeof paperKindNames)[number];

/** `about` tells papers of one kind apart: the session of minutes, the person of an authority. */
export type PaperStart = { kind: PaperKindName; about?: string };
export type IssuedPaper = { id: string; kind: PaperStart['kind']; number: string };

/** An event as the domain decides it. `facts` are codes, days and amounts, no texts of people. */
export type Decision<Kind extends string = string, Facts = object> = {
  kind: Kind;
  on: Day;
  by: AccountId;
  /** Which party acted, where one did for itself. */
  party?: PartyId;
  facts: Facts;
  starts: ClockStart[];
  ends: ClockEnd[];
  papers: PaperStart[];
};

/** The same event as recorded: with its place in the case, the law's days, the papers' numbers. */
export type Recorded<D extends Decision = Decision> = D & {
  seq: number;
  commandId: CommandId;
  recordedOn: Day;
  clocks: Clock[];
  issued: IssuedPaper[];
  /** The mediator chosen on receipt, where the district has one. */
  assigned: AccountId | null;
  /** The nearest manager, where the event may leave to be done what no mediator may. */
  desk?: AccountId | null;
  /** What the law says of the case's limitation; only where the event changed what that day depends on. */
  limitation?: LastSafeDay;
};

/** Until when the worker may still ask. Null: wages of a relation that lasts, which have no limit. */
export type LastSafeDay = { lastSafeDay: Day | null; provisional: boolean };

export type CaseState<State extends string = string> = {
  id: CaseId;
  story: Story;
  seq: number;
  state: State;
  owner: AccountId | null;
  openedBy: AccountId;
  /** The rule pack its periods are computed with: that of the day it was opened, until it is moved by command. */
  pack: string;
  clocks: Clock[];
  /** Numbered papers whose PDF is still to be drawn. */
  undrawn: string[];
  /** The day of the last act of a person or of another case: the base of tasks that have no clock of their own. */
  lastActOn: Day;
};

/** A file at rest has no workflow; whatever is asked of it later starts one again from its snapshot. */
export const isAtRest = ({ state }: Pick<CaseState, 'state'>): boolean =>
  state === 'closed' || state === 'archived';

/** How a recording fails where the record was restored to a moment before the case's history. */
export const RECORD_BEHIND = 'RecordBehind';

/** One thing to be done: derived from the state, never typed in. `why` is a code with its sentence in templates. */
export type Task = { key: string; why: string; owner: AccountId; dueOn: Day };

export function decision<K extends string, F>(
  kind: K,
  order: Order,
  facts: F,
  more: Partial<Pick<Decision, 'starts' | 'ends' | 'papers'>> = {},
): Decision<K, F> {
  const { account, party } = order.by;
  const own = party === undefined ? {} : { party };
  return { kind, on: order.on, by: account, ...own, facts, starts: [], ends: [], papers: [], ...more };
}

/** The checks every command meets before its story looks at it. */
export function allow<S extends string, A extends string>(
  table: ActionTable<S, A>,
  state: CaseState<S>,
  action: A,
  order: Order,
  hats: ReadonlySet<Hat>,
  today: Day,
): void {
  if (order.on > today) throw new Refusal('day/in-the-future', { on: order.on, today });
  if (order.seen !== undefined && order.seen !== state.seq)
    throw new Refusal('case/changed-meanwhile', { seen: order.seen, now: state.seq });
  if (table[state.state][action] === undefined)
    throw new Refusal('case/not-in-this-state', { story: state.story, action, state: state.state });
  if (!openActions(table, state.state, hats).includes(action))
    throw new Refusal('case/not-yours-to-do', {
      story: state.story,
      action,
      who: [...(table[state.state][action] ?? [])],
    });
}

/** The part of an event's effect that is the same in every story. */
export function evolveCase<T extends CaseState>(state: T, event: Recorded): T {
  const ended = new Set(event.ends.map((end) => end.clock));
  const own = event as Recorded<OwnDecision>;
  const rang = own.kind === 'clock-rang' ? own.facts : null;
  const drawn = own.kind === 'paper-drawn' ? own.facts.paper : null;
  const moved = event as Recorded<PackMoved>;
  const isAct = rang === null && drawn === null;
  return {
    ...state,
    seq: event.seq,
    pack: moved.kind === 'pack-moved' ? moved.facts.to : state.pack,
    clocks: [...state.clocks.filter((clock) => !ended.has(clock.id)), ...event.clocks].map((clock) =>
      clock.id === rang?.clock ? rungClock(clock, rang.rung) : clock,
    ),
    undrawn: [...state.undrawn, ...event.issued.map((paper) => paper.id)].filter((id) => id !== drawn),
    lastActOn: isAct && event.on > state.lastActOn ? event.on : state.lastActOn,
  };
}

/** `alarmed`: on the way; `warned`: three quarters are gone; `lapsed`: the last day is over. */
type Rung = 'alarmed' | 'warned' | 'lapsed';

/** What a case does of itself, whatever its story: its clocks ring, its papers are drawn. */
export type OwnDecision =
  | Decision<'clock-rang', { clock: string; rule: string; rung: Rung }>
  | Decision<'paper-drawn', { paper: string; sha256: string; pages: number }>;

/** Any case moves to another rule pack by command; the recording computes its open clocks anew. */
export type PackMoved = Decision<'pack-moved', { from: string; to: string }>;

export function movePack(state: CaseState, order: Order, { pack }: { pack: string }): PackMoved {
  if (pack === state.pack) throw new Refusal('pack/already-on', { pack });
  return decision('pack-moved', order, { from: state.pack, to: pack });
}

function rungClock(clock: Clock, rung: Rung): Clock {
  return rung === 'alarmed' ? { ...clock, alarms: (clock.alarms ?? []).slice(1) } : { ...clock, rung };
}

export type Ring = { clock: Clock; rung: Rung; at: number };

/** The next ring of any open clock, `at` an instant in ms; null where all have rung. One timer waits for it. */
export function nextRing(state: CaseState): Ring | null {
  let next: Ring | null = null;
  for (const clock of state.clocks) {
    const ring = ringOf(clock);
    if (ring !== null && (next === null || ring.at < next.at)) next = ring;
  }
  return next;
}

const MORNING = 8;

function ringOf(clock: Clock): Ring | null {
  if (clock.rung === 'lapsed') return null;
  if (clock.dueOn < clock.recordedOn)
    return { clock, rung: 'lapsed', at: instantOf(addDays(clock.recordedOn, 1), MORNING) };
  if (clock.rung === 'warned') return { clock, rung: 'lapsed', at: instantOf(addDays(clock.dueOn, 1)) };
  const [alarm] = clock.alarms ?? [];
  if (alarm !== undefined) return { clock, rung: 'alarmed', at: instantOf(alarm, MORNING) };
  return { clock, rung: 'warned', at: instantOf(clock.warnOn, MORNING) };
}

export function ring(due: Ring, nowMs: number): OwnDecision {
  return own('clock-rang', { clock: due.clock.id, rule: due.clock.rule, rung: due.rung }, nowMs);
}

export function paperDrawn(paper: string, sha256: string, pages: number, nowMs: number): OwnDecision {
  return own('paper-drawn', { paper, sha256, pages }, nowMs);
}

function own<K extends string, F>(kind: K, facts: F, nowMs: number): Decision<K, F> {
  return { kind, on: dayAt(nowMs), by: SYSTEM, facts, starts: [], ends: [], papers: [] };
}

export function clockId(seq: number, index: number): string {
  return `${seq}.${index}`;
}

/** Ends the open clocks of these rules: `met` by the due day, `late` after it. */
export function endClocks(state: CaseState, on: Day, rules: readonly string[], about?: string): ClockEnd[] {
  return state.clocks
    .filter((clock) => rules.includes(clock.rule) && (about === undefined || clock.about === about))
    .map((clock) => ({ clock: clock.id, outcome: on <= clock.dueOn ? 'met' : 'late' }));
}

export function dropClocks(state: CaseState, keep: readonly string[] = []): ClockEnd[] {
  return state.clocks
    .filter((clock) => !keep.includes(clock.rule))
    .map((clock) => ({ clock: clock.id, outcome: 'moot' }));
}

/** The due day of the open clock that presses first among these rules. */
export function dueBy(state: CaseState, rules: readonly string[]): Day | undefined {
  return state.clocks
    .filter((clock) => rules.includes(clock.rule))
    .map((clock) => clock.dueOn)
    .sort()[0];
}
