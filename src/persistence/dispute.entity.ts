import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { ClaimHead } from '../domain/claim.ts';
import type { Day } from '../domain/day.ts';
import type { Channel } from '../domain/dispute/parts.ts';
import type { PartyKind } from '../domain/dispute/party-kinds.ts';
import type { CaseId, PartyId } from '../domain/ids.ts';
import type { Fen } from '../domain/money.ts';
import { sealedJson, sealedText } from './keys/sealed.ts';
import { searchedBy } from './searched-by.ts';

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
    facts: sealedText(),
    amount: p.bigint('number').$type<Fen>().fieldName('amount_fen'),
    /** The case's number elsewhere: a court's, an arbitration commission's, the old register's. */
    externalNumber: p.text().nullable().index(),
    /** What the court's element form 要素式 asks beside the eight fields of intake, by section. */
    elements: sealedJson<Elements>(),
    concludedOn: p.date().$type<Day>().nullable(),
    closedOn: p.date().$type<Day>().nullable(),
    archivedOn: p.date().$type<Day>().nullable(),
  },
  // Numbers are found by any part of them; the function is the migration's.
  indexes: [
    {
      name: 'dispute_receipt_number_keys_index',
      expression:
        'create index "dispute_receipt_number_keys_index" on "dispute" using gin (number_keys("receipt_number")) with (fastupdate = off)',
    },
    {
      name: 'dispute_external_number_keys_index',
      expression:
        'create index "dispute_external_number_keys_index" on "dispute" using gin (number_keys("external_number")) with (fastupdate = off)',
    },
  ],
});
export type Dispute = InferEntity<typeof Dispute>;

/** Section -> field -> what was written. */
export type Elements = Record<string, Record<string, string | boolean>>;

/** Whoever acts for a party 代理人; `general` 一般授权, `special` 特别授权 (to settle). */
export type Agent = { name: string; occupation: string; phone?: string; scope: 'general' | 'special' };

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
    phone: sealedText().nullable(),
    /** By which the number is found: a keyed hash, written along with it. */
    phoneBlind: p.text().nullable().index(),
    address: sealedText().nullable(),
    /** Workers only, once a paper needs them. */
    gender: p.string().$type<Gender>().nullable(),
    bornOn: p.date().$type<Day>().nullable(),
    idNumber: sealedText().nullable(),
    idNumberBlind: p.text().nullable().index(),
    /** Employers only: 统一社会信用代码, 法定代表人 or 负责人. */
    creditCode: p.text().nullable().index(),
    representative: p.text().nullable(),
    representativeTitle: p.text().nullable(),
    /** Workers: employee, platform, past-retirement, service. Employers: employer, contractor, dispatch, platform. */
    kind: p.string().$type<PartyKind>().nullable(),
    /** Further fields of the element form: nationality, workplace, registered address … */
    details: sealedJson<Record<string, string | boolean>>(),
    agent: sealedJson<Agent>().nullable(),
    ...searchedBy<{ name: string }>(({ name }) => [name]),
  },
  checks: [{ name: 'party_is_searched_as_named', expression: 'is_searched_as(name, searched)' }],
  // Look-alikes are found by it; the function is the migration's.
  indexes: [
    {
      name: 'party_name_key_index',
      expression: 'create index "party_name_key_index" on "party" (name_key("name"))',
    },
    {
      name: 'party_search_index',
      expression: 'create index "party_search_index" on "party" using gin ("search") with (fastupdate = off)',
    },
  ],
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
    basis: sealedText(),
    /** Whose claim it is in a group; null: of all together. */
    party: p.uuid().$type<PartyId>().fieldName('party_id').nullable(),
    fromDay: p.date().$type<Day>().nullable(),
    untilDay: p.date().$type<Day>().nullable(),
    /** What the law works the sum out from, as `claim` in src/law reads it. */
    facts: sealedJson<object>().nullable(),
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
