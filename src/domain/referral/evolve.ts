/** What each recorded event makes of a referral's state. */
import { evolveCase } from '../case.ts';
import type { ReferralEvent, ReferralState, ReferralStateName } from './state.ts';

/** Each hop is waited for anew. */
const heard = { reminders: 0, remindedOn: null, escalated: null } as const;

export function evolveReferral(before: ReferralState, event: ReferralEvent): ReferralState {
  const state = evolveCase(before, event);
  const to = (name: ReferralStateName, more: Partial<ReferralState> = {}): ReferralState => ({
    ...state,
    ...heard,
    state: name,
    ...more,
  });
  switch (event.kind) {
    case 'clock-rang':
    case 'paper-drawn':
    case 'pack-moved':
    case 'referral-replied':
    case 'letter-reissued':
      return state;
    case 'referral-drafted':
      return to('drafted');
    case 'referral-arrived':
    case 'referral-sent':
      return to('sent');
    case 'referral-received':
      return to('received', { receivedOn: event.on });
    case 'referral-accepted':
      return to('accepted', {
        child: event.facts.child ?? null,
        isChildAwaited: event.facts.isChildAwaited ?? false,
      });
    case 'referral-returned':
      return to('returned', { outcome: event.facts.reason, materialsBy: null });
    case 'referral-recalled':
      return to('returned', { outcome: 'recalled', materialsBy: null });
    case 'referral-given-up':
      return to('returned', { outcome: 'silent', materialsBy: null });
    case 'materials-asked':
      return { ...state, materialsBy: event.facts.neededOn };
    case 'materials-sent':
      return { ...state, materialsBy: null };
    case 'referral-reminded':
      return { ...state, reminders: event.facts.no, remindedOn: event.on };
    case 'referral-escalated':
      return { ...state, escalated: { to: event.facts.manager, on: event.on } };
    case 'child-heard': {
      const { mediator, isEnded, outcome } = event.facts;
      const childEnd = isEnded ? { on: event.on, outcome } : state.childEnd;
      return { ...state, state: 'working', owner: mediator ?? state.owner, childEnd };
    }
    case 'referral-work-started':
      return to('working');
    case 'referral-reported':
      return to('reported', { outcome: event.facts.outcome, materialsBy: null });
    case 'referral-closed':
      return to('closed', { closedOn: event.on });
  }
}
