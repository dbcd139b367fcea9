/** The referral's table with every refusal, its clocks and its tasks. */
import { ring } from '../../src/domain/case.ts';
import type { CaseId } from '../../src/domain/ids.ts';
import {
  type ReferralAction,
  type ReferralAsked,
  type ReferralStateName,
  referralStates,
} from '../../src/domain/referral/state.ts';
import { referralHats, referralTable } from '../../src/domain/referral/table.ts';
import { referralTasks } from '../../src/domain/referral/tasks.ts';
import type { RefusalCode } from '../../src/domain/refusal.ts';
import { openActions } from '../../src/domain/role.ts';
import { refused } from '../law/refused.ts';
import { actor, aReferral, people, type ReferralStory } from '../stories.ts';
import { actorWith, codesThrownIn, day, hats, outcomeOf, readTable } from './tables.ts';

const expected = readTable(
  { M: 'manager', o: 'owner', r: 'receiver', s: 'system' },
  `
                 new drafted sent received accepted returned working reported closed
  open           os  -       -    -        -        -        -       -        -
  send           -   oM      -    -        -        -        -       -        -
  receive        -   -       rM   -        -        -        -       -        -
  accept         -   -       -    rM       -        -        -       -        -
  return         -   -       rM   rM       -        -        -       -        -
  recall         -   -       oM   oM       oM       -        oM      -        -
  reply          -   -       orM  orM      orM      orM      orM     orM      -
  ask-materials  -   -       rM   rM       rM       -        rM      -        -
  send-materials -   -       oM   oM       oM       -        oM      -        -
  remind         -   -       oM   oM       oM       -        oM      -        -
  escalate       -   -       oM   oM       oM       -        oM      -        -
  reissue-letter -   -       oM   oM       oM       -        oM      -        -
  give-up        -   -       oM   oM       oM       -        oM      -        -
  hear-child     -   -       -    -        s        -        s       -        -
  start-work     -   -       -    -        r        -        -       -        -
  report         -   -       -    -        rM       -        rM      -        -
  close          -   oM      -    -        -        oM       -       oM       -
  move-pack      -   M       M    M        M        M        M       M        -
`,
);

const asked: { [A in ReferralAction]: ReferralAsked<A> } = {
  open: {},
  send: {},
  receive: {},
  accept: {},
  return: { reason: 'incomplete' },
  recall: {},
  'reissue-letter': {},
  reply: {},
  'ask-materials': {},
  'send-materials': {},
  remind: {},
  escalate: { manager: people.manager.account },
  'give-up': {},
  'hear-child': { mediator: null, isEnded: false, outcome: null },
  'start-work': {},
  report: { outcome: 'settled' },
  close: {},
  'move-pack': { pack: 'nanyang-2027.1' },
};
const actions = Object.keys(asked) as ReferralAction[];

const sent = aReferral().drafted().sent().drawn();
const received = sent.received();
const accepted = received.accepted().drawn();
const situations: Record<ReferralStateName, ReferralStory> = {
  new: aReferral(),
  drafted: aReferral().drafted(),
  sent,
  received,
  accepted,
  returned: sent.returned().drawn(),
  working: accepted.working(),
  reported: accepted.reported(),
  closed: accepted.reported().closed(),
};

test.each(referralStates)(
  'a referral that is %s lets those act whom the table names, and refuses all others',
  (state) => {
    // Every clock has lapsed by then: what may be done about silence may be done.
    const story = situations[state].on('2026-06-30');
    expect(story.state.state).toBe(state);
    const wrong: string[] = [];
    for (const action of actions) {
      const who = expected.cell(action, state);
      for (const hat of hats) {
        const due =
          who.length === 0 ? 'case/not-in-this-state' : who.includes(hat) ? 'done' : 'case/not-yours-to-do';
        const by = actorWith(hat, people.mediator, { receiver: story.state.toBody });
        const outcome = outcomeOf(() => story.decide(action, asked[action], by));
        if (outcome !== due) wrong.push(`${action} by ${hat}: ${outcome}, not ${due}`);
        const isOpen = openActions(referralTable, state, new Set([hat])).includes(action);
        if (isOpen !== who.includes(hat)) wrong.push(`${action} is a button for ${hat}: ${isOpen}`);
      }
    }
    expect(wrong).toEqual([]);
  },
);

test('the table in this test knows every action and every state', () => {
  expect([...expected.columns].sort()).toEqual([...referralStates].sort());
  expect([...expected.rows].sort()).toEqual([...actions].sort());
});

const toCourt = aReferral({ toBody: people.court.body!, toKind: 'court' })
  .drafted()
  .sent()
  .act('receive', {}, people.court)
  .act('accept', {}, people.court);
const fromCourt = aReferral({
  ...{ parent: null, openedBy: people.court.account, channel: 'court-delegated' },
  ...{ fromBody: people.court.body!, toBody: people.clerk.body!, toKind: 'union' },
})
  .act('open', {}, people.court)
  .act('receive', {}, people.clerk);
const opened = () => fromCourt.act('accept', { child: 'dispute-9' as CaseId }, people.clerk);

type Row = [situation: string, code: RefusalCode, facts: object, act: () => unknown];
const rows: Row[] = [
  [
    'the liaison officer of another body signs for it',
    'case/not-yours-to-do',
    { action: 'receive', who: ['receiver', 'manager'] },
    () => sent.decide('receive', {}, people.court),
  ],
  [
    'someone of the receiving body who is no liaison officer signs for it',
    'case/not-yours-to-do',
    { action: 'receive' },
    () => sent.decide('receive', {}, { ...people.inspection, roles: ['mediator'] }),
  ],
  [
    'the sender takes back what is sent',
    'case/not-in-this-state',
    { action: 'close', state: 'sent' },
    () => sent.closed(),
  ],
  [
    'it is signed for tomorrow',
    'day/in-the-future',
    { on: '2026-03-07', today: '2026-03-06' },
    () => sent.decide('receive', {}, people.inspection, { on: day('2026-03-07') }),
  ],
  [
    'it is signed for the day before it was opened',
    'day/reversed',
    { from: '2026-03-06', to: '2026-03-05' },
    () => sent.decide('receive', {}, people.inspection, { on: day('2026-03-05') }),
  ],
  [
    'the receiver saw an older state',
    'case/changed-meanwhile',
    { seen: 2, now: 3 },
    () => sent.decide('receive', {}, people.inspection, { seen: 2 }),
  ],
  [
    'it is closed while its letter and its slip are being drawn',
    'referral/still-open',
    { open: ['paper:paper-2.0', 'paper:paper-3.0'] },
    () => aReferral().drafted().sent().returned().closed(),
  ],
  [
    'materials are wanted before they are asked for',
    'day/reversed',
    { from: '2026-03-06', to: '2026-03-05', field: 'neededOn' },
    () => sent.decide('ask-materials', { neededOn: day('2026-03-05') }, people.inspection),
  ],
  [
    'the receiver speaks for the sender',
    'case/not-yours-to-do',
    { action: 'reply', who: ['owner', 'manager'] },
    () => sent.decide('reply', { side: 'sender' }, people.inspection),
  ],
  [
    'it is reminded of before its clock warns',
    'referral/not-yet-late',
    { action: 'remind', from: '2026-03-08' },
    () => sent.on('2026-03-07').decide('remind', {}, people.mediator),
  ],
  [
    'it is taken to the manager before its clock warns',
    'referral/not-yet-late',
    { action: 'escalate', from: '2026-03-08' },
    () => sent.on('2026-03-07').decide('escalate', { manager: people.manager.account }, people.mediator),
  ],
  [
    'it is given up on the last day of its clock',
    'referral/not-yet-late',
    { action: 'give-up', from: '2026-03-10' },
    () => sent.on('2026-03-09').decide('give-up', {}, people.mediator),
  ],
  [
    'a court reports what only inspection can order',
    'referral/outcome-not-of-body',
    { outcome: 'payment-ordered', kind: 'court' },
    () => toCourt.decide('report', { outcome: 'payment-ordered' }, people.court),
  ],
  [
    'an incoming one is accepted without a dispute to open',
    'referral/child-missing',
    {},
    () => fromCourt.decide('accept', {}, people.clerk),
  ],
  [
    'a result is reported while the dispute it opened is still carried',
    'referral/child-open',
    {},
    () => opened().decide('report', { outcome: 'agreed' }, people.clerk),
  ],
  [
    'a result is reported that the dispute it opened did not have',
    'referral/outcome-not-of-child',
    { outcome: 'too-far-apart', known: ['agreed', 'settled', 'other'] },
    () =>
      opened()
        .act('hear-child', { mediator: null, isEnded: true, outcome: 'agreed' }, people.system)
        .decide('report', { outcome: 'too-far-apart' }, people.clerk),
  ],
  [
    'a new letter is sent where the letter came from another body',
    'referral/no-letter-of-ours',
    {},
    () => fromCourt.decide('reissue-letter', {}, people.court),
  ],
  [
    'it moves to the rule pack it is on',
    'pack/already-on',
    { pack: 'nanyang-2026.1' },
    () => sent.decide('move-pack', { pack: 'nanyang-2026.1' }, people.manager),
  ],
];

test.each(rows)('%s: %s', (_situation, code, facts, act) => {
  const refusal = refused(act);
  expect(refusal.code).toBe(code);
  expect(refusal.facts).toMatchObject(facts);
});

test('every refusal the rules of a referral can give has a row here', () => {
  const covered = new Set<string>(rows.map(([, code]) => code));
  const thrown = [...codesThrownIn('src/domain/referral'), ...codesThrownIn('src/domain/case.ts')];
  expect(thrown.length).toBeGreaterThan(4);
  expect(thrown.filter((code) => !covered.has(code))).toEqual([]);
});

test('each hop ends the clock before it and starts its own; the last leaves none', () => {
  const rules = (story: ReferralStory) => story.state.clocks.map(({ rule, dueOn }) => `${rule} ${dueOn}`);
  expect(rules(sent)).toEqual(['referral.receive 2026-03-09']);
  expect(rules(sent.on('2026-03-09').received())).toEqual(['referral.decide 2026-03-14']);
  expect(rules(accepted.working())).toEqual(['referral.report 2026-03-21']);
  expect(rules(accepted.reported())).toEqual([]);
  expect(rules(received.returned())).toEqual([]);
});

test('a hop is met on its last day and late the day after', () => {
  const outcome = (on: string) => sent.on(on).decide('receive', {}, people.inspection).ends[0]?.outcome;
  expect(outcome('2026-03-09')).toBe('met');
  expect(outcome('2026-03-10')).toBe('late');
});

test('a body that stays silent keeps no one waiting: the sender recalls, and closes', () => {
  for (const story of [sent, received, accepted, accepted.working()]) {
    const recalled = story.drawn().act('recall', {}, people.mediator);
    expect(recalled.state).toMatchObject({ state: 'returned', outcome: 'recalled', clocks: [] });
    expect(recalled.decide('close', {}, people.mediator).kind).toBe('referral-closed');
  }
  expect(sent.decide('recall', {}, people.mediator).ends.map(({ outcome }) => outcome)).toEqual(['moot']);
});

test('a manager writes down what a body answers on paper, and closes for a mediator who is away', () => {
  const answered = sent
    .act('receive', {}, people.manager)
    .act('accept', {}, people.manager)
    .act('report', { outcome: 'filed' }, people.manager)
    .drawn();
  expect(answered.act('close', {}, people.manager).state).toMatchObject({
    state: 'closed',
    outcome: 'filed',
  });
});

describe('whoever holds the code on a letter', () => {
  const holder = actor('letter', ['letter'], people.inspection.body!);
  test('answers for the body it went to, and does nothing else', () => {
    const acts = (story: ReferralStory, by = holder) =>
      openActions(referralTable, story.state.state, referralHats(story.state, by)).sort();
    for (const story of Object.values(situations))
      expect(acts(story)).toEqual(acts(story, people.inspection));
    expect(acts(sent)).toEqual(['ask-materials', 'receive', 'reply', 'return']);
    expect(acts(sent, actor('letter', ['letter'], people.court.body!))).toEqual([]);
  });
  test('is nobody to what another body sent us', () => {
    expect([...referralHats(fromCourt.state, actor('letter', ['letter'], people.court.body!))]).toEqual([
      'letter',
    ]);
  });
});

test('a new letter leaves the referral where it is, with its clock', () => {
  const again = received.decide('reissue-letter', {}, people.mediator);
  expect(again.papers).toEqual([{ kind: 'referral-letter' }]);
  const after = received.act('reissue-letter', {}, people.mediator).state;
  expect([after.state, after.clocks]).toEqual([received.state.state, received.state.clocks]);
});

test('sending gives the letter its number; what comes back is kept', () => {
  expect(aReferral().drafted().decide('send', {}, people.mediator).papers).toEqual([
    { kind: 'referral-letter' },
  ]);
  // The slip answers it, accepted or returned.
  for (const answer of [
    received.decide('accept', {}, people.inspection),
    sent.decide('return', { reason: 'other' }, people.inspection),
  ])
    expect(answer.papers).toEqual([{ kind: 'hand-over-slip' }]);
  expect(fromCourt.decide('return', { reason: 'other' }, people.clerk).papers).toEqual([]);
  expect(sent.returned().state.outcome).toBe('not-competent');
  expect(accepted.reported().state.outcome).toBe('ordered');
});

describe('what is to be done next, always by the sender', () => {
  const [clock] = sent.state.clocks;
  const late = sent.happened(ring({ clock: clock!, rung: 'lapsed', at: 0 }, Date.UTC(2026, 2, 10)));
  test('a clock that rings is no act: it puts no task off', () => {
    expect(late.state.lastActOn).toBe(sent.state.lastActOn);
  });
  test.each<[string, ReferralStory, string[]]>([
    ['a draft is sent', situations.drafted, ['send-referral 2026-03-09']],
    ['the sender watches the other body', sent, ['watch-referral 2026-03-09']],
    ['the sender chases a body that has not answered in time', late, ['chase-referral 2026-03-09']],
    ['signed for, its decision is watched', received, ['watch-referral 2026-03-11']],
    ['accepted, its report is watched', accepted, ['watch-referral 2026-03-21']],
    ['a return is read and closed', situations.returned, ['close-referral 2026-03-09']],
    ['a report is read and closed', situations.reported, ['close-referral 2026-03-09']],
    ['closed, it asks for nothing', situations.closed, []],
  ])('%s', (_situation, { state }, due) => {
    expect(referralTasks(state).map(({ why, dueOn }) => `${why} ${dueOn}`)).toEqual(due);
    for (const { owner } of referralTasks(state)) expect(owner).toBe(people.mediator.account);
  });
});
