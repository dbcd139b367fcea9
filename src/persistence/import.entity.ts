import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { Day } from '../domain/day.ts';
import type { Carried } from '../domain/dispute/carried.ts';
import type { AccountId, CaseId, CommandId, DistrictCode } from '../domain/ids.ts';
import type { Actor } from '../domain/role.ts';
import type { Texts } from './case-event.entity.ts';
import type { Intake } from './dispute.repository.ts';
import { sealedJson } from './keys/sealed.ts';

/** A running register 调解台账 taken over: its lines are written down at once, and become cases a chunk at a time. */
export const Import = defineEntity({
  name: 'Import',
  properties: {
    id: p.uuid().primary(),
    /** Whoever imports, as they stood then: the cases' commands are theirs. */
    actor: p.json<Actor>(),
    account: p.string().$type<AccountId>().index(),
    district: p.string().$type<DistrictCode>(),
    /** Null where it was pasted. */
    fileName: p.text().nullable(),
    sha256: p.string().index(),
    /** The request that made it, so that one sent twice is one import. */
    commandId: p.string().$type<CommandId>().unique(),
    fingerprint: p.string(),
    /** The civil day of import: the day of its cases' first act. */
    onDay: p.date().$type<Day>(),
    at: p.datetime(),
  },
});
export type Import = InferEntity<typeof Import>;

/** `written`: the case's rows and its command are there; how far it has come is the command's to say. */
export type ImportLineStatus = 'pending' | 'written' | 'refused' | 'skipped';

/** Of one cell, with the sentence that says how to mend it. */
export type LineProblem = { column: string; sentence: string };

export type CaseToImport = { intake: Intake; receivedOn: Day; pack: string; carried: Carried; texts: Texts };

export const ImportLine = defineEntity({
  name: 'ImportLine',
  properties: {
    id: p.uuid().primary(),
    importId: p.uuid(),
    /** The row of the sheet. */
    rowNo: p.integer(),
    status: p.string().$type<ImportLineStatus>(),
    /** They repeat what stood in a bad cell. */
    problems: sealedJson<LineProblem[]>(),
    /** Only while it is pending: afterwards the words are the case's alone. */
    given: sealedJson<CaseToImport>().nullable(),
    /** The case it became, or the one that was there before it. */
    caseId: p.uuid().$type<CaseId>().nullable(),
    commandId: p.string().$type<CommandId>().nullable(),
  },
  uniques: [{ properties: ['importId', 'rowNo'] }],
  indexes: [{ properties: ['status'] }],
});
export type ImportLine = InferEntity<typeof ImportLine>;
