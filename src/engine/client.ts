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
import type { CaseId } from '../domain/ids.ts';
import type { RefusalCode, RefusalFacts } from '../domain/refusal.ts';
import { CaseRecord } from '../persistence/case-record.entity.ts';
import { Command, type CommandAnswer } from '../persistence/command.entity.ts';
import { refuseCommand } from '../persistence/command.repository.ts';
import type { Orm } from '../persistence/orm.ts';

export type Sender = {
  /** Sends a command that is written down, and those it calls for. Gives it as it then stands: still `pending` where the engine or the database is away. */
  send(command: Command): Promise<Command>;
};

/** Why a workflow is ended that knows more than its record. */
export const AHEAD = 'it is ahead of its record, which was restored; started again from the record';

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
  async function send(command: Command): Promise<Command> {
    if (command.status === 'pending') {
      const refusal = await deliver(command);
      if (refusal !== null) await refuseCommand(orm.em.fork(), command.id, refusal, new Date());
    }
    const { id } = command;
    const found = await orm.em.fork().find(Command, { $or: [{ id }, { causedBy: id, status: 'pending' }] });
    const after = found.find((one) => one.id === id);
    if (after === undefined) throw new Error(`command ${id} is not written down`);
    if (command.status === 'pending') tell(after);
    // What one case tells another goes out in the same breath; the relay sends it where this process dies here.
    if (after.status === 'done') for (const one of found) if (one.id !== id) await send(one);
    return after;
  }

  async function deliver(command: Command, mayBeBehind = true): Promise<CommandAnswer | null> {
    const { story, caseId, kind, order, asked } = command;
    const workflowId = workflowIdOf(story, caseId);
    const args: Parameters<typeof update>[0] = [{ kind, order, asked }];
    try {
      await patiently(() =>
        command.causedBy === null && order.seen === 0 ? updateWithStart(args) : update(args),
      );
      return null;
    } catch (error) {
      const refused = refusalIn(error);
      // The engine or the database is away, or a fault: the command waits, the relay sends it again.
      if (refused === null) {
        log.warn({ command: command.id, kind: nameOf(error) }, 'a command has no outcome yet');
        return null;
      }
      const { seq, ...refusal } = refused;
      if (!mayBeBehind || seq === undefined) return refusal;
      const recorded = await recordedSeq(caseId);
      if (recorded === seq) return refusal;
      const handle = client.workflow.getHandle(workflowId);
      // The record was restored to an earlier moment: what the workflow knows beyond it has not happened.
      if (recorded < seq) await patiently(() => handle.terminate(AHEAD));
      else await patiently(() => handle.executeUpdate(catchUp));
      return deliver(command, false);
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
  if (!(error instanceof WorkflowUpdateFailedError)) return null;
  let cause: unknown = error.cause;
  while (cause instanceof Error && !(cause instanceof ApplicationFailure && cause.type === 'Refusal'))
    cause = cause.cause;
  if (!(cause instanceof ApplicationFailure)) return null;
  const [detail] = (cause.details ?? []) as Refused[];
  return detail ?? { code: cause.message as RefusalCode, facts: {}, article: null };
}
