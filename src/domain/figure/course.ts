/** How far a dispute had come by a day, told from the events that count: what every figure is taken from. */
import type { Day } from '../day.ts';
import { type Carried, performedOn } from '../dispute/carried.ts';
import type { DisputeDecision, FactsOf } from '../dispute/decisions.ts';
import { type Fen, fen, NO_MONEY, sumFen } from '../money.ts';

export const milestoneKinds = [
  'dispute-settled-same-day',
  'dispute-imported',
  'dispute-accepted',
  'dispute-declined',
  'settled-between-sides',
  'dispute-withdrawn',
  'mediation-failed',
  'agreement-drafted',
  'agreement-signed',
  'payment-recorded',
  'duty-recorded',
  'approval-asked',
  'request-approved',
  'dispute-closed',
] as const satisfies readonly DisputeDecision['kind'][];

type MilestoneOf<K> = K extends DisputeDecision['kind'] ? { kind: K; on: Day; facts: FactsOf<K> } : never;
export type Milestone = MilestoneOf<(typeof milestoneKinds)[number]>;

export const outcomes = ['agreed', 'failed', 'withdrawn', 'negotiated', 'not-accepted'] as const;
export type Outcome = (typeof outcomes)[number];

export type Result = {
  outcome: Outcome;
  on: Day;
  /** Of what was declined or failed; null where a register does not say. */
  reason: string | null;
  /** By the short record: settled and paid on the day it came in. */
  isSameDay: boolean;
};

export type Course = {
  acceptedOn: Day | null;
  result: Result | null;
  /** What the agreement in effect comes to. */
  agreed: Fen;
  /** What came in on which day; a correction may take away. */
  money: readonly { on: Day; amount: Fen }[];
  /** The day everything agreed was done. */
  performedOn: Day | null;
  closedOn: Day | null;
};

type Told = Course & {
  draft: { amount: Fen; duties: number };
  duties: number;
  done: ReadonlySet<number>;
  asked: readonly FactsOf<'approval-asked'>[];
};

const AT_FIRST: Told = {
  ...{ acceptedOn: null, result: null, agreed: NO_MONEY, money: [], performedOn: null, closedOn: null },
  ...{ draft: { amount: NO_MONEY, duties: 0 }, duties: 0, done: new Set(), asked: [] },
};

/** `milestones` in their order, those up to the day alone; a register's own days are cut here. */
export function courseOf(milestones: readonly Milestone[], asOf: Day): Course {
  const told = milestones.reduce((course, one) => tell(course, one, asOf), AT_FIRST);
  const { acceptedOn, result, agreed, money, performedOn: doneOn, closedOn } = told;
  return { acceptedOn, result, agreed, money, performedOn: doneOn, closedOn };
}

function tell(told: Told, one: Milestone, asOf: Day): Told {
  const { on } = one;
  const over = (outcome: Outcome, reason: string | null = null): Told => ({
    ...told,
    result: { outcome, on, reason, isSameDay: false },
  });
  switch (one.kind) {
    case 'dispute-settled-same-day': {
      const { amount } = one.facts;
      const result = { outcome: 'agreed', on, reason: null, isSameDay: true } as const;
      return {
        ...{ ...told, acceptedOn: on, result, agreed: amount, money: [{ on, amount }] },
        ...{ performedOn: on, closedOn: on },
      };
    }
    case 'dispute-imported':
      return carried(told, one.facts, on, asOf);
    case 'dispute-accepted':
      return { ...told, acceptedOn: on };
    case 'dispute-declined':
      return over('not-accepted', one.facts.reason);
    case 'settled-between-sides':
      return over('negotiated');
    case 'dispute-withdrawn':
      return over('withdrawn');
    case 'mediation-failed':
      return over('failed', one.facts.reason);
    case 'agreement-drafted': {
      const { instalments, duties = [] } = one.facts;
      const amount = sumFen(instalments.map((instalment) => instalment.amount));
      return { ...told, draft: { amount, duties: duties.length } };
    }
    case 'agreement-signed': {
      const result = {
        ...{ outcome: 'agreed' as const, on: one.facts.effectiveOn, reason: null, isSameDay: false },
      };
      return { ...told, result, agreed: told.draft.amount, duties: told.draft.duties };
    }
    case 'payment-recorded':
      return checked({ ...told, money: [...told.money, { on, amount: one.facts.amount }] }, on);
    case 'duty-recorded':
      return checked({ ...told, done: new Set([...told.done, one.facts.no]) }, on);
    case 'approval-asked':
      return { ...told, asked: [...told.asked, one.facts] };
    case 'request-approved':
      return approved(told, one);
    case 'dispute-closed':
      return { ...told, closedOn: on };
  }
}

/** Performed, or not any more. */
function checked(told: Told, on: Day): Told {
  const isDone = receivedOf(told) === told.agreed && told.done.size === told.duties;
  return { ...told, performedOn: isDone ? (told.performedOn ?? on) : null };
}

const receivedOf = ({ money }: Pick<Course, 'money'>) => sumFen(money.map(({ amount }) => amount));

function approved(told: Told, { facts: { no }, on }: MilestoneOf<'request-approved'>): Told {
  const asked = told.asked.find((one) => one.no === no);
  if (asked?.what === 'payment') {
    // What has come in since the request would have refused it.
    const amount = fen(asked.paid - (asked.seen ?? asked.paid));
    return checked({ ...told, money: [...told.money, { on, amount }] }, on);
  }
  return asked?.what === 'reopen' ? reopened(told) : told;
}

/** Opened again to mediate, there is no result any more; what was agreed stays agreed. */
function reopened(told: Told): Told {
  const { result, acceptedOn } = told;
  if (result?.outcome === 'agreed' && !result.isSameDay) return { ...told, closedOn: null };
  const isAnew = result?.isSameDay || result?.outcome === 'negotiated' || result?.outcome === 'not-accepted';
  return { ...AT_FIRST, asked: told.asked, acceptedOn: isAnew ? null : acceptedOn };
}

const carriedOutcomes: Partial<Record<Carried['state'], Outcome>> = {
  ...{ agreed: 'agreed', performing: 'agreed', performed: 'agreed', defaulted: 'agreed' },
  ...{ failed: 'failed', withdrawn: 'withdrawn', 'not-accepted': 'not-accepted' },
};

/** A register's days are its own; of its money it says how much, not when: the last day on which it can have come. */
function carried(told: Told, facts: Carried, importedOn: Day, asOf: Day): Told {
  const upTo = (day: Day | null) => (day !== null && day <= asOf ? day : null);
  const state = facts.state === 'closed' || facts.state === 'archived' ? facts.closedFrom : facts.state;
  const outcome = state === null ? undefined : carriedOutcomes[state];
  const on = upTo(facts.concludedOn);
  const result = outcome && on ? { outcome, on, reason: null, isSameDay: false } : null;
  const { agreement } = facts;
  const paidOn = agreement && upTo(performedOn(agreement, importedOn));
  return {
    ...{ ...told, acceptedOn: upTo(facts.acceptedOn), result, closedOn: upTo(facts.closedOn) },
    agreed: result && agreement ? agreement.amount : NO_MONEY,
    money: paidOn && agreement && agreement.paid > 0 ? [{ on: paidOn, amount: agreement.paid }] : [],
    performedOn: state === 'performed' && result !== null ? (agreement ? paidOn : result.on) : null,
  };
}
