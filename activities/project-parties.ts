/** The rows of a dispute's people and claims, as its events change them. */
import { randomUUID } from 'node:crypto';
import type { Day } from '../src/domain/day.ts';
import type { FactsOf, MembersSeparated } from '../src/domain/dispute/decisions.ts';
import type { ClaimLine } from '../src/domain/dispute/parts.ts';
import type { DisputeState } from '../src/domain/dispute/state.ts';
import type { CommandId, PartyId } from '../src/domain/ids.ts';
import { fen, sumFen } from '../src/domain/money.ts';
import { Refusal } from '../src/domain/refusal.ts';
import { CaseEvent, CaseText, type Texts } from '../src/persistence/case-event.entity.ts';
import { Claim, ClaimWorking, Dispute, Party } from '../src/persistence/dispute.entity.ts';
import { takeIn } from '../src/persistence/dispute.repository.ts';
import { type PartyGiven, writeClaims, writeParties } from '../src/persistence/party.repository.ts';
import type { InHand } from './issue-papers.ts';

type ClaimWords = { basis: string; from?: Day; until?: Day };

const claimsOf = (lines: readonly ClaimLine[], words: readonly ClaimWords[]) =>
  lines.map((line, index) => ({ basis: '', ...line, ...words[index] }));

export async function addParties(
  { em, before, texts }: InHand,
  { side, parties, claims }: FactsOf<'parties-added'>,
): Promise<void> {
  const { id, heads, workers, employers } = before as DisputeState;
  const no = workers.length + employers.length + 1;
  writeParties(em, id, side, no, texts.people as unknown as PartyGiven[], parties);
  // Claims point to their people.
  await em.flush();
  writeClaims(em, id, heads.length + 1, claimsOf(claims, texts.claims as unknown as ClaimWords[]));
  await em.flush();
  await sumUp(em, id);
}

export async function changeClaims(
  { em, before, texts }: InHand,
  lines: readonly ClaimLine[],
): Promise<void> {
  const { id } = before as DisputeState;
  // Workings stay with the events that made them; those of lines that are gone go with them.
  await em.nativeDelete(ClaimWorking, { disputeId: id });
  await em.nativeDelete(Claim, { disputeId: id });
  writeClaims(em, id, 1, claimsOf(lines, texts.claims as unknown as ClaimWords[]));
  await em.flush();
  await sumUp(em, id);
}

async function sumUp(em: InHand['em'], id: DisputeState['id']): Promise<void> {
  const rows = await em.find(Claim, { disputeId: id });
  await em.nativeUpdate(Dispute, { id }, { amount: sumFen(rows.map(({ amount }) => fen(Number(amount)))) });
}

/** Members with a case of their own take their rows along: who they are, against whom, what each asks. */
export async function separateMembers(
  { em, at, event }: InHand,
  before: DisputeState,
  { parties, dispute: id }: MembersSeparated,
): Promise<void> {
  if (id === undefined) return;
  const dispute = await em.findOneOrFail(Dispute, { id: before.id });
  const rows = await em.find(Party, { disputeId: before.id }, { orderBy: { no: 'asc' } });
  const claims = await em.find(Claim, { disputeId: before.id }, { orderBy: { no: 'asc' } });
  const members = rows.filter((row) => parties.includes(row.id));
  const places = new Map<PartyId | null, number>(members.map((row, index) => [row.id, index + 1]));
  await takeIn(em, {
    id: randomUUID() as string as CommandId,
    intake: {
      channel: before.channel,
      ...(before.procedure === null ? {} : { procedure: before.procedure }),
      district: before.district,
      workers: members.map(givenOf),
      employers: rows.filter(({ side }) => side === 'employer').map(givenOf),
      place: dispute.place,
      since: dispute.since,
      employmentEndedOn: before.employmentEndedOn ?? undefined,
      claims: claims
        .filter(({ party }) => party == null || places.has(party))
        .map(({ head, amount, basis, party, fromDay, untilDay }) => ({
          head,
          amount: fen(Number(amount)),
          basis,
          worker: places.get(party ?? null),
          from: fromDay ?? undefined,
          until: untilDay ?? undefined,
        })),
      facts: dispute.facts,
      elements: dispute.elements,
    },
    receivedOn: event.on,
    pack: before.pack,
    by: { account: event.by, roles: ['mediator'], district: before.district, body: null },
    fingerprint: '',
    at,
    opened: { id, causedBy: event.commandId },
  });
}

const givenOf = (row: Party): PartyGiven => ({
  name: row.name,
  phone: row.phone ?? undefined,
  address: row.address ?? undefined,
  gender: row.gender ?? undefined,
  bornOn: row.bornOn ?? undefined,
  idNumber: row.idNumber ?? undefined,
  creditCode: row.creditCode ?? undefined,
  representative: row.representative ?? undefined,
  representativeTitle: row.representativeTitle ?? undefined,
  kind: row.kind ?? undefined,
  isConsenting: typeof row.details.isConsenting === 'boolean' ? row.details.isConsenting : undefined,
});

/**
 * A text put right is written with the event that does so; the first words stay with theirs, as the chain's hash wants.
 * Refuses `correction/unknown-event`, `correction/unknown-field`.
 */
export async function correctText({ em, before }: InHand, seq: number, field: string): Promise<void> {
  const where = { caseId: before.id, seq };
  if ((await em.count(CaseEvent, where)) === 0)
    throw new Refusal('correction/unknown-event', { seq, last: before.seq });
  const written = (await em.findOne(CaseText, where))?.texts ?? ({} as Texts);
  // Lists and yes or no are no words: they are said anew by the act itself.
  const known = Object.keys(written).filter((name) => typeof written[name] === 'string');
  if (!known.includes(field)) throw new Refusal('correction/unknown-field', { seq, field, known });
}
