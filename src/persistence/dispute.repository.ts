/** Takes a dispute in: its rows and the command that starts it, in one transaction. */
import { randomUUID } from 'node:crypto';
import { FIRST_PACK } from '../domain/case.ts';
import type { ClaimHead } from '../domain/claim.ts';
import type { Day } from '../domain/day.ts';
import { type Channel, newDispute } from '../domain/dispute/state.ts';
import type { CaseId, CommandId, DistrictCode, PartyId } from '../domain/ids.ts';
import { type Fen, sumFen } from '../domain/money.ts';
import type { Actor } from '../domain/role.ts';
import { CaseRecord } from './case-record.entity.ts';
import type { Command } from './command.entity.ts';
import { createCommand } from './command.repository.ts';
import { Claim, Dispute, Party, type PartySide } from './dispute.entity.ts';
import { CHAIN_START } from './hash-chain.ts';
import type { Em } from './orm.ts';
import { nextNumber } from './paper.repository.ts';

type IntakeParty = {
  name: string;
  phone?: string | undefined;
  address?: string | undefined;
  creditCode?: string | undefined;
};

export type Intake = {
  channel: Channel;
  district: DistrictCode;
  workers: IntakeParty[];
  employers: IntakeParty[];
  place: string;
  since: Day;
  employmentEndedOn?: Day | undefined;
  claims: { head: ClaimHead; amount: Fen; basis: string }[];
  facts: string;
};

export type TakenIn = {
  id: CommandId;
  intake: Intake;
  receivedOn: Day;
  /** The rule pack of the day of receipt; the first one where none is named. */
  pack?: string;
  by: Actor;
  fingerprint: string;
  at: Date;
};

/** In the caller's transaction. The workflow starts from this row; `receive` is its first command. */
export async function takeIn(
  em: Em,
  { id: commandId, intake, receivedOn, pack = FIRST_PACK, by, fingerprint, at }: TakenIn,
): Promise<Command> {
  const id = randomUUID() as string as CaseId;
  const year = Number(receivedOn.slice(0, 4));
  const n = await nextNumber(em, 'receipt', year);
  const party = (side: PartySide, no: number, given: IntakeParty) => {
    const partyId = randomUUID() as string as PartyId;
    em.create(Party, {
      id: partyId,
      disputeId: id,
      no,
      side,
      name: given.name,
      phone: given.phone ?? null,
      address: given.address ?? null,
      gender: null,
      bornOn: null,
      idNumber: null,
      creditCode: given.creditCode ?? null,
      representative: null,
      representativeTitle: null,
    });
    return partyId;
  };
  const workers = intake.workers.map((given, index) => party('worker', index + 1, given));
  const employers = intake.employers.map((given, index) =>
    party('employer', workers.length + index + 1, given),
  );
  for (const [index, claim] of intake.claims.entries())
    em.create(Claim, { disputeId: id, no: index + 1, ...claim, facts: null });
  em.create(Dispute, {
    id,
    receiptNumber: `${year}-${String(n).padStart(6, '0')}`,
    channel: intake.channel,
    place: intake.place,
    since: intake.since,
    employmentEndedOn: intake.employmentEndedOn ?? null,
    facts: intake.facts,
    amount: sumFen(intake.claims.map(({ amount }) => amount)),
    concludedOn: null,
    closedOn: null,
  });
  const snapshot = newDispute({
    id,
    openedBy: by.account,
    district: intake.district,
    channel: intake.channel,
    heads: intake.claims.map(({ head }) => head),
    workers,
    employers,
    receivedOn,
    pack,
    employmentEndedOn: intake.employmentEndedOn ?? null,
  });
  em.create(CaseRecord, {
    id,
    story: 'dispute',
    district: intake.district,
    state: 'new',
    seq: 0,
    snapshot,
    owner: by.account,
    nextAction: 'take-up',
    nextOn: receivedOn,
    openedOn: receivedOn,
    isOpen: true,
    headHash: CHAIN_START,
    createdAt: at,
    updatedAt: at,
  });
  const order = { id: commandId, on: receivedOn, by, seen: 0 };
  return createCommand(
    em,
    { story: 'dispute', caseId: id, kind: 'receive', order, asked: {}, texts: {} },
    fingerprint,
    at,
    true,
  );
}
