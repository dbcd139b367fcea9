/** Why an open case stands still: what it lacks, or a step whose day is over. */
export const stuckReasons = ['owner', 'next-action', 'date', 'overdue'] as const;
export type StuckReason = (typeof stuckReasons)[number];
