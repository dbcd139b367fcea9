/** Several acts on one case by one request: written down together, each sent once the one before it is done. */
import { Refusal } from '../domain/refusal.ts';
import { Command } from '../persistence/command.entity.ts';
import { type CommandDraft, createCommand } from '../persistence/command.repository.ts';
import type { Em } from '../persistence/orm.ts';
import type { ApiDeps } from './app.ts';
import { writeOnce } from './order-command.ts';

/** `pending`: written down, and will be done without the one who asked. */
export type InTurn = 'done' | 'pending';

/** In the caller's transaction: those that follow a command, a moment after it and after each other. */
export function createFollowing(
  em: Em,
  first: Command,
  drafts: readonly CommandDraft[],
  fingerprint: string,
): void {
  let before = first;
  for (const draft of drafts) {
    const at = new Date(before.createdAt.getTime() + 1);
    before = createCommand(em, { ...draft, causedBy: before.id }, fingerprint, at, true);
  }
}

/** Refuses what the first of them to be refused says. */
export async function orderInTurn(
  deps: ApiDeps,
  [draft, ...rest]: readonly CommandDraft[],
  fingerprint: string,
): Promise<InTurn> {
  if (draft === undefined) throw new TypeError('nothing is ordered');
  const first = await writeOnce(deps, draft.order.id, fingerprint, (em) => {
    const command = createCommand(em, draft, fingerprint, deps.now(), true);
    createFollowing(em, command, rest, fingerprint);
    return command;
  });
  return sendInTurn(deps, first);
}

/** Sends a written command with those that follow it. */
export async function sendInTurn(deps: ApiDeps, first: Command): Promise<InTurn> {
  await deps.sender.send(first).catch((error: unknown) => {
    const name = error instanceof Error ? error.name : '';
    deps.log.warn({ error: name }, 'a command is written down, its outcome unknown');
  });
  let next: Command | null = await deps.orm.em.fork().findOne(Command, { id: first.id });
  while (next !== null) {
    const { id, caseId, answer } = next;
    if (!answer) return 'pending';
    if ('code' in answer) throw new Refusal(answer.code, answer.facts, answer.article ?? undefined);
    next = await deps.orm.em.fork().findOne(Command, { causedBy: id, caseId });
  }
  return 'done';
}
