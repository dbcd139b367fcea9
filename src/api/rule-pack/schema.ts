/** How packs are published, previewed and shown. */
import { z } from 'zod';
import { caseId, line, text, words } from '../fields.ts';

const packId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9.-]{2,39}$/, '应为 3 至 40 个小写字母、数字、点或者连字符，例如 nanyang-2027.1');

const draft = {
  id: packId,
  name: line(60),
  calendar: z.record(z.string(), z.unknown()).meta({
    description:
      '{year, notice 文号, issuedOn, title? 通知标题, url? 网址, reason? 替换已录入年份的原因, holidays: [{name, off: [首日, 末日], work: [调休上班日], statutory: [法定休假日]}]}',
  }),
};

export const packDraft = z.strictObject(draft);
export type PackDraft = z.infer<typeof packDraft>;

/** What was previewed is what is published: its hash is given back. */
export const packToPublish = z.strictObject({
  ...draft,
  sha256: z.string().regex(/^[0-9a-f]{64}$/, '应为预览时给出的 64 位校验值'),
});

export const moveOrder = z.strictObject({
  reason: words(),
  cases: z.array(caseId).min(1).max(5000).optional(),
});

export const move = z.object({
  case: text,
  story: text,
  receiptNumber: text,
  clock: text,
  rule: text,
  name: text,
  startedOn: text,
  before: text,
  after: text.nullable(),
  days: z.int(),
  wasProvisional: z.boolean(),
  isProvisional: z.boolean(),
  refusal: text.nullable(),
});

export const preview = z.object({
  id: text,
  name: text,
  /** The pack it adds a year to. */
  base: text,
  year: z.int(),
  sha256: text,
  cases: z.int(),
  /** How many of them are of districts whose cases the asker does not read: counted, not named. */
  elsewhere: z.int(),
  moves: z.array(move),
  /** The year as it then is: working days, days off besides weekends, weekends worked. */
  months: z.array(
    z.object({ month: z.int(), workingDays: z.int(), off: z.array(text), work: z.array(text) }),
  ),
  /** Clocks that wait for this calendar and are certain with it; those that stay on their day, too. */
  becomeFirm: z.int(),
});

export const packItem = z.object({
  id: text,
  name: text,
  validFrom: text,
  validTo: text.nullable(),
  lastYear: z.int(),
  sha256: text,
  publishedBy: text,
  publishedByName: text,
  publishedAt: text,
});

const moves = z.object({ moved: z.int(), pending: z.int(), refused: z.int() });
export const packDetail = packItem.extend({ moves, content: z.record(z.string(), z.unknown()) });
export const moveAnswer = z.object({ ordered: z.int(), moves });
