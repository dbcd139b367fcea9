/** The limitation ledger 时效台账 of a dispute: what starts, restarts or suspends the year (劳动争议调解仲裁法 27; 企业劳动争议协商调解规定 31). */
import type { LastSafeDay } from '../case.ts';
import { addDays, type Day } from '../day.ts';
import type { CaseId } from '../ids.ts';
import type { FactsOf } from './decisions.ts';
import { latestOf, type Side } from './parts.ts';
import { lastPeriodOver } from './rules.ts';
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

/** `until`: the day a suspension's cause ended. `seq`: the event that wrote it, its evidence is with that event's texts. `from`: written in the group the case came from. */
export type LedgerEntry = {
  kind: LimitationKind;
  on: Day;
  until: Day | null;
  seq: number;
  from?: { case: CaseId; seq: number };
};

export type LimitationState = LastSafeDay & { events: readonly LedgerEntry[] };

export const NO_LIMITATION: LimitationState = { events: [], lastSafeDay: null, provisional: false };

/** A worker who asks the centre to mediate interrupts the year on the day of receipt; an employer who asks claims no right of the worker's. */
export function applicationOf(
  { receivedOn, applicant }: Pick<DisputeState, 'receivedOn' | 'applicant'>,
  seq: number,
): LedgerEntry | null {
  return applicant === 'worker' ? { kind: 'mediation-application', on: receivedOn, until: null, seq } : null;
}

type Begun = { applicant?: Side | undefined; since: Day; employmentEndedOn?: Day | undefined };

/**
 * Before the case is received. Where the employer applies, the worker has claimed nothing yet: the year counts from the
 * earliest day there is, of the dispute or of the end of employment, so that none is told too late.
 */
export function ledgerAtFirst({ applicant, since, employmentEndedOn = since }: Begun): LimitationState {
  const on = employmentEndedOn < since ? employmentEndedOn : since;
  const events: LedgerEntry[] = applicant === 'employer' ? [{ kind: 'known', on, until: null, seq: 1 }] : [];
  return { ...NO_LIMITATION, events };
}

/** What is on the ledger once the case is received. */
export function entriesOnReceipt(begun: Begun & { receivedOn: Day }): LedgerEntry[] {
  const { applicant = 'worker', receivedOn } = begun;
  const added = applicationOf({ applicant, receivedOn }, 1);
  return [...ledgerAtFirst(begun).events, ...(added === null ? [] : [added])];
}

/** The ledger as a case of one's own takes it along: without the group's application, which its receipt writes anew. */
export function carriedLedger({
  id,
  applicant,
  receivedOn,
  limitation,
}: Pick<DisputeState, 'id' | 'applicant' | 'receivedOn' | 'limitation'>): LimitationState {
  const isAnew = applicant === 'worker';
  const own = limitation.events.filter(
    ({ kind, on }) => !(isAnew && kind === 'mediation-application' && on === receivedOn),
  );
  const events = own.map((entry) => ({ ...entry, seq: 0, from: entry.from ?? { case: id, seq: entry.seq } }));
  return { ...NO_LIMITATION, events };
}

/** What an event adds to the ledger: written down by hand, or an act of the case that is such an event itself. */
function entryOf(state: DisputeState, event: DisputeEvent): LedgerEntry | null {
  const entry = (kind: LimitationKind, on: Day = event.on, until: Day | null = null): LedgerEntry => ({
    kind,
    on,
    until,
    seq: event.seq,
  });
  // What becomes of an employer's application restarts no worker's year: the earlier day is the safe one.
  const isWorkers = state.applicant === 'worker';
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
      return event.facts.reason === 'refused' && isWorkers
        ? entry('mediation-refused', refusedOn(state) ?? event.on)
        : null;
    case 'mediation-failed': {
      const { reason } = event.facts;
      if (!isWorkers) return null;
      if (reason === 'time-over')
        return entry('mediation-period-ended', lastPeriodOver(state, event.on) ?? event.on);
      return reason === 'refused' || reason === 'would-not-sign' ? entry('mediation-broken-off') : null;
    }
    case 'default-declared':
      return entry('agreement-breached', breachedOn(state, event.facts) ?? event.on);
    default:
      return null;
  }
}

/** The day the last of the other side said no: what is typed in later says no later. */
function refusedOn({ consents }: DisputeState): Day | null {
  return latestOf(Object.values(consents).filter(({ isGiven }) => !isGiven));
}

/** The day after the one it was due. */
function breachedOn(
  { agreement }: DisputeState,
  { instalment, duty }: FactsOf<'default-declared'>,
): Day | null {
  const late =
    duty === undefined
      ? agreement?.instalments.find(({ no }) => no === instalment)
      : agreement?.duties.find(({ no }) => no === duty);
  return late === undefined ? null : addDays(late.dueOn, 1);
}

/** The part of every event's effect that concerns limitation. */
export function evolveLimitation(
  state: DisputeState,
  event: DisputeEvent,
): Pick<DisputeState, 'limitation' | 'employmentEndedOn'> {
  const added = entryOf(state, event);
  const { limitation, employmentEndedOn } = state;
  const gone = event.kind === 'limitation-event-withdrawn' ? event.facts.seq : null;
  const kept = gone === null ? limitation.events : limitation.events.filter(({ seq }) => seq !== gone);
  const hasEnded = event.kind === 'limitation-event-recorded' && event.facts.event === 'employment-ended';
  return {
    limitation: {
      ...limitation,
      ...event.limitation,
      events: added === null ? kept : [...kept, added],
    },
    employmentEndedOn: hasEnded ? event.facts.happenedOn : employmentEndedOn,
  };
}
