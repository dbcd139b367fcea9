/** The limitation ledger of a dispute: what gets onto it, and its clock, which watches and never holds a file open. */
import type { Clock } from '../../src/domain/case.ts';
import { type LedgerEntry, limitationKinds, recordableKinds } from '../../src/domain/dispute/limitation.ts';
import { LIMITATION } from '../../src/domain/dispute/rules.ts';
import { disputeTasks } from '../../src/domain/dispute/tasks.ts';
import { limitationEventKinds } from '../../src/law/limitation-events.ts';
import { aDispute, DisputeStory, employer } from '../stories.ts';
import { day } from './tables.ts';

const received = aDispute().received();
const drafted = received.consented().accepted().mediated().drafted().drawn();
const agreed = drafted.signed();
const application = { kind: 'mediation-application', on: '2026-03-02', until: null, seq: 1 };

/** What an act added to the ledger behind the application. */
const added = ({ state }: DisputeStory): LedgerEntry[] => {
  const [first, ...more] = state.limitation.events;
  expect(first).toEqual(application);
  return more;
};

test('the domain knows the events the law knows', () => {
  expect(limitationKinds).toEqual(limitationEventKinds);
  expect(recordableKinds).toEqual([...limitationEventKinds, 'employment-ended']);
});

test('receipt writes the application for mediation, on the day of receipt', () => {
  expect(aDispute().state.limitation.events).toEqual([]);
  expect(added(received)).toEqual([]);
});

test.each(recordableKinds.filter((kind) => kind !== 'mediation-application'))(
  '%s is written down',
  (event) => {
    const until = event === 'suspension' ? day('2026-02-01') : null;
    const happenedOn = day('2026-01-05');
    const after = received.act('record-limitation-event', { event, happenedOn, until });
    const isEnd = event === 'employment-ended';
    expect(added(after)).toEqual(isEnd ? [] : [{ kind: event, on: '2026-01-05', until, seq: 2 }]);
    expect(after.state.employmentEndedOn).toBe(isEnd ? '2026-01-05' : null);
  },
);

const ownActs: [situation: string, story: DisputeStory, kind: string | null][] = [
  ['the other side refuses mediation', received.act('decline', { reason: 'refused' }), 'mediation-refused'],
  ['the dispute is out of scope', received.act('decline', { reason: 'out-of-scope' }), null],
  [
    'the period ends without agreement',
    drafted.on('2026-04-09').act('fail', { reason: 'time-over' }),
    'mediation-period-ended',
  ],
  ['a side breaks off', drafted.act('fail', { reason: 'refused' }), 'mediation-broken-off'],
  ['a side will not sign', drafted.act('fail', { reason: 'would-not-sign' }), 'mediation-broken-off'],
  ['the sides are too far apart', drafted.act('fail', { reason: 'too-far-apart' }), null],
  ['the agreement is breached', agreed.on('2026-05-16').defaulted(2), 'agreement-breached'],
];

test.each(ownActs)('%s', (_situation, story, kind) => {
  expect(added(story).map((entry) => entry.kind)).toEqual(kind === null ? [] : [kind]);
});

test('what is typed in later is on the ledger on the day it happened', () => {
  const days = (story: DisputeStory) => added(story).map(({ on }) => on);
  const duty = { who: employer, dueOn: day('2026-04-20') };
  const dutied = received
    .consented()
    .accepted()
    .mediated()
    .act('draft-agreement', {
      ...{ door: 'none', instalments: [], duties: [duty] },
    });
  expect(days(agreed.on('2026-06-30').defaulted(2))).toEqual(['2026-05-16']);
  expect(days(dutied.signed().on('2026-06-30').act('declare-default', { duty: 1 }))).toEqual(['2026-04-21']);
  const over = drafted.on('2026-04-09');
  expect(days(over.act('fail', { reason: 'time-over' }))).toEqual(['2026-04-01']);
  const early = drafted.on('2026-03-18');
  expect(days(early.act('fail', { reason: 'time-over' }))).toEqual(['2026-03-17']);
  const refused = received.on('2026-03-04').refused().on('2026-03-20');
  expect(days(refused.act('decline', { reason: 'refused' }))).toEqual(['2026-03-04']);
});

test('an event typed in wrongly is withdrawn, and can be typed in anew', () => {
  const wrong = { event: 'demand', happenedOn: day('2026-01-05'), until: null } as const;
  const typed = received.act('record-limitation-event', wrong);
  const withdrawn = typed.act('withdraw-limitation-event', { seq: 2, act: 'limitation-event-recorded' });
  expect(added(withdrawn)).toEqual([]);
  expect(added(withdrawn.act('record-limitation-event', wrong))).toMatchObject([
    { on: '2026-01-05', seq: 4 },
  ]);
});

/** The same story with a running clock of limitation. */
function watched(story: DisputeStory, rung: Clock['rung'] = 'no'): DisputeStory {
  const [clock] = received.state.clocks;
  const limit: Clock = { ...clock!, id: '1.9', rule: LIMITATION, dueOn: day('2027-03-02'), rung };
  return new DisputeStory({ ...story.state, clocks: [...story.state.clocks, limit] }, story.today);
}
const watching = (story: DisputeStory) =>
  disputeTasks(story.state).filter(({ why }) => why === 'watch-limitation');

test('an open case watches the last safe day until it has lapsed', () => {
  expect(watching(received)).toEqual([]);
  expect(watching(watched(received))).toMatchObject([{ dueOn: '2027-03-02', owner: 'mediator' }]);
  expect(watching(watched(received, 'warned'))).toHaveLength(1);
  expect(watching(watched(received, 'lapsed'))).toEqual([]);
});

test('the clock of limitation does not keep a file open, and goes with it', () => {
  const closed = watched(drafted.act('fail', { reason: 'too-far-apart' }).drawn()).closed();
  expect(closed.state).toMatchObject({ state: 'closed', clocks: [] });
  expect(watching(closed)).toEqual([]);
});

test('the worker who withdraws is still watched over until the file is closed', () => {
  const withdrawn = watched(received).act('withdraw', {});
  expect(withdrawn.state.clocks.map(({ rule }) => rule)).toEqual([LIMITATION, 'file.close']);
  expect(withdrawn.closed().state.clocks).toEqual([]);
});
