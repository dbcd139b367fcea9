/** What a referral's events change beside the case itself: its parent is told, an incoming one opens a dispute. */
import { randomUUID } from 'node:crypto';
import { receiptRules } from '../src/domain/dispute/rules.ts';
import type { CaseId, CommandId } from '../src/domain/ids.ts';
import { SYSTEM } from '../src/domain/ids.ts';
import { evolveReferral } from '../src/domain/referral/evolve.ts';
import type { Enclosed, ReferralEvent, ReferralState } from '../src/domain/referral/state.ts';
import { Refusal } from '../src/domain/refusal.ts';
import { deadline, isRuleId } from '../src/law/deadline.ts';
import { Account } from '../src/persistence/account.entity.ts';
import { createCommand } from '../src/persistence/command.repository.ts';
import { takeIn } from '../src/persistence/dispute.repository.ts';
import { Paper } from '../src/persistence/paper.entity.ts';
import { Referral } from '../src/persistence/referral.entity.ts';
import { findFiles } from '../src/persistence/referral.repository.ts';
import type { InHand } from './issue-papers.ts';

export async function projectReferral(inHand: InHand): Promise<void> {
  const { em } = inHand;
  const before = inHand.before as ReferralState;
  const event = inHand.event as ReferralEvent;
  switch (event.kind) {
    case 'referral-closed':
      await em.nativeUpdate(Referral, { id: before.id }, { closedOn: event.on });
      break;
    case 'referral-sent':
    case 'materials-sent':
      await needFiles(inHand, before, event.facts.enclosed ?? []);
      break;
    case 'letter-reissued':
      await voidEarlierLetters(inHand);
      break;
    case 'referral-accepted':
      if (event.facts.child !== undefined) await openDispute(inHand, before, event.facts.child);
      break;
    default:
  }
  tellParent(inHand, before, event);
}

async function voidEarlierLetters({ em, before, event }: InHand): Promise<void> {
  const earlier = { caseId: before.id, kind: 'referral-letter', seq: { $lt: event.seq } };
  await em.nativeUpdate(Paper, earlier, { status: 'void', voidReason: 'reissued' });
}

/** The hash in the event is the one the record has, or nothing is recorded. */
async function needFiles({ em }: InHand, state: ReferralState, enclosed: readonly Enclosed[]): Promise<void> {
  const found = await findFiles(
    em,
    [state.id, state.parent, state.child],
    enclosed.map(({ id }) => id),
  );
  for (const [index, { sha256 }] of found.entries())
    if (enclosed[index]?.sha256 !== sha256)
      throw new Refusal('referral/file-unknown', { file: enclosed[index]?.id ?? '' });
}

/** The dispute another body hands over: its rows out of what that body's letter brought, received on the day it was signed for. */
async function openDispute(inHand: InHand, state: ReferralState, child: CaseId): Promise<void> {
  const { em, at, event, pack } = inHand;
  const { brought, otherNumber } = await em.findOneOrFail(Referral, { id: state.id });
  const { roles, district, body } = await em.findOneOrFail(Account, { id: event.by });
  const { channel, procedure } = state;
  if (!brought || channel === null) throw new Refusal('referral/child-missing');
  const receivedOn = state.receivedOn ?? event.on;
  // From a day the law cannot count from no case begins.
  for (const rule of receiptRules(channel, procedure)) if (isRuleId(rule)) deadline(rule, receivedOn, pack);
  await takeIn(em, {
    id: randomUUID() as string as CommandId,
    intake: {
      ...{ ...brought, channel, district: state.district },
      ...(procedure === null ? {} : { procedure }),
      ...(otherNumber ? { externalNumber: otherNumber } : {}),
    },
    receivedOn,
    pack: state.pack,
    by: { account: event.by, roles, district, body: body ?? null },
    fingerprint: '',
    at,
    opened: { id: child, causedBy: event.commandId },
  });
  await em.nativeUpdate(Referral, { id: state.id }, { childId: child });
}

/** What the parent hears of the referral, and whether it is still out; null: nothing that matters to it. */
function newsOf(event: ReferralEvent, after: ReferralState): { state: string; isOpen: boolean } | null {
  switch (event.kind) {
    case 'clock-rang':
      return event.facts.rung === 'lapsed' ? { state: 'lapsed', isOpen: true } : null;
    case 'referral-returned':
    case 'referral-recalled':
    case 'referral-given-up':
    case 'referral-reported':
      return { state: after.state, isOpen: true };
    case 'referral-closed':
      return { state: after.state, isOpen: false };
    default:
      return null;
  }
}

function tellParent({ em, at }: InHand, before: ReferralState, event: ReferralEvent): void {
  const after = evolveReferral(before, event);
  const news = newsOf(event, after);
  if (before.parent === null || news === null) return;
  const order = {
    id: `heard:${before.id}:${event.seq}` as CommandId,
    on: event.on,
    by: { account: SYSTEM, roles: ['system'], district: before.district, body: null } as const,
  };
  const asked = { referral: before.id, outcome: after.outcome, ...news };
  const draft = { story: 'dispute', caseId: before.parent, kind: 'hear-referral', asked, texts: {} } as const;
  createCommand(em, { ...draft, order, causedBy: event.commandId }, '', at, false);
}
