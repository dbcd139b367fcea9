/** The rows of a dispute's people and claims, as intake, later additions and imports write them. */
import { randomUUID } from 'node:crypto';
import type { ClaimHead } from '../domain/claim.ts';
import type { Day } from '../domain/day.ts';
import type { PartyKind } from '../domain/dispute/party-kinds.ts';
import type { CaseId, PartyId } from '../domain/ids.ts';
import type { Fen } from '../domain/money.ts';
import { type Agent, Claim, type Gender, Party, type PartySide } from './dispute.entity.ts';
import type { Em } from './orm.ts';

export type PartyGiven = {
  name: string;
  phone?: string | undefined;
  address?: string | undefined;
  gender?: Gender | undefined;
  bornOn?: Day | undefined;
  idNumber?: string | undefined;
  creditCode?: string | undefined;
  representative?: string | undefined;
  representativeTitle?: string | undefined;
  kind?: PartyKind | undefined;
  isConsenting?: boolean | undefined;
  /** Only of one who comes from another case: what was written down of them there. */
  details?: Party['details'] | undefined;
  agent?: Agent | null | undefined;
};

/** Gives their ids, in order; numbered from `no`. */
export function writeParties(
  em: Em,
  disputeId: CaseId,
  side: PartySide,
  no: number,
  given: readonly PartyGiven[],
  ids: readonly PartyId[] = given.map(() => randomUUID() as string as PartyId),
): PartyId[] {
  return given.map((party, index) => {
    const id = ids[index] ?? (randomUUID() as string as PartyId);
    em.create(Party, {
      id,
      disputeId,
      no: no + index,
      side,
      name: party.name,
      phone: party.phone ?? null,
      address: party.address ?? null,
      gender: party.gender ?? null,
      bornOn: party.bornOn ?? null,
      idNumber: party.idNumber ?? null,
      creditCode: party.creditCode ?? null,
      representative: party.representative ?? null,
      representativeTitle: party.representativeTitle ?? null,
      kind: party.kind ?? null,
      details: {
        ...party.details,
        ...(party.isConsenting === undefined ? {} : { isConsenting: party.isConsenting }),
      },
      agent: party.agent ?? null,
    });
    return id;
  });
}

export type ClaimGiven = {
  head: ClaimHead;
  amount: Fen;
  basis: string;
  party: PartyId | null;
  from?: Day | undefined;
  until?: Day | undefined;
  facts?: object | null | undefined;
};

export function writeClaims(em: Em, disputeId: CaseId, no: number, given: readonly ClaimGiven[]): void {
  for (const [index, { from, until, facts, ...claim }] of given.entries())
    em.create(Claim, {
      disputeId,
      no: no + index,
      ...claim,
      fromDay: from ?? null,
      untilDay: until ?? null,
      facts: facts ?? null,
    });
}
