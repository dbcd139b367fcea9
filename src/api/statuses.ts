import type { RefusalCode } from '../domain/refusal.ts';

/** The HTTP status of each refusal; a code without one does not compile. */
export const statusOf = {
  'day/invalid': 400,
  'day/reversed': 422,
  'day/in-the-future': 422,
  'money/invalid': 400,
  'money/negative': 400,
  'input/invalid': 400,
  'input/unreadable': 400,
  'service/away': 503,
  'service/fault': 500,
  'case/not-in-this-state': 409,
  'case/not-yours-to-do': 403,
  'case/changed-meanwhile': 412,
  'case/not-found': 404,
} as Record<RefusalCode, number>;
