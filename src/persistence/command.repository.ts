/** Commands written down before they are sent, and settled once. */
import type { Order, Story } from '../domain/case.ts';
import type { AccountId, CaseId, CommandId } from '../domain/ids.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Texts } from './case-event.entity.ts';
import { Command, type CommandAnswer } from './command.entity.ts';
import { canonical, sha256 } from './hash-chain.ts';
import type { Em } from './orm.ts';

export type CommandDraft = {
  story: Story;
  caseId: CaseId;
  kind: string;
  order: Order;
  asked: object;
  texts: Texts;
  causedBy?: CommandId;
  jobId?: string;
};

/** How long the writer of a command has to send it itself before the relay does. */
const OWN_TRY_MS = 20_000;

/** The id of the command that this account makes with this key. */
export function commandIdWith(account: AccountId, key: string): CommandId {
  return sha256(`${account}\0${key}`).slice(0, 40) as CommandId;
}

export function fingerprintOf(content: object): string {
  return sha256(canonical(content));
}

/** Puts the command down in the caller's transaction; `isOwn`: the caller sends it itself after commit. */
export function createCommand(
  em: Em,
  draft: CommandDraft,
  fingerprint: string,
  at: Date,
  isOwn: boolean,
): Command {
  return em.create(Command, {
    ...draft,
    id: draft.order.id,
    causedBy: draft.causedBy ?? null,
    jobId: draft.jobId ?? null,
    fingerprint,
    status: 'pending',
    answer: null,
    attempts: 0,
    nextTryAt: new Date(at.getTime() + (isOwn ? OWN_TRY_MS : 0)),
    createdAt: at,
    settledAt: null,
  });
}

/** The earlier command of this id; refuses `command/key-reused` where it asked something else. */
export async function findCommand(em: Em, id: CommandId, fingerprint: string): Promise<Command | null> {
  const command = await em.findOne(Command, { id });
  if (command !== null && command.fingerprint !== fingerprint) throw new Refusal('command/key-reused');
  return command;
}

/** Refuses a command that nothing else has settled. */
export async function refuseCommand(em: Em, id: CommandId, answer: CommandAnswer, at: Date): Promise<void> {
  await em.nativeUpdate(
    Command,
    { id, status: 'pending' },
    { status: 'refused', answer, settledAt: at, texts: {} },
  );
}

/** Takes up to `limit` commands whose turn it is; others who ask at the same moment get other ones. A case's commands go in the order they were written. */
export async function takePending(em: Em, limit: number, now: Date): Promise<CommandId[]> {
  const rows = await em.execute<{ id: CommandId }[]>(
    `update command set attempts = attempts + 1,
       next_try_at = ?::timestamptz + least(300, power(2, least(attempts, 8))) * interval '1 second'
     where id in (select c.id from command c where c.status = 'pending' and c.next_try_at <= ?::timestamptz
       and not exists (select 1 from command o
         where o.case_id = c.case_id and o.status = 'pending' and o.created_at < c.created_at)
       order by c.next_try_at limit ? for update skip locked)
     returning id`,
    [now, now, limit],
  );
  return rows.map(({ id }) => id);
}
