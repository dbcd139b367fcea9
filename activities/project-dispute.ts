/** What a dispute's events change beside the case itself. */
import { randomUUID } from 'node:crypto';
import type { DisputeEvent, DisputeState } from '../src/domain/dispute/state.ts';
import type { BodyId, CommandId } from '../src/domain/ids.ts';
import { newReferral, type Urgency } from '../src/domain/referral/state.ts';
import { Refusal } from '../src/domain/refusal.ts';
import { isMediatorFor } from '../src/persistence/account.repository.ts';
import { CaseRecord } from '../src/persistence/case-record.entity.ts';
import { Body } from '../src/persistence/city.entity.ts';
import { createCommand } from '../src/persistence/command.repository.ts';
import { Dispute, Party } from '../src/persistence/dispute.entity.ts';
import { CHAIN_START } from '../src/persistence/hash-chain.ts';
import { Paper } from '../src/persistence/paper.entity.ts';
import { Referral } from '../src/persistence/referral.entity.ts';
import type { InHand } from './issue-papers.ts';

export async function projectDispute(inHand: InHand): Promise<void> {
  const { em, texts } = inHand;
  const before = inHand.before as DisputeState;
  const event = inHand.event as DisputeEvent;
  switch (event.kind) {
    case 'dispute-declined':
    case 'dispute-withdrawn':
    case 'mediation-failed':
      await em.nativeUpdate(Dispute, { id: before.id }, { concludedOn: event.on });
      await markAgreement(inHand, { status: 'void', voidReason: event.kind });
      return;
    case 'agreement-signed':
      await em.nativeUpdate(Dispute, { id: before.id }, { concludedOn: event.facts.effectiveOn });
      await markAgreement(inHand, { status: 'effective' });
      return;
    case 'mediator-assigned':
      if (!(await isMediatorFor(em, event.facts.mediator, before.district)))
        throw new Refusal('account/not-a-mediator');
      return;
    case 'dispute-closed':
      await em.nativeUpdate(Dispute, { id: before.id }, { closedOn: event.on });
      return;
    case 'party-completed': {
      const party = await em.findOneOrFail(Party, { id: event.facts.party, disputeId: before.id });
      em.assign(party, texts);
      return;
    }
    case 'agreement-drafted':
      await markAgreement(inHand, { status: 'void', voidReason: 'redrafted' });
      return;
    case 'limitation-event-recorded':
      if (event.facts.event === 'employment-ended')
        await em.nativeUpdate(Dispute, { id: before.id }, { employmentEndedOn: event.facts.happenedOn });
      return;
    case 'referral-opened':
      await openReferral(inHand, before, event.facts.body, event.facts.referral);
      return;
    default:
  }
}

/** What becomes of the agreement's paper that was there before the event. */
async function markAgreement(
  { em, before }: InHand,
  mark: { status: 'effective' } | { status: 'void'; voidReason: string },
): Promise<void> {
  const { agreement } = before as DisputeState;
  if (agreement !== null) await em.nativeUpdate(Paper, { id: agreement.paper }, mark);
}

/** The referral is a case of its own: its row, and the command that starts its workflow. */
async function openReferral(
  { em, at, event, texts }: InHand,
  parent: DisputeState,
  toBody: BodyId,
  id: DisputeState['id'],
): Promise<void> {
  for (const body of [toBody, texts.fromBody as BodyId | null])
    if ((await em.count(Body, { id: body ?? ('' as BodyId) })) === 0)
      throw new Refusal('body/unknown', { body: body ?? '' });
  const snapshot = newReferral({
    id,
    openedBy: event.by,
    owner: parent.owner ?? parent.openedBy,
    parent: parent.id,
    pack: parent.pack,
    district: parent.district,
    fromBody: String(texts.fromBody) as BodyId,
    toBody,
    urgency: texts.urgency as Urgency,
    openedOn: event.on,
  });
  em.create(CaseRecord, {
    id,
    story: 'referral',
    district: parent.district,
    state: 'new',
    seq: 0,
    snapshot,
    owner: snapshot.owner ?? event.by,
    nextAction: 'take-up',
    nextOn: event.on,
    openedOn: event.on,
    isOpen: true,
    headHash: CHAIN_START,
    createdAt: at,
    updatedAt: at,
  });
  em.create(Referral, {
    id,
    parentId: parent.id,
    fromBody: snapshot.fromBody,
    toBody,
    urgency: snapshot.urgency,
    reason: String(texts.reason),
    request: String(texts.request),
    materials: texts.materials as string[],
    contact: String(texts.contact),
    closedOn: null,
  });
  const by = { account: event.by, roles: ['system'], district: parent.district, body: null } as const;
  const draft = {
    story: 'referral',
    caseId: id,
    kind: 'open',
    asked: {},
    texts: {},
    causedBy: event.commandId,
  } as const;
  createCommand(
    em,
    { ...draft, order: { id: randomUUID() as string as CommandId, on: event.on, by } },
    '',
    at,
    false,
  );
}
