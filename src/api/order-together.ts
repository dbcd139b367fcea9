/** Many cases by one order: a command for each and the job they are told as, written down together, sent by the relay. */
import { dayAt } from '../domain/day.ts';
import type { CommandId } from '../domain/ids.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Actor } from '../domain/role.ts';
import { Command } from '../persistence/command.entity.ts';
import { type CommandDraft, createCommand } from '../persistence/command.repository.ts';
import { sha256 } from '../persistence/hash-chain.ts';
import { Job, type JobKind } from '../persistence/job.entity.ts';
import type { Em } from '../persistence/orm.ts';
import { uuidOutOf } from './order-command.ts';

export type Together = {
  kind: JobKind;
  about: string;
  /** Out of who asks and their key: the same order twice is one. */
  base: CommandId;
  fingerprint: string;
  by: Actor;
  at: Date;
};

/** What one case is told; `seen`: the case as it was read. */
export type OneOfMany = Pick<CommandDraft, 'story' | 'caseId' | 'kind' | 'asked' | 'texts'> & {
  seen?: number;
};

/** The job of an order, by the order's id. */
export const jobIdOf = (base: CommandId) => uuidOutOf(`job/${base}`);

/**
 * In the caller's transaction; cases of this order that are written down already are left alone. Gives how many are new.
 * Refuses `command/key-reused` where this order was of something else.
 */
export async function orderTogether(
  em: Em,
  { kind, about, base, fingerprint, by, at }: Together,
  cases: readonly OneOfMany[],
): Promise<number> {
  const jobId = jobIdOf(base);
  // Two alike at the same moment are written one after the other.
  await em.execute('select pg_advisory_xact_lock(hashtext(?))', [jobId]);
  const earlier = await em.find(Command, { jobId }, { fields: ['caseId', 'fingerprint'] });
  if (earlier.some((one) => one.fingerprint !== fingerprint)) throw new Refusal('command/key-reused');
  const written = new Set(earlier.map(({ caseId }) => caseId));
  const fresh = cases.filter(({ caseId }) => !written.has(caseId));
  for (const { seen, ...one } of fresh) {
    const id = sha256(`${base}:${one.caseId}`).slice(0, 40) as CommandId;
    const order = { id, on: dayAt(at.getTime()), by, ...(seen === undefined ? {} : { seen }) };
    createCommand(em, { ...one, order, jobId }, fingerprint, at, false);
  }
  if (fresh.length > 0 && earlier.length === 0)
    em.create(Job, { id: jobId, owner: by.account, kind, about, at });
  return fresh.length;
}
