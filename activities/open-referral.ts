/** The referral a dispute opens is a case of its own: its rows, and the command that starts its workflow. */
import { randomUUID } from 'node:crypto';
import type { DisputeState } from '../src/domain/dispute/state.ts';
import type { BodyId, CommandId } from '../src/domain/ids.ts';
import { newReferral, type Urgency } from '../src/domain/referral/state.ts';
import { Refusal } from '../src/domain/refusal.ts';
import { CaseRecord } from '../src/persistence/case-record.entity.ts';
import { Body } from '../src/persistence/city.entity.ts';
import { createCommand } from '../src/persistence/command.repository.ts';
import { CHAIN_START } from '../src/persistence/hash-chain.ts';
import { Referral } from '../src/persistence/referral.entity.ts';
import type { InHand } from './issue-papers.ts';

export async function openReferral(
  { em, at, event, texts }: InHand,
  parent: DisputeState,
  toBody: BodyId,
  id: DisputeState['id'],
): Promise<void> {
  const to = await em.findOne(Body, { id: toBody });
  const from = await em.findOne(Body, { id: (texts.fromBody ?? '') as BodyId });
  if (to === null || from === null)
    throw new Refusal('body/unknown', { body: to === null ? toBody : String(texts.fromBody ?? '') });
  if (to.closedOn) throw new Refusal('body/closed', { body: toBody, on: to.closedOn });
  const snapshot = newReferral({
    id,
    openedBy: event.by,
    owner: parent.owner ?? parent.openedBy,
    parent: parent.id,
    pack: parent.pack,
    district: parent.district,
    fromBody: from.id,
    toBody,
    toKind: to.kind,
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
    replyCodeHash: null,
    channel: null,
    otherNumber: null,
    brought: null,
    childId: null,
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
