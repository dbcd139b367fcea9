/** Whatever people do in whatever order, a case keeps its invariants. */
import fc from 'fast-check';
import {
  type CaseState,
  nextRing,
  type OwnDecision,
  paperDrawn,
  ring,
  type Task,
} from '../../src/domain/case.ts';
import { addDays, type Day, instantOf, isDay } from '../../src/domain/day.ts';
import type { DisputeAction, DisputeAsked } from '../../src/domain/dispute/commands.ts';
import { decideDispute } from '../../src/domain/dispute/decide.ts';
import { evolveDispute } from '../../src/domain/dispute/evolve.ts';
import { recordableKinds } from '../../src/domain/dispute/limitation.ts';
import {
  closeReasons,
  type DisputeEvent,
  type DisputeState,
  declineReasons,
  disputeStates,
  doors,
} from '../../src/domain/dispute/state.ts';
import { disputeTable } from '../../src/domain/dispute/table.ts';
import { disputeTasks } from '../../src/domain/dispute/tasks.ts';
import type { CaseId } from '../../src/domain/ids.ts';
import { type Fen, fen } from '../../src/domain/money.ts';
import {
  decideReferral,
  evolveReferral,
  referralTable,
  referralTasks,
} from '../../src/domain/referral/decide.ts';
import {
  type ReferralEvent,
  type ReferralState,
  referralStates,
  reportOutcomes,
  returnReasons,
} from '../../src/domain/referral/state.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import type { Actor } from '../../src/domain/role.ts';
import { record } from '../recording.ts';
import { aDispute, aReferral, people, signedOn } from '../stories.ts';

/** One step of a course: who does what, picked out of what is there by numbers; mostly what the table lets them. */
type Step = {
  pick: number;
  detail: number;
  days: number;
  by: number;
  isWild: boolean;
  own: 'act' | 'ring' | 'draw';
};
const step: fc.Arbitrary<Step> = fc.record({
  pick: fc.nat(1000),
  detail: fc.nat(1000),
  days: fc.constantFrom(0, 0, 0, 1, 3, 30),
  by: fc.nat(1000),
  isWild: fc.integer({ min: 1, max: 10 }).map((number) => number === 1),
  own: fc.constantFrom('act', 'act', 'act', 'act', 'ring', 'draw'),
});
const course = fc.array(step, { minLength: 10, maxLength: 60 });

const pickOf = <T>(from: readonly T[], number: number): T => from[number % from.length]!;

function frozen<T>(value: T): T {
  if (value !== null && typeof value === 'object' && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) frozen(part);
  }
  return value;
}

function ownAct(state: CaseState, { own }: Step, today: Day): OwnDecision | null {
  const next = own === 'ring' ? nextRing(state) : null;
  if (next !== null) return ring(next, Math.max(next.at, instantOf(today, 12)));
  const [paper] = own === 'draw' ? state.undrawn : [];
  return paper === undefined ? null : paperDrawn(paper, 'ef'.repeat(32), 1, instantOf(today, 12));
}

/** What holds of every case of every story. */
function holds(before: CaseState, after: CaseState, tasks: readonly Task[], start: string): void {
  expect(after.seq).toBe(before.seq + 1);
  expect(before.state).not.toBe('closed');
  const isOpen = after.state !== 'closed' && after.state !== start;
  expect(tasks.length > 0).toBe(isOpen);
  for (const { owner, dueOn, why } of tasks) {
    expect(owner).not.toBe('');
    expect(why).not.toBe('');
    expect(isDay(dueOn)).toBe(true);
  }
  expect(new Set(tasks.map(({ key }) => key)).size).toBe(tasks.length);
  expect(new Set(after.clocks.map(({ id }) => id)).size).toBe(after.clocks.length);
  if (after.state === 'closed') expect([after.clocks, after.undrawn]).toEqual([[], []]);
  const silent = after.clocks.every(({ rung }) => rung === 'lapsed');
  expect(nextRing(after) === null).toBe(silent);
}

/** Decides or gives null for a refusal; a plain error, as a change to what is frozen, fails the test. */
function orRefused<T>(decide: () => T): T | null {
  try {
    return decide();
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

function askedOf(
  action: DisputeAction,
  state: DisputeState,
  today: Day,
  detail: number,
): DisputeAsked<DisputeAction> {
  const no = 1 + (detail % 3);
  const one = state.agreement?.instalments[no - 1];
  const owed = one === undefined ? 1 : one.amount - one.paid;
  const later = addDays(today, detail % 40);
  const asked: { [A in DisputeAction]: DisputeAsked<A> } = {
    receive: {},
    assign: { mediator: people.mediator.account },
    'complete-party': { party: pickOf([...state.workers, ...state.employers], detail) },
    consult: { result: 'reached' },
    'record-consent': { isGiven: detail % 4 > 0 },
    accept: {},
    decline: { reason: pickOf(declineReasons, detail) },
    withdraw: {},
    refer: { referral: `referral-${state.seq}` as CaseId, body: people.inspection.body! },
    'hear-referral': {
      referral: pickOf(state.referrals, detail)?.id ?? ('none' as CaseId),
      state: 'reported',
      outcome: null,
      isOpen: detail % 4 === 0,
    },
    'plan-session': { plannedOn: later },
    'hold-session': { no: state.sessions.find(({ heldOn }) => heldOn === null)?.no ?? no },
    'draft-agreement': {
      door: pickOf(doors, detail),
      instalments: Array.from({ length: no }, (_, index) => ({
        dueOn: addDays(later, index * 30),
        amount: fen(100 + detail),
      })),
    },
    'sign-agreement': signedOn(today),
    'lock-in': { outcome: 'granted' },
    'record-payment': { instalment: no, amount: paidIn(owed, detail) },
    'declare-default': { instalment: no },
    'record-visit': { instalment: no, satisfaction: 'neutral' },
    fail: { reason: 'refused' },
    close: detail % 2 === 0 ? {} : { reason: pickOf(closeReasons, detail) },
    'record-claim-facts': { no },
    'compute-claims': {},
    'record-limitation-event': {
      event: pickOf(recordableKinds, detail),
      happenedOn: addDays(today, -(detail % 400)),
      until: detail % 18 === 17 ? today : null,
    },
    'certify-limitation': {},
    'move-pack': { pack: `pack-${detail % 2}` },
  };
  return asked[action];
}

/** Half, all, or a fen too much. */
function paidIn(owed: number, detail: number): Fen {
  if (detail % 5 === 0) return fen(owed + 1);
  return fen(detail % 5 === 1 ? Math.ceil(owed / 2) : owed);
}

const disputeActions = [
  ...new Set(Object.values(disputeTable).flatMap((row) => Object.keys(row))),
] as DisputeAction[];
/** A course begins anywhere; the early states alone would seldom lead to the late ones. */
const received = aDispute().received();
const drafted = received.consented().accepted().mediated().drafted();
const agreed = drafted.drawn().signed();
const starts = [aDispute(), received.referred(), drafted, agreed, agreed.paid(1)];

const anyone: readonly Actor[] = Object.values(people);
const endings: readonly DisputeAction[] = ['withdraw', 'decline', 'fail'];
/** Acts that leave a case where it is. */
const asides: readonly DisputeAction[] = [
  'move-pack',
  'record-claim-facts',
  'compute-claims',
  'record-limitation-event',
  'certify-limitation',
];

/** As a rule an act the table opens and someone who may take it; endings and asides seldom, so that courses run long. */
function chosen({ pick, detail, by, isWild }: Step, state: DisputeState): { kind: DisputeAction; by: Actor } {
  const row: Partial<Record<DisputeAction, readonly string[]>> = disputeTable[state.state];
  const open = (Object.keys(row) as DisputeAction[]).filter(
    (kind) => (detail % 12 === 0 || !endings.includes(kind)) && (detail % 5 === 0 || !asides.includes(kind)),
  );
  if (isWild || open.length === 0) return { kind: pickOf(disputeActions, pick), by: pickOf(anyone, by) };
  const kind = pickOf(open, pick);
  const owner = state.owner ?? state.openedBy;
  const may = anyone.filter(({ account, roles }) =>
    row[kind]?.some((hat) => (hat === 'owner' ? account === owner : roles.includes(hat as never))),
  );
  return { kind, by: pickOf(may.length > 0 ? may : anyone, by) };
}

test('a dispute keeps its invariants in every course', () => {
  const reached = new Set<string>();
  fc.assert(
    fc.property(fc.constantFrom(...starts), course, (start, steps) => {
      let state = frozen(start.state);
      let { today } = start;
      for (const one of steps) {
        today = addDays(today, one.days);
        const { kind, by } = chosen(one, state);
        const order = { id: `c${state.seq}` as never, on: today, by };
        const command = { kind, order, asked: askedOf(kind, state, today, one.detail) } as never;
        const decided = ownAct(state, one, today) ?? orRefused(() => decideDispute(state, command, today));
        if (decided === null) continue;
        const assigned = one.detail % 3 === 0 ? null : people.mediator.account;
        const event = frozen(record(state.seq + 1, decided, today, { assigned }) as DisputeEvent);
        const after = frozen(evolveDispute(state, event));
        expect(evolveDispute(state, event)).toEqual(after);
        holds(state, after, disputeTasks(after), 'new');
        for (const { paid, amount } of after.agreement?.instalments ?? [])
          expect(paid).toBeLessThanOrEqual(amount);
        if (after.state === 'closed') {
          expect(after.referrals.filter(({ isOpen }) => isOpen)).toEqual([]);
          if (after.agreement?.effectiveOn && after.closeReason === null)
            expect(after.agreement.instalments.filter(({ paid, amount }) => paid !== amount)).toEqual([]);
        }
        reached.add(after.state).add(event.kind);
        state = after;
      }
    }),
    { numRuns: 300 },
  );
  expect(disputeStates.filter((name) => name !== 'new' && !reached.has(name))).toEqual([]);
});

test('a referral keeps its invariants in every course', () => {
  const reached = new Set<string>();
  const actions = [
    'open',
    'send',
    'receive',
    'accept',
    'return',
    'recall',
    'start-work',
    'report',
    'close',
  ] as const;
  fc.assert(
    fc.property(course, (steps) => {
      let state: ReferralState = frozen(aReferral().state);
      let today = state.openedOn;
      for (const one of steps) {
        today = addDays(today, one.days);
        const open = Object.keys(referralTable[state.state]) as (typeof actions)[number][];
        const kind = pickOf(one.isWild || open.length === 0 ? actions : open, one.pick);
        const order = {
          id: `c${state.seq}` as never,
          on: today,
          by: pickOf([people.mediator, people.inspection, people.manager, people.system], one.by),
        };
        const asked = {
          reason: pickOf(returnReasons, one.detail),
          outcome: pickOf(reportOutcomes, one.detail),
          pack: `pack-${one.detail % 2}`,
        };
        const command = { kind, order, asked } as never;
        const decided = ownAct(state, one, today) ?? orRefused(() => decideReferral(state, command, today));
        if (decided === null) continue;
        const event = frozen(record(state.seq + 1, decided, today) as ReferralEvent);
        const after = frozen(evolveReferral(state, event));
        expect(evolveReferral(state, event)).toEqual(after);
        holds(state, after, referralTasks(after), 'new');
        reached.add(after.state);
        state = after;
      }
    }),
    { numRuns: 300 },
  );
  expect(referralStates.filter((name) => name !== 'new' && !reached.has(name))).toEqual([]);
});
