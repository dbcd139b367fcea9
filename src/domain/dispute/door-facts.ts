/** What the doors ask of a case. */
import type { DoorFacts } from './doors.ts';
import type { DisputeState } from './state.ts';

export function doorFacts(
  { heads, isLabourRelation, capacity, channel }: DisputeState,
  terms: { hasDuties: boolean; isPaidOnTheSpot: boolean },
): DoorFacts {
  return {
    heads,
    isLabourRelation,
    capacity: capacity?.kind ?? null,
    channel,
    isPaymentOnly: !terms.hasDuties,
    isPaidOnTheSpot: terms.isPaidOnTheSpot,
  };
}
