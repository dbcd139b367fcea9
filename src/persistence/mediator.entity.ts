import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { Day } from '../domain/day.ts';
import type { MediatorSkill } from '../domain/dispute/assignment.ts';
import type { AccountId, CommandId } from '../domain/ids.ts';

/**
 * What a mediator can take on, and when they are away. Each change is a row of its own that a trigger keeps from being
 * changed: the highest `no` counts, the others say who set what, and when.
 */
export const MediatorProfile = defineEntity({
  name: 'MediatorProfile',
  primaryKeys: ['accountId', 'no'],
  triggers: [
    {
      name: 'mediator_profile_row_stays',
      timing: 'before',
      events: ['update', 'delete'],
      body: `raise exception 'a mediator''s profile is never changed or deleted: add the next one'`,
    },
  ],
  properties: {
    accountId: p.uuid().$type<AccountId>().primary(),
    no: p.integer().primary(),
    skills: p.array().$type<MediatorSkill[]>(),
    maxCases: p.integer().nullable(),
    awayFrom: p.date().$type<Day>().nullable(),
    /** Null with `awayFrom`: until further notice. */
    awayUntil: p.date().$type<Day>().nullable(),
    changedBy: p.string().$type<AccountId>(),
    changedAt: p.datetime(),
    /** Sent twice with one key, it is one change. */
    commandId: p.string().$type<CommandId>().unique(),
  },
});
export type MediatorProfile = InferEntity<typeof MediatorProfile>;
