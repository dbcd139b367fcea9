/** The course of a dispute: what each act makes of it, and both edges of its days. */

import { ring } from '../../src/domain/case.ts';
import { stillOpen } from '../../src/domain/dispute/still-open.ts';
import { disputeTasks } from '../../src/domain/dispute/tasks.ts';
import { parseYuan } from '../../src/domain/money.ts';
import {
  aDispute,
  type DisputeStory,
  people,
  referralId,
  signedOn,
  twoInstalments,
  worker,
} from '../stories.ts';
import { day, outcomeOf } from './tables.ts';

const received = aDispute().received();
const accepted = received.consented().accepted();
const mediating = accepted.mediated();
const drafted = mediating.on('2026-03-16').drafted().drawn();
const agreed = drafted.on('2026-03-17').signed();

const rulesOf = ({ state }: DisputeStory) =>
  state.clocks.map(({ rule, about }) => (about ? `${rule}:${about}` : rule));
const tasksOf = ({ state }: DisputeStory) => disputeTasks(state).map(({ key, dueOn }) => `${key} ${dueOn}`);

test('a dispute goes from intake to the closed file', () => {
  const closed = agreed
    .on('2026-04-15')
    .lockedIn()
    .paid(1)
    .on('2026-04-17')
    .visited(1)
    .on('2026-05-15')
    .paid(2)
    .visited(2)
    .closed();
  expect(closed.state).toMatchObject({ state: 'closed', closedOn: '2026-05-15', concludedOn: '2026-03-17' });
  expect(closed.state.clocks).toEqual([]);
  expect(closed.state.seq).toBe(16);
});

describe('days on the edge', () => {
  const acts: [string, () => unknown, () => unknown][] = [
    [
      'an act may be dated today, not tomorrow',
      () => received.decide('consult', { result: 'reached' }),
      () => received.decide('consult', { result: 'reached' }, people.mediator, { on: day('2026-03-03') }),
    ],
    [
      'an act may be dated on the day of receipt, not the day before',
      () =>
        received
          .on('2026-03-09')
          .decide('consult', { result: 'reached' }, people.mediator, { on: day('2026-03-02') }),
      () =>
        received
          .on('2026-03-09')
          .decide('consult', { result: 'reached' }, people.mediator, { on: day('2026-03-01') }),
    ],
    [
      'a session may be planned for the same day, not for the day before',
      () => accepted.on('2026-03-10').planned('2026-03-10'),
      () => accepted.on('2026-03-10').planned('2026-03-09'),
    ],
    [
      'an instalment may be due on the day of the draft, not the day before',
      () => mediating.on('2026-04-15').drafted(),
      () => mediating.on('2026-04-16').drafted(),
    ],
    [
      'signatures may bear the day of the draft, not the day before',
      () => drafted.act('sign-agreement', signedOn(day('2026-03-16'))),
      () => drafted.act('sign-agreement', signedOn(day('2026-03-15'))),
    ],
    [
      'signing is recorded on the last signature’s day, not before it',
      () => drafted.on('2026-03-17').act('sign-agreement', signedOn(day('2026-03-17'))),
      () => drafted.act('sign-agreement', signedOn(day('2026-03-17'))),
    ],
    [
      'default is declared the day after the instalment was due, not on the day',
      () => agreed.on('2026-04-16').defaulted(1),
      () => agreed.on('2026-04-15').defaulted(1),
    ],
    [
      'a payment may settle the instalment to the fen, not by a fen more',
      () => agreed.paid(1, '6000.00'),
      () => agreed.paid(1, '6000.01'),
    ],
  ];
  test.each(acts)('%s', (_rule, inTime, tooFar) => {
    expect(outcomeOf(inTime)).toBe('done');
    expect(outcomeOf(tooFar)).not.toBe('done');
  });

  test('a period is met on its last day and late the day after', () => {
    const end = (on: string) => received.consented().on(on).decide('decline', { reason: 'other-path' }).ends;
    expect(end('2026-03-05').map(({ outcome }) => outcome)).toEqual(['met', 'met']);
    expect(end('2026-03-06').map(({ outcome }) => outcome)).toEqual(['late', 'met']);
    expect(end('2026-03-18').map(({ outcome }) => outcome)).toEqual(['late', 'late']);
  });
});

test('receipt starts the clocks of acceptance and of direct mediation; acceptance ends one and starts its own', () => {
  expect(rulesOf(received)).toEqual([
    'mediation.first-contact',
    'mediation.acceptance-decision',
    'mediation.direct',
  ]);
  expect(rulesOf(accepted)).toEqual(['mediation.direct', 'mediation.direct.acceptance']);
});

test('the agreement takes effect on the last of its signatures and seals, and every instalment gets its day and its visit', () => {
  const signed = drafted.on('2026-03-20').act('sign-agreement', {
    ...signedOn(day('2026-03-17')),
    sealedOn: day('2026-03-19'),
  });
  expect(signed.state.agreement?.effectiveOn).toBe('2026-03-19');
  expect(rulesOf(signed)).toEqual([
    'agreement.arbitration-review',
    'agreement.instalment:1',
    'follow-up.visit:1',
    'agreement.instalment:2',
    'follow-up.visit:2',
  ]);
  const [review, instalment] = signed.state.clocks;
  expect(review?.startedOn).toBe('2026-03-19');
  expect(instalment?.dueOn).toBe('2026-04-15');
});

test('instalments are numbered by their days, whatever order they were typed in', () => {
  const turned = mediating.drafted('none', [...twoInstalments].reverse());
  expect(turned.state.agreement?.instalments.map(({ no, dueOn }) => [no, dueOn])).toEqual([
    [1, '2026-04-15'],
    [2, '2026-05-15'],
  ]);
});

test('an agreement drafted again replaces the first draft', () => {
  const again = drafted.drafted('none', [{ dueOn: day('2026-03-31'), amount: parseYuan('9000') }]).drawn();
  expect(again.state.agreement).toMatchObject({ door: 'none', paper: 'paper-10.0' });
  expect(again.signed().state.clocks.map(({ about }) => about)).toEqual(['1', '1']);
});

test('a dispute is performed with the last fen of the last instalment, in whatever order they are paid', () => {
  expect(agreed.paid(2).state.state).toBe('performing');
  expect(agreed.paid(2).paid(1, '5999.99').state.state).toBe('performing');
  expect(agreed.paid(2).paid(1, '5999.99').paid(1, '0.01').state.state).toBe('performed');
});

test('a payment after default cures it', () => {
  const late = agreed.on('2026-04-16').defaulted(1);
  expect(late.state.state).toBe('defaulted');
  expect(late.paid(1).state.state).toBe('performing');
  expect(late.paid(1).paid(2).state.state).toBe('performed');
});

test('a further instalment falls into default too', () => {
  const late = agreed.on('2026-05-16').defaulted(1);
  expect(late.defaulted(2).state.state).toBe('defaulted');
});

test('after a default the file closes with a reason, the money still owed and its clocks dropped', () => {
  const late = agreed.lockedIn().on('2026-04-16').defaulted(1);
  const { ends } = late.decide('close', { reason: 'handed-to-enforcement' });
  expect(ends.map(({ outcome }) => outcome)).toEqual(['moot', 'moot', 'moot', 'moot']);
  const closed = late.act('close', { reason: 'handed-to-enforcement' });
  expect(closed.state).toMatchObject({ state: 'closed', closeReason: 'handed-to-enforcement', clocks: [] });
  expect(closed.state.agreement?.instalments.map(({ paid }) => paid)).toEqual([0, 0]);
});

test('after a default an instalment that was paid is still visited first', () => {
  const late = agreed.lockedIn().on('2026-05-16').paid(1).defaulted(2);
  expect(outcomeOf(() => late.decide('close', { reason: 'payment-order' }))).toBe('dispute/still-open');
  expect(outcomeOf(() => late.visited(1).decide('close', { reason: 'payment-order' }))).toBe('done');
});

test('a reason is kept only of a default', () => {
  const closed = received.act('withdraw', {}).act('close', { reason: 'payment-order' });
  expect(closed.state.closeReason).toBeNull();
});

test('a referral that is over stays over, whatever message comes late', () => {
  const over = received.referred().heard(false);
  expect(over.state.referrals).toMatchObject([{ isOpen: false }]);
  expect(over.heard(true).state.referrals).toMatchObject([{ isOpen: false }]);
});

test('lines with facts are kept by their numbers', () => {
  const many = aDispute({ heads: Array.from({ length: 11 }, () => 'wages' as const) }).received();
  const filled = [10, 2, 11, 1].reduce((story, no) => story.act('record-claim-facts', { no }), many);
  expect(filled.state.linesWithFacts).toEqual([1, 2, 10, 11]);
});

test('a ring and a drawn paper are no acts: a file may close on the day of the last one', () => {
  const paid = agreed.lockedIn().on('2026-05-15').paid(1).paid(2).visited(1).visited(2);
  const clock = paid.state.clocks[0]!;
  const rung = paid.happened(ring({ clock, rung: 'lapsed', at: 0 }, Date.UTC(2026, 10, 1)));
  expect(rung.closed().state).toMatchObject({ state: 'closed', lastActOn: '2026-05-15' });
});

test('withdrawal ends every clock as moot, and leaves the closing of the file', () => {
  const decision = accepted.decide('withdraw', {});
  expect(decision.ends.map(({ outcome }) => outcome)).toEqual(['moot', 'moot']);
  expect(rulesOf(accepted.act('withdraw', {}))).toEqual(['file.close']);
});

test('a file closed in time has met its last clock', () => {
  const close = (on: string) => received.act('withdraw', {}).on(on).decide('close', {}).ends;
  expect(close('2026-03-09')).toEqual([expect.objectContaining({ outcome: 'met' })]);
  expect(close('2026-03-10')).toEqual([expect.objectContaining({ outcome: 'late' })]);
});

test('what keeps a file open is named one by one', () => {
  const open = agreed.referred();
  expect(stillOpen(open.state)).toEqual([
    'clock:agreement.arbitration-review',
    'clock:agreement.instalment:1',
    'clock:follow-up.visit:1',
    'clock:agreement.instalment:2',
    'clock:follow-up.visit:2',
    `referral:${referralId}`,
    'instalment:1',
    'instalment:2',
  ]);
});

describe('what is to be done next', () => {
  const lapsed = (story: DisputeStory, rule: string) => {
    const clock = story.state.clocks.find((one) => one.rule === rule)!;
    return story.happened(ring({ clock, rung: 'lapsed', at: 0 }, Date.UTC(2026, 3, 16)));
  };
  test.each<[string, DisputeStory, string[]]>([
    ['a district without mediator assigns one', aDispute().received(null), ['assign-mediator 2026-03-03']],
    [
      'the mediator makes contact at once, and consults the other side',
      received,
      ['contact-first 2026-03-03', 'consult-other-side 2026-03-05'],
    ],
    [
      'once a call is made, the other side is still to be consulted',
      received.called(worker, true),
      ['consult-other-side 2026-03-05'],
    ],
    ['the mediator asks for consent', received.consulted(), ['ask-consent 2026-03-05']],
    ['with consent, acceptance is decided', received.consented(), ['decide-acceptance 2026-03-05']],
    ['without consent, it is declined', received.refused(), ['decline-refused 2026-03-05']],
    ['an accepted dispute gets its session', accepted, ['plan-session 2026-03-17']],
    ['a planned session is held', accepted.planned('2026-03-12'), ['hold-session:1 2026-03-12']],
    ['after a session a result is reached', mediating, ['reach-result 2026-03-17']],
    ['a draft is signed', drafted, ['collect-signatures 2026-03-17']],
    [
      'an agreement is locked in, its instalments watched and visited',
      agreed,
      [
        'lock-in 2026-04-01',
        'watch-instalment:1 2026-04-15',
        'visit:1 2026-04-18',
        'watch-instalment:2 2026-05-15',
        'visit:2 2026-05-18',
      ],
    ],
    [
      'an instalment past its day is chased',
      lapsed(agreed.lockedIn().on('2026-05-15').visited(1).visited(2), 'agreement.instalment'),
      ['chase-instalment:1 2026-04-15', 'watch-instalment:2 2026-05-15'],
    ],
    [
      'a performed dispute is closed',
      agreed.lockedIn().paid(1).paid(2).visited(1).visited(2),
      ['close-file 2026-03-24'],
    ],
    ['a withdrawn dispute is closed', received.act('withdraw', {}), ['close-file 2026-03-09']],
    ['a closed one asks for nothing', received.act('withdraw', {}).closed(), []],
  ])('%s', (_situation, story, tasks) => {
    expect(tasksOf(story)).toEqual(tasks);
    for (const { owner } of disputeTasks(story.state)) expect(owner).toBe(story.owner.account);
  });
});
