import { z } from 'zod';
import { scopeNames } from '../../domain/scope.ts';
import { serviceKeySorts } from '../../persistence/service-key.listing.ts';
import { bodyId, day, districtCode, line, text } from '../fields.ts';
import { pageQuery } from '../lists.ts';

const scope = z.enum(scopeNames);

export const serviceKeysQuery = pageQuery(serviceKeySorts, '-createdAt').extend({
  q: line(50).optional(),
  isUsable: z.stringbool().optional(),
});

export const keyDraft = z.strictObject({
  name: line(50),
  scopes: z
    .array(scope)
    .min(1)
    .max(scopeNames.length)
    .transform((all) => [...new Set(all)].sort()),
  district: districtCode,
  body: bodyId.nullable().default(null),
  /** The last day on which it opens anything. */
  until: day,
});

export const scopeItem = z.object({ scope, name: text, isOfBody: z.boolean() });

export const keyItem = z.object({
  id: text,
  account: text,
  name: text,
  district: text,
  districtName: text,
  body: text.nullable(),
  bodyName: text.nullable(),
  scopes: z.array(z.object({ scope, name: text })),
  until: text,
  isUsable: z.boolean(),
  createdAt: text,
  createdByName: text,
  revokedAt: text.nullable(),
  lastUsedOn: text.nullable(),
});

/** The key is shown this once; sent again with the same Idempotency-Key it is null. */
export const newKey = z.object({ serviceKey: keyItem, key: text.nullable() });
