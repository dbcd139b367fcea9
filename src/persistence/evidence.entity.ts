import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { Day } from '../domain/day.ts';
import type { EvidenceStatus } from '../domain/evidence.ts';
import type { AccountId, CaseId, CommandId } from '../domain/ids.ts';
import { sealedBytes, sealedText } from './keys/sealed.ts';

/** A file brought as evidence. It is `pending` until its case has recorded it; what was kept once is never deleted. */
export const Evidence = defineEntity({
  name: 'Evidence',
  properties: {
    id: p.uuid().primary(),
    caseId: p.uuid().$type<CaseId>().index(),
    /** Its number in the case, without gaps; given when it is kept. */
    no: p.integer().nullable(),
    name: p.text(),
    mediaType: p.string(),
    bytes: p.integer(),
    sha256: p.string(),
    note: sealedText().nullable(),
    addedBy: p.string().$type<AccountId>(),
    addedAt: p.datetime(),
    addedOn: p.date().$type<Day>(),
    status: p.string().$type<EvidenceStatus>(),
    /** The event that kept it, and the one that withdrew it. */
    seq: p.integer().nullable(),
    withdrawnSeq: p.integer().nullable(),
    commandId: p.string().$type<CommandId>(),
    content: sealedBytes().lazy(),
  },
  uniques: [{ properties: ['caseId', 'no'] }],
});
export type Evidence = InferEntity<typeof Evidence>;
