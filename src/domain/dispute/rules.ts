/** The rules of law a dispute starts and ends, by id; their lengths and articles are in src/law. */
import type { Door } from './state.ts';

/** Clocks that start with receipt. */
export const receiptRules = ['mediation.acceptance-decision', 'mediation.direct'] as const;

/** Clocks that end with the result of mediation. */
export const mediationRules = [
  'mediation.acceptance-decision',
  'mediation.direct',
  'mediation.direct.acceptance',
] as const;

export const doorRules = {
  'arbitration-review': 'agreement.arbitration-review',
  'judicial-confirmation': 'agreement.judicial-confirmation',
} as const satisfies Record<Exclude<Door, 'none'>, string>;

/** An instalment's own day: fixed by the parties' agreement, not by law. */
export const INSTALMENT = 'agreement.instalment';
export const VISIT = 'follow-up.visit';
export const FILE_CLOSE = 'file.close';
/** The last day on which the worker may still ask: worked out from the ledger, not counted from one event. */
export const LIMITATION = 'limitation.last-safe-day';
