/** Writes what happened to a case: its event, its snapshot, its clocks and tasks, in the caller's transaction. */
import { type CaseState, type Task as DueTask, isAtRest, type Recorded } from '../domain/case.ts';
import type { CaseId, CommandId } from '../domain/ids.ts';
import { readSnapshot } from '../domain/story.ts';
import { CaseEvent, CaseText, type Texts } from './case-event.entity.ts';
import { CaseRecord } from './case-record.entity.ts';
import { Clock, Task } from './clock.entity.ts';
import { Command } from './command.entity.ts';
import { hashEvent, hashTexts } from './hash-chain.ts';
import type { Em } from './orm.ts';

/** One recording at a time for each case; rows that refer to the case may be written beside it. Null where there is no such case. */
export async function lockCase(em: Em, id: CaseId): Promise<{ row: CaseRecord; state: CaseState } | null> {
  await em.execute('select 1 from case_record where id = ? for no key update', [id]);
  const row = await em.findOne(CaseRecord, { id });
  return row === null ? null : { row, state: readSnapshot(row.snapshot) };
}

/** The events from `seq` on, or the one this command gave earlier. */
export async function eventsSince(
  em: Em,
  caseId: CaseId,
  seq: number,
  commandId: CommandId,
): Promise<Recorded[]> {
  const rows = await em.find(
    CaseEvent,
    { caseId, $or: [{ seq: { $gte: seq } }, { commandId }] },
    { orderBy: { seq: 'asc' } },
  );
  return rows.map(({ event }) => event);
}

export async function appendEvent(
  em: Em,
  row: CaseRecord,
  written: { event: Recorded; texts: Texts; state: CaseState; tasks: DueTask[]; recordedAt: Date },
): Promise<void> {
  const { event, texts, state, tasks, recordedAt } = written;
  const unhashed = {
    caseId: row.id,
    seq: event.seq,
    commandId: event.commandId,
    kind: event.kind,
    onDay: event.on,
    actor: event.by,
    recordedAt,
    event,
    textsHash: hashTexts(texts),
    previousHash: row.headHash,
  };
  const hash = hashEvent(unhashed);
  em.create(CaseEvent, { ...unhashed, hash });
  if (Object.keys(texts).length > 0) em.create(CaseText, { caseId: row.id, seq: event.seq, texts });
  const [next] = [...tasks].sort((a, b) => a.dueOn.localeCompare(b.dueOn));
  em.assign(row, {
    seq: event.seq,
    snapshot: state,
    state: state.state,
    owner: state.owner ?? state.openedBy,
    nextAction: next?.why ?? null,
    nextOn: next?.dueOn ?? null,
    isOpen: !isAtRest(state),
    headHash: hash,
    updatedAt: recordedAt,
  });
  await em.nativeDelete(Task, { caseId: row.id });
  for (const task of tasks) em.create(Task, { caseId: row.id, ...task });
}

/** Ends and rings the clocks an event touched; those it started are created by the caller, who knows their working. */
export async function touchClocks(em: Em, caseId: CaseId, event: Recorded): Promise<void> {
  for (const { clock, outcome } of event.ends)
    await em.nativeUpdate(Clock, { caseId, id: clock }, { endedOn: event.on, outcome });
  if (event.kind === 'clock-rang') {
    const { clock, rung } = event.facts as { clock: string; rung: string };
    await em.nativeUpdate(Clock, { caseId, id: clock }, { rung });
  }
}

/** The command's words, and the command marked as done; a case's own acts have neither. */
export async function settleCommand(em: Em, id: CommandId, seq: number, at: Date): Promise<Texts> {
  const command = await em.findOne(Command, { id });
  if (command === null) return {};
  const { texts } = command;
  em.assign(command, { status: 'done', answer: { seq }, settledAt: at, texts: {} });
  return texts;
}
