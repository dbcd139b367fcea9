/** The dispute's table, written down a second time as people read it: every state x action x hat. */
import type { DisputeAction, DisputeAsked } from '../../src/domain/dispute/commands.ts';
import { type DisputeStateName, disputeStates } from '../../src/domain/dispute/state.ts';
import { disputeTable } from '../../src/domain/dispute/table.ts';
import type { CaseId } from '../../src/domain/ids.ts';
import { parseYuan } from '../../src/domain/money.ts';
import { openActions } from '../../src/domain/role.ts';
import {
  aDispute,
  type DisputeStory,
  people,
  referralId,
  signedOn,
  twoInstalments,
  worker,
} from '../stories.ts';
import { actorWith, day, hats, outcomeOf, readTable } from './tables.ts';

const letters = { c: 'intake-clerk', m: 'mediator', M: 'manager', o: 'owner', s: 'system' } as const;

const expected = readTable(
  letters,
  `
                  new received consulting accepted mediating agreed performing defaulted performed failed withdrawn not-accepted closed
receive           cmM -        -          -        -         -      -          -         -         -      -         -            -
assign            -   M        M          M        M         M      M          M         M         M      M         M            -
hear-referral     -   s        s          s        s         s      s          s         s         s      s         s            -
complete-party    -   co       co         co       co        -      -          -         -         -      -         -            -
withdraw          -   co       co         co       co        -      -          -         -         -      -         -            -
refer             -   o        o          o        o         o      o          o         -         o      -         o            -
consult           -   o        o          -        -         -      -          -         -         -      -         -            -
record-consent    -   -        o          -        -         -      -          -         -         -      -         -            -
accept            -   -        o          -        -         -      -          -         -         -      -         -            -
decline           -   o        o          -        -         -      -          -         -         -      -         -            -
plan-session      -   -        -          o        o         -      -          -         -         -      -         -            -
hold-session      -   -        -          o        o         -      -          -         -         -      -         -            -
draft-agreement   -   -        -          -        o         -      -          -         -         -      -         -            -
sign-agreement    -   -        -          -        o         -      -          -         -         -      -         -            -
fail              -   -        -          o        o         -      -          -         -         -      -         -            -
lock-in           -   -        -          -        -         o      o          o         o         -      -         -            -
record-payment    -   -        -          -        -         o      o          o         -         -      -         -            -
declare-default   -   -        -          -        -         o      o          o         -         -      -         -            -
record-visit      -   -        -          -        -         o      o          o         o         -      -         -            -
close             -   -        -          -        -         -      -          o         o         o      o         o            -
move-pack         -   M        M          M        M         M      M          M         M         M      M         M            -
record-claim-facts -  co       co         co       co        co     co         co        co        co     co        co           -
compute-claims    -   co       co         co       co        co     co         co        co        co     co        co           -
record-limitation-event - o    o          o        o         o      o          o         o         o      o         o            -
certify-limitation -  o        o          o        o         o      o          o         o         o      o         o            -
`,
);

/** What each action is asked with where nothing stands against it. */
const asked: { [A in DisputeAction]: DisputeAsked<A> } = {
  receive: {},
  assign: { mediator: people.mediator.account },
  'hear-referral': { referral: referralId, state: 'closed', outcome: 'ordered', isOpen: false },
  'complete-party': { party: worker },
  withdraw: {},
  refer: { referral: 'referral-2' as CaseId, body: 'court-411303' as DisputeAsked<'refer'>['body'] },
  consult: { result: 'reached' },
  'record-consent': { isGiven: true },
  accept: {},
  decline: { reason: 'refused' },
  'plan-session': { plannedOn: twoInstalments[1]!.dueOn },
  'hold-session': { no: 2 },
  'draft-agreement': {
    door: 'none',
    instalments: [{ dueOn: twoInstalments[1]!.dueOn, amount: parseYuan('1') }],
  },
  'sign-agreement': signedOn(twoInstalments[0]!.dueOn),
  fail: { reason: 'time-over' },
  'lock-in': { outcome: 'granted' },
  'record-payment': { instalment: 2, amount: parseYuan('100') },
  'declare-default': { instalment: 2 },
  'record-visit': { instalment: 2, satisfaction: 'neutral' },
  close: { reason: 'payment-order' },
  'move-pack': { pack: 'nanyang-2027.1' },
  'record-claim-facts': { no: 1 },
  'compute-claims': {},
  'record-limitation-event': { event: 'demand', happenedOn: day('2026-03-01'), until: null },
  'certify-limitation': {},
};

const received = aDispute().received().referred().act('record-claim-facts', { no: 1 });
const consenting = received.consented();
const drafted = consenting.accepted().mediated().planned().on('2026-04-15').drafted();
const agreed = drafted.signed().drawn();
const performed = agreed.paid(1).paid(2);

/** Each state, such that every action open there can succeed in one of its situations. */
const situations: Record<DisputeStateName, readonly DisputeStory[]> = {
  new: [aDispute()],
  received: [received],
  consulting: [consenting],
  accepted: [consenting.accepted().planned().planned()],
  mediating: [drafted],
  agreed: [agreed.on('2026-05-16')],
  performing: [agreed.paid(1).on('2026-05-16')],
  defaulted: [
    agreed.on('2026-05-16').defaulted(2),
    agreed.on('2026-05-16').lockedIn().heard(false).defaulted(2),
  ],
  performed: [performed, performed.lockedIn().visited(1).visited(2).heard(false)],
  failed: [drafted.drawn().heard(false).act('fail', { reason: 'too-far-apart' })],
  withdrawn: [consenting.heard(false).act('withdraw', {})],
  'not-accepted': [consenting.heard(false).act('decline', { reason: 'out-of-scope' })],
  closed: [performed.lockedIn().visited(1).visited(2).heard(false).closed()],
};

const actions = Object.keys(asked) as DisputeAction[];

test.each(disputeStates)(
  'a dispute that is %s lets those act whom the table names, and refuses all others',
  (state) => {
    const wrong: string[] = [];
    for (const story of situations[state]) expect(story.state.state).toBe(state);
    for (const action of actions) {
      const who = expected.cell(action, state);
      for (const hat of hats) {
        const due =
          who.length === 0 ? 'case/not-in-this-state' : who.includes(hat) ? 'done' : 'case/not-yours-to-do';
        const outcomes = situations[state].map((story) =>
          outcomeOf(() => story.decide(action, asked[action], actorWith(hat, story.owner))),
        );
        if (!outcomes.includes(due)) wrong.push(`${action} by ${hat}: ${outcomes.join(', ')}, not ${due}`);
      }
    }
    expect(wrong).toEqual([]);
  },
);

test('the buttons of a state are the cells of its column', () => {
  for (const state of disputeStates)
    for (const hat of hats) {
      const open = actions.filter((action) => expected.cell(action, state).includes(hat));
      expect(new Set(openActions(disputeTable, state, new Set([hat])))).toEqual(new Set(open));
    }
});

test('the table in this test knows every action and every state', () => {
  expect([...expected.columns].sort()).toEqual([...disputeStates].sort());
  expect([...expected.rows].sort()).toEqual([...actions].sort());
});

test('the clerk who took a dispute in owns it until a mediator is assigned', () => {
  const unassigned = aDispute().received(null);
  expect(outcomeOf(() => unassigned.decide('refer', asked.refer, people.clerk))).toBe('done');
  const assigned = unassigned.act('assign', asked.assign, people.manager);
  expect(outcomeOf(() => assigned.decide('refer', asked.refer, people.clerk))).toBe('case/not-yours-to-do');
  expect(outcomeOf(() => assigned.decide('refer', asked.refer, people.mediator))).toBe('done');
});
