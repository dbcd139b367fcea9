/** The limitation ledger 时效台账 of a dispute: what starts, restarts or suspends the year (劳动争议调解仲裁法 27; 企业劳动争议协商调解规定 31). */
import type { LastSafeDay } from '../case.ts';
import type { Day } from '../day.ts';
import type { DisputeEvent, DisputeState } from './state.ts';

/** The kinds the law knows; what each does is in src/law/limitation-events.ts. */
export const limitationKinds = [
  'known',
  'demand',
  'negotiation',
  'mediation-application',
  'complaint',
  'arbitration',
  'suit',
  'payment-order',
  'promise',
  'negotiation-refused',
  'negotiation-broken-off',
  'negotiation-period-ended',
  'settlement-breached',
  'mediation-refused',
  'mediation-broken-off',
  'mediation-period-ended',
  'agreement-breached',
  'suspension',
] as const;
export type LimitationKind = (typeof limitationKinds)[number];

/** What a mediator may write down: an event of the ledger, or that the employment has ended. */
export const recordableKinds = [...limitationKinds, 'employment-ended'] as const;
export type RecordableKind = (typeof recordableKinds)[number];

/** `until`: the day a suspension's cause ended. `seq`: the case's event that wrote it; its evidence is with that event's texts. */
export type LedgerEntry = { kind: LimitationKind; on: Day; until: Day | null; seq: number };

export type LimitationState = LastSafeDay & { events: readonly LedgerEntry[] };

export const NO_LIMITATION: LimitationState = { events: [], lastSafeDay: null, provisional: false };

/** Asking the centre to mediate interrupts the year on the day of receipt. */
export function applicationOf({ receivedOn }: Pick<DisputeState, 'receivedOn'>, seq: number): LedgerEntry {
  return { kind: 'mediation-application', on: receivedOn, until: null, seq };
}

/** What an event adds to the ledger: written down by hand, or an act of the case that is such an event itself. */
function entryOf(state: DisputeState, event: DisputeEvent): LedgerEntry | null {
  const entry = (kind: LimitationKind, on: Day = event.on, until: Day | null = null): LedgerEntry => ({
    kind,
    on,
    until,
    seq: event.seq,
  });
  switch (event.kind) {
    case 'dispute-received':
    case 'dispute-imported':
    case 'dispute-settled-same-day':
      return applicationOf(state, event.seq);
    case 'limitation-event-recorded': {
      const { event: kind, happenedOn, until } = event.facts;
      return kind === 'employment-ended' ? null : entry(kind, happenedOn, until);
    }
    case 'dispute-declined':
      return event.facts.reason === 'refused' ? entry('mediation-refused') : null;
    case 'mediation-failed': {
      const { reason } = event.facts;
      if (reason === 'time-over') return entry('mediation-period-ended');
      return reason === 'refused' || reason === 'would-not-sign' ? entry('mediation-broken-off') : null;
    }
    case 'default-declared':
      return entry('agreement-breached');
    default:
      return null;
  }
}

/** The part of every event's effect that concerns limitation. */
export function evolveLimitation(
  state: DisputeState,
  event: DisputeEvent,
): Pick<DisputeState, 'limitation' | 'employmentEndedOn'> {
  const added = entryOf(state, event);
  const { limitation, employmentEndedOn } = state;
  const hasEnded = event.kind === 'limitation-event-recorded' && event.facts.event === 'employment-ended';
  return {
    limitation: {
      ...limitation,
      ...event.limitation,
      events: added === null ? limitation.events : [...limitation.events, added],
    },
    employmentEndedOn: hasEnded ? event.facts.happenedOn : employmentEndedOn,
  };
}
