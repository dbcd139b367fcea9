/** Takes a referral of another body in, and finds what goes along with one and who presses it. */
import { randomUUID } from 'node:crypto';
import type { Day } from '../domain/day.ts';
import type { Procedure } from '../domain/dispute/parts.ts';
import type { AccountId, CaseId, CommandId, DistrictCode } from '../domain/ids.ts';
import { type Enclosed, type IncomingChannel, newReferral, type Urgency } from '../domain/referral/state.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Actor } from '../domain/role.ts';
import { nearestWith } from './account.repository.ts';
import { CaseEvent } from './case-event.entity.ts';
import { CaseRecord } from './case-record.entity.ts';
import type { Body } from './city.entity.ts';
import type { Command } from './command.entity.ts';
import { createCommand } from './command.repository.ts';
import { CHAIN_START } from './hash-chain.ts';
import type { Em } from './orm.ts';
import { type Brought, Referral } from './referral.entity.ts';

type ReferralBrought = {
  id: CommandId;
  from: Pick<Body, 'id'>;
  to: Pick<Body, 'id' | 'kind' | 'district'>;
  channel: IncomingChannel;
  procedure: Procedure | null;
  otherNumber: string | null;
  urgency: Urgency;
  reason: string;
  request: string;
  materials: string[];
  contact: string;
  brought: Brought;
  /** The day the other body's letter came. */
  receivedOn: Day;
  pack: string;
  by: Actor;
  fingerprint: string;
  at: Date;
};

/** In the caller's transaction. The workflow starts from this row; `open` is its first command. Refuses `referral/already-in`. */
export async function takeInReferral(em: Em, given: ReferralBrought): Promise<Command> {
  const { from, to, channel, procedure, receivedOn, by, at } = given;
  if (given.otherNumber !== null) await needNew(em, from.id, given.otherNumber);
  const id = randomUUID() as string as CaseId;
  const isTypedIn = !by.roles.includes('liaison');
  const owner = isTypedIn ? by.account : await deskOf(em, to.district);
  const { urgency, reason, request, materials, contact, otherNumber, brought } = given;
  const snapshot = newReferral({
    ...{ id, openedBy: by.account, owner, parent: null, district: to.district, pack: given.pack },
    ...{
      fromBody: from.id,
      toBody: to.id,
      toKind: to.kind,
      urgency,
      channel,
      procedure,
      openedOn: receivedOn,
    },
  });
  em.create(CaseRecord, {
    id,
    story: 'referral',
    district: to.district,
    state: 'new',
    seq: 0,
    snapshot,
    owner: owner ?? by.account,
    nextAction: 'take-up',
    nextOn: receivedOn,
    openedOn: receivedOn,
    isOpen: true,
    headHash: CHAIN_START,
    createdAt: at,
    updatedAt: at,
  });
  em.create(Referral, {
    ...{ id, parentId: null, fromBody: from.id, toBody: to.id, urgency, reason, request, materials, contact },
    ...{ closedOn: null, replyCodeHash: null, channel, otherNumber, brought, childId: null },
  });
  const order = { id: given.id, on: receivedOn, by, seen: 0 };
  const draft = { story: 'referral', caseId: id, kind: 'open', order, asked: {}, texts: {} } as const;
  return createCommand(em, draft, given.fingerprint, at, true);
}

/** One letter is one case while it is in hand; what was returned may come again under its number. */
async function needNew(em: Em, fromBody: Body['id'], otherNumber: string): Promise<void> {
  // Two windows may type the same letter in at once.
  await em.execute(`select pg_advisory_xact_lock(hashtextextended('letter/' || ? || '/' || ?, 0))`, [
    fromBody,
    otherNumber,
  ]);
  const same = { fromBody, otherNumber, channel: { $ne: null }, closedOn: null };
  const ids = (await em.find(Referral, same, { fields: ['id'] })).map(({ id }) => id);
  if ((await em.count(CaseRecord, { id: { $in: ids }, state: { $ne: 'returned' } })) > 0)
    throw new Refusal('referral/already-in');
}

/** Who is to answer for a district: its mediator, else someone at its desk or above; null: nobody. */
async function deskOf(em: Em, district: DistrictCode): Promise<AccountId | null> {
  const mediator = await nearestWith(em, district, ['mediator']);
  return mediator ?? nearestWith(em, district, ['intake-clerk', 'manager']);
}

/** The manager nearest to a district, going up; not the one who asks where there is another. Refuses `referral/no-manager`. */
export async function managerOver(em: Em, district: DistrictCode, asking: AccountId): Promise<AccountId> {
  const manager = await nearestWith(em, district, ['manager'], asking);
  if (manager === null) throw new Refusal('referral/no-manager');
  return manager;
}

/** Drawn papers and kept evidence of these cases, in the order asked for. Refuses `referral/file-unknown`. */
export async function findFiles(
  em: Em,
  cases: readonly (CaseId | null)[],
  ids: readonly string[],
): Promise<Enclosed[]> {
  if (ids.length === 0) return [];
  const mine = cases.filter((id) => id !== null).join(',');
  const rows = await em.execute<Enclosed[]>(
    `select 'paper' as kind, id, sha256 from paper
       where case_id = any(string_to_array(?, ',')::uuid[]) and sha256 is not null and status <> 'void'
     union all select 'evidence', id, sha256 from evidence
       where case_id = any(string_to_array(?, ',')::uuid[]) and status = 'kept'`,
    [mine, mine],
  );
  return ids.map((id) => {
    const found = rows.find((row) => row.id === id);
    if (found === undefined) throw new Refusal('referral/file-unknown', { file: id });
    return found;
  });
}

/** Recalled by us, or returned by the body: what an outcome alone does not tell, for a report may be `other` too. */
export async function isTakenBack(em: Em, id: CaseId): Promise<boolean> {
  const kinds = ['referral-recalled', 'referral-returned'];
  return (await em.count(CaseEvent, { caseId: id, kind: { $in: kinds } })) > 0;
}

/** What enclosed files are called: a paper by its kind and number, evidence by its name. */
export async function namesOfFiles(
  em: Em,
  files: readonly Enclosed[],
): Promise<Map<string, { kind: string; number: string }>> {
  if (files.length === 0) return new Map();
  const ids = files.map(({ id }) => id).join(',');
  const rows = await em.execute<{ id: string; kind: string; number: string }[]>(
    `select id, kind, number from paper where id = any(string_to_array(?, ',')::uuid[])
     union all select id, 'evidence', name from evidence where id = any(string_to_array(?, ',')::uuid[])`,
    [ids, ids],
  );
  return new Map(rows.map(({ id, kind, number }) => [id, { kind, number }]));
}
