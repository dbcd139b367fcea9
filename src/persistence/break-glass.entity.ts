import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { AccountId, CaseId, CommandId } from '../domain/ids.ts';

/** A case opened behind a wall of districts: who, why, until when. Written once; a trigger of the database refuses every change. */
export const BreakGlass = defineEntity({
  name: 'BreakGlass',
  triggers: [
    {
      name: 'break_glass_row_stays',
      timing: 'before',
      events: ['update', 'delete'],
      body: `raise exception 'that a case was opened by breaking the glass is never changed or deleted'`,
    },
  ],
  properties: {
    id: p.uuid().primary(),
    accountId: p.uuid().$type<AccountId>(),
    caseId: p.uuid().$type<CaseId>().index(),
    reason: p.text(),
    at: p.datetime(),
    until: p.datetime(),
    /** Sent twice with one key, the glass is broken once. */
    commandId: p.string().$type<CommandId>().unique(),
  },
  indexes: [{ properties: ['accountId', 'until'] }],
});
export type BreakGlass = InferEntity<typeof BreakGlass>;
