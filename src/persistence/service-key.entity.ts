import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { Day } from '../domain/day.ts';
import type { AccountId } from '../domain/ids.ts';

/** A key of another system: shown once, kept as a hash. What it may do is its scopes, where is its account's district. */
export const ServiceKey = defineEntity({
  name: 'ServiceKey',
  properties: {
    id: p.string().primary(),
    accountId: p.uuid().$type<AccountId>().unique(),
    scopes: p.array().$type<string[]>(),
    secretHash: p.string(),
    expiresAt: p.datetime(),
    createdBy: p.uuid().$type<AccountId>(),
    createdAt: p.datetime(),
    revokedAt: p.datetime().nullable(),
    revokedBy: p.uuid().$type<AccountId>().nullable(),
    /** To the day: not every call is a write. */
    lastUsedOn: p.date().$type<Day>().nullable(),
  },
});
export type ServiceKey = InferEntity<typeof ServiceKey>;
