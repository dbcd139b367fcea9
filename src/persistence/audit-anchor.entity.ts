import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { Day } from '../domain/day.ts';

const stays = (table: string) => ({
  name: `${table}_row_stays`,
  timing: 'before' as const,
  events: ['update' as const, 'delete' as const],
  body: `raise exception 'an anchor of the audit is never changed or deleted'`,
});

/** Append-only: one a day, signed; its document is made of this row and its heads. */
export const AuditAnchor = defineEntity({
  name: 'AuditAnchor',
  triggers: [stays('audit_anchor')],
  properties: {
    no: p.integer().primary().autoincrement(false),
    day: p.date().$type<Day>().unique(),
    at: p.datetime(),
    cases: p.integer(),
    events: p.integer(),
    readings: p.integer(),
    previousHash: p.string(),
    keyId: p.string(),
    /** Of the document's canonical form; what is signed. */
    hash: p.string(),
    signature: p.text(),
  },
});
export type AuditAnchor = InferEntity<typeof AuditAnchor>;

export const anchoredKinds = ['case', 'reader'] as const;
export type AnchoredKind = (typeof anchoredKinds)[number];

/** Append-only: where a chain stood that had grown since the last anchor. */
export const AuditAnchorHead = defineEntity({
  name: 'AuditAnchorHead',
  primaryKeys: ['kind', 'chain', 'seq'],
  triggers: [stays('audit_anchor_head')],
  properties: {
    kind: p.string().$type<AnchoredKind>().primary(),
    /** A case's id, or the account of a reader. */
    chain: p.string().primary(),
    seq: p.integer().primary(),
    hash: p.string(),
    anchorNo: p.integer().index(),
  },
});
export type AuditAnchorHead = InferEntity<typeof AuditAnchorHead>;
