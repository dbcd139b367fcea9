/** What a dispute tells the incoming referral that opened it: whose it is, and what it came to. */

import type { DisputeEvent, DisputeState } from '../src/domain/dispute/state.ts';
import { type CommandId, SYSTEM } from '../src/domain/ids.ts';
import type { ChildHeard } from '../src/domain/referral/state.ts';
import { createCommand } from '../src/persistence/command.repository.ts';
import { Referral } from '../src/persistence/referral.entity.ts';
import type { InHand } from './issue-papers.ts';

/** To be called with every event of a dispute, after its own projection. Most disputes were opened by no referral. */
export async function tellReferral(inHand: InHand): Promise<void> {
  const { em, at } = inHand;
  const dispute = inHand.before as DisputeState;
  const event = inHand.event as DisputeEvent;
  const news = newsOf(dispute, event);
  if (news === null || !channelsOfReferrals.has(dispute.channel)) return;
  const referral = await em.findOne(Referral, { childId: dispute.id });
  if (referral === null || referral.closedOn !== null) return;
  const order = {
    id: `child:${dispute.id}:${event.seq}` as CommandId,
    on: event.on,
    by: { account: SYSTEM, roles: ['system'], district: dispute.district, body: null } as const,
  };
  const draft = {
    story: 'referral',
    caseId: referral.id,
    kind: 'hear-child',
    asked: news,
    texts: {},
  } as const;
  createCommand(em, { ...draft, order, causedBy: event.commandId }, '', at, false);
}

const channelsOfReferrals: ReadonlySet<string> = new Set([
  'court-delegated',
  'court-entrusted',
  'arbitration-entrusted',
  'transferred',
]);

/** The outcome is proposed where the event says it by itself; the mediator reports. */
function newsOf({ owner }: DisputeState, event: DisputeEvent): ChildHeard | null {
  const ended = (outcome: ChildHeard['outcome']): ChildHeard => ({ mediator: owner, isEnded: true, outcome });
  switch (event.kind) {
    case 'dispute-received':
    case 'mediator-recused':
      return { mediator: event.assigned, isEnded: false, outcome: null };
    case 'mediator-assigned':
      return { mediator: event.facts.mediator, isEnded: false, outcome: null };
    case 'dispute-declined': {
      const { reason } = event.facts;
      return ended(reason === 'refused' || reason === 'unreachable' ? reason : 'other');
    }
    case 'settled-between-sides':
      return ended('settled-and-withdrawn');
    case 'dispute-withdrawn':
      return ended(null);
    case 'mediation-failed':
      return ended(event.facts.reason);
    case 'agreement-signed':
      return ended('agreed');
    default:
      return null;
  }
}
