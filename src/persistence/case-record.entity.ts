import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { CaseState, Story } from '../domain/case.ts';
import type { Day } from '../domain/day.ts';
import type { AccountId, CaseId, DistrictCode } from '../domain/ids.ts';

/** One row a case of any story: the snapshot its workflow starts from, and what lists ask for. */
export const CaseRecord = defineEntity({
  name: 'CaseRecord',
  properties: {
    id: p.uuid().$type<CaseId>().primary(),
    story: p.string().$type<Story>(),
    district: p.string().$type<DistrictCode>().index(),
    state: p.string().index(),
    /** The number of events recorded; the snapshot is the state after them. */
    seq: p.integer(),
    snapshot: p.json<CaseState>(),
    owner: p.string().$type<AccountId>().index(),
    nextAction: p.string().nullable(),
    nextOn: p.date().$type<Day>().nullable(),
    openedOn: p.date().$type<Day>(),
    isOpen: p.boolean(),
    /** The hash of the last event: a chain cut short at its end shows here. */
    headHash: p.string(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
});
export type CaseRecord = InferEntity<typeof CaseRecord>;
