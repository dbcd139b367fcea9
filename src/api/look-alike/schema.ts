import { z } from 'zod';
import { claimHeads } from '../../domain/claim.ts';
import { caseId, creditCode, idNumber, line, phone, text } from '../fields.ts';

/** Half a form is enough to look: what is not filled in finds nothing. */
export const looked = z.strictObject({
  workers: z
    .array(
      z.strictObject({
        name: line(50).optional(),
        idNumber: idNumber.optional(),
        phone: phone.optional(),
      }),
    )
    .max(200)
    .default([]),
  employers: z
    .array(z.strictObject({ name: line(120).optional(), creditCode: creditCode.optional() }))
    .max(20)
    .default([]),
  heads: z.array(z.enum(claimHeads)).max(30).default([]),
  /** The case that is looked at: it is none of the employer's other ones. */
  except: caseId.optional(),
});

const found = z.object({ case: text, receiptNumber: text, state: text, stateName: text, receivedOn: text });

export const lookAlikes = z.object({
  duplicates: z.array(
    found.extend({ matchedBy: z.array(text), sameHeads: z.array(text), isMine: z.boolean() }),
  ),
  /** Of districts one does not read: how many, and in a sentence. */
  elsewhere: z.int(),
  elsewhereSentence: text.nullable(),
  employers: z.array(
    z.object({
      name: text.nullable(),
      creditCode: text.nullable(),
      history: z.object({
        total: z.int(),
        open: z.int(),
        collective: z.int(),
        agreed: z.int(),
        failed: z.int(),
        defaulted: z.int(),
        lastOn: text.nullable(),
        cases: z.array(found.extend({ workerCount: z.int() })),
        elsewhere: z.int(),
      }),
    }),
  ),
});
