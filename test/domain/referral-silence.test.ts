/** A body that says nothing: every branch has an owner, a day and a way on. */
import { ring } from '../../src/domain/case.ts';
import { instantOf } from '../../src/domain/day.ts';
import { tooEarly } from '../../src/domain/referral/silence.ts';
import { referralTasks } from '../../src/domain/referral/tasks.ts';
import { aReferral, people, type ReferralStory } from '../stories.ts';
import { day } from './tables.ts';

const sent = aReferral().drafted().sent().drawn();
const lapsed = (story: ReferralStory) => {
  const clock = story.state.clocks[0]!;
  return story.happened(ring({ clock, rung: 'lapsed', at: 0 }, instantOf(day('2026-03-10'), 8)));
};
const late = lapsed(sent.on('2026-03-10'));
const reminded = late.act('remind', {}, people.mediator);
const escalate = { manager: people.manager.account };
const escalated = reminded.on('2026-03-13').act('escalate', escalate, people.mediator);
const tasksOf = ({ state }: ReferralStory) =>
  referralTasks(state).map(({ why, owner, dueOn }) => `${why} ${owner} ${dueOn}`);

test.each<[string, ReferralStory, string[]]>([
  ['it is chased', late, ['chase-referral mediator 2026-03-09']],
  ['reminded, it is waited for three days more', reminded, ['await-reminder mediator 2026-03-13']],
  ['taken to the manager, it is the manager’s', escalated, ['press-silent-body manager 2026-03-16']],
  [
    'given up, it is closed by the sender',
    escalated.act('give-up', {}, people.manager),
    ['close-referral mediator 2026-03-16'],
  ],
])('when a clock has lapsed: %s', (_branch, story, due) => {
  expect(tasksOf(story)).toEqual(due);
});

test('a reminder is counted, and may be given from the day the clock warns', () => {
  expect(sent.on('2026-03-08').decide('remind', {}, people.mediator).kind).toBe('referral-reminded');
  expect(reminded.state).toMatchObject({ reminders: 1, remindedOn: '2026-03-10' });
  expect(reminded.decide('remind', {}, people.mediator).facts).toEqual({ no: 2 });
});

test('an answer ends the chasing: the next hop is watched anew', () => {
  const answered = escalated.act('receive', {}, people.inspection);
  expect(answered.state).toMatchObject({ reminders: 0, remindedOn: null, escalated: null });
  expect(tasksOf(answered)).toEqual(['watch-referral mediator 2026-03-18']);
});

test('a silent body is given up the day after its last, at every hop, and its outcome is silence', () => {
  for (const story of [sent, sent.received(), sent.received().accepted().drawn()]) {
    const { dueOn } = story.state.clocks[0]!;
    expect(tooEarly(story.state, 'give-up', dueOn)?.code).toBe('referral/not-yet-late');
    const given = story.on('2026-06-30').act('give-up', {}, people.mediator);
    expect(given.state).toMatchObject({ state: 'returned', outcome: 'silent', clocks: [] });
    expect(given.closed().state).toMatchObject({ state: 'closed', outcome: 'silent' });
  }
});

test('nobody is reminded on the day they were asked, though a period of one day warns at once', () => {
  const [clock] = sent.state.clocks;
  const state = {
    ...sent.state,
    clocks: [{ ...clock!, warnOn: day('2026-03-06'), dueOn: day('2026-03-07') }],
  };
  expect(tooEarly(state, 'remind', day('2026-03-06'))?.facts).toMatchObject({ from: '2026-03-07' });
  expect(tooEarly(state, 'remind', day('2026-03-07'))).toBeNull();
});

test('where no clock runs nothing has to be waited for', () => {
  const state = { ...sent.state, clocks: [] };
  for (const action of ['remind', 'escalate', 'give-up'] as const)
    expect(tooEarly(state, action, day('2026-03-06'))).toBeNull();
});

test('materials asked for are the sender’s to send, by the day that was named or within three days', () => {
  const asked = sent.act('ask-materials', {}, people.inspection);
  expect(tasksOf(asked)).toContain('send-materials mediator 2026-03-09');
  const byDay = sent.act('ask-materials', { neededOn: day('2026-03-20') }, people.inspection);
  expect(tasksOf(byDay)).toEqual([
    'watch-referral mediator 2026-03-09',
    'send-materials mediator 2026-03-20',
  ]);
  const given = byDay.act('send-materials', {}, people.mediator);
  expect(tasksOf(given)).toEqual(['watch-referral mediator 2026-03-09']);
  expect(byDay.returned().state.materialsBy).toBeNull();
});

test('files go along with their hashes; without files the event is as it always was', () => {
  const enclosed = [{ kind: 'paper', id: 'paper-1', sha256: 'ab'.repeat(32) }] as const;
  const drafted = aReferral().drafted();
  expect(drafted.decide('send', { enclosed }, people.mediator).facts).toEqual({ enclosed });
  expect(drafted.decide('send', {}, people.mediator).facts).toEqual({});
  expect(sent.decide('send-materials', { enclosed: [] }, people.mediator).facts).toEqual({});
});

test('a reply tells whose it is: the manager’s are ours, unless they write down the other side’s', () => {
  const sideOf = (by: (typeof people)[keyof typeof people], side?: 'sender' | 'receiver') =>
    sent.decide('reply', side === undefined ? {} : { side }, by).facts;
  expect(sideOf(people.mediator)).toEqual({ side: 'sender' });
  expect(sideOf(people.inspection)).toEqual({ side: 'receiver' });
  expect(sideOf(people.manager)).toEqual({ side: 'sender' });
  expect(sideOf(people.manager, 'receiver')).toEqual({ side: 'receiver' });
});
