import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { AccountId, CommandId } from '../domain/ids.ts';
import { sealedJson } from './keys/sealed.ts';

export const draftKinds = ['dispute-intake'] as const;
export type DraftKind = (typeof draftKinds)[number];

/** A form half filled in: its owner's alone, never checked, until it is sent. */
export const Draft = defineEntity({
  name: 'Draft',
  properties: {
    id: p.uuid().primary(),
    owner: p.string().$type<AccountId>().index(),
    kind: p.string().$type<DraftKind>(),
    title: p.text(),
    content: sealedJson<Record<string, unknown>>(),
    savedAt: p.datetime(),
    version: p.integer(),
    /** The command its sending makes: the draft's id is that request's key, so whether and as what it was sent is read there. */
    commandId: p.string().$type<CommandId>().index(),
  },
});
export type Draft = InferEntity<typeof Draft>;
