import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { Recorded } from '../domain/case.ts';
import type { Day } from '../domain/day.ts';
import type { AccountId, CaseId, CommandId } from '../domain/ids.ts';
import { sealedJson } from './keys/sealed.ts';

/** Append-only: who did what on which day, chained by hash within its case. */
export const CaseEvent = defineEntity({
  name: 'CaseEvent',
  primaryKeys: ['caseId', 'seq'],
  uniques: [{ properties: ['caseId', 'commandId'] }],
  triggers: [
    {
      name: 'case_event_row_stays',
      timing: 'before',
      events: ['update', 'delete'],
      body: `raise exception 'an event on record is never changed or deleted'`,
    },
  ],
  properties: {
    caseId: p.uuid().$type<CaseId>().primary(),
    seq: p.integer().primary(),
    commandId: p.string().$type<CommandId>(),
    kind: p.string(),
    onDay: p.date().$type<Day>(),
    actor: p.string().$type<AccountId>(),
    recordedAt: p.datetime(),
    /** The event as the domain folds it: codes, days, amounts. */
    event: p.json<Recorded>(),
    textsHash: p.string(),
    previousHash: p.string(),
    hash: p.string(),
  },
});
export type CaseEvent = InferEntity<typeof CaseEvent>;

/**
 * The words of an event (reasons, minutes, terms): kept apart from the chain, which holds only their hash. They stay as
 * they are; only a transaction that has said `set local wanhe.reseal = 'on'` may seal them under another key.
 */
export const CaseText = defineEntity({
  name: 'CaseText',
  primaryKeys: ['caseId', 'seq'],
  triggers: [
    {
      name: 'case_text_row_stays',
      timing: 'before',
      events: ['update', 'delete'],
      body: `if tg_op = 'UPDATE' then if current_setting('wanhe.reseal', true) = 'on' and new.case_id = old.case_id and new.seq = old.seq then return new; end if; end if; raise exception 'the words of an event are never changed or deleted'`,
    },
  ],
  properties: {
    caseId: p.uuid().$type<CaseId>().primary(),
    seq: p.integer().primary(),
    texts: sealedJson<Texts>(),
  },
});
export type CaseText = InferEntity<typeof CaseText>;

/** Field name -> what was written. */
export type Texts = Readonly<Record<string, Written>>;
type Written = string | number | boolean | null | readonly Written[] | { readonly [field: string]: Written };
