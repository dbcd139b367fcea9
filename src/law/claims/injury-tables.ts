/** Lump sums for work injury by grade, each with the days it is known for. A day outside every row refuses. Append only. */
import type { Tag } from '../statutes.ts';

/** Months of the worker's own wage, grades 1 to 10. */
export type NationalInjuryRow = {
  source: string;
  tag: Tag;
  from: string;
  to: string | null;
  disability: readonly number[];
};

export const nationalInjury = [
  {
    source: '工伤保险条例（2010年修订）第35条至第37条',
    tag: 'V',
    from: '2011-01-01',
    to: null,
    disability: [27, 25, 23, 21, 18, 16, 13, 11, 9, 7],
  },
] as const satisfies readonly NationalInjuryRow[];

/** Months of the local average wage, grades 5 to 10, paid when the labour relation ends. */
export type ProvinceInjuryRow = {
  province: string;
  source: string;
  tag: Tag;
  from: string;
  /** The last day on which the text was seen in force. */
  to: string | null;
  medical: Readonly<Record<string, number>>;
  employment: Readonly<Record<string, number>>;
  /** Added to the medical sum for an occupational disease, per cent. */
  diseasePercent: number;
  /** Per cent of the employment sum by full years left to retirement; five and more: all of it. */
  yearsLeftPercent: readonly number[];
};

// A new Henan text was published on 2026-08-01, not yet in force on 2026-09-23; its day and figures are not known.
export const provinceInjury = [
  {
    province: 'henan',
    source: '河南省工伤保险条例（2007年）第27条',
    tag: 'V',
    from: '2011-01-01',
    to: '2026-09-23',
    medical: { 5: 16, 6: 14, 7: 12, 8: 10, 9: 8, 10: 6 },
    employment: { 5: 56, 6: 46, 7: 36, 8: 26, 9: 16, 10: 6 },
    diseasePercent: 30,
    yearsLeftPercent: [10, 20, 40, 60, 80],
  },
] as const satisfies readonly ProvinceInjuryRow[];
