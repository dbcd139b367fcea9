/** The catalogue of figures: which cases each is taken from, and what it makes of them. Their names and definitions are in templates. */
import type { ClaimHead } from '../claim.ts';
import { type Day, daysBetween } from '../day.ts';
import type { Channel } from '../dispute/parts.ts';
import type { AccountId, CaseId, DistrictCode } from '../ids.ts';
import { type Fen, sumFen } from '../money.ts';
import type { Course, Outcome } from './course.ts';

/** Both ends are in; `asOf` is the last day that is looked at. */
export type Period = { from: Day; until: Day; asOf: Day };

/** A dispute as figures see it. */
export type FigureCase = Course & {
  id: CaseId;
  district: DistrictCode;
  owner: AccountId;
  channel: Channel;
  heads: readonly ClaimHead[];
  receivedOn: Day;
  asked: Fen;
  /** One key a worker, the same for the same person as far as the record can tell. */
  people: readonly string[];
  isCollective: boolean;
  /** The first contact's clock; null where it never ran. */
  contact: { dueOn: Day; endedOn: Day | null; outcome: string | null } | null;
};

export const units = ['cases', 'percent', 'yuan', 'days'] as const;
export type Unit = (typeof units)[number];

/** Whether a case belongs to a figure of this period. */
type Belongs = (one: FigureCase, period: Period) => boolean;

/** `isOf`: what it is taken from; `isHit`: of a rate, what is counted among those. */
type Figure =
  | { unit: 'cases'; isOf: Belongs }
  | { unit: 'percent'; isOf: Belongs; isHit: Belongs }
  | { unit: 'yuan'; isOf: Belongs; amount(one: FigureCase, period: Period): Fen }
  | { unit: 'days'; isOf: Belongs; days(one: FigureCase): number };

const isIn = (day: Day | null | undefined, { from, until, asOf }: Period): boolean =>
  Boolean(day) && from <= day! && day! <= until && day! <= asOf;

const isReceived: Belongs = ({ receivedOn }, period) => isIn(receivedOn, period);
const isAccepted: Belongs = ({ acceptedOn }, period) => isIn(acceptedOn, period);
const hasEnded =
  (...as: Outcome[]): Belongs =>
  ({ result }, period) =>
    result !== null && as.includes(result.outcome) && isIn(result.on, period);
const isAgreed = hasEnded('agreed');
const paidIn = ({ money }: FigureCase, period: Period) => money.filter(({ on }) => isIn(on, period));

/** Null: it still runs, or it was dropped before it was due. */
function contactedInTime({ contact }: FigureCase, { asOf }: Period): boolean | null {
  if (contact === null) return null;
  const { dueOn, endedOn, outcome } = contact;
  if (endedOn !== null && endedOn <= asOf)
    return outcome === 'met' ? true : outcome === 'late' ? false : null;
  return dueOn < asOf ? false : null;
}

/** Days from receipt to the result. */
export const daysTaken = ({
  receivedOn,
  result,
}: Pick<FigureCase, 'receivedOn' | 'result'>): number | null =>
  result === null ? null : daysBetween(receivedOn, result.on);

export const figureCodes = [
  'received',
  'accepted',
  'not-accepted',
  'negotiated',
  'withdrawn',
  'agreed',
  'same-day',
  'failed',
  'performed',
  'open',
  'success-rate',
  'agreed-of-accepted',
  'performed-of-agreed',
  'contact-in-time',
  'money-asked',
  'money-agreed',
  'money-received',
  'median-days',
] as const;
export type FigureCode = (typeof figureCodes)[number];

export const figures: Readonly<Record<FigureCode, Figure>> = {
  received: { unit: 'cases', isOf: isReceived },
  accepted: { unit: 'cases', isOf: isAccepted },
  'not-accepted': { unit: 'cases', isOf: hasEnded('not-accepted') },
  negotiated: { unit: 'cases', isOf: hasEnded('negotiated') },
  withdrawn: { unit: 'cases', isOf: hasEnded('withdrawn') },
  agreed: { unit: 'cases', isOf: isAgreed },
  'same-day': {
    unit: 'cases',
    isOf: (one, period) => isAgreed(one, period) && one.result?.isSameDay === true,
  },
  failed: { unit: 'cases', isOf: hasEnded('failed') },
  performed: { unit: 'cases', isOf: ({ performedOn }, period) => isIn(performedOn, period) },
  // What is open is open on a day, not in a period.
  open: {
    unit: 'cases',
    isOf: ({ receivedOn, closedOn }, { asOf }) => receivedOn <= asOf && closedOn === null,
  },
  'success-rate': { unit: 'percent', isOf: hasEnded('agreed', 'failed'), isHit: isAgreed },
  'agreed-of-accepted': {
    unit: 'percent',
    isOf: isAccepted,
    isHit: (one, period) => isAccepted(one, period) && one.result?.outcome === 'agreed',
  },
  'performed-of-agreed': {
    unit: 'percent',
    isOf: isAgreed,
    isHit: (one, period) => isAgreed(one, period) && one.performedOn !== null,
  },
  'contact-in-time': {
    unit: 'percent',
    isOf: (one, period) => isReceived(one, period) && contactedInTime(one, period) !== null,
    isHit: (one, period) => isReceived(one, period) && contactedInTime(one, period) === true,
  },
  'money-asked': { unit: 'yuan', isOf: isReceived, amount: ({ asked }) => asked },
  'money-agreed': { unit: 'yuan', isOf: isAgreed, amount: ({ agreed }) => agreed },
  'money-received': {
    unit: 'yuan',
    isOf: (one, period) => paidIn(one, period).length > 0,
    amount: (one, period) => sumFen(paidIn(one, period).map(({ amount }) => amount)),
  },
  'median-days': {
    unit: 'days',
    isOf: hasEnded('agreed', 'failed'),
    days: (one) => daysTaken(one) ?? 0,
  },
};

export const parts = ['numerator', 'denominator'] as const;
/** A rate has two lists behind it, every other figure one: its denominator. */
export type Part = (typeof parts)[number];

/** The cases behind a figure, or behind one part of a rate. */
export function casesOf<T extends FigureCase>(
  code: FigureCode,
  cases: readonly T[],
  period: Period,
  part: Part = 'denominator',
): T[] {
  const figure = figures[code];
  const belongs = part === 'numerator' && figure.unit === 'percent' ? figure.isHit : figure.isOf;
  return cases.filter((one) => belongs(one, period));
}

/** `value`: a count, a part of 1, fen, or days; null where there is nothing to reckon from. */
export type Figured = { value: number | null; numerator: number | null; denominator: number };

export function reckon(code: FigureCode, cases: readonly FigureCase[], period: Period): Figured {
  const figure = figures[code];
  const of = casesOf(code, cases, period);
  const denominator = of.length;
  switch (figure.unit) {
    case 'cases':
      return { value: denominator, numerator: null, denominator };
    case 'percent': {
      const numerator = of.filter((one) => figure.isHit(one, period)).length;
      return { value: denominator === 0 ? null : numerator / denominator, numerator, denominator };
    }
    case 'yuan':
      return { value: sumFen(of.map((one) => figure.amount(one, period))), numerator: null, denominator };
    case 'days':
      return { value: medianOf(of.map((one) => figure.days(one))), numerator: null, denominator };
  }
}

function medianOf(numbers: readonly number[]): number | null {
  const sorted = numbers.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
}

/** 件, 件 with a group counted by its heads, 批, 人, 人次: never one for the other. */
export type Tally = { cases: number; byHead: number; groups: number; people: number; personTimes: number };

export function tallyOf(cases: readonly FigureCase[]): Tally {
  return {
    cases: cases.length,
    byHead: cases.reduce((sum, { isCollective, people }) => sum + (isCollective ? people.length : 1), 0),
    groups: cases.filter(({ isCollective }) => isCollective).length,
    people: new Set(cases.flatMap(({ people }) => people)).size,
    personTimes: cases.reduce((sum, { people }) => sum + people.length, 0),
  };
}
