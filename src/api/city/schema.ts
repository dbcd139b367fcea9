/** The city's register as it is read and changed. */
import { z } from 'zod';
import { type PaperKindName, paperKindNames } from '../../domain/case.ts';
import { bodyKinds, cityThings } from '../../persistence/city.entity.ts';
import { cityEventSorts } from '../../persistence/city.listing.ts';
import { day, districtCode, line, text } from '../fields.ts';
import { pageQuery } from '../lists.ts';

export const districtDraft = z.strictObject({ code: districtCode, name: line(50), above: districtCode });
export const districtChange = z.strictObject({ name: line(50) });

/** A number's form tells papers of a year apart: without {n} it would be given twice. */
const numberForm = line(80).refine(
  (form) => form.includes('{year}') && form.includes('{n}'),
  '须含有 {year} 和 {n}，例如 宛工调卧龙〔{year}〕第{n}号',
);
const numbering = z
  .array(z.strictObject({ paper: z.enum(paperKindNames), numberForm }))
  .max(paperKindNames.length)
  .refine((rows) => new Set(rows.map(({ paper }) => paper)).size === rows.length, '同一种文书只能写一行');
type Numbering = z.infer<typeof numbering>;

export const formsIn = (rows: Numbering): Partial<Record<PaperKindName, string>> =>
  Object.fromEntries(rows.map(({ paper, numberForm: form }) => [paper, form]));

export const bodyDraft = z.strictObject({
  kind: z.enum(bodyKinds),
  name: line(100),
  district: districtCode,
  numbering: numbering.default([]),
});

/** What is left out stays as it is; the day on which it closed emptied, it is open again. */
export const bodyChange = z.strictObject({ name: line(100), numbering, closedOn: day.nullable() }).partial();

export const districtItem = z.object({
  code: text,
  name: text,
  parent: text.nullable(),
  version: z.int(),
});
export const bodyItem = z.object({
  id: text,
  kind: text,
  name: text,
  district: text,
  numbering: z.array(z.object({ paper: text, paperName: text, numberForm: text })),
  closedOn: text.nullable(),
  version: z.int(),
});

export const cityEventsQuery = pageQuery(cityEventSorts, '-at').extend({
  q: line(50).optional(),
  district: districtCode.optional(),
  thing: z.enum(cityThings).optional(),
});

export const cityEventItem = z.object({
  thing: z.enum(cityThings),
  id: text,
  no: z.int(),
  name: text,
  district: text,
  districtName: text,
  sentence: text,
  by: text,
  byName: text,
  at: text,
  changes: z.record(z.string(), z.object({ from: z.unknown(), to: z.unknown() })),
});
