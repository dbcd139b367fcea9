/** The rules of law a dispute starts and ends, by id; their lengths and articles are in src/law. */
import type { CaseState, ClockStart } from '../case.ts';
import type { Day } from '../day.ts';
import type { Channel, CollectiveVisit, Door, Procedure } from './parts.ts';

export const FIRST_CONTACT = 'mediation.first-contact';
const ACCEPTANCE_DECISION = 'mediation.acceptance-decision';
/** From receipt: when it is over the worker may go to arbitration, whatever the centre does (劳动争议调解仲裁法 14). */
const DIRECT = 'mediation.direct';
/** From acceptance: the centre has to be done (企业劳动争议协商调解规定 29). */
export const DIRECT_ACCEPTANCE = 'mediation.direct.acceptance';
/** A day both sides agreed to in writing. */
export const EXTENDED = 'mediation.extended';

/** From the hand-over of a court's file, which is its receipt here (最高人民法院关于人民法院特邀调解的规定 27). */
function courtRule(channel: Channel, procedure: Procedure | null): string | null {
  if (channel === 'court-delegated') return 'mediation.court-delegated';
  if (channel !== 'court-entrusted') return null;
  return `mediation.court-entrusted.${procedure ?? 'ordinary'}`;
}

/** From the parties' consent to be sent to mediation (劳动人事争议仲裁办案规则 70). */
const ARBITRATION = 'mediation.arbitration-entrusted';

/** Clocks that start with receipt. */
export function receiptRules(channel: Channel, procedure: Procedure | null = null): string[] {
  const always = [FIRST_CONTACT, ACCEPTANCE_DECISION];
  if (channel === 'arbitration-entrusted') return always;
  return [...always, courtRule(channel, procedure) ?? DIRECT];
}

/** The period that binds the centre, by channel. */
export function periodRule(channel: Channel, procedure: Procedure | null): string {
  if (channel === 'arbitration-entrusted') return ARBITRATION;
  return courtRule(channel, procedure) ?? DIRECT_ACCEPTANCE;
}

/** The clock that starts with acceptance, and from which day; null where receipt has started it. */
export function acceptanceClock(channel: Channel, acceptedOn: Day, consentOn: Day | null): ClockStart | null {
  if (channel === 'arbitration-entrusted') return { rule: ARBITRATION, from: consentOn ?? acceptedOn };
  return courtRule(channel, null) === null ? { rule: DIRECT_ACCEPTANCE, from: acceptedOn } : null;
}

/** Clocks that bind the centre once it has accepted: both sides' consent extends them. */
export const extendableRules = [
  DIRECT_ACCEPTANCE,
  'mediation.court-delegated',
  'mediation.court-entrusted.ordinary',
  'mediation.court-entrusted.summary',
  ARBITRATION,
  EXTENDED,
] as const;

/** The periods of mediation, the worker's own from receipt among them. */
export const periodRules: readonly string[] = [DIRECT, ...extendableRules];

/** The last day of the period of mediation that is over on this day, the longest where several are; null: all still run. */
export function lastPeriodOver({ clocks }: Pick<CaseState, 'clocks'>, on: Day): Day | null {
  const over = clocks.filter(({ rule, dueOn }) => periodRules.includes(rule) && dueOn < on);
  return (
    over
      .map(({ dueOn }) => dueOn)
      .sort()
      .at(-1) ?? null
  );
}

/** Clocks that end with the result of mediation. */
export const mediationRules = [FIRST_CONTACT, ACCEPTANCE_DECISION, DIRECT, ...extendableRules] as const;
export const acceptanceRules = [ACCEPTANCE_DECISION] as const;

export const doorRules = {
  'arbitration-review': 'agreement.arbitration-review',
  'judicial-confirmation': 'agreement.judicial-confirmation',
} as const satisfies Record<Exclude<Door, 'none'>, string>;
/** How long the other body may take over a joint application. */
export const decideRules = {
  'arbitration-review': 'agreement.arbitration-review.decide',
  'judicial-confirmation': 'agreement.judicial-confirmation.decide',
} as const satisfies Record<Exclude<Door, 'none'>, string>;

/** Days fixed by the parties' agreement, not by law. */
export const INSTALMENT = 'agreement.instalment';
export const DUTY = 'agreement.duty';
export const VISIT = 'follow-up.visit';
export const collectiveVisitRules = {
  first: 'follow-up.collective.first',
  second: 'follow-up.collective.second',
  third: 'follow-up.collective.third',
} as const satisfies Record<CollectiveVisit, string>;
export const FILE_CLOSE = 'file.close';
/** The last day on which the worker may still ask: worked out from the ledger, not counted from one event. */
export const LIMITATION = 'limitation.last-safe-day';
