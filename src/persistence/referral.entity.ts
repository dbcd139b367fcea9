import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { BodyId, CaseId } from '../domain/ids.ts';

/** What a referral 移送 is about; its course is in the case record. */
export const Referral = defineEntity({
  name: 'Referral',
  properties: {
    id: p.uuid().$type<CaseId>().primary(),
    parentId: p.uuid().$type<CaseId>().nullable().index(),
    fromBody: p.string().$type<BodyId>(),
    toBody: p.string().$type<BodyId>().index(),
    urgency: p.string(),
    reason: p.text(),
    request: p.text(),
    materials: p.json<string[]>(),
    contact: p.text(),
    closedOn: p.date().nullable(),
  },
});
export type Referral = InferEntity<typeof Referral>;
