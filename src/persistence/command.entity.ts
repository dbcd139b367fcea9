import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { Order, Story } from '../domain/case.ts';
import type { CaseId, CommandId } from '../domain/ids.ts';
import type { RefusalCode, RefusalFacts } from '../domain/refusal.ts';
import type { Texts } from './case-event.entity.ts';
import { sealedJson } from './keys/sealed.ts';

export type CommandStatus = 'pending' | 'done' | 'refused';
export type CommandAnswer =
  | { seq: number }
  | { code: RefusalCode; facts: RefusalFacts; article: string | null };

/**
 * Every command is written down before it is sent: this table is the outbox, the idempotency key's authority and
 * where a command's words wait, so that only its id and codes pass through workflow histories.
 */
export const Command = defineEntity({
  name: 'Command',
  properties: {
    id: p.string().$type<CommandId>().primary(),
    story: p.string().$type<Story>(),
    caseId: p.uuid().$type<CaseId>().index(),
    kind: p.string(),
    /** The command whose event called for this one: sent on in the same breath. */
    causedBy: p.string().$type<CommandId>().nullable().index(),
    order: p.json<Order>().fieldName('order_given'),
    asked: p.json<object>(),
    texts: sealedJson<Texts>(),
    /** SHA-256 of what was asked: the same key with another content is refused. */
    fingerprint: p.string(),
    status: p.string().$type<CommandStatus>(),
    answer: p.json<CommandAnswer>().nullable(),
    attempts: p.integer(),
    nextTryAt: p.datetime(),
    createdAt: p.datetime(),
    settledAt: p.datetime().nullable(),
    /** With which others it was ordered, where it was one of many. */
    jobId: p.uuid().nullable().index(),
  },
  indexes: [{ properties: ['status', 'nextTryAt'] }],
});
export type Command = InferEntity<typeof Command>;
