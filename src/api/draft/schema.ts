import { z } from 'zod';
import { draftKinds } from '../../persistence/draft.entity.ts';
import { line, text } from '../fields.ts';

const LARGEST = 200_000;

/** A form as far as it is filled in: any fields, clean text (every body is), 200 kB. */
const content = z
  .record(z.string(), z.unknown())
  .refine((form) => Buffer.byteLength(JSON.stringify(form)) <= LARGEST, {
    error: '太大，最多 200 kB；长的材料请在登记后作为证据上传',
  });

export const newDraft = z.strictObject({ kind: z.enum(draftKinds), title: line(200), content });

/** `version` is the one its writer had before them. */
export const savedDraft = z.strictObject({
  version: z.int().min(1).max(1_000_000),
  title: line(200),
  content,
});

export const draftAnswer = z.object({ id: text, version: z.int(), savedAt: text });

export const draftItem = z.object({
  id: text,
  kind: text,
  title: text,
  savedAt: text,
  version: z.int(),
  sentAs: text.nullable(),
});

export const draftDetail = draftItem.extend({ content: z.record(z.string(), z.unknown()) });
