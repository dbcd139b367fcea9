/** What figures are asked by, and what they answer. */
import { z } from 'zod';
import { channels } from '../../domain/dispute/parts.ts';
import { figureCodes, parts, units } from '../../domain/figure/figures.ts';
import { breakdowns } from '../../domain/figure/slices.ts';
import { disputeSorts } from '../../persistence/dispute.listing.ts';
import { day, districtCode, line, text, texts } from '../fields.ts';
import { listFormats, pageOf, pageQuery } from '../lists.ts';

const asked = {
  /** Both days are in; without them this year up to today. */
  from: day.optional(),
  until: day.optional(),
  /** The last day that is looked at: today where none is given. */
  asOf: day.optional(),
  /** With all below it. */
  district: districtCode.optional(),
};
const format = { format: z.enum(listFormats).default('json') };

export const figuresQuery = z.strictObject({ ...asked, ...format });
export const breakdownQuery = z.strictObject({
  ...{ ...asked, ...format, breakdown: z.enum(breakdowns).default('district') },
});
export const casesQuery = pageQuery(disputeSorts, '-receivedOn').extend({
  ...asked,
  figure: z.enum(figureCodes).default('received'),
  /** Of a rate: what stands above the line, or below it. */
  part: z.enum(parts).default('denominator'),
  /** Only one row of a breakdown. */
  breakdown: z.enum(breakdowns).optional(),
  slice: line(60).optional(),
});

const tally = z.object({
  cases: z.int(),
  byHead: z.int(),
  groups: z.int(),
  people: z.int(),
  personTimes: z.int(),
});

export const period = { from: text, until: text, asOf: text, district: text.nullable() };

export const figureItem = z.object({
  code: z.enum(figureCodes),
  name: text,
  definition: text,
  unit: z.enum(units),
  /** A whole number, a part of 1 with four decimals, yuan, or days; null where there is nothing to reckon from. */
  value: text.nullable(),
  /** The value as people say it, with its unit. */
  said: text,
  numerator: z.int().nullable(),
  numeratorName: text.nullable(),
  /** How many cases it is taken from: as many as the list behind it has. */
  denominator: z.int(),
  denominatorName: text.nullable(),
  /** 件, 件 by heads, 批, 人, 人次 of the same cases. */
  tally,
  /** By reason, of what was declined or failed. */
  reasons: z.array(z.object({ key: text, name: text, cases: z.int() })),
  /** Where the cases behind it are listed. */
  list: text,
  numeratorList: text.nullable(),
});

export const figuresAnswer = pageOf(figureItem).extend({ ...period, limits: texts });

export const sliceItem = z.object({
  key: text,
  name: text,
  received: z.int(),
  accepted: z.int(),
  notAccepted: z.int(),
  agreed: z.int(),
  failed: z.int(),
  withdrawn: z.int(),
  negotiated: z.int(),
  performed: z.int(),
  open: z.int(),
  successRate: text.nullable(),
  performedOfAgreed: text.nullable(),
  contactInTime: text.nullable(),
  medianDays: text.nullable(),
  moneyAgreed: text,
  moneyReceived: text,
});
export const slicesAnswer = pageOf(sliceItem).extend({ ...period, breakdown: z.enum(breakdowns) });

export const caseItem = z.object({
  id: text,
  receiptNumber: text,
  district: text,
  districtName: text,
  state: text,
  channel: z.enum(channels),
  worker: text,
  workerCount: z.int(),
  employer: text,
  owner: text,
  ownerName: text,
  receivedOn: text,
  acceptedOn: text.nullable(),
  outcome: text.nullable(),
  outcomeOn: text.nullable(),
  reason: text.nullable(),
  days: z.int().nullable(),
  performedOn: text.nullable(),
  amount: text,
  agreed: text.nullable(),
  /** What came in during the period. */
  money: text,
});
export const casesAnswer = pageOf(caseItem).extend({
  ...period,
  figure: z.enum(figureCodes),
  name: text,
  definition: text,
  /** How many cases there are in all. */
  count: z.int(),
});
