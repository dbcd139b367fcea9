/** Average monthly wages of cities by year, for caps and injury sums. No figure for Henan or Nanyang is known yet. Append only. */
import type { Tag } from '../statutes.ts';

export type AverageWageRow = {
  /** First four digits of the district's code. */
  city: string;
  year: number;
  /** Yuan a month. */
  month: string;
  source: string;
  tag: Tag;
};

export const averageWages: readonly AverageWageRow[] = [];
