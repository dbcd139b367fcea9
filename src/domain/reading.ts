/** What of people one may have looked at, as the reading log names it. */
export const readingKinds = [
  'dispute',
  'referral',
  'enclosure',
  'paper',
  'evidence',
  'case-file',
  'export',
  'look-alike',
  'sheet',
  'import',
  'draft',
  'number',
  'break-glass',
  'readings',
] as const;
export type ReadingKind = (typeof readingKinds)[number];

/** Each time is on record by itself; anything else looked at again within ten minutes is one row. */
export const readEachTime: ReadonlySet<ReadingKind> = new Set(['export', 'number', 'break-glass']);
export const REPEAT_MINUTES = 10;
