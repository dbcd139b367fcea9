/** The rows of a dispute's people and claims, as its events change them. */
import { randomUUID } from 'node:crypto';
import type { Day } from '../src/domain/day.ts';
import type { FactsOf, MembersSeparated } from '../src/domain/dispute/decisions.ts';
import { carriedLedger } from '../src/domain/dispute/limitation.ts';
import type { ClaimLine } from '../src/domain/dispute/parts.ts';
import type { DisputeEvent, DisputeState } from '../src/domain/dispute/state.ts';
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

/**
 * The numbers of the lines that stay with the group, where members take theirs to a case of their own; what all ask
 * together is nobody's to take, so that no money stands in two cases. Refuses `group/member-without-claim`.
 */
export async function settleLines({ em, before, event }: InHand): Promise<void> {
  const separated = event as DisputeEvent;
  if (separated.kind !== 'members-separated' || separated.facts.dispute === undefined) return;
  const { parties } = separated.facts;
  const claims = await em.find(Claim, { disputeId: before.id }, { orderBy: { no: 'asc' } });
  const isMoved = ({ party }: Claim) => party != null && parties.includes(party);
  const kept = claims.filter((claim) => !isMoved(claim)).map(({ no }) => no);
  const without = parties.filter((member) => !claims.some(({ party }) => party === member));
  if (without.length > 0 || kept.length === 0)
    throw new Refusal('group/member-without-claim', { members: without.length, lines: kept.length });
  separated.facts = { ...separated.facts, kept };
}

/**
 * Members with a case of their own take their rows along: who they are, who acts for them, against whom, what each asks;
 * and the day of receipt with what has happened to their time since. Files brought as evidence stay with the group.
 */
export async function separateMembers(
  { em, at, event }: InHand,
  before: DisputeState,
  { parties, dispute: id, kept = [] }: MembersSeparated,
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
      applicant: before.applicant,
      since: dispute.since,
      employmentEndedOn: before.employmentEndedOn ?? undefined,
      claims: claims
        .filter(({ no }) => !kept.includes(no))
        .map(({ head, amount, basis, party, fromDay, untilDay, facts }) => ({
          head,
          amount: fen(Number(amount)),
          basis,
          worker: places.get(party ?? null),
          from: fromDay ?? undefined,
          until: untilDay ?? undefined,
          facts,
        })),
      facts: dispute.facts,
      elements: dispute.elements,
    },
    receivedOn: before.receivedOn,
    pack: before.pack,
    by: { account: event.by, roles: ['mediator'], district: before.district, body: null },
    fingerprint: '',
    at,
    opened: { id, causedBy: event.commandId, on: event.on, limitation: carriedLedger(before) },
  });
  await em.flush();
  await keepLines(em, before.id, kept);
  await sumUp(em, before.id);
}

/** The lines that stay, numbered anew with their workings, as the case's state numbers them. */
async function keepLines(em: InHand['em'], id: DisputeState['id'], kept: readonly number[]): Promise<void> {
  const lines = await em.find(Claim, { disputeId: id, no: { $in: [...kept] } });
  await em.nativeDelete(Claim, { disputeId: id });
  await em.nativeDelete(ClaimWorking, { disputeId: id, no: { $nin: [...kept] } });
  // A line's sealed words are bound to its number: written anew.
  for (const { no, head, amount, basis, party, fromDay, untilDay, facts } of lines)
    await em.insert(Claim, {
      ...{ disputeId: id, no: kept.indexOf(no) + 1, head, amount, basis },
      ...{ party: party ?? null, fromDay: fromDay ?? null, untilDay: untilDay ?? null, facts: facts ?? null },
    });
  // Upwards, so that no number is given while another line has it.
  for (const [index, no] of kept.entries())
    if (no !== index + 1)
      await em.execute('update claim_working set no = ? where dispute_id = ? and no = ?', [
        index + 1,
        id,
        no,
      ]);
  await em.flush();
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
  details: row.details,
  agent: row.agent,
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
