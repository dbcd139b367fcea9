/** Fields that many requests share. The message of a refinement is the second half of a sentence that begins with the field's name. */
import { z } from 'zod';
import { type Day, isDay } from '../domain/day.ts';
import type { AccountId, BodyId, CaseId, DistrictCode, PartyId } from '../domain/ids.ts';
import { type Fen, parseYuan } from '../domain/money.ts';
import { isCreditCode, isIdNumber } from '../domain/numbers.ts';

export const caseId = z.uuid('不是有效的编号，请从列表中选取').transform((text) => text as CaseId);
export const partyId = z.uuid('不是有效的当事人编号').transform((text) => text as PartyId);
export const accountId = z.uuid('不是有效的账号编号').transform((text) => text as AccountId);
const NOT_CLEAN = '含有看不见的控制字符或者不完整的字符，请删去';
/** What PostgreSQL keeps and a paper can show: no control characters, no half of a surrogate pair. */
const isOneLine = (text: string) => !/[\p{Cc}\p{Cs}]/u.test(text);
const isText = (text: string) => isOneLine(text.replace(/[\n\r\t]/g, ''));

export const bodyId = z
  .string()
  .min(1)
  .max(60)
  .refine(isOneLine, NOT_CLEAN)
  .transform((text) => text as BodyId);
export const districtCode = z
  .string()
  .regex(/^\d{6}$/, '应为六位行政区划代码，例如 411303')
  .transform((text) => text as DistrictCode);

/** No act, birth or term of a case lies outside; a year with a figure missing does. */
const FIRST_DAY = '1900-01-01';
const LAST_DAY = '2199-12-31';

export const day = z
  .string()
  .refine(isDay, { error: '不是有效的日期，请按 2026-11-23 的格式填写', abort: true })
  .refine(
    (text) => FIRST_DAY <= text && text <= LAST_DAY,
    `应在 ${FIRST_DAY} 至 ${LAST_DAY} 之间，请核对年份`,
  )
  .transform((text) => text as Day)
  .meta({ format: 'date', example: '2026-11-23' });

/** Yuan as text, `12345.60`. */
export const yuan = z
  .string()
  .regex(/^\d{1,11}(\.\d{1,2})?$/, '应为元，至多两位小数，不带符号和千分位，例如 12345.60')
  .transform((text): Fen => parseYuan(text))
  .meta({ example: '12345.60' });

export const line = (max = 100) => z.string().trim().min(1).max(max).refine(isOneLine, NOT_CLEAN);
export const words = (max = 4000) => z.string().trim().min(1).max(max).refine(isText, NOT_CLEAN);

export const phone = z
  .string()
  .trim()
  .regex(
    /^(1\d{10}|0\d{2,3}-?\d{7,8}(-\d{1,6})?|400-?\d{3}-?\d{4})$/,
    '不是有效的电话，请填 11 位手机号，或带区号的座机号',
  );

export const idNumber = z
  .string()
  .trim()
  .toUpperCase()
  .refine(isIdNumber, '不是有效的公民身份号码，请核对 18 位号码');
export const creditCode = z
  .string()
  .trim()
  .toUpperCase()
  .refine(isCreditCode, '不是有效的统一社会信用代码，请核对 18 位代码');

export const text = z.string();
export const texts = z.array(z.string());

const DEEPEST = 40;

/** A body whose every key and text PostgreSQL can keep and a paper can show, whatever else reads it. */
export const cleanBody = z.unknown().superRefine((body, { addIssue }) => {
  const rest: { value: unknown; path: PropertyKey[] }[] = [{ value: body, path: [] }];
  for (let one = rest.pop(); one !== undefined; one = rest.pop()) {
    const { value, path } = one;
    if (typeof value === 'string' && !isText(value)) addIssue({ code: 'custom', path, message: NOT_CLEAN });
    if (typeof value !== 'object' || value === null) continue;
    const isTooDeep = path.length >= DEEPEST;
    if (isTooDeep) addIssue({ code: 'custom', message: `最多 ${DEEPEST} 层` });
    for (const [key, part] of isTooDeep ? [] : Object.entries(value)) {
      if (!isOneLine(key)) addIssue({ code: 'custom', path, message: `的字段名${NOT_CLEAN}` });
      else rest.push({ value: part, path: [...path, Array.isArray(value) ? Number(key) : key] });
    }
  }
});

/** For the document; sign-in and `orderCommand` read them. */
export const postHeaders = z.object({
  'X-CSRF-Token': z.string().meta({ description: '登录时得到的 csrfToken' }),
  'Idempotency-Key': z
    .string()
    .optional()
    .meta({ description: '1 至 200 个可见的 ASCII 字符；值相同的请求只办一次' }),
  'If-Match': z
    .string()
    .optional()
    .meta({ description: '案件的 ETag；案件已有变动则答 409，并说明变动', example: '"7"' }),
});
