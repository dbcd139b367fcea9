/** What a referral's events change beside the case itself: its parent is told. */

import type { CommandId } from '../src/domain/ids.ts';
import { SYSTEM } from '../src/domain/ids.ts';
import { evolveReferral } from '../src/domain/referral/decide.ts';
import type { ReferralEvent, ReferralState } from '../src/domain/referral/state.ts';
import { createCommand } from '../src/persistence/command.repository.ts';
import { Referral } from '../src/persistence/referral.entity.ts';
import type { InHand } from './issue-papers.ts';

/** The parent needs to know how the other body answered, and when the referral no longer keeps its file open. */
const tellsParent = new Set<ReferralEvent['kind']>([
  'referral-returned',
  'referral-recalled',
  'referral-reported',
  'referral-closed',
]);

export async function projectReferral(inHand: InHand): Promise<void> {
  const { em, at } = inHand;
  const before = inHand.before as ReferralState;
  const event = inHand.event as ReferralEvent;
  if (event.kind === 'referral-closed')
    await em.nativeUpdate(Referral, { id: before.id }, { closedOn: event.on });
  if (before.parent === null || !tellsParent.has(event.kind)) return;
  const after = evolveReferral(before, event);
  const order = {
    id: `heard:${before.id}:${event.seq}` as CommandId,
    on: event.on,
    by: { account: SYSTEM, roles: ['system'], district: before.district, body: null } as const,
  };
  const asked = {
    referral: before.id,
    state: after.state,
    outcome: after.outcome,
    isOpen: after.state !== 'closed',
  };
  const draft = { story: 'dispute', caseId: before.parent, kind: 'hear-referral', asked, texts: {} } as const;
  createCommand(em, { ...draft, order, causedBy: event.commandId }, '', at, false);
}
