/** What may be done to a referral now by whoever asks, and why another act is not. */
import { sayRefusal } from '../../../templates/zh-CN/say-refusal.ts';
import type { Day } from '../../domain/day.ts';
import { tooEarly } from '../../domain/referral/silence.ts';
import { isIncoming, type ReferralAction, type ReferralState } from '../../domain/referral/state.ts';
import { referralHats, referralTable } from '../../domain/referral/table.ts';
import { Refusal } from '../../domain/refusal.ts';
import { openActions } from '../../domain/role.ts';
import { mayActOnReferral } from '../policies.ts';
import type { SignedIn } from '../sign-in.ts';

const engineOnly: ReadonlySet<ReferralAction> = new Set(['open', 'hear-child']);

export function presentActions(me: SignedIn, state: ReferralState, today: Day) {
  if (!mayActOnReferral(me, state)) return { actions: [], withheld: [] };
  const row: Partial<Record<ReferralAction, readonly string[]>> = referralTable[state.state];
  const mine = openActions(referralTable, state.state, referralHats(state, me.actor));
  const actions: ReferralAction[] = [];
  const withheld: { action: ReferralAction; reason: string }[] = [];
  for (const action of Object.keys(row) as ReferralAction[]) {
    if (engineOnly.has(action) || (action === 'reissue-letter' && isIncoming(state))) continue;
    const isChildOpen = action === 'report' && state.isChildAwaited && state.childEnd === null;
    const early = isChildOpen ? new Refusal('referral/child-open') : tooEarly(state, action, today);
    const who = [...(row[action] ?? [])];
    if (!mine.includes(action as (typeof mine)[number]))
      withheld.push({
        action,
        reason: sayRefusal('case/not-yours-to-do', { story: 'referral', action, who }),
      });
    else if (early !== null) withheld.push({ action, reason: sayRefusal(early.code, early.facts) });
    else actions.push(action);
  }
  return { actions, withheld };
}
