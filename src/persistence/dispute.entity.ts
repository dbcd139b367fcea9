import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { ClaimHead } from '../domain/claim.ts';
import type { Day } from '../domain/day.ts';
import type { Channel } from '../domain/dispute/state.ts';
import type { CaseId, PartyId } from '../domain/ids.ts';
import type { Fen } from '../domain/money.ts';

/** What intake wrote down of a dispute 劳动争议; its course is in the case record. */
export const Dispute = defineEntity({
  name: 'Dispute',
  properties: {
    id: p.uuid().$type<CaseId>().primary(),
    receiptNumber: p.string().unique(),
    channel: p.string().$type<Channel>(),
    place: p.text(),
    since: p.date().$type<Day>(),
    employmentEndedOn: p.date().$type<Day>().nullable(),
    facts: p.text(),
    amount: p.bigint('number').$type<Fen>().fieldName('amount_fen'),
    concludedOn: p.date().$type<Day>().nullable(),
    closedOn: p.date().$type<Day>().nullable(),
  },
});
export type Dispute = InferEntity<typeof Dispute>;

export type PartySide = 'worker' | 'employer';
export type Gender = '男' | '女';

export const Party = defineEntity({
  name: 'Party',
  properties: {
    id: p.uuid().$type<PartyId>().primary(),
    disputeId: p.uuid().$type<CaseId>().index(),
    no: p.integer(),
    side: p.string().$type<PartySide>(),
    name: p.text(),
    phone: p.text().nullable(),
    address: p.text().nullable(),
    /** Workers only, once a paper needs them. */
    gender: p.string().$type<Gender>().nullable(),
    bornOn: p.date().$type<Day>().nullable(),
    idNumber: p.text().nullable(),
    /** Employers only: 统一社会信用代码, 法定代表人 or 负责人. */
    creditCode: p.text().nullable(),
    representative: p.text().nullable(),
    representativeTitle: p.text().nullable(),
  },
});
export type Party = InferEntity<typeof Party>;

export const Claim = defineEntity({
  name: 'Claim',
  primaryKeys: ['disputeId', 'no'],
  properties: {
    disputeId: p.uuid().$type<CaseId>().primary(),
    no: p.integer().primary(),
    head: p.string().$type<ClaimHead>(),
    amount: p.bigint('number').$type<Fen>().fieldName('amount_fen'),
    basis: p.text(),
    /** What the law works the sum out from, as `claim` in src/law reads it. */
    facts: p.json<object>().nullable(),
  },
});
export type Claim = InferEntity<typeof Claim>;

/** A claim line worked out by law, with its working; kept for every time it was done. */
export const ClaimWorking = defineEntity({
  name: 'ClaimWorking',
  primaryKeys: ['disputeId', 'seq', 'no'],
  properties: {
    disputeId: p.uuid().$type<CaseId>().primary(),
    seq: p.integer().primary(),
    no: p.integer().primary(),
    kind: p.string(),
    input: p.json<object>(),
    amount: p.bigint('number').$type<Fen>().fieldName('amount_fen'),
    steps: p.json<{ text: string; amount: string }[]>(),
    articles: p.json<string[]>(),
    warnings: p.json<string[]>(),
    pack: p.string(),
  },
});
export type ClaimWorking = InferEntity<typeof ClaimWorking>;
