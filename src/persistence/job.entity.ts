import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { AccountId } from '../domain/ids.ts';

export const jobKinds = ['move-pack'] as const;
export type JobKind = (typeof jobKinds)[number];

/** Commands that one person ordered together: how far they are is the commands' to say. An import is a job of itself. */
export const Job = defineEntity({
  name: 'Job',
  properties: {
    id: p.uuid().primary(),
    owner: p.string().$type<AccountId>(),
    kind: p.string().$type<JobKind>(),
    /** The pack that is moved to. */
    about: p.string(),
    at: p.datetime(),
  },
  indexes: [{ properties: ['owner', 'at'] }],
});
export type Job = InferEntity<typeof Job>;
