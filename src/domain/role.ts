/** Roles as data, and the hats an actor wears towards one case. */
import type { AccountId, BodyId, DistrictCode, PartyId } from './ids.ts';

export const roles = [
  'intake-clerk',
  'mediator',
  'lawyer',
  'legal-aid-clerk',
  'liaison',
  'campaign-officer',
  'manager',
  'administrator',
  'auditor',
] as const;
export type Role = (typeof roles)[number];

/** Who acts, in codes. `system` is a ringing clock, or another case telling this one; `letter` whoever holds the code on a body's letter, `party` a party of the case on its own page. */
export type Actor = {
  account: AccountId;
  roles: readonly (Role | 'system' | 'letter' | 'party')[];
  district: DistrictCode;
  body: BodyId | null;
  /** Only of a `party`: which one. */
  party?: PartyId;
};

/** A role, or what the actor is to this one case: its owner, its receiving body, a party of one of its sides, a party of the side that did not apply. */
export type Hat = Actor['roles'][number] | 'owner' | 'receiver' | 'worker' | 'employer' | 'other-side';

/** What a case says of who is who in it. */
export type Place = {
  owner: AccountId | null;
  receiver?: BodyId;
  workers?: readonly PartyId[];
  employers?: readonly PartyId[];
  otherSide?: readonly PartyId[];
};

/** A story's one table: in a state, which actions there are and who may take them. */
export type ActionTable<State extends string, Action extends string> = {
  readonly [S in State]: { readonly [A in Action]?: readonly Hat[] };
};

export function hatsOf(actor: Actor, place: Place): ReadonlySet<Hat> {
  const hats = new Set<Hat>(actor.roles);
  if (place.owner === actor.account) hats.add('owner');
  const speaksForBody = hats.has('liaison') || hats.has('letter');
  if (place.receiver !== undefined && place.receiver === actor.body && speaksForBody) hats.add('receiver');
  const { party } = actor;
  if (party !== undefined && hats.has('party')) {
    if (place.workers?.includes(party)) hats.add('worker');
    if (place.employers?.includes(party)) hats.add('employer');
    if (place.otherSide?.includes(party)) hats.add('other-side');
  }
  return hats;
}

/** The actions open to these hats in this state: what the buttons, the policies and the validators all ask. */
export function openActions<State extends string, Action extends string>(
  table: ActionTable<State, Action>,
  state: State,
  hats: ReadonlySet<Hat>,
): Action[] {
  return (Object.entries(table[state]) as [Action, readonly Hat[]][])
    .filter(([, who]) => who.some((hat) => hats.has(hat)))
    .map(([action]) => action);
}
