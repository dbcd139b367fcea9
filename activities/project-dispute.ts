/** What a dispute's events change beside the case itself. */
import { needForChannel, needInForce } from '../src/domain/dispute/capacity.ts';
import { evolveDispute } from '../src/domain/dispute/evolve.ts';
import type { DisputeEvent, DisputeState } from '../src/domain/dispute/state.ts';
import type { BodyId } from '../src/domain/ids.ts';
import { Refusal } from '../src/domain/refusal.ts';
import { isMediatorFor } from '../src/persistence/account.repository.ts';
import { Capacity } from '../src/persistence/capacity.entity.ts';
import { Body } from '../src/persistence/city.entity.ts';
import { Dispute, type Elements, Party } from '../src/persistence/dispute.entity.ts';
import { keepEvidence, withdrawEvidence } from '../src/persistence/evidence.repository.ts';
import { Paper } from '../src/persistence/paper.entity.ts';
import { Referral } from '../src/persistence/referral.entity.ts';
import type { InHand } from './issue-papers.ts';
import { openReferral } from './open-referral.ts';
import { addParties, changeClaims, correctText, separateMembers } from './project-parties.ts';
import { tellReferral } from './tell-referral.ts';

export async function projectDispute(inHand: InHand): Promise<void> {
  await project(inHand, inHand.before as DisputeState, inHand.event as DisputeEvent);
  await tellReferral(inHand);
}

async function project(inHand: InHand, before: DisputeState, event: DisputeEvent): Promise<void> {
  const { em, texts } = inHand;
  const { id } = before;
  switch (event.kind) {
    case 'dispute-received':
      return;
    case 'dispute-settled-same-day': {
      const { on } = event;
      await em.nativeUpdate(Dispute, { id }, { concludedOn: on, closedOn: on });
      return;
    }
    case 'dispute-imported': {
      const { concludedOn, closedOn } = event.facts;
      await em.nativeUpdate(Dispute, { id }, { concludedOn, closedOn });
      return;
    }
    case 'dispute-accepted':
      await needCapacity(inHand, event.facts.capacity?.id);
      return;
    case 'mediation-failed':
      await concluded(inHand, before, event);
      if (event.facts.referral !== undefined && event.facts.body !== undefined)
        await openReferral(inHand, before, event.facts.body, event.facts.referral);
      return;
    case 'dispute-declined':
    case 'dispute-withdrawn':
    case 'settled-between-sides':
      await concluded(inHand, before, event);
      return;
    case 'agreement-signed':
      await em.nativeUpdate(Dispute, { id }, { concludedOn: event.facts.effectiveOn });
      await markAgreement(inHand, { status: 'effective' });
      return;
    case 'mediator-assigned':
      if (!(await isMediatorFor(em, event.facts.mediator, before.district)))
        throw new Refusal('account/not-a-mediator');
      return;
    case 'dispute-closed':
      await em.nativeUpdate(Dispute, { id }, { closedOn: event.on });
      return;
    case 'dispute-archived':
      await em.nativeUpdate(Dispute, { id }, { archivedOn: event.on });
      return;
    case 'approval-asked':
      // Nobody is asked to approve what cannot be put right.
      if (event.facts.what === 'text') await correctText(inHand, event.facts.seq, event.facts.field);
      return;
    case 'request-approved':
      await carryOut(inHand, before, event.facts.no);
      return;
    case 'chain-planned':
      await needBodies(inHand, event.facts.stations);
      return;
    case 'party-completed': {
      const party = await em.findOneOrFail(Party, { id: event.facts.party, disputeId: id });
      const { details, ...fields } = texts;
      em.assign(party, { ...fields, details: { ...party.details, ...(details as object) } });
      return;
    }
    case 'agent-appointed': {
      const { party, scope } = event.facts;
      em.assign(await em.findOneOrFail(Party, { id: party, disputeId: id }), {
        agent: { ...(texts as { name: string; occupation: string }), scope },
      });
      return;
    }
    case 'elements-recorded': {
      const dispute = await em.findOneOrFail(Dispute, { id });
      dispute.elements = merged(dispute.elements, texts.elements as Elements);
      return;
    }
    case 'parties-added':
      await addParties(inHand, event.facts);
      return;
    case 'claims-changed':
      await changeClaims(inHand, event.facts.claims);
      return;
    case 'members-separated':
      await markAgreement(inHand, { status: 'void', voidReason: event.kind });
      await separateMembers(inHand, before, event.facts);
      return;
    case 'text-corrected':
      await correctText(inHand, event.facts.seq, event.facts.field);
      return;
    case 'evidence-added':
    case 'agreement-signed-on-screen':
      await keepEvidence(em, id, event.seq, event.facts.evidence);
      return;
    case 'payment-reported':
      if (event.facts.evidence !== undefined) await keepEvidence(em, id, event.seq, event.facts.evidence);
      return;
    case 'evidence-withdrawn':
      await withdrawEvidence(em, id, event.seq, event.facts.evidence);
      return;
    case 'draft-dropped':
      await markAgreement(inHand, { status: 'void', voidReason: event.kind });
      return;
    case 'consent-recorded':
      // Terms between other sides are other terms.
      if (evolveDispute(before, event).agreement === null)
        await markAgreement(inHand, { status: 'void', voidReason: event.kind });
      return;
    case 'agreement-drafted':
      await markAgreement(inHand, { status: 'void', voidReason: 'redrafted' });
      return;
    case 'limitation-event-recorded':
      if (event.facts.event === 'employment-ended')
        await em.nativeUpdate(Dispute, { id }, { employmentEndedOn: event.facts.happenedOn });
      return;
    case 'referral-opened':
      await openReferral(inHand, before, event.facts.body, event.facts.referral);
      return;
    default:
  }
}

async function concluded(inHand: InHand, { id }: DisputeState, { on, kind }: DisputeEvent): Promise<void> {
  await inHand.em.nativeUpdate(Dispute, { id }, { concludedOn: on });
  await markAgreement(inHand, { status: 'void', voidReason: kind });
}

/** The capacity holds on the day of acceptance, or nothing is recorded. */
async function needCapacity({ em, event, before }: InHand, id: string | undefined): Promise<void> {
  if (id === undefined) return;
  const capacity = await em.findOne(Capacity, { id });
  if (capacity === null) throw new Refusal('capacity/unknown', { capacity: id });
  const { kind, validFrom, ofBody } = capacity;
  needInForce({ kind, validFrom, validUntil: capacity.validUntil ?? null }, event.on);
  const sent = await em.findOne(Referral, { childId: before.id });
  const { channel } = before as DisputeState;
  needForChannel(channel, { kind, ofBody: ofBody ?? null }, sent?.fromBody ?? null);
}

/** Every station of a plan is a body of the city. */
async function needBodies({ em }: InHand, stations: readonly { body: BodyId }[]): Promise<void> {
  for (const { body } of stations) {
    const found = await em.findOne(Body, { id: body });
    if (found === null) throw new Refusal('body/unknown', { body });
    if (found.closedOn) throw new Refusal('body/closed', { body, on: found.closedOn });
  }
}

/** What a second person has approved: the file is open again, a text is put right. */
async function carryOut(inHand: InHand, { id, approvals }: DisputeState, no: number): Promise<void> {
  const approval = approvals.find((one) => one.no === no);
  if (approval?.what === 'text') await correctText(inHand, approval.seq, approval.field);
  if (approval?.what !== 'reopen') return;
  const { em } = inHand;
  await em.nativeUpdate(Dispute, { id }, { concludedOn: null, closedOn: null, archivedOn: null });
  // A file that goes on is bound anew.
  await em.nativeUpdate(Paper, { caseId: id, kind: 'case-file' }, { status: 'void', voidReason: 'reopened' });
}

/** Section by section, field by field: what is not said stays. */
function merged(before: Elements, said: Elements): Elements {
  const sections = Object.entries(said).map(([name, fields]) => [name, { ...before[name], ...fields }]);
  return { ...before, ...Object.fromEntries(sections) };
}

/** What becomes of the agreement's paper that was there before the event. */
async function markAgreement(
  { em, before, event }: InHand,
  mark: { status: 'effective' } | { status: 'void'; voidReason: string },
): Promise<void> {
  const { id, agreement } = before as DisputeState;
  // An imported agreement was drawn elsewhere.
  if (agreement === null || agreement.paper === '') return;
  await em.nativeUpdate(Paper, { id: agreement.paper }, mark);
  // Copies with signatures given on a screen are of the draft they were given on.
  if (mark.status === 'void' && (agreement.onScreen ?? []).length > 0)
    await em.nativeUpdate(
      Paper,
      { caseId: id, kind: 'agreement', seq: { $lt: event.seq }, status: { $in: ['issued', 'drawn'] } },
      mark,
    );
}
