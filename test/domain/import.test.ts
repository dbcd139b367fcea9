/** A register's case goes on from where it had come: its state, the periods still running, what is to be done next. */
import { nextRing } from '../../src/domain/case.ts';
import { dayAt } from '../../src/domain/day.ts';
import { type Carried, type CarriedState, carriedStates } from '../../src/domain/dispute/carried.ts';
import { disputeTasks } from '../../src/domain/dispute/tasks.ts';
import { parseYuan } from '../../src/domain/money.ts';
import { refused } from '../law/refused.ts';
import { aDispute, aGroupDispute, type DisputeStory, employer, members, people } from '../stories.ts';
import { day, outcomeOf } from './tables.ts';

const owner = people.mediator.account;
const agreement = {
  door: 'arbitration-review',
  effectiveOn: day('2026-03-20'),
  dueOn: day('2026-04-15'),
  amount: parseYuan('12000'),
  paid: parseYuan('2000'),
} as const;
const untold = {
  owner,
  acceptedOn: null,
  concludedOn: null,
  closedOn: null,
  closedFrom: null,
  agreement: null,
};
const acceptedOn = day('2026-03-04');
const concludedOn = day('2026-03-20');
const settled = { ...untold, acceptedOn, concludedOn, agreement };
const paidUp = { ...agreement, door: 'none', paid: agreement.amount } as const;
const atRest = {
  ...settled,
  agreement: paidUp,
  closedOn: day('2026-03-25'),
  closedFrom: 'performed',
} as const;

/** What a register says of a case in each state. */
const told: { [S in CarriedState]: Carried } = {
  received: { ...untold, state: 'received' },
  consulting: { ...untold, state: 'consulting' },
  accepted: { ...untold, state: 'accepted', acceptedOn },
  mediating: { ...untold, state: 'mediating', acceptedOn },
  agreed: { ...settled, state: 'agreed' },
  performing: { ...settled, state: 'performing' },
  performed: { ...settled, state: 'performed', agreement: paidUp },
  defaulted: { ...settled, state: 'defaulted', agreement: { ...agreement, dueOn: day('2026-03-25') } },
  failed: { ...untold, state: 'failed', acceptedOn, concludedOn },
  withdrawn: { ...untold, state: 'withdrawn', concludedOn },
  'not-accepted': { ...untold, state: 'not-accepted', concludedOn },
  closed: { ...atRest, state: 'closed' },
  archived: { ...atRest, state: 'archived' },
};

/** Received on 2 March 2026, imported on 1 April. */
const imported = (carried: Carried, before: DisputeStory = aDispute()) =>
  before.on('2026-04-01').act('import', carried, people.clerk);
const clocksOf = ({ state }: DisputeStory) =>
  state.clocks.map(({ rule, startedOn }) => `${rule} ${startedOn.slice(5)}`);
const tasksOf = ({ state }: DisputeStory) => disputeTasks(state).map(({ key }) => key);

const door = 'agreement.arbitration-review 03-20';
const instalment = 'agreement.instalment 03-20';
const visit = 'follow-up.visit 04-15';
test.each<[CarriedState, clocks: string[], tasks: string[]]>([
  [
    'received',
    ['mediation.first-contact 03-02', 'mediation.acceptance-decision 03-02', 'mediation.direct 03-02'],
    ['contact-first', 'consult-other-side'],
  ],
  ['consulting', ['mediation.acceptance-decision 03-02', 'mediation.direct 03-02'], ['ask-consent']],
  ['accepted', ['mediation.direct 03-02', 'mediation.direct.acceptance 03-04'], ['plan-session']],
  ['mediating', ['mediation.direct 03-02', 'mediation.direct.acceptance 03-04'], ['reach-result']],
  ['agreed', [door, instalment, visit], ['lock-in', 'watch-instalment:1', 'visit:1']],
  ['performing', [door, instalment, visit], ['lock-in', 'watch-instalment:1', 'visit:1']],
  ['performed', [visit, 'file.close 04-01'], ['visit:1']],
  [
    'defaulted',
    [door, instalment, 'follow-up.visit 03-25'],
    ['ask-remedy', 'lock-in', 'watch-instalment:1', 'visit:1'],
  ],
  ['failed', ['file.close 03-20'], ['close-file']],
  ['withdrawn', ['file.close 03-20'], ['close-file']],
  ['not-accepted', ['file.close 03-20'], ['close-file']],
  ['closed', [], []],
  ['archived', [], []],
])('a register’s case that is %s goes on as such', (name, clocks, tasks) => {
  const story = imported(told[name]);
  expect(story.state).toMatchObject({
    ...{ state: name, seq: 1, owner, lastActOn: '2026-04-01', receivedOn: '2026-03-02' },
    ...{ acceptedOn: told[name].acceptedOn, concludedOn: told[name].concludedOn },
    ...{ closedOn: told[name].closedOn, closedFrom: told[name].closedFrom },
  });
  expect(clocksOf(story)).toEqual(clocks);
  expect(tasksOf(story)).toEqual(tasks);
});

test('every state a register knows can be imported', () => {
  expect(Object.keys(told).sort()).toEqual([...carriedStates].sort());
});

test('periods that were over before the import ring on the morning after it', () => {
  const next = nextRing(imported(told.received).state)!;
  expect([next.clock.rule, next.rung, dayAt(next.at)]).toEqual([
    'mediation.first-contact',
    'lapsed',
    '2026-04-02',
  ]);
});

test('what was accepted had everyone’s consent; what was not, nobody’s', () => {
  const { state } = imported(told.accepted, aGroupDispute());
  const given = { isGiven: true, on: acceptedOn };
  expect([state.isConsentGiven, Object.values(state.consents)]).toEqual([true, [given, given]]);
  expect(imported(told.consulting).state).toMatchObject({ isConsentGiven: null, consents: {} });
});

test('the application of the register’s day stands in the ledger of limitation', () => {
  expect(imported(told.failed).state.limitation.events).toEqual([
    { kind: 'mediation-application', on: '2026-03-02', until: null, seq: 1 },
  ]);
});

test('nobody named: whoever imports it keeps it until a mediator is assigned', () => {
  const story = imported({ ...told.accepted, owner: null });
  expect(disputeTasks(story.state)).toMatchObject([{ why: 'assign-mediator', owner: people.clerk.account }]);
});

describe('an imported case takes the next act of its state', () => {
  test('to the end, where mediation was going on', () => {
    const story = imported(told.mediating).mediated().drafted('none').drawn().signed();
    expect(story.state).toMatchObject({ state: 'agreed', concludedOn: '2026-04-01' });
  });

  test('the rest of the money, and the file can be closed after the visit', () => {
    const paid = imported(told.performing).on('2026-04-15').paid(1, '10000');
    expect(paid.state.state).toBe('performed');
    expect(paid.lockedIn().visited(1).closed().state.state).toBe('closed');
  });

  test('one fen more than is owed is refused, the last fen is not', () => {
    const story = imported(told.performing);
    expect(refused(() => story.paid(1, '10000.01')).code).toBe('instalment/too-much');
    expect(story.paid(1, '9999.99').state.state).toBe('performing');
  });

  test('a default is declared the day after the register’s day, not on it', () => {
    const story = imported(told.performing);
    expect(refused(() => story.on('2026-04-15').defaulted(1)).code).toBe('instalment/not-yet-due');
    expect(story.on('2026-04-16').defaulted(1).state.state).toBe('defaulted');
  });

  test('a group’s money comes in bit by bit, though no register says whose it is', () => {
    const story = imported(told.performing, aDispute({ workers: members.slice(0, 2) }));
    const some = story.paid(1, '4000');
    expect(some.state.agreement?.instalments).toMatchObject([{ paid: parseYuan('6000'), shares: [] }]);
    expect(some.paid(1, '6000').state.state).toBe('performed');
    const asked = some.act('correct-payment', { instalment: 1, paid: parseYuan('2500') }).approved();
    expect(asked.state.agreement?.instalments).toMatchObject([{ paid: parseYuan('2500'), shares: [] }]);
    expect(outcomeOf(() => some.act('correct-payment', { instalment: 1, paid: parseYuan('12000.01') }))).toBe(
      'instalment/too-much',
    );
    const named = some.paid(1, '100', members[1], employer);
    expect(named.state.agreement?.instalments[0]?.paid).toBe(parseYuan('6100'));
    expect(outcomeOf(() => some.paid(1, '100', members[2]))).toBe('party/not-a-member');
  });

  test('a collective group is visited three times', () => {
    const { state } = imported(told.agreed, aGroupDispute());
    expect(state.clocks.filter(({ rule }) => rule.startsWith('follow-up.collective'))).toHaveLength(3);
  });
});

describe('a file that was closed elsewhere is opened again here', () => {
  const reopened = (changes: Partial<Carried>) => imported({ ...told.closed, ...changes }).reopened();

  test('performed: money is counted anew', () => {
    expect(reopened({}).state).toMatchObject({ state: 'performed', agreement: { paper: '' } });
  });

  test('closed with money to come: it is watched from its own day', () => {
    const story = reopened({ closedFrom: 'agreed', agreement });
    expect(story.state).toMatchObject({ state: 'performing', closedOn: null, closedFrom: null });
    expect(story.state.clocks).toMatchObject([{ rule: 'agreement.instalment', dueOn: '2026-04-15' }]);
  });

  test('failed after acceptance: it is mediated again', () => {
    expect(reopened({ closedFrom: 'failed', agreement: null }).state.state).toBe('accepted');
  });

  test('nobody wrote how it ended: the other side is asked', () => {
    expect(reopened({ closedFrom: null, acceptedOn: null, agreement: null }).state.state).toBe('consulting');
  });
});

describe('closing a performed file is counted', () => {
  const closeFrom = (dueOn: string) =>
    clocksOf(imported({ ...told.performed, agreement: { ...paidUp, dueOn: day(dueOn) } })).at(-1);
  test.each([
    ['from the day of payment', '2026-03-31', 'file.close 03-31'],
    ['from the import where that is the day', '2026-04-01', 'file.close 04-01'],
    ['from the import where the money came early', '2026-04-02', 'file.close 04-01'],
    ['from the agreement where payment was before it', '2026-03-19', 'file.close 03-20'],
  ])('%s', (_from, dueOn, clock) => {
    expect(closeFrom(dueOn)).toBe(clock);
  });
});

test('what a state cannot be without is asked for', () => {
  const lacking: [CarriedState, string][] = [
    ['accepted', 'acceptedOn'],
    ['agreed', 'agreement'],
    ['failed', 'concludedOn'],
    ['archived', 'closedOn'],
  ];
  for (const [name, field] of lacking)
    expect(refused(() => imported({ ...told[name], [field]: null }))).toMatchObject({
      code: 'import/incomplete',
      facts: { state: name, field },
    });
});

test.each<[what: string, carried: Partial<Carried>, code: string]>([
  ['accepted before receipt', { acceptedOn: day('2026-03-01') }, 'day/reversed'],
  ['a result before acceptance', { concludedOn: day('2026-03-03') }, 'day/reversed'],
  ['a result after the import', { concludedOn: day('2026-04-02') }, 'day/reversed'],
  ['nothing agreed', { agreement: { ...agreement, amount: parseYuan('0') } }, 'money/not-positive'],
  [
    'more paid than agreed',
    { agreement: { ...agreement, paid: parseYuan('12000.01') } },
    'instalment/too-much',
  ],
])('%s is refused', (_what, carried, code) => {
  expect(refused(() => imported({ ...told.agreed, ...carried })).code).toBe(code);
});

test.each([
  ['accepted on the day of receipt', { acceptedOn: day('2026-03-02') }],
  ['concluded on the day of import', { concludedOn: day('2026-04-01') }],
])('%s is taken', (_what, carried) => {
  expect(imported({ ...told.agreed, ...carried }).state.state).toBe('agreed');
});

test('a case that goes on already is not imported over', () => {
  const story = aDispute().received();
  expect(refused(() => story.act('import', told.accepted, people.clerk)).code).toBe('case/not-in-this-state');
});
