import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { NoticeKind } from '../domain/break-glass.ts';
import type { AccountId, CaseId } from '../domain/ids.ts';

/** What an account is told of without having asked; its sentence is made of the kind and the facts when it is read. */
export const Notice = defineEntity({
  name: 'Notice',
  properties: {
    id: p.uuid().primary(),
    accountId: p.uuid().$type<AccountId>(),
    caseId: p.uuid().$type<CaseId>(),
    kind: p.string().$type<NoticeKind>(),
    /** Codes and instants, no words of people. */
    facts: p.json<Record<string, string>>(),
    at: p.datetime(),
    seenAt: p.datetime().nullable(),
  },
  indexes: [{ properties: ['accountId', 'at'] }],
});
export type Notice = InferEntity<typeof Notice>;
