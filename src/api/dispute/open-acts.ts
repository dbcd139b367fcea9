/** What may be done to a dispute now by whoever asks: the table's answer. */
import type { DisputeAction } from '../../domain/dispute/commands.ts';
import type { DisputeState } from '../../domain/dispute/state.ts';
import { disputeTable } from '../../domain/dispute/table.ts';
import { hatsOf, openActions } from '../../domain/role.ts';
import { mayActOn } from '../policies.ts';
import type { SignedIn } from '../sign-in.ts';

/** Whoever has an account is no party: of what one may be to a case, only its owner. */
export function disputeActions(
  me: SignedIn,
  { state, owner, district }: Pick<DisputeState, 'state' | 'owner' | 'district'>,
): DisputeAction[] {
  if (!mayActOn(me, { district })) return [];
  return openActions(disputeTable, state, hatsOf(me.actor, { owner })).filter(
    (action) => !engineOnly.has(action),
  );
}

/** What the engine does of itself: intake takes a dispute in, a referral tells its parent. */
const engineOnly: ReadonlySet<DisputeAction> = new Set([
  'receive',
  'receive-settled',
  'import',
  'hear-referral',
]);
