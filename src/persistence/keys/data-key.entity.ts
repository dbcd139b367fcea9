import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

/** The key that one case's values are sealed with (or a person's drafts', an import's), wrapped by a master key. */
export const DataKey = defineEntity({
  name: 'DataKey',
  properties: {
    no: p.integer().primary().autoincrement(),
    /** The id of the case, account or import. */
    owner: p.string().unique(),
    /** The id of the master key that wraps it. */
    master: p.string().index(),
    /** Null once it is destroyed: what was sealed with it is gone for good, in every backup too. */
    wrapped: p.blob().nullable(),
    createdAt: p.datetime(),
    destroyedAt: p.datetime().nullable(),
  },
});
export type DataKey = InferEntity<typeof DataKey>;
