import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { AccountId } from '../domain/ids.ts';

export const jobKinds = ['move-pack', 'reassign'] as const;
export type JobKind = (typeof jobKinds)[number];

/** Commands that one person ordered together: how far they are is the commands' to say. An import is a job of itself. */
export const Job = defineEntity({
  name: 'Job',
  properties: {
    id: p.uuid().primary(),
    owner: p.string().$type<AccountId>(),
    kind: p.string().$type<JobKind>(),
    /** The pack that is moved to; the name of the mediator to whom all go, empty where they go to several. */
    about: p.string(),
    at: p.datetime(),
  },
  indexes: [{ properties: ['owner', 'at'] }],
});
export type Job = InferEntity<typeof Job>;
