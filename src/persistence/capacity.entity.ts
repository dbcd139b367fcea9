import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { Day } from '../domain/day.ts';
import type { CapacityKind } from '../domain/dispute/capacity.ts';
import type { BodyId } from '../domain/ids.ts';

/** A capacity 身份 a mediation centre holds from day to day, and how it is called on papers while it acts in it. */
export const Capacity = defineEntity({
  name: 'Capacity',
  properties: {
    id: p.string().primary(),
    body: p.string().$type<BodyId>().index(),
    kind: p.string().$type<CapacityKind>(),
    validFrom: p.date().$type<Day>(),
    validUntil: p.date().$type<Day>().nullable(),
    /** The court whose roster it is on, the arbitration commission that entrusts; null for the others. */
    ofBody: p.string().$type<BodyId>().nullable(),
    /** Papers are signed off 签发 before they are sealed. */
    isSignOffRequired: p.boolean(),
    heading: p.text(),
    /** False while it is a setting that nobody has checked against the deed. */
    confirmed: p.boolean(),
  },
});
export type Capacity = InferEntity<typeof Capacity>;
