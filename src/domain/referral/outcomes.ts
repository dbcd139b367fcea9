/** What each kind of body may report back: one table, read by the decision and shown by the API. */
import { type ReportOutcome, reportOutcomes } from './state.ts';

/** The eight results of mediation that a court or commission is told (人民法院在线调解规则). */
const ofMediation = [
  'agreed',
  'settled-and-withdrawn',
  'unreachable',
  'refused',
  'too-far-apart',
  'time-over',
  'would-not-sign',
  'settled',
  'other',
] as const satisfies readonly ReportOutcome[];

/** 劳动保障监察 */
const ofInspection = [
  'payment-ordered',
  'correction-ordered',
  'additional-pay-ordered',
  'enforcement-applied',
  'handed-to-police',
  'no-violation',
  'ordered',
  'filed',
  'not-filed',
  'settled',
  'other',
] as const satisfies readonly ReportOutcome[];

/** 劳动人事争议仲裁 */
const ofArbitration = [
  'award-by-consent',
  'document-refused',
  'filed',
  'not-filed',
  'other-jurisdiction',
  'settled',
  'other',
] as const satisfies readonly ReportOutcome[];

/** Kinds of bodies are data of the city: one that has no row may report anything. */
export const outcomesByKind = {
  court: [
    'confirmed',
    'confirmation-dismissed',
    'filed',
    'not-filed',
    'application-withdrawn',
    'settled',
    'other',
  ],
  hr: [...new Set<ReportOutcome>([...ofInspection, ...ofArbitration])],
  inspection: ofInspection,
  arbitration: ofArbitration,
  procuratorate: [
    'suit-supported',
    'procuratorial-proposal',
    'public-interest-suit',
    'conditions-not-met',
    'supported',
    'settled',
    'other',
  ],
  justice: ['aid-granted', 'aid-refused', 'lawyer-assigned', 'supported', 'settled', 'other'],
  union: ofMediation,
  'mediation-centre': ofMediation,
} as const satisfies Record<string, readonly ReportOutcome[]>;

/** `kind` is null where an older version did not write it down: anything goes. */
export function outcomesOf(kind: string | null): readonly ReportOutcome[] {
  return (outcomesByKind as Record<string, readonly ReportOutcome[]>)[kind ?? ''] ?? reportOutcomes;
}

/** Which of them fit what the dispute came to by its own record; null: it was withdrawn, which says no more. */
export function outcomesAfter(
  own: ReportOutcome | null,
  known: readonly ReportOutcome[],
): readonly ReportOutcome[] {
  if (own === null) return known.filter((outcome) => outcome !== 'agreed');
  const isSettled = own === 'agreed' || own === 'settled-and-withdrawn';
  return known.filter(
    (outcome) => outcome === own || outcome === 'other' || (isSettled && outcome === 'settled'),
  );
}
