/** What a computed period tells the other rooms: a rule applied to a day. */
import type { Day } from './day.ts';

export type DayType = 'natural' | 'working' | 'month' | 'year';

export type Deadline = {
  /** Rule id, e.g. `mediation.direct`. */
  rule: string;
  /** Chinese name of the period. */
  name: string;
  /** Statute and article, in Chinese. */
  article: string;
  /** The event's day; not counted itself (民法典 201). */
  from: Day;
  /** The last day on which the act is in time. */
  dueOn: Day;
  dayType: DayType;
  /** Plain Chinese lines: rule, start, days counted and skipped, roll. */
  explanation: string[];
  /** The count or the roll touches days past the last loaded calendar: computed again when it is loaded, stated on no paper. */
  provisional: boolean;
  /** False for a setting that no read text of law confirms. */
  confirmed: boolean;
};
