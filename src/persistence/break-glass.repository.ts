/** Breaks the glass before a case: on record with its reason, and everybody concerned is told in the same transaction. */
import { randomUUID } from 'node:crypto';
import { closesAgain } from '../domain/break-glass.ts';
import { type AccountId, type CaseId, type CommandId, type DistrictCode, SYSTEM } from '../domain/ids.ts';
import { Refusal } from '../domain/refusal.ts';
import { BreakGlass } from './break-glass.entity.ts';
import { Notice } from './notice.entity.ts';
import type { Em } from './orm.ts';

export type BehindGlass = {
  id: CaseId;
  district: DistrictCode;
  owner: AccountId | null;
  receiptNumber: string;
};

/** A dispute by its id or its receipt number; null where there is none. */
export async function findBehindGlass(em: Em, idOrNumber: string): Promise<BehindGlass | null> {
  const [row] = await em.execute<BehindGlass[]>(
    `select c.id, c.district, c.owner, d.receipt_number as "receiptNumber"
     from dispute d join case_record c on c.id = d.id where d.id::text = ? or d.receipt_number = ?`,
    [idOrNumber.toLowerCase(), idOrNumber],
  );
  return row ?? null;
}

type Wanted = { account: AccountId; reason: string; at: Date; commandId: CommandId };

/** Sent twice with one key, it is done once. Refuses `command/key-reused` for another case or reason under the same key. */
export async function breakGlass(em: Em, behind: BehindGlass, wanted: Wanted): Promise<BreakGlass> {
  const earlier = await findOpened(em.fork(), behind, wanted);
  if (earlier !== null) return earlier;
  try {
    return await em.fork().transactional((inner) => open(inner, behind, wanted));
  } catch (error) {
    // Two alike at the same moment: the unique id lets one in, the other finds it.
    const winner = await findOpened(em.fork(), behind, wanted);
    if (winner === null) throw error;
    return winner;
  }
}

async function findOpened(em: Em, { id }: BehindGlass, wanted: Wanted): Promise<BreakGlass | null> {
  const earlier = await em.findOne(BreakGlass, { commandId: wanted.commandId });
  if (earlier !== null && (earlier.caseId !== id || earlier.reason !== wanted.reason))
    throw new Refusal('command/key-reused');
  return earlier;
}

async function open(em: Em, behind: BehindGlass, wanted: Wanted): Promise<BreakGlass> {
  const { account, reason, at, commandId } = wanted;
  const until = closesAgain(at);
  const { id: caseId } = behind;
  const opened = em.create(BreakGlass, {
    ...{ id: randomUUID(), accountId: account, caseId, reason, at, until, commandId },
  });
  const facts = { by: account, breakGlass: opened.id, until: until.toISOString() };
  for (const accountId of await concerned(em, behind, account))
    em.create(Notice, { id: randomUUID(), accountId, caseId, kind: 'case-opened', facts, at, seenAt: null });
  return opened;
}

/** Whoever carries the case, and the managers nearest over its district; not the one who broke the glass. */
async function concerned(
  em: Em,
  { owner, district }: BehindGlass,
  opener: AccountId,
): Promise<Set<AccountId>> {
  const managers = await em.execute<{ id: AccountId }[]>(
    `with recursive up as (
       select code, parent, 0 as steps from district where code = ?
       union all select d.code, d.parent, u.steps + 1 from district d join up u on d.code = u.parent),
     over as (select a.id, up.steps from account a join up on up.code = a.district
       where a.is_active and 'manager' = any(a.roles))
     select id from over where steps = (select min(steps) from over)`,
    [district],
  );
  const all = new Set(managers.map(({ id }) => id));
  if (owner !== null && owner !== SYSTEM) all.add(owner);
  all.delete(opener);
  return all;
}
