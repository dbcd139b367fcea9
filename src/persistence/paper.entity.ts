import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { Day } from '../domain/day.ts';
import type { CaseId } from '../domain/ids.ts';
import { sealedBytes, sealedJson } from './keys/sealed.ts';

/** `drawn` papers of one side stand as they are; an agreement stands once it is `effective`. */
export const paperStatuses = ['issued', 'drawn', 'effective', 'void'] as const;
export type PaperStatus = (typeof paperStatuses)[number];

/** A numbered paper: its facts are frozen when the number is given, so that drawing it twice gives the same bytes. */
export const Paper = defineEntity({
  name: 'Paper',
  properties: {
    id: p.uuid().primary(),
    caseId: p.uuid().$type<CaseId>(),
    seq: p.integer(),
    kind: p.string(),
    /** Tells papers of one kind and act apart: a session, a party; else empty. */
    about: p.string(),
    number: p.string().unique(),
    issuer: p.text(),
    issuedOn: p.date().$type<Day>(),
    facts: sealedJson<object>(),
    checkCode: p.string().unique(),
    status: p.string().$type<PaperStatus>(),
    voidReason: p.string().nullable(),
    template: p.string().nullable(),
    pages: p.integer().nullable(),
    sha256: p.string().nullable(),
    file: sealedBytes().nullable().lazy(),
  },
  uniques: [{ properties: ['caseId', 'seq', 'kind', 'about'] }],
  indexes: [
    {
      name: 'paper_number_keys_index',
      expression:
        'create index "paper_number_keys_index" on "paper" using gin (number_keys("number")) with (fastupdate = off)',
    },
  ],
});
export type Paper = InferEntity<typeof Paper>;

/** The last number given in a series (kind, body) of a year: numbers run without gaps. */
export const PaperSeries = defineEntity({
  name: 'PaperSeries',
  primaryKeys: ['series', 'year'],
  properties: { series: p.string().primary(), year: p.integer().primary(), last: p.integer() },
});
export type PaperSeries = InferEntity<typeof PaperSeries>;
