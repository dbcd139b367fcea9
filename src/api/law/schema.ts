/** What the law is asked and what it answers. The law reads its input itself and names what is wrong; these shapes are for the document. */
import { z } from 'zod';
import { claimHeads } from '../../domain/claim.ts';
import { recordableKinds } from '../../domain/dispute/limitation.ts';
import { headIds } from '../../law/heads.ts';
import { limitationEventKinds } from '../../law/limitation-events.ts';
import { text, texts } from '../fields.ts';

const day = z.string().meta({ format: 'date', example: '2026-09-30' });
const yuan = z.string().meta({ description: '元，写成文字', example: '5000.00' });
const number = z.union([z.number(), z.string()]).meta({ description: '数字，或者写成文字的小数' });
const place = z.string().meta({ description: '区县代码或者全称', example: '411303' });
const kind = <const K extends string>(name: K) => z.literal(name);

const severance = {
  hiredOn: day,
  endedOn: day,
  averageMonthlyWage: yuan,
  localAverageMonthlyWage: yuan.optional(),
  localMinimumWage: yuan.optional(),
  alreadyPaid: yuan.optional(),
  place: place.optional(),
};
const item = z.strictObject({ head: z.enum(headIds as [string, ...string[]]), amount: yuan.optional() });
const awardLine = { localMinimumWage: yuan.optional(), place: place.optional(), on: day.optional() };

/** One of these by `kind`. */
export const claimInput = z.discriminatedUnion('kind', [
  z.strictObject({ kind: kind('economic-compensation'), ...severance }),
  z.strictObject({ kind: kind('unlawful-dismissal'), ...severance }),
  z.strictObject({ kind: kind('notice-pay'), lastMonthWage: yuan }),
  z.strictObject({
    kind: kind('double-wage'),
    hiredOn: day,
    endedOn: day.optional(),
    signedOn: day.optional(),
    monthlyWage: yuan,
  }),
  z.strictObject({
    kind: kind('overtime'),
    monthlyBase: yuan,
    hours: z.strictObject({
      weekday: number.optional(),
      restDay: number.optional(),
      holiday: number.optional(),
    }),
  }),
  z.strictObject({
    kind: kind('annual-leave'),
    averageMonthlyWage: yuan,
    daysUnused: number.optional(),
    cumulativeYears: number.optional(),
    enteredOn: day.optional(),
    leftOn: day.optional(),
    taken: number.optional(),
    isWaivedInWriting: z.boolean().optional(),
  }),
  z.strictObject({
    kind: kind('wage-arrears'),
    periods: z.array(
      z.strictObject({
        from: day,
        to: day,
        monthlyWage: yuan,
        rate: number.optional(),
        paid: yuan.optional(),
      }),
    ),
  }),
  z.strictObject({
    kind: kind('injury'),
    grade: z.int().min(1).max(10),
    province: text,
    ownWage: yuan.optional(),
    averageWageAtInjury: yuan.optional(),
    localAverageMonthlyWage: yuan.optional(),
    age: number.optional(),
    retirementAge: number.optional(),
    occupationalDisease: z.boolean().optional(),
    on: day.optional(),
    place: place.optional(),
  }),
  z.strictObject({ kind: kind('average-wage'), months: z.array(yuan).min(1).max(12) }),
  z.strictObject({
    kind: kind('probation'),
    agreedWage: yuan,
    paidWage: yuan,
    months: number,
    localMinimumWage: yuan.optional(),
    place: place.optional(),
    on: day.optional(),
  }),
  z.strictObject({ kind: kind('additional-compensation'), unpaid: yuan, rate: number }),
  z.strictObject({
    kind: kind('deduction'),
    monthlyWage: yuan,
    asked: yuan,
    localMinimumWage: yuan.optional(),
    place: place.optional(),
    on: day.optional(),
  }),
  z.strictObject({ kind: kind('final-award'), items: z.array(item), ...awardLine }),
]);

export const limitationInput = z.strictObject({
  claimKind: z.string().meta({ description: '请求类别，或者计算的种类', example: claimHeads[1] }),
  endedOn: day.optional(),
  filedOn: day.optional(),
  events: z.array(
    z.strictObject({
      kind: z.enum(limitationEventKinds as [string, ...string[]]),
      on: day,
      until: day.optional(),
      evidence: z.string().optional(),
    }),
  ),
});

export const finalAwardInput = z.strictObject({ items: z.array(item), ...awardLine });

export const routeInput = z.strictObject({
  heads: z.array(z.enum(headIds as [string, ...string[]])),
  on: day,
  worker: z.enum(['employee', 'past-retirement', 'platform', 'service']),
  birth: z.strictObject({ bornOn: day, track: z.enum(['man', 'woman-55', 'woman-50']) }).optional(),
  isDelayed: z.boolean().optional(),
  hasWageNote: z.boolean().optional(),
});

export const step = z.object({ text, amount: text });
export const claimResult = z.object({
  kind: text,
  amount: text,
  steps: z.array(step),
  articles: texts,
  warnings: texts,
});

export const deadlineAnswer = z.object({
  rule: text,
  name: text,
  article: text,
  from: text,
  dueOn: text,
  dayType: z.enum(['natural', 'working', 'month', 'year']),
  explanation: texts,
  provisional: z.boolean(),
  confirmed: z.boolean(),
});

export const actAnswer = z.object({
  act: text,
  deadlines: z.array(deadlineAnswer),
  earliest: deadlineAnswer,
});

export const ruleItem = z.object({
  rule: text,
  name: text,
  article: text,
  jurisdiction: text.optional(),
  validFrom: text.nullable(),
  validTo: text.nullable(),
  trigger: text,
  length: z.int(),
  dayType: text,
  direction: text,
  isRolled: z.boolean(),
  tag: text,
  confirmed: z.boolean(),
});

const interruption = z.object({
  kind: z.enum(recordableKinds),
  name: text,
  on: text,
  article: text,
  isEffective: z.boolean(),
  lastSafeDay: text.nullable(),
  evidence: text.optional(),
});

export const limitationAnswer = z.object({
  claimKind: text,
  lastSafeDay: text.nullable(),
  startsOn: text.nullable(),
  interruptions: z.array(interruption),
  explanation: texts,
  articles: texts,
  warnings: texts,
  provisional: z.boolean(),
  isInTime: z.boolean().optional(),
});

export const finalAwardAnswer = claimResult.extend({
  items: z.array(z.object({ head: text, amount: text, isFinal: z.boolean(), reason: text })),
  isMixed: z.boolean(),
});

export const routeAnswer = z.object({
  routes: z.array(
    z.object({ head: text, name: text, path: text, pathName: text, article: text, reason: text }),
  ),
  isSplit: z.boolean(),
  paymentOrder: texts,
  warnings: texts,
});
