/** The linkage chain as it is planned, as its referrals go out and come back. */
import type { CaseId } from '../ids.ts';
import type { Station } from './parts.ts';
import type { DisputeEvent, DisputeState } from './state.ts';

export function evolveChain(state: DisputeState, event: DisputeEvent): DisputeState {
  switch (event.kind) {
    case 'chain-planned': {
      const kept = (no: number) => state.chain.find((one) => one.no === no && one.status !== 'planned');
      const chain = event.facts.stations.map(
        (one): Station => ({ status: 'planned', referral: null, ...kept(one.no), ...one }),
      );
      return { ...state, chain };
    }
    case 'station-skipped':
      return withStation(state, (one) => (one.no === event.facts.no ? { ...one, status: 'skipped' } : one));
    case 'referral-opened':
    case 'mediation-failed': {
      const { referral, body, station } = event.facts;
      if (referral === undefined || body === undefined) return state;
      const referrals = [...state.referrals, { id: referral, body, isOpen: true }];
      return withStation({ ...state, referrals }, (one) =>
        one.no === station ? { ...one, status: 'out', referral } : one,
      );
    }
    case 'referral-heard': {
      const { referral, isOpen } = event.facts;
      // A message that comes late tells of an earlier step: what is over stays over.
      const referrals = state.referrals.map((one) =>
        one.id === referral ? { ...one, isOpen: one.isOpen && isOpen } : one,
      );
      return withStation({ ...state, referrals }, hear(referral, event.facts.state));
    }
    default:
      return state;
  }
}

/** A station is done with its report; one that was returned, called back or met with silence may be tried again. */
function hear(referral: CaseId, word: string) {
  return (one: Station): Station => {
    if (one.referral !== referral || one.status !== 'out') return one;
    if (word === 'reported') return { ...one, status: 'done' };
    return word === 'returned' ? { ...one, status: 'came-back' } : one;
  };
}

function withStation(state: DisputeState, change: (one: Station) => Station): DisputeState {
  return { ...state, chain: state.chain.map(change) };
}
