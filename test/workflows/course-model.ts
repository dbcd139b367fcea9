/** The model of a course: the domain alone, folding what was recorded once its decision is seen to be the model's own. */
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type CaseState,
  clockId,
  type Decision,
  nextRing,
  type OwnDecision,
  paperDrawn,
  type Recorded,
  ring,
} from '../../src/domain/case.ts';
import { type Day, dayAt } from '../../src/domain/day.ts';
import type { DisputeCommand } from '../../src/domain/dispute/commands.ts';
import { decideDispute } from '../../src/domain/dispute/decide.ts';
import { evolveDispute } from '../../src/domain/dispute/evolve.ts';
import { LIMITATION } from '../../src/domain/dispute/rules.ts';
import type { DisputeEvent, DisputeState } from '../../src/domain/dispute/state.ts';
import { disputeTasks } from '../../src/domain/dispute/tasks.ts';
import { type CaseId, SYSTEM } from '../../src/domain/ids.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { verifyAudit } from '../../src/persistence/audit.repository.ts';
import { CaseEvent } from '../../src/persistence/case-event.entity.ts';
import { CaseRecord } from '../../src/persistence/case-record.entity.ts';
import { checkOpenCases } from '../../src/persistence/check.listing.ts';
import { Clock, Task } from '../../src/persistence/clock.entity.ts';
import { Command } from '../../src/persistence/command.entity.ts';
import { Paper } from '../../src/persistence/paper.entity.ts';
import { currentState, workflowIdOf } from '../../workflows/messages.ts';
import type { CourseCity } from './course-city.ts';

export type Model = {
  state: DisputeState;
  /** How each clock that is over came to its end. */
  ended: Record<string, { endedOn: Day; outcome: string }>;
  kinds: string[];
  /** The day the people of the course have got to. */
  day: Day;
  /** The last command that was done, and where. */
  last: Command | null;
  hasWorkflow: boolean;
};

/** What the record knows better than the case: whether it must refuse, may, or does not. */
export type RecordWord = { code: string; isSure: boolean } | null;

const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** One event of the record, decided by the model, too, and folded. */
async function follow({ orm }: CourseCity, model: Model, event: Recorded, command: Command | null) {
  const { state } = model;
  const today = event.recordedOn;
  const decided: Decision =
    command === null
      ? await ownOf(orm, state, event as Recorded<OwnDecision>)
      : decideDispute(state, command as unknown as DisputeCommand, today);
  const { kind, on, by, facts, starts, ends, papers } = plain(decided);
  const { dispute } = facts as { dispute?: string };
  // What only the record knows: what the law answers, whose the lines are.
  const known =
    kind === 'claims-computed'
      ? { lines: expect.any(Array) as unknown }
      : kind === 'members-separated' && dispute !== undefined
        ? { kept: expect.any(Array) as unknown }
        : {};
  expect(event).toMatchObject({ seq: state.seq + 1, kind, on, by, starts, papers });
  expect(event.facts).toEqual({ ...facts, ...known });
  // The law may move clocks on top of what was decided: the last safe day, those of another pack.
  expect(event.ends.slice(0, ends.length)).toEqual(ends);
  expect(
    event.ends.slice(ends.length).filter(({ outcome }) => outcome !== 'moved' && outcome !== 'moot'),
  ).toEqual([]);
  expect(event.clocks.map(({ id }) => id)).toEqual(event.clocks.map((_, no) => clockId(event.seq, no)));
  for (const [no, { rule, from, about, fixed }] of starts.entries())
    expect(event.clocks[no]).toMatchObject({
      ...{ rule, startedOn: from, about: about ?? null },
      ...(fixed === undefined ? {} : { dueOn: fixed }),
    });
  const added = event.clocks.slice(starts.length);
  if (kind !== 'pack-moved') expect(added.filter(({ rule }) => rule !== LIMITATION)).toEqual([]);
  expect(event.issued.map((paper) => paper.kind)).toEqual(papers.map((paper) => paper.kind));
  for (const { clock, outcome } of event.ends) model.ended[clock] = { endedOn: event.on, outcome };
  model.kinds.push(event.kind);
  model.state = plain(evolveDispute(state, event as DisputeEvent));
}

/** A ring or a drawing: the model says whether it is time for it. */
async function ownOf(
  orm: CourseCity['orm'],
  state: DisputeState,
  event: Recorded<OwnDecision>,
): Promise<OwnDecision> {
  expect(event.by).toBe(SYSTEM);
  const { recordedAt } = await orm.em.fork().findOneOrFail(CaseEvent, { caseId: state.id, seq: event.seq });
  if (event.kind === 'clock-rang') {
    const due = nextRing(state);
    expect(due?.at).toBeLessThanOrEqual(recordedAt.getTime());
    return ring(due!, recordedAt.getTime());
  }
  const [paper] = state.undrawn;
  const { sha256, pages } = await orm.em.fork().findOneOrFail(Paper, { id: paper! });
  return paperDrawn(paper!, sha256!, pages!, recordedAt.getTime());
}

/**
 * Takes in what was recorded since, up to and with the event of `command`; gives the states gone through on the way.
 * Commands of other cases to this one are decided by the model, too.
 */
export async function takeIn(city: CourseCity, model: Model): Promise<DisputeState[]> {
  const { id, seq } = model.state;
  const em = city.orm.em.fork();
  const events = await em.find(CaseEvent, { caseId: id, seq: { $gt: seq } }, { orderBy: { seq: 'asc' } });
  const commands = await em.find(Command, { id: { $in: events.map(({ commandId }) => commandId) } });
  const states = [model.state];
  for (const { event } of events) {
    await follow(city, model, event, commands.find(({ id: one }) => one === event.commandId) ?? null);
    states.push(model.state);
  }
  return states;
}

/** Waits until nothing is left to be drawn and nothing to be rung. */
export async function untilQuiet(city: CourseCity, model: Model): Promise<void> {
  for (const until = Date.now() + 20_000; ; await sleep(15)) {
    await takeIn(city, model);
    const due = nextRing(model.state);
    if (model.state.undrawn.length === 0 && (due === null || due.at > Date.now())) return;
    if (Date.now() > until) throw new Error(`not quiet: ${JSON.stringify([model.state.undrawn, due])}`);
  }
}

/** The answer to a command is the model's: done as it decides, or refused with its words. */
export async function expectAnswered(
  city: CourseCity,
  model: Model,
  command: Command,
  { status, answer }: Pick<Command, 'status' | 'answer'>,
  word: RecordWord,
): Promise<void> {
  const states = await takeIn(city, model);
  const where = { caseId: command.caseId, commandId: command.id };
  const written = await city.orm.em.fork().find(CaseEvent, where);
  if (status === 'done') {
    expect(word?.isSure ? word : null).toBeNull();
    expect(answer).toEqual({ seq: written[0]?.seq });
    expect(written).toHaveLength(1);
    model.last = command;
    return;
  }
  expect({ status, written }).toEqual({ status: 'refused', written: [] });
  const said = states.map((state) => refusalOf(state, command));
  if (word !== null && said.includes(null)) {
    expect(answer).toMatchObject({ code: word.code });
    return;
  }
  // Where a paper was drawn meanwhile, the refusal is that of before or of after.
  expect(said).toContainEqual(answer);
}

function refusalOf(state: DisputeState, command: Command) {
  try {
    decideDispute(state, command as unknown as DisputeCommand, dayAt(Date.now()));
    return null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, facts, article } = error;
    return plain({ code, facts, article: article ?? null });
  }
}

/** Workflow, row, clocks and tasks are what the model says. */
export async function expectAlike(city: CourseCity, model: Model): Promise<void> {
  await untilQuiet(city, model);
  const { state } = model;
  const em = city.orm.em.fork();
  const { id } = state;
  if (model.hasWorkflow) {
    expect(await stateIn(city, id)).toEqual(state);
  }
  const row = await em.findOneOrFail(CaseRecord, { id });
  expect(row.snapshot).toEqual(state);
  const tasks = disputeTasks(state);
  const [next] = [...tasks].sort((a, b) => a.dueOn.localeCompare(b.dueOn));
  expect(row).toMatchObject({
    ...{ seq: state.seq, state: state.state, owner: state.owner ?? state.openedBy },
    ...{ nextAction: next?.why ?? null, nextOn: next?.dueOn ?? null },
    isOpen: state.state !== 'closed' && state.state !== 'archived',
  });
  const kept = await em.find(Task, { caseId: id });
  const byKey = (a: { key: string }, b: { key: string }) => (a.key < b.key ? -1 : 1);
  expect(kept.map(({ caseId: _, ...task }) => task).sort(byKey)).toEqual(plain(tasks).sort(byKey));
  await expectClocks(city, model);
}

/** What the workflow itself says, once it has read its snapshot. */
export async function stateIn({ client }: Pick<CourseCity, 'client'>, id: CaseId): Promise<CaseState> {
  for (const until = Date.now() + 20_000; ; await sleep(15)) {
    const state = await client.workflow.getHandle(workflowIdOf('dispute', id)).query(currentState);
    if (state !== null) return state;
    if (Date.now() > until) throw new Error(`${id} does not read its snapshot`);
  }
}

async function expectClocks({ orm }: CourseCity, { state, ended }: Model): Promise<void> {
  const rows = await orm.em.fork().find(Clock, { caseId: state.id });
  const running = rows.filter(({ endedOn }) => endedOn === null);
  const shown = running.map(({ id, rule, about, startedOn, warnOn, dueOn, provisional, rung }) => ({
    ...{ id, rule, about, startedOn, warnOn, dueOn, provisional, rung },
  }));
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  const clocks = state.clocks.map(({ recordedOn: _, alarms: __, ...clock }) => clock);
  expect(shown.sort(byId)).toEqual(clocks.sort(byId));
  const over = rows.filter(({ endedOn }) => endedOn !== null);
  expect(Object.fromEntries(over.map(({ id, endedOn, outcome }) => [id, { endedOn, outcome }]))).toEqual(
    ended,
  );
}

/** What holds of all cases at the end. */
export async function expectWhole({ orm }: CourseCity): Promise<void> {
  expect(await verifyAudit(orm.em.fork())).toMatchObject({ ok: true });
  expect((await checkOpenCases(orm.em.fork())).violations).toEqual([]);
}
