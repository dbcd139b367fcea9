import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { Day } from '../domain/day.ts';
import type { CommandId } from '../domain/ids.ts';

/** A published rule pack: inserted once; a trigger of the database refuses every change. */
export const RulePack = defineEntity({
  name: 'RulePack',
  triggers: [
    {
      name: 'rule_pack_row_stays',
      timing: 'before',
      events: ['update', 'delete'],
      body: `raise exception 'a published rule pack is never changed or deleted: publish another one'`,
    },
  ],
  properties: {
    id: p.string().primary(),
    name: p.text(),
    validFrom: p.date().$type<Day>(),
    /** The whole pack: statutes, rules, calendars, figures. */
    content: p.json<object>().lazy(),
    /** Of the content's canonical form. */
    sha256: p.string(),
    /** An account's id, or `system` for the pack that came with the house. */
    publishedBy: p.string(),
    publishedAt: p.datetime(),
    /** Sent twice with one key, it is published once. */
    commandId: p.string().$type<CommandId>().unique(),
  },
});
export type RulePack = InferEntity<typeof RulePack>;
