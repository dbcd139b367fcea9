import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { AccountId } from '../domain/ids.ts';

/** A list as somebody likes to see it, under a name of theirs: its owner's alone. */
export const SavedView = defineEntity({
  name: 'SavedView',
  properties: {
    id: p.uuid().primary(),
    owner: p.string().$type<AccountId>().index(),
    page: p.string(),
    name: p.text(),
    /** What is asked of the list. */
    query: p.text(),
    /** Their order among the owner's views. */
    place: p.integer(),
    at: p.datetime(),
  },
});
export type SavedView = InferEntity<typeof SavedView>;
