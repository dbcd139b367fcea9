import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { BodyId, CaseId } from '../domain/ids.ts';
import type { IncomingChannel } from '../domain/referral/state.ts';
import type { Intake } from './dispute.repository.ts';
import { sealedJson, sealedText } from './keys/sealed.ts';

/** What another body's letter says of the dispute it hands over: enough to open it here. */
export type Brought = Omit<Intake, 'channel' | 'district'>;

/** What a referral 移送 is about; its course is in the case record. */
export const Referral = defineEntity({
  name: 'Referral',
  properties: {
    id: p.uuid().$type<CaseId>().primary(),
    parentId: p.uuid().$type<CaseId>().nullable().index(),
    fromBody: p.string().$type<BodyId>().index(),
    toBody: p.string().$type<BodyId>().index(),
    urgency: p.string(),
    reason: sealedText(),
    request: sealedText(),
    materials: p.json<string[]>(),
    contact: sealedText(),
    closedOn: p.date().nullable(),
    /** Hash of the code on the latest letter, where it bears one: a new letter's takes its place. */
    replyCodeHash: p.string().nullable().unique(),
    /** Incoming ones only: how it came, the other body's own number (诉前调字号), what it brought, the dispute it opened. */
    channel: p.string().$type<IncomingChannel>().nullable(),
    otherNumber: p.text().nullable(),
    brought: sealedJson<Brought>().nullable(),
    childId: p.uuid().$type<CaseId>().nullable().index(),
  },
  indexes: [
    {
      name: 'referral_other_number_keys_index',
      expression:
        'create index "referral_other_number_keys_index" on "referral" using gin (number_keys("other_number")) with (fastupdate = off)',
    },
  ],
});
export type Referral = InferEntity<typeof Referral>;
