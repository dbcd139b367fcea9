/** Branded identifiers: codes and UUIDs only, so that they may stand in workflow histories. */
export type CaseId = string & { readonly __brand: 'CaseId' };
export type CommandId = string & { readonly __brand: 'CommandId' };
export type AccountId = string & { readonly __brand: 'AccountId' };
export type BodyId = string & { readonly __brand: 'BodyId' };
export type PartyId = string & { readonly __brand: 'PartyId' };
export type DistrictCode = string & { readonly __brand: 'DistrictCode' };

/** Who acts when a clock rings or one case tells another. */
export const SYSTEM = 'system' as AccountId;
/** Who answers for a body without an account: whoever holds the code on its letter. Their name and post are in the event's words. */
export const LETTER = 'letter' as AccountId;
/** Who acts for themselves without an account: a worker or an employer of the case. Which one is the order's `party`. */
export const PARTY = 'party' as AccountId;
