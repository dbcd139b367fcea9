/** One period of the law, as data a lawyer can read. */
import type { DayType } from '../../domain/clock.ts';
import type { StatuteId, Tag } from '../statutes.ts';

export type Rule = {
  id: string;
  /** Chinese name of the period. */
  name: string;
  statute: StatuteId;
  /** `第14条第3款`; for a setting: on what it leans. Empty where only the text's title is known. */
  article: string;
  tag: Tag;
  /** The event whose day is not counted, in Chinese. */
  trigger: string;
  length: number;
  dayType: DayType;
  /** `before`: the act must be done at least so long before the event; `within-before`: inside the span that ends with the event. Absent: after it. */
  direction?: 'before' | 'within-before';
  /** False where the last day does not move over days off (file retention). Absent: it moves (民法典 203). */
  isRolled?: false;
  /** `length` null: to a day both sides agree on. Same day type as the rule. */
  extension?: { length: number | null; condition: string };
  /** Grounds on which days are left out of the count. */
  pauses?: readonly string[];
  /** Grounds on which the period starts anew. */
  restarts?: readonly string[];
  /** Overrides the statute's own time in force. */
  validFrom?: string;
  validTo?: string;
  note?: string;
};
