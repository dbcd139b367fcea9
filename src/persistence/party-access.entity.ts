import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { CaseId, PartyId } from '../domain/ids.ts';

/** The code by which a party follows its case: one for each, kept as a keyed hash. */
export const PartyCode = defineEntity({
  name: 'PartyCode',
  properties: {
    partyId: p.uuid().$type<PartyId>().primary(),
    caseId: p.uuid().$type<CaseId>().index(),
    codeHash: p.string(),
    givenAt: p.datetime(),
  },
});
export type PartyCode = InferEntity<typeof PartyCode>;

/** One browser in which a party has given its code: the cookie's token is kept only as a hash. */
export const PartyVisit = defineEntity({
  name: 'PartyVisit',
  properties: {
    tokenHash: p.string().primary(),
    partyId: p.uuid().$type<PartyId>().index(),
    caseId: p.uuid().$type<CaseId>(),
    startedAt: p.datetime(),
    seenAt: p.datetime().index(),
  },
});
export type PartyVisit = InferEntity<typeof PartyVisit>;
