/** How a party stands to the other side, and what follows from it: labour law for some, a contract for others. */
import type { PartyId } from '../ids.ts';
import { membersOf } from './group.ts';
import type { DisputeEvent, DisputeState } from './state.ts';

/** How a worker stands to the other side: an employee, on a platform, past retirement age, under a service contract. */
export const workerKinds = ['employee', 'platform', 'past-retirement', 'service'] as const;
/** What the other side is: the employer, the general contractor, the dispatching firm, a platform or its partner. */
export const employerKinds = ['employer', 'contractor', 'dispatch', 'platform'] as const;
export type PartyKind = (typeof workerKinds)[number] | (typeof employerKinds)[number];

/** Each worker's kind; null: not said, so an employee as far as anyone knows. Workers of older cases are not in it. */
export type WorkerKinds = Readonly<Record<PartyId, PartyKind | null>>;

/** Work on a platform or under a service contract: no labour relation, so no labour arbitration. */
export function isOutsideLabourLaw(kind: string | null | undefined): boolean {
  return kind === 'platform' || kind === 'service';
}

/** Whoever is corrected, joins or leaves may change which law the case is under, and with it the doors. */
export function evolveKinds(state: DisputeState, event: DisputeEvent): DisputeState {
  switch (event.kind) {
    case 'party-completed': {
      const { party, kind } = event.facts;
      if (kind === undefined || !state.workers.includes(party)) return state;
      return underLaw({ ...state, kinds: { ...state.kinds, [party]: kind } });
    }
    case 'parties-added': {
      const { side, parties, kinds } = event.facts;
      if (side === 'employer' || kinds === undefined) return state;
      const said = Object.fromEntries(parties.map((party, index) => [party, kinds[index] ?? null]));
      return underLaw({ ...state, kinds: { ...state.kinds, ...said } });
    }
    case 'members-separated':
      return underLaw(state);
    default:
      return state;
  }
}

/** One labour relation is enough; where not everyone's kind is kept, none found leaves it as it was. */
function underLaw(state: DisputeState): DisputeState {
  const kinds = membersOf(state).map((worker) => state.kinds[worker]);
  const isFound = kinds.some((kind) => kind !== undefined && !isOutsideLabourLaw(kind));
  const isKnown = !kinds.includes(undefined);
  return { ...state, isLabourRelation: isFound || (isKnown ? false : state.isLabourRelation) };
}
