import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { CaseId } from '../domain/ids.ts';
import { sealedBytes, sealedJson } from './keys/sealed.ts';

/** An application that someone is filling in without an account: their browser's alone, until it is sent or has run out. */
export const Application = defineEntity({
  name: 'Application',
  properties: {
    id: p.uuid().primary(),
    /** Of the cookie's token: a copy of the table opens nothing. */
    tokenHash: p.string().unique(),
    /** What has been answered so far; once sent, what is shown on the last page. */
    answers: sealedJson<Record<string, unknown>>(),
    startedAt: p.datetime(),
    savedAt: p.datetime().index(),
    /** The case it has become. */
    caseId: p.uuid().$type<CaseId>().nullable(),
  },
});
export type Application = InferEntity<typeof Application>;

/** A photo or paper that goes with it. */
export const ApplicationFile = defineEntity({
  name: 'ApplicationFile',
  properties: {
    id: p.uuid().primary(),
    applicationId: p.uuid().index(),
    name: p.text(),
    mediaType: p.string(),
    bytes: p.integer(),
    sha256: p.string(),
    addedAt: p.datetime(),
    content: sealedBytes().lazy(),
  },
  uniques: [{ properties: ['applicationId', 'sha256'] }],
});
export type ApplicationFile = InferEntity<typeof ApplicationFile>;
