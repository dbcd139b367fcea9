import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { AccountId, CaseId } from '../domain/ids.ts';
import type { ReadingKind } from '../domain/reading.ts';

/**
 * Append-only: who looked at what, when. One chain an account, so that nobody waits for another's reading; the daily
 * anchor seals where each chain stood. No foreign key: the log outlasts what it speaks of.
 */
export const Reading = defineEntity({
  name: 'Reading',
  primaryKeys: ['account', 'no'],
  triggers: [
    {
      name: 'reading_row_stays',
      timing: 'before',
      events: ['update', 'delete'],
      body: `raise exception 'a reading on record is never changed or deleted'`,
    },
  ],
  indexes: [{ properties: ['account', 'at'] }, { properties: ['caseId', 'at'] }, { properties: ['at'] }],
  properties: {
    account: p.string().$type<AccountId>().primary(),
    /** From 1, without gaps, for each account. */
    no: p.integer().primary(),
    at: p.datetime(),
    what: p.string().$type<ReadingKind>(),
    caseId: p.uuid().$type<CaseId>().nullable(),
    /** Which paper, file or list; an id or a code, never a name. */
    about: p.text().nullable(),
    /** Why, where one has to say so. */
    reason: p.text().nullable(),
    /** How many rows were taken along. */
    rowCount: p.integer().nullable(),
    previousHash: p.string(),
    hash: p.string(),
  },
});
export type Reading = InferEntity<typeof Reading>;
