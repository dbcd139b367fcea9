/** The parts any case shows, as the API gives them. */
import { z } from 'zod';
import { sayTask } from '../../templates/zh-CN/say-task.ts';
import { eventWords } from '../../templates/zh-CN/words.ts';
import type { EventRow, PaperRow, TaskRow } from '../persistence/case.listing.ts';
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

export const taskItem = z.object({
  id: text,
  case: text,
  story: text,
  receiptNumber: text.nullable(),
  why: text,
  sentence: text,
  owner: text,
  ownerName: text,
  dueOn: text,
});
export const presentTask = ({ key, ...task }: TaskRow): z.infer<typeof taskItem> => ({
  ...task,
  sentence: sayTask(task.why, key.slice(task.why.length + 1)),
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
/** Whose texts are a person's numbers and addresses: told are the fields that were changed, not what they now say. */
const PERSONAL = 'party-completed';

export const presentEvent = (event: EventRow): z.infer<typeof eventItem> => ({
  ...event,
  sentence: eventWords[event.kind as keyof typeof eventWords] ?? event.kind,
  recordedAt: new Date(event.recordedAt).toISOString(),
  facts: { ...event.facts },
  texts: event.kind === PERSONAL ? { changed: Object.keys(event.texts ?? {}) } : { ...event.texts },
});
