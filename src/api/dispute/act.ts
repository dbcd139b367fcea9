/** One act on a dispute: its body (with `on`, the civil day, today by default) and how it becomes a command with its words. */
import type { z } from 'zod';
import type { DisputeAction, DisputeAsked } from '../../domain/dispute/commands.ts';
import type { CaseId } from '../../domain/ids.ts';
import type { Texts } from '../../persistence/case-event.entity.ts';
import type { DisputeDetail } from '../../persistence/dispute.listing.ts';
import type { ApiDeps } from '../app.ts';
import { day, words } from '../fields.ts';

export type Act<A extends DisputeAction, B extends z.ZodType> = {
  summary: string;
  body: B;
  toAsked(body: z.infer<B>, fresh: { newId(): string }): DisputeAsked<A>;
  /** What the codes still need of the record. */
  resolve?(body: z.infer<B>, at: At): Promise<Partial<DisputeAsked<A>>>;
  toTexts?(body: z.infer<B>, me: { body: string | null }): Texts;
};

export type At = { deps: ApiDeps; id: CaseId; dispute: DisputeDetail };

/** Keeps the types of an act's parts while it is written down. */
export const act = <A extends DisputeAction, B extends z.ZodType>(_action: A, given: Act<A, B>): Act<A, B> =>
  given;

export const on = { on: day.optional() };
export const note = { note: words().optional() };

export const noteOf = (body: { note?: string | undefined }): Texts =>
  body.note === undefined ? {} : { note: body.note };

/** What was said beside the codes: every field but these. */
export function textsBut(body: object, ...codes: string[]): Texts {
  return Object.fromEntries(
    Object.entries(body).filter(([field]) => field !== 'on' && !codes.includes(field)),
  );
}

/** Without the fields that were not given. */
export function given<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}
