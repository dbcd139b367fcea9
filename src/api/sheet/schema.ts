/** Sheets as they come in and as they are shown before anything is done with them. */
import { z } from 'zod';
import { claimHeads } from '../../domain/claim.ts';
import { channels } from '../../domain/dispute/parts.ts';
import { disputeStates } from '../../domain/dispute/state.ts';
import { text } from '../fields.ts';

/** What is pasted; a file comes in its own part of the form. */
export const pasted = z.strictObject({ text: z.string().min(1).max(900_000).optional() });
export const readQuery = z.strictObject({ problemsAs: z.enum(['json', 'xlsx']).default('json') });

const row = z.int().meta({ description: '表中的行号' });
const orNull = text.nullable();
const problems = z.array(z.object({ row, column: text, sentence: text }));
const head = z.enum(claimHeads);
const from = { sheet: orNull, unread: z.array(text), problems };

export const wageSheetAnswer = z.object({
  ...from,
  total: text,
  rows: z.array(
    z.object({
      row,
      name: text,
      idNumber: orNull,
      phone: orNull,
      amount: text,
      since: orNull,
      until: orNull,
      isConsenting: z.boolean().nullable(),
      head,
    }),
  ),
});

export const registerAnswer = z.object({
  ...from,
  rows: z.array(
    z.object({
      row,
      oldNumber: orNull,
      receivedOn: text,
      channel: z.enum(channels).nullable(),
      district: text,
      workers: z.array(z.object({ name: text, phone: orNull })),
      employers: z.array(z.object({ name: text, creditCode: orNull })),
      place: orNull,
      since: orNull,
      heads: z.array(head),
      amount: orNull,
      facts: orNull,
      state: z.enum(disputeStates),
      outcome: z.enum(disputeStates).nullable(),
      acceptedOn: orNull,
      concludedOn: orNull,
      closedOn: orNull,
      agreedAmount: orNull,
      dueOn: orNull,
      paid: orNull,
      mediator: orNull,
      note: orNull,
    }),
  ),
});
