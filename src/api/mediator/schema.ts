/** How mediators are listed, ranked and described. */
import { z } from 'zod';
import { mediatorSkills } from '../../domain/dispute/assignment.ts';
import { mediatorSorts } from '../../persistence/mediator.listing.ts';
import { day, districtCode, text, texts } from '../fields.ts';
import { pageQuery, searchWords } from '../lists.ts';

const skill = z.enum(mediatorSkills);

export const mediatorsQuery = pageQuery(mediatorSorts, 'login').extend({
  q: searchWords.optional(),
  district: districtCode.optional(),
  skill: skill.optional(),
  isAway: z.stringbool().optional(),
});

/** The whole profile: what is left out is not kept. */
export const profile = z
  .strictObject({
    skills: z
      .array(skill)
      .max(mediatorSkills.length)
      .transform((all) => [...new Set(all)].sort()),
    maxCases: z.int().min(1).max(1000).nullable().default(null),
    awayFrom: day.nullable().default(null),
    awayUntil: day.nullable().default(null),
  })
  .refine(({ awayFrom, awayUntil }) => awayUntil === null || awayFrom !== null, {
    path: ['awayFrom'],
    error: '没有填写，填了请假结束日的须同时填写开始日',
  });

export const mediatorItem = z.object({
  id: text,
  login: text,
  name: text,
  district: text,
  districtName: text,
  skills: z.array(z.object({ code: text, name: text })),
  openCases: z.int(),
  maxCases: z.int().nullable(),
  /** Today. */
  isAway: z.boolean(),
  awayFrom: text.nullable(),
  awayUntil: text.nullable(),
  /** Who set the profile last; null where none was set. */
  changedByName: text.nullable(),
  changedAt: text.nullable(),
});

export const rankedItem = z.object({
  account: text,
  name: text,
  districtName: text,
  isBarred: z.boolean(),
  /** Has the case now. */
  isOwner: z.boolean(),
  score: z.object({
    isFull: z.boolean(),
    isSameDistrict: z.boolean(),
    skillsMet: z.int(),
    openCases: z.int(),
  }),
  reasons: z.array(z.object({ code: text, facts: z.record(z.string(), z.unknown()), sentence: text })),
  /** The reasons in one sentence. */
  sentence: text,
});

export const rankedAnswer = z.object({ items: z.array(rankedItem), rule: texts });
