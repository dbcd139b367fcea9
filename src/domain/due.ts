/** What of a list is due: late, today, or by the end of this week. */
import { addDays, type Day, weekdayOf } from './day.ts';

export const dueSpans = ['overdue', 'today', 'week'] as const;
export type DueSpan = (typeof dueSpans)[number];

/** First and last day of it; null: however long ago. A week ends on Sunday, and what is late is none of it. */
export function spanOf(span: DueSpan, today: Day): { from: Day | null; until: Day } {
  if (span === 'overdue') return { from: null, until: addDays(today, -1) };
  return { from: today, until: span === 'today' ? today : addDays(today, (7 - weekdayOf(today)) % 7) };
}
