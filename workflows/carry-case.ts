/** WAITING: how any case is carried. Commands come in as updates, one is decided and recorded at a time; one timer rings its clocks. */
import {
  ApplicationFailure,
  allHandlersFinished,
  condition,
  continueAsNew,
  patched,
  proxyActivities,
  proxyLocalActivities,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { Activities } from '../activities/index.ts';
import {
  type CaseState,
  type Clock,
  type Decision,
  isAtRest,
  nextRing,
  type OwnDecision,
  paperDrawn,
  RECORD_BEHIND,
  type Recorded,
  ring,
} from '../src/domain/case.ts';
import { dayAt } from '../src/domain/day.ts';
import type { CaseId, CommandId } from '../src/domain/ids.ts';
import { Refusal } from '../src/domain/refusal.ts';
import { readSnapshot, type StoryRules, storyRules } from '../src/domain/story.ts';
import { act, catchUp, currentState } from './messages.ts';

/** One short transaction a command; while the database is away it is tried again until it is back. */
const { loadCase, loadEvents, recordEvent } = proxyLocalActivities<Activities>({
  startToCloseTimeout: '15s',
  retry: { initialInterval: '100ms', backoffCoefficient: 2, maximumInterval: '5s' },
});

export async function carryCase(id: CaseId): Promise<void> {
  // Slow work has a queue of its own, so that a burst of papers never makes a mediator wait.
  const { drawPaper } = proxyActivities<Activities>({
    taskQueue: workflowInfo().taskQueue.replace(/interactive$/, 'papers'),
    startToCloseTimeout: '1 minute',
    retry: { initialInterval: '1s', maximumInterval: '5 minutes' },
  });
  let state!: CaseState;
  let rules!: StoryRules;
  /** What the record said when it was found to be behind this workflow: it ends, and the case starts again from the record. */
  let behind: ApplicationFailure | undefined;
  const isFinished = () => isAtRest(state) && state.undrawn.length === 0;
  const isTooLong = () => workflowInfo().continueAsNewSuggested && state.undrawn.length === 0;

  // Handlers stand from the first task on, or an update that comes with the start is rejected; the snapshot is the first turn.
  let last: Promise<unknown> = loadCase(id).then((snapshot) => {
    state = readSnapshot(snapshot);
    rules = storyRules[snapshot.story];
  });
  const loaded = last;
  /** Updates interleave at every await; a case decides one thing at a time. */
  function inTurn<T>(task: () => Promise<T>): Promise<T> {
    const turn = last.then(task);
    last = turn.catch(() => undefined);
    return turn;
  }

  /** An event told twice is folded once. */
  function fold(events: readonly Recorded[]): void {
    for (const event of events) if (event.seq > state.seq) state = rules.evolve(state, event);
  }

  /**
   * Decides and records. Where the record is ahead (its answer was lost in a crash), its events are adopted and the
   * decision is taken again on the state they give.
   */
  async function record(commandId: CommandId, decide: () => Decision | null): Promise<number> {
    for (;;) {
      if (behind !== undefined) throw behind;
      const decided = decide();
      if (decided === null) return state.seq;
      const given = { caseId: id, seq: state.seq + 1, commandId, decision: decided };
      let events: Recorded[];
      try {
        events = await recordEvent(given);
      } catch (error) {
        if (isBehind(error)) behind = error;
        throw error;
      }
      fold(events);
      const mine = events.find((event) => event.commandId === commandId);
      if (mine !== undefined) return mine.seq;
    }
  }

  /** What the case does of itself; `decide` gives null once it is no longer called for. */
  async function recordOwn(commandId: string, decide: () => OwnDecision | null): Promise<void> {
    await inTurn(() => record(commandId as CommandId, decide));
  }

  setHandler(currentState, () => state ?? null);
  setHandler(catchUp, () =>
    inTurn(async () => {
      fold(await loadEvents({ caseId: id, after: state.seq }));
      return { seq: state.seq };
    }),
  );
  setHandler(
    act,
    (command) =>
      inTurn(async () => ({
        seq: await record(command.order.id, () =>
          refusing(state.seq, () => rules.decide(state, command, dayAt(Date.now()))),
        ),
      })),
    {
      validator: (command) => {
        if (state === undefined) return;
        refusing(state.seq, () => rules.decide(state, command, dayAt(Date.now())));
      },
    },
  );

  async function ringClocks(): Promise<void> {
    while (!isFinished() && !isTooLong() && behind === undefined) {
      const { seq } = state;
      const next = nextRing(state);
      const hasMoved = () => state.seq !== seq || isTooLong() || behind !== undefined;
      if (next === null) await condition(hasMoved);
      else if (!(await condition(hasMoved, Math.max(1, next.at - Date.now())))) {
        const { clock, rung } = next;
        const stillRuns = () => state.clocks.some((one) => one.id === clock.id && isSameRing(one, clock));
        const alarm = rung === 'alarmed' ? `:${clock.alarms?.[0]}` : '';
        await recordOwn(`ring:${clock.id}:${rung}${alarm}`, () =>
          stillRuns() ? ring(next, Date.now()) : null,
        );
      }
    }
    if (behind !== undefined) {
      await condition(allHandlersFinished);
      throw behind;
    }
  }

  /** Side by side: a paper that cannot be drawn is tried on and on, and holds back no other. */
  async function drawPapers(): Promise<void> {
    const inHand = new Set<string>();
    const failures: unknown[] = [];
    const draw = async (paper: string) => {
      const { sha256, pages } = await drawPaper(paper);
      await recordOwn(`drawn:${paper}`, () =>
        state.undrawn.includes(paper) ? paperDrawn(paper, sha256, pages, Date.now()) : null,
      );
      inHand.delete(paper);
      // In the same breath, as histories of before 2026-11-29 have it.
      takeUp();
    };
    const takeUp = () => {
      for (const paper of state.undrawn) {
        if (inHand.has(paper)) continue;
        // They drew one after the other.
        if (inHand.size > 0 && !patched('papers-side-by-side')) break;
        inHand.add(paper);
        draw(paper).catch((error: unknown) => failures.push(error));
      }
    };
    const isWaiting = () => state.undrawn.some((paper) => !inHand.has(paper));
    while (!isFinished() && !isTooLong()) {
      takeUp();
      const { seq } = state;
      const isNews = isWaiting() ? () => state.seq !== seq || inHand.size === 0 : isWaiting;
      await condition(() => failures.length > 0 || isNews() || isFinished() || isTooLong());
      if (failures.length > 0) throw failures[0];
    }
  }

  await loaded;
  await Promise.all([ringClocks(), drawPapers()]);
  await condition(allHandlersFinished);
  if (!isFinished()) await continueAsNew(id);
}

/** A local activity's failure comes as it was thrown. */
const isBehind = (error: unknown): error is ApplicationFailure =>
  error instanceof ApplicationFailure && error.type === RECORD_BEHIND;

const isSameRing = (one: Clock, other: Clock) =>
  one.rung === other.rung && (one.alarms ?? []).length === (other.alarms ?? []).length;

/**
 * A refusal rejects the update or fails it for good; as a plain error it would make the task retry for ever.
 * It tells the `seq` it was decided on, so that whoever sees the record further on can have the case catch up.
 */
function refusing<T>(seq: number, decide: () => T): T {
  try {
    return decide();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, facts, article } = error;
    throw ApplicationFailure.create({
      type: 'Refusal',
      message: code,
      nonRetryable: true,
      details: [{ code, facts, article: article ?? null, seq }],
    });
  }
}
