/** What recording makes of a decision, with a small law of the tests' own. */
import { type ClockStart, clockId, type Decision, type Recorded } from '../src/domain/case.ts';
import { addDays, type Day, daysBetween } from '../src/domain/day.ts';
import type { AccountId, CommandId } from '../src/domain/ids.ts';

/** A law for tests: natural days, no calendar. An unknown rule fails the test. */
const lengths: Readonly<Record<string, number>> = {
  'mediation.first-contact': 1,
  'mediation.acceptance-decision': 3,
  'mediation.direct': 15,
  'mediation.direct.acceptance': 30,
  'agreement.arbitration-review': 15,
  'agreement.judicial-confirmation': 30,
  'agreement.arbitration-review.decide': 5,
  'agreement.judicial-confirmation.decide': 30,
  'follow-up.visit': 3,
  'follow-up.collective.first': 7,
  'follow-up.collective.second': 30,
  'follow-up.collective.third': 90,
  'file.close': 7,
  'mediation.court-delegated.accept': 3,
  'mediation.court-delegated': 30,
  'mediation.court-entrusted.ordinary': 15,
  'mediation.court-entrusted.summary': 7,
  'mediation.arbitration-entrusted': 10,
  'referral.receive': 3,
  'referral.decide': 5,
  'referral.report': 15,
};

function dueOn({ rule, from, fixed }: ClockStart): Day {
  const days = lengths[rule];
  if (fixed === undefined && days === undefined) throw new Error(`the tests' law has no rule ${rule}`);
  return fixed ?? addDays(from, days ?? 0);
}

/** What recording makes of a decision: its place, its clocks' days, its papers' numbers. */
export function record<D extends Decision>(
  seq: number,
  decision: D,
  recordedOn: Day,
  more: { commandId?: CommandId; assigned?: AccountId | null } = {},
): Recorded<D> {
  return {
    ...decision,
    seq,
    commandId: more.commandId ?? (`command-${seq}` as CommandId),
    recordedOn,
    clocks: decision.starts.map((start, index) => {
      const due = dueOn(start);
      return {
        id: clockId(seq, index),
        rule: start.rule,
        about: start.about ?? null,
        startedOn: start.from,
        warnOn: addDays(start.from, Math.max(0, daysBetween(start.from, due) - 1)),
        dueOn: due,
        provisional: false,
        recordedOn,
        rung: 'no',
      };
    }),
    issued: decision.papers.map(({ kind }, index) => ({
      id: `paper-${seq}.${index}`,
      kind,
      number: `${seq}号`,
    })),
    assigned: more.assigned ?? null,
  };
}
