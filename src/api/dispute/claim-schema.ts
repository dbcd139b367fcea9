/** A claim as line item: head, amount, basis, period, and whose it is in a group. */
import { z } from 'zod';
import { claimHeads } from '../../domain/claim.ts';
import { day, partyId, words, yuan } from '../fields.ts';

const line = {
  head: z.enum(claimHeads),
  amount: yuan,
  basis: words(1000),
  from: day.optional(),
  until: day.optional(),
};

/** At intake a worker is named by place, from one. */
export const intakeClaim = z.strictObject({ ...line, worker: z.int().min(1).max(200).optional() });

export const partyClaim = z.strictObject({ ...line, party: partyId.optional() });

export const MOST_CLAIMS = 600;

type Line = z.infer<typeof partyClaim>;

/** What of a line passes through histories, and what stays in the record. */
export const codesOf = ({ head, amount, party }: Line) => ({ head, amount, party: party ?? null });
export const wordsOf = ({ basis, from, until }: Line) => ({
  basis,
  ...(from === undefined ? {} : { from }),
  ...(until === undefined ? {} : { until }),
});

/** A claim names a worker who is there. */
export function needPlaces(
  workers: readonly object[],
  claims: readonly { worker?: number | undefined }[],
  context: z.RefinementCtx,
): void {
  for (const [index, { worker: place }] of claims.entries())
    if (place !== undefined && place > workers.length)
      context.addIssue({
        code: 'custom',
        path: ['claims', index, 'worker'],
        message: `应在 1 至 ${workers.length} 之间：本次登记的劳动者共 ${workers.length} 名`,
      });
}
