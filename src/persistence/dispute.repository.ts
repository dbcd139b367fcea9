/** Takes a dispute in: its rows and the command that starts it, in one transaction. */
import { randomUUID } from 'node:crypto';
import { FIRST_PACK } from '../domain/case.ts';
import type { ClaimHead } from '../domain/claim.ts';
import type { Day } from '../domain/day.ts';
import type { Carried } from '../domain/dispute/carried.ts';
import { type LimitationState, ledgerAtFirst } from '../domain/dispute/limitation.ts';
import type { Channel, Procedure, Side } from '../domain/dispute/parts.ts';
import { isOutsideLabourLaw } from '../domain/dispute/party-kinds.ts';
import { type DisputeState, newDispute } from '../domain/dispute/state.ts';
import type { AccountId, CaseId, CommandId, DistrictCode, PartyId } from '../domain/ids.ts';
import { type Fen, sumFen } from '../domain/money.ts';
import type { Actor } from '../domain/role.ts';
import type { Texts } from './case-event.entity.ts';
import { CaseRecord } from './case-record.entity.ts';
import type { Command } from './command.entity.ts';
import { createCommand } from './command.repository.ts';
import { Dispute, type Elements } from './dispute.entity.ts';
import { CHAIN_START } from './hash-chain.ts';
import type { Em } from './orm.ts';
import { nextNumber } from './paper.repository.ts';
import { type PartyGiven, writeClaims, writeParties } from './party.repository.ts';

export type IntakeParty = PartyGiven;

export type IntakeClaim = {
  head: ClaimHead;
  amount: Fen;
  basis: string;
  /** Whose claim it is, by place among the workers, from one; of all together where none is named. */
  worker?: number | undefined;
  from?: Day | undefined;
  until?: Day | undefined;
  /** What the law works the sum out from, where it is known already. */
  facts?: object | null | undefined;
};

export type Intake = {
  channel: Channel;
  procedure?: Procedure | undefined;
  district: DistrictCode;
  /** The worker where nothing is said. */
  applicant?: Side | undefined;
  workers: IntakeParty[];
  employers: IntakeParty[];
  place: string;
  since: Day;
  employmentEndedOn?: Day | undefined;
  claims: IntakeClaim[];
  facts: string;
  externalNumber?: string | undefined;
  elements?: Elements | undefined;
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
  /** Where the applicant applied on its own page: who of the house looks after it until a mediator does. */
  applied?: { desk: AccountId };
  /** Where another case opens it: its id, and the command that did; of a group's member also the day and what the ledger held. */
  opened?: { id: CaseId; causedBy: CommandId; on?: Day; limitation?: LimitationState };
  /** The short record: its first command settles it. */
  settled?: { asked: object; texts: Texts };
  /** A register's case: its first command carries it to where it had come, on the day it is imported. */
  imported?: { on: Day; carried: Carried; texts: Texts };
};

/** In the caller's transaction. The workflow starts from this row; `receive` is its first command. */
export async function takeIn(
  em: Em,
  {
    id: commandId,
    intake,
    receivedOn,
    pack = FIRST_PACK,
    by: actor,
    fingerprint,
    at,
    applied,
    opened,
    settled,
    imported,
  }: TakenIn,
): Promise<Command> {
  const id = opened?.id ?? (randomUUID() as string as CaseId);
  const openedOn = opened?.on ?? receivedOn;
  const year = Number(openedOn.slice(0, 4));
  const n = await nextNumber(em, 'receipt', year);
  const workers = writeParties(em, id, 'worker', 1, intake.workers);
  const employers = writeParties(em, id, 'employer', workers.length + 1, intake.employers);
  const { applicant = 'worker' } = intake;
  const [party] = applicant === 'worker' ? workers : employers;
  const by: Actor = applied && party ? { ...actor, party } : actor;
  const openedBy = applied?.desk ?? by.account;
  writeClaims(
    em,
    id,
    1,
    intake.claims.map(({ worker, ...claim }) => ({ ...claim, party: workers[(worker ?? 0) - 1] ?? null })),
  );
  em.create(Dispute, {
    id,
    receiptNumber: `${year}-${String(n).padStart(6, '0')}`,
    channel: intake.channel,
    place: intake.place,
    since: intake.since,
    employmentEndedOn: intake.employmentEndedOn ?? null,
    facts: intake.facts,
    amount: sumFen(intake.claims.map(({ amount }) => amount)),
    externalNumber: intake.externalNumber ?? null,
    elements: intake.elements ?? {},
    concludedOn: null,
    closedOn: null,
    archivedOn: null,
  });
  const snapshot = newDispute({
    id,
    openedBy,
    district: intake.district,
    applicant,
    channel: intake.channel,
    procedure: intake.procedure ?? null,
    isLabourRelation: intake.workers.some(({ kind }) => !isOutsideLabourLaw(kind)),
    kinds: Object.fromEntries(workers.map((id, index) => [id, intake.workers[index]?.kind ?? null])),
    heads: intake.claims.map(({ head }) => head),
    workers,
    employers,
    receivedOn,
    pack,
    employmentEndedOn: intake.employmentEndedOn ?? null,
    agents: agentsOf([...intake.workers, ...intake.employers], [...workers, ...employers]),
    linesWithFacts: intake.claims.flatMap(({ facts }, index) => (facts ? [index + 1] : [])),
    limitation: opened?.limitation ?? ledgerAtFirst(intake),
  });
  em.create(CaseRecord, {
    id,
    story: 'dispute',
    district: intake.district,
    state: 'new',
    seq: 0,
    snapshot,
    owner: imported?.carried.owner ?? openedBy,
    nextAction: 'take-up',
    nextOn: openedOn,
    openedOn: receivedOn,
    isOpen: true,
    headHash: CHAIN_START,
    createdAt: at,
    updatedAt: at,
  });
  const order = { id: commandId, on: imported?.on ?? openedOn, by, seen: 0 };
  return createCommand(
    em,
    {
      ...{ story: 'dispute', caseId: id, kind: 'receive', order, asked: {}, texts: {} },
      ...(settled === undefined ? {} : { kind: 'receive-settled', ...settled }),
      ...(imported === undefined ? {} : { kind: 'import', asked: imported.carried, texts: imported.texts }),
      ...(opened === undefined ? {} : { causedBy: opened.causedBy }),
    },
    fingerprint,
    at,
    // A register's cases wait for the relay, many at a time.
    opened === undefined && imported === undefined,
  );
}

function agentsOf(given: readonly PartyGiven[], ids: readonly PartyId[]): DisputeState['agents'] {
  const agents = given.map(({ agent }, index) => (agent ? [[ids[index], agent.scope] as const] : []));
  return Object.fromEntries(agents.flat());
}
