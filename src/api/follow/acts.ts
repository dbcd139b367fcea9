/** What a party may do now on its own pages: one list, in the order in which it is shown. */
import type { PartyVisit } from './visit.ts';

/** `path` leads to the page; `why` says what for. */
export type PartyAct = { path: string; label: string; why: string };

export function partyActs(_visit: PartyVisit): PartyAct[] {
  return [];
}
