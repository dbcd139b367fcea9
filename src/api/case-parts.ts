/** The parts any case shows, as the API gives them. */
import { z } from 'zod';
import { eventWords } from '../../templates/zh-CN/event-words.ts';
import { Refusal } from '../domain/refusal.ts';
import type { EventRow, PaperRow } from '../persistence/case.listing.ts';
import { text, texts } from './fields.ts';

export const clockItem = z.object({
  id: text,
  rule: text,
  name: text,
  article: text,
  about: text.nullable(),
  startedOn: text,
  dueOn: text,
  explanation: texts,
  provisional: z.boolean(),
  confirmed: z.boolean(),
  rung: text,
  endedOn: text.nullable(),
  outcome: text.nullable(),
});

export const paperItem = z.object({
  id: text,
  kind: text,
  number: text,
  issuer: text,
  issuedOn: text,
  status: text,
  pages: z.int().nullable(),
  sha256: text.nullable(),
  file: text,
  checkCode: text,
});
export const presentPaper = (paper: PaperRow): z.infer<typeof paperItem> => ({
  ...paper,
  file: `/api/papers/${paper.id}/file`,
});

export const eventItem = z.object({
  seq: z.int(),
  kind: text,
  sentence: text,
  on: text,
  actor: text,
  actorName: text,
  recordedAt: text,
  facts: z.record(z.string(), z.unknown()),
  texts: z.record(z.string(), z.unknown()),
});
/** Whose texts are people's numbers and addresses: told are the fields that were written, not what they say. */
const personal: ReadonlySet<string> = new Set([
  'party-completed',
  'parties-added',
  'agent-appointed',
  'elements-recorded',
]);

export const presentEvent = (event: EventRow): z.infer<typeof eventItem> => ({
  ...event,
  sentence: eventWords[event.kind as keyof typeof eventWords] ?? event.kind,
  recordedAt: new Date(event.recordedAt).toISOString(),
  facts: { ...event.facts },
  texts: personal.has(event.kind) ? { changed: Object.keys(event.texts ?? {}) } : { ...event.texts },
});

type EventItem = z.infer<typeof eventItem>;

/** A course with its texts as they now stand: what was put right stands in place of what was first written, which `corrected` keeps. */
export function presentCourse(rows: readonly EventRow[], may: { readNotes: boolean }): EventItem[] {
  const items = rows.map(presentEvent);
  const at = (seq: unknown) => items.find((one) => one.seq === seq);
  for (const { seq, field, text } of correctionsIn(items)) {
    const item = at(seq);
    if (item?.texts[field] === undefined) continue;
    item.texts = {
      ...item.texts,
      [field]: text,
      // The first words, however often they were put right.
      corrected: { [field]: item.texts[field], ...corrected(item) },
    };
  }
  const isHidden = ({ kind, facts }: EventItem) =>
    kind === 'note-added' && facts.isConfidential === true && !may.readNotes;
  return items.map((item) => {
    // What is put right says as much as what was first written.
    const about = at(item.facts.field === undefined ? undefined : item.facts.seq) ?? item;
    if (isHidden(item) || isHidden(about)) return { ...item, texts: {} };
    return about !== item && personal.has(about.kind)
      ? { ...item, texts: { changed: [item.facts.field] } }
      : item;
  });
}

export const courseQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(500).default(500),
  cursor: z.string().max(500).optional(),
});

/** Oldest first. The whole course is read for every page: what was put right later stands in its place. */
export function pageOfCourse(items: readonly EventItem[], { limit, cursor }: z.infer<typeof courseQuery>) {
  const after = cursor === undefined ? 0 : Number(Buffer.from(cursor, 'base64url').toString());
  if (!Number.isSafeInteger(after)) throw new Refusal('list/bad-cursor');
  const rest = items.filter(({ seq }) => seq > after);
  const page = rest.slice(0, limit);
  const last = page.at(-1)?.seq;
  const isMore = rest.length > page.length && last !== undefined;
  return { items: page, nextCursor: isMore ? Buffer.from(String(last)).toString('base64url') : null };
}

const corrected = ({ texts }: EventItem) => texts.corrected as Record<string, unknown> | undefined;

/** At once, or from the request a second person approved. */
function correctionsIn(items: readonly EventItem[]): { seq: number; field: string; text: unknown }[] {
  return items.flatMap(({ kind, facts }, _, all) => {
    const asked =
      kind === 'request-approved'
        ? all.find((one) => one.kind === 'approval-asked' && one.facts.no === facts.no)
        : all.find((one) => kind === 'text-corrected' && one.facts === facts);
    if (asked === undefined || typeof asked.facts.field !== 'string') return [];
    return [{ seq: Number(asked.facts.seq), field: asked.facts.field, text: asked.texts.text }];
  });
}
