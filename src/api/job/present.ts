import { z } from 'zod';
import { sayJob } from '../../../templates/zh-CN/job-words.ts';
import { sayRefusal } from '../../../templates/zh-CN/say-refusal.ts';
import { type JobRow, jobRefusals } from '../../persistence/job.listing.ts';
import type { Em } from '../../persistence/orm.ts';
import { text } from '../fields.ts';

/** How many refusals a job among others names, and one that is watched. */
export const MOST_LISTED = 20;
export const MOST_WATCHED = 500;

const count = z.int();
export const jobItem = z.object({
  ...{ id: text, kind: text, about: text.nullable(), sentence: text, at: text },
  ...{ total: count, done: count, refused: count, pending: count, isDone: z.boolean() },
  refusals: z
    .array(z.object({ case: text, receiptNumber: text.nullable(), sentence: text }))
    .meta({ description: `没有办成的和原因：列表中最多 ${MOST_LISTED} 件，进度中最多 ${MOST_WATCHED} 件` }),
});

export async function presentJob(em: Em, row: JobRow, most: number): Promise<z.infer<typeof jobItem>> {
  const refused = row.refused > 0 && row.kind !== 'import' ? await jobRefusals(em, row.id, most) : [];
  return {
    ...row,
    at: new Date(row.at).toISOString(),
    sentence: sayJob(row.kind, row.about),
    isDone: row.pending === 0,
    refusals: refused.map(({ answer, ...one }) => ({
      ...one,
      sentence: sayRefusal(answer.code, answer.facts),
    })),
  };
}
