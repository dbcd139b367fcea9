/** What each recorded event makes of a dispute's state. */
import { evolveCase } from '../case.ts';
import { NO_MONEY, sumFen } from '../money.ts';
import { evolveLimitation } from './limitation.ts';
import type { Agreement, DisputeEvent, DisputeState, DisputeStateName } from './state.ts';

export function evolveDispute(before: DisputeState, event: DisputeEvent): DisputeState {
  const state: DisputeState = {
    ...evolveCase(before, event),
    ...evolveLimitation(before, event),
  };
  const to = (name: DisputeStateName, more: Partial<DisputeState> = {}): DisputeState => ({
    ...state,
    state: name,
    ...more,
  });
  switch (event.kind) {
    case 'clock-rang':
    case 'paper-drawn':
    case 'party-completed':
    case 'pack-moved':
    case 'claims-computed':
    case 'limitation-event-recorded':
    case 'limitation-certified':
      return state;
    case 'claim-facts-recorded':
      return {
        ...state,
        linesWithFacts: [...new Set([...state.linesWithFacts, event.facts.no])].sort((a, b) => a - b),
      };
    case 'dispute-received':
      return to('received', { owner: event.assigned });
    case 'mediator-assigned':
      return { ...state, owner: event.facts.mediator };
    case 'other-side-consulted':
      return to('consulting');
    case 'consent-recorded':
      return { ...state, isConsentGiven: event.facts.isGiven, consentOn: event.on };
    case 'dispute-accepted':
      return to('accepted', { acceptedOn: event.on });
    case 'dispute-declined':
      return to('not-accepted', { concludedOn: event.on });
    case 'dispute-withdrawn':
      return to('withdrawn', { concludedOn: event.on });
    case 'mediation-failed':
      return to('failed', { concludedOn: event.on });
    case 'referral-opened':
      return {
        ...state,
        referrals: [...state.referrals, { id: event.facts.referral, body: event.facts.body, isOpen: true }],
      };
    case 'referral-heard': {
      // A message that comes late tells of an earlier step: what is over stays over.
      const { referral, isOpen } = event.facts;
      return {
        ...state,
        referrals: state.referrals.map((one) =>
          one.id === referral ? { ...one, isOpen: one.isOpen && isOpen } : one,
        ),
      };
    }
    case 'session-planned':
      return { ...state, sessions: [...state.sessions, { ...event.facts, heldOn: null }] };
    case 'session-held':
      return to('mediating', {
        sessions: state.sessions.map((one) =>
          one.no === event.facts.no ? { ...one, heldOn: event.on } : one,
        ),
      });
    case 'agreement-drafted': {
      const { door, instalments } = event.facts;
      const agreement: Agreement = {
        paper: event.issued[0]?.id ?? '',
        door,
        draftedOn: event.on,
        effectiveOn: null,
        lockedIn: null,
        instalments: instalments.map((one) => ({ ...one, paid: NO_MONEY, visitedOn: null })),
      };
      return { ...state, agreement };
    }
    case 'agreement-signed':
      return to('agreed', {
        concludedOn: event.facts.effectiveOn,
        agreement: withAgreement(state, { effectiveOn: event.facts.effectiveOn }),
      });
    case 'agreement-locked-in':
      return { ...state, agreement: withAgreement(state, { lockedIn: event.facts.outcome }) };
    case 'payment-recorded': {
      const { instalment: no, amount, isLast } = event.facts;
      const agreement = withInstalment(state, no, (one) => ({ ...one, paid: sumFen([one.paid, amount]) }));
      return to(isLast ? 'performed' : 'performing', { agreement });
    }
    case 'default-declared':
      return to('defaulted');
    case 'visit-recorded':
      return {
        ...state,
        agreement: withInstalment(state, event.facts.instalment, (one) => ({ ...one, visitedOn: event.on })),
      };
    case 'dispute-closed':
      return to('closed', { closedOn: event.on, closeReason: event.facts.reason ?? null });
  }
}

function withAgreement(state: DisputeState, change: Partial<Agreement>): Agreement | null {
  return state.agreement === null ? null : { ...state.agreement, ...change };
}

function withInstalment(
  state: DisputeState,
  no: number,
  change: (one: Agreement['instalments'][number]) => Agreement['instalments'][number],
): Agreement | null {
  if (state.agreement === null) return null;
  return withAgreement(state, {
    instalments: state.agreement.instalments.map((one) => (one.no === no ? change(one) : one)),
  });
}
