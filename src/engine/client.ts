/** Speaks to the engine: one command on one case, whether its workflow runs or not. */
import {
  type Client,
  WithStartWorkflowOperation,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import type { Logger } from 'pino';
import { act, catchUp, workflowIdOf, workflowTypes } from '../../workflows/messages.ts';
import { RECORD_BEHIND } from '../domain/case.ts';
import type { CaseId, CommandId } from '../domain/ids.ts';
import type { RefusalCode, RefusalFacts } from '../domain/refusal.ts';
import { CaseRecord } from '../persistence/case-record.entity.ts';
import { Command } from '../persistence/command.entity.ts';
import { refuseCommand } from '../persistence/command.repository.ts';
import type { Orm } from '../persistence/orm.ts';

export type Sender = {
  /** Sends a command that is written down, and those it calls for. Gives it as it then stands: still `pending` where the engine or the database is away. */
  send(command: Command): Promise<Command>;
};

/** `told`: the workflow says it is done; `behind`: the record is behind the workflow; `unknown`: the command waits. */
type Outcome = 'told' | 'refused' | 'behind' | 'unknown';

/** How long an answer is waited for; the command goes on without the one who asked. */
const PATIENCE_MS = 10_000;

/** `tell` hears what came of each try: `pending` is none yet. */
export function createSender(
  client: Client,
  orm: Orm,
  taskQueue: string,
  log: Logger,
  tell: (tried: Pick<Command, 'kind' | 'status'>) => void = () => undefined,
): Sender {
  /** One try at a time: whoever sends the same command meanwhile hears what came of that one. */
  const underway = new Map<CommandId, Promise<Command>>();
  function send(command: Command): Promise<Command> {
    const trying = underway.get(command.id) ?? tryOnce(command);
    underway.set(command.id, trying);
    return trying.finally(() => underway.delete(command.id));
  }

  async function tryOnce(command: Command): Promise<Command> {
    const outcome = command.status === 'pending' ? await deliver(command) : 'told';
    let found = await writtenDown(command);
    // The record was restored: what the engine remembers beyond it has not happened.
    if (outcome === 'behind' || (outcome === 'told' && found.after.status === 'pending')) {
      await startAgain(command);
      await deliver(command, false);
      found = await writtenDown(command);
    }
    const { after, next } = found;
    if (command.status === 'pending') tell(after);
    // What one case tells another goes out in the same breath; the relay sends it where this process dies here.
    if (after.status === 'done') for (const one of next) await send(one);
    return after;
  }

  async function writtenDown({ id }: Command): Promise<{ after: Command; next: Command[] }> {
    const found = await orm.em.fork().find(Command, { $or: [{ id }, { causedBy: id, status: 'pending' }] });
    const after = found.find((one) => one.id === id);
    if (after === undefined) throw new Error(`command ${id} is not written down`);
    return { after, next: found.filter((one) => one.id !== id) };
  }

  /** The case's workflow begins anew from the record, in place of one that runs. */
  async function startAgain({ story, caseId }: Command): Promise<void> {
    const workflowId = workflowIdOf(story, caseId);
    const start = { workflowId, taskQueue, args: [caseId] };
    await patiently(() =>
      client.workflow.start(workflowTypes[story], {
        ...start,
        workflowIdConflictPolicy: 'TERMINATE_EXISTING',
      }),
    ).catch((error: unknown) =>
      log.warn({ case: caseId, kind: nameOf(error) }, 'a case could not be started again'),
    );
  }

  async function deliver(command: Command, mayDiffer = true): Promise<Outcome> {
    const { story, caseId, kind, order, asked } = command;
    const workflowId = workflowIdOf(story, caseId);
    const args: Parameters<typeof update>[0] = [{ kind, order, asked }];
    try {
      await patiently(() =>
        command.causedBy === null && order.seen === 0 ? updateWithStart(args) : update(args),
      );
      return 'told';
    } catch (error) {
      const refused = refusalIn(error);
      // The engine or the database is away, or a fault: the command waits, the relay sends it again.
      if (refused === null) {
        log.warn({ command: command.id, kind: nameOf(error) }, 'a command has no outcome yet');
        return failureIn(error, RECORD_BEHIND) === null ? 'unknown' : 'behind';
      }
      const { seq, ...refusal } = refused;
      if (mayDiffer && seq !== undefined) {
        const recorded = await recordedSeq(caseId);
        if (recorded < seq) return 'behind';
        if (recorded > seq) {
          await patiently(() => client.workflow.getHandle(workflowId).executeUpdate(catchUp));
          return deliver(command, false);
        }
      }
      await refuseCommand(orm.em.fork(), command.id, refusal, new Date());
      return 'refused';
    }

    async function update(given: [{ kind: string; order: typeof order; asked: object }]): Promise<void> {
      try {
        await client.workflow.getHandle(workflowId).executeUpdate(act, { args: given, updateId: order.id });
      } catch (error) {
        if (!(error instanceof WorkflowNotFoundError)) throw error;
        await updateWithStart(given);
      }
    }

    async function updateWithStart(
      given: [{ kind: string; order: typeof order; asked: object }],
    ): Promise<void> {
      await client.workflow.executeUpdateWithStart(act, {
        args: given,
        updateId: order.id,
        startWorkflowOperation: new WithStartWorkflowOperation(workflowTypes[story], {
          workflowId,
          taskQueue,
          args: [caseId],
          workflowIdConflictPolicy: 'USE_EXISTING',
        }),
      });
    }
  }

  function patiently<T>(run: () => Promise<T>): Promise<T> {
    return client.withDeadline(Date.now() + PATIENCE_MS, run);
  }

  async function recordedSeq(id: CaseId): Promise<number> {
    const { seq } = await orm.em.fork().findOneOrFail(CaseRecord, { id }, { fields: ['seq'] });
    return seq;
  }

  return { send };
}

function nameOf(error: unknown): string {
  const names: string[] = [];
  for (let one = error; one instanceof Error; one = one.cause) names.push(one.name);
  return names.join(' < ');
}

type Refused = { code: RefusalCode; facts: RefusalFacts; article: string | null; seq?: number };

/** The refusal a failed update carries; null where the outcome is not known, so that the command stays pending. */
function refusalIn(error: unknown): Refused | null {
  const failure = failureIn(error, 'Refusal');
  if (failure === null) return null;
  const [detail] = (failure.details ?? []) as Refused[];
  return detail ?? { code: failure.message as RefusalCode, facts: {}, article: null };
}

function failureIn(error: unknown, type: string): ApplicationFailure | null {
  if (!(error instanceof WorkflowUpdateFailedError)) return null;
  for (let cause: unknown = error.cause; cause instanceof Error; cause = cause.cause)
    if (cause instanceof ApplicationFailure && cause.type === type) return cause;
  return null;
}
