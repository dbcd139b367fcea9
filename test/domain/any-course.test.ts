/** Whatever bodies do to a referral in whatever order, it keeps its invariants. */
import fc from 'fast-check';
import type { CaseState, Task } from '../../src/domain/case.ts';
import { addDays } from '../../src/domain/day.ts';
import type { CaseId } from '../../src/domain/ids.ts';
import { decideReferral } from '../../src/domain/referral/decide.ts';
import { evolveReferral } from '../../src/domain/referral/evolve.ts';
import { outcomesOf } from '../../src/domain/referral/outcomes.ts';
import {
  type ReferralEvent,
  type ReferralState,
  referralStates,
  reportOutcomes,
  returnReasons,
} from '../../src/domain/referral/state.ts';
import { referralHats, referralTable } from '../../src/domain/referral/table.ts';
import { referralTasks } from '../../src/domain/referral/tasks.ts';
import { openActions } from '../../src/domain/role.ts';
import { record } from '../recording.ts';
import { aReferral, people } from '../stories.ts';
import { course, frozen, holdsOfAny, orRefused, ownAct, pickOf } from './courses.ts';

/** What holds of every referral. */
function holds(before: CaseState, after: CaseState, tasks: readonly Task[], start: string): void {
  holdsOfAny(before, after, tasks);
  expect(before.state).not.toBe('closed');
  const isOpen = after.state !== 'closed' && after.state !== start;
  expect(tasks.length > 0).toBe(isOpen);
  if (after.state === 'closed') expect([after.clocks, after.undrawn]).toEqual([[], []]);
}

/** Acts that leave a referral where it is, and ends that would cut its course short. */
const referralAsides = [
  'move-pack',
  'reply',
  'ask-materials',
  'send-materials',
  'remind',
  'escalate',
  'reissue-letter',
];
const referralEnds = ['return', 'recall', 'give-up'];

const brought = aReferral({
  ...{ parent: null, openedBy: people.court.account, channel: 'court-delegated', toKind: 'union' },
  ...{ fromBody: people.court.body!, toBody: people.clerk.body! },
});

test('a referral keeps its invariants in every course', () => {
  const reached = new Set<string>();
  const actions = [...new Set(Object.values(referralTable).flatMap((row) => Object.keys(row)))];
  fc.assert(
    fc.property(fc.constantFrom(aReferral(), brought), course, (start, steps) => {
      let state: ReferralState = frozen(start.state);
      let today = state.openedOn;
      for (const one of steps) {
        today = addDays(today, one.days);
        const open = Object.keys(referralTable[state.state]).filter(
          (kind) =>
            (one.detail % 3 === 0 || !referralAsides.includes(kind)) &&
            (one.detail % 5 === 0 || !referralEnds.includes(kind)),
        );
        const kind = pickOf(one.isWild || open.length === 0 ? actions : open, one.pick);
        const may = [people.mediator, people.inspection, people.court, people.manager, people.system].filter(
          (by) =>
            openActions<string, string>(referralTable, state.state, referralHats(state, by)).includes(kind),
        );
        const by = one.isWild || may.length === 0 ? people.clerk : pickOf(may, one.by);
        const order = { id: `c${state.seq}` as never, on: today, by };
        const outcomes = one.detail % 7 === 0 ? reportOutcomes : outcomesOf(state.toKind);
        const asked = {
          reason: pickOf(returnReasons, one.detail),
          outcome: pickOf(outcomes, one.detail),
          pack: `pack-${one.detail % 2}`,
          manager: people.manager.account,
          child: 'dispute-9' as CaseId,
          ...{ mediator: people.mediator.account, isEnded: one.detail % 2 === 0 },
        };
        const command = { kind, order, asked } as never;
        const decided = ownAct(state, one, today) ?? orRefused(() => decideReferral(state, command, today));
        if (decided === null) continue;
        const event = frozen(record(state.seq + 1, decided, today) as ReferralEvent);
        const after = frozen(evolveReferral(state, event));
        expect(evolveReferral(state, event)).toEqual(after);
        holds(state, after, referralTasks(after), 'new');
        reached.add(after.state).add(event.kind);
        state = after;
      }
    }),
    { numRuns: 150 },
  );
  expect(referralStates.filter((name) => name !== 'new' && !reached.has(name))).toEqual([]);
  const rare = [
    'referral-given-up',
    'materials-asked',
    'referral-escalated',
    'child-heard',
    'referral-arrived',
  ];
  expect(rare.filter((kind) => !reached.has(kind))).toEqual([]);
});
