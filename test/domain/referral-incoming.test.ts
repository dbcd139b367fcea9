/** What another body hands over to us: the same envelope the other way round. */
import type { CaseId } from '../../src/domain/ids.ts';
import { decideReferral } from '../../src/domain/referral/decide.ts';
import { hopOf, hopRules, ruleOf } from '../../src/domain/referral/rules.ts';
import type { IncomingChannel, ReportOutcome } from '../../src/domain/referral/state.ts';
import { newReferral, reportOutcomes } from '../../src/domain/referral/state.ts';
import { referralHats } from '../../src/domain/referral/table.ts';
import { referralTasks } from '../../src/domain/referral/tasks.ts';
import { readSnapshot } from '../../src/domain/story.ts';
import { isRuleId } from '../../src/law/deadline.ts';
import { aReferral, people, type ReferralStory } from '../stories.ts';
import { outcomeOf } from './tables.ts';

const child = 'dispute-9' as CaseId;
const opened = (channel: IncomingChannel, procedure: 'ordinary' | 'summary' | null = null) =>
  aReferral({
    ...{ parent: null, openedBy: people.court.account, owner: people.mediator.account, channel, procedure },
    ...{ fromBody: people.court.body!, toBody: people.clerk.body!, toKind: 'union' },
  });
const arrived = (...given: Parameters<typeof opened>) => opened(...given).act('open', {}, people.court);
const delegated = arrived('court-delegated');
const signed = delegated.on('2026-03-07').act('receive', {}, people.clerk);
const accepted = signed.on('2026-03-08').act('accept', { child }, people.mediator);
const heard = (isEnded: boolean, outcome: ReportOutcome | null = isEnded ? 'agreed' : null) => ({
  ...{ mediator: people.clerk.account, isEnded, outcome },
});
const clocks = ({ state }: ReferralStory) =>
  state.clocks.map(({ rule, startedOn }) => `${rule} ${startedOn}`);
const tasks = ({ state }: ReferralStory) =>
  referralTasks(state).map(({ why, owner, dueOn }) => `${why} ${owner} ${dueOn}`);

test('it is with us as it comes: no letter of ours is drawn', () => {
  expect(delegated.state).toMatchObject({ state: 'sent', undrawn: [], channel: 'court-delegated' });
  expect(opened('transferred').decide('open', {}, people.court)).toMatchObject({
    ...{ kind: 'referral-arrived', facts: { channel: 'transferred' }, papers: [] },
  });
});

test('a delegation is accepted within days of its notice; signing for it does not move that day', () => {
  expect(clocks(delegated)).toEqual(['mediation.court-delegated.accept 2026-03-06']);
  expect(clocks(signed)).toEqual(['mediation.court-delegated.accept 2026-03-06']);
  const acceptance = (on: string) => signed.on(on).decide('accept', { child }, people.mediator).ends;
  expect(acceptance('2026-03-09')).toMatchObject([{ outcome: 'met' }]);
  expect(acceptance('2026-03-10')).toMatchObject([{ outcome: 'late' }]);
});

test.each<[IncomingChannel, 'ordinary' | 'summary' | null, string]>([
  ['court-delegated', null, 'mediation.court-delegated'],
  ['court-entrusted', 'ordinary', 'mediation.court-entrusted.ordinary'],
  ['court-entrusted', 'summary', 'mediation.court-entrusted.summary'],
  ['arbitration-entrusted', null, 'mediation.arbitration-entrusted'],
  ['transferred', null, 'referral.report'],
])('%s (%s) is reported back by its own period, from signing for it', (channel, procedure, rule) => {
  const story = arrived(channel, procedure)
    .on('2026-03-07')
    .act('receive', {}, people.clerk)
    .on('2026-03-09')
    .act('accept', { child }, people.mediator);
  expect(clocks(story)).toEqual([`${rule} 2026-03-07`]);
  const reported = story
    .act('hear-child', heard(true), people.system)
    .act('report', { outcome: 'agreed' }, people.manager);
  expect(reported.state).toMatchObject({ state: 'reported', outcome: 'agreed', clocks: [] });
});

test('every rule that times a hop is a rule of law, and tells its hop', () => {
  expect(hopRules.filter((rule) => !isRuleId(rule))).toEqual([]);
  expect(hopRules.filter((rule) => hopOf(rule) === null)).toEqual([]);
  expect(hopOf('mediation.direct')).toBeNull();
  expect(ruleOf({ channel: null, procedure: null } as never, 'receive')).toBe('referral.receive');
});

test('our desk is the receiver, the other body’s officer the sender, and nobody is both', () => {
  const hats = (by: (typeof people)[keyof typeof people]) => [...referralHats(delegated.state, by)].sort();
  expect(hats(people.clerk)).toEqual(['intake-clerk', 'receiver']);
  expect(hats(people.mediator)).toEqual(['mediator', 'receiver']);
  expect(hats(people.court)).toEqual(['liaison', 'owner']);
  expect(hats(people.inspection)).toEqual(['liaison']);
  const acts: [string, keyof typeof people][] = [
    ['receive', 'court'],
    ['receive', 'inspection'],
    ['recall', 'mediator'],
    ['close', 'mediator'],
  ];
  for (const [action, who] of acts)
    expect([action, who, outcomeOf(() => delegated.decide(action as 'receive', {}, people[who]))]).toEqual([
      ...[action, who, action === 'close' ? 'case/not-in-this-state' : 'case/not-yours-to-do'],
    ]);
});

test('every step has an owner and a day: ours to answer and to report, theirs to close', () => {
  expect(tasks(delegated)).toEqual(['answer-referral mediator 2026-03-09']);
  expect(tasks(signed)).toEqual(['answer-referral mediator 2026-03-09']);
  expect(tasks(accepted)).toEqual(['report-referral mediator 2026-04-06']);
  const over = accepted.act('hear-child', heard(true, 'refused'), people.system);
  expect(tasks(over.act('report', { outcome: 'refused' }, people.clerk))).toEqual([
    'close-referral court 2026-03-11',
  ]);
  const asked = signed.act('ask-materials', {}, people.clerk);
  expect(tasks(asked)).toContain('send-materials court 2026-03-10');
  const pressed = delegated
    .on('2026-03-10')
    .act('escalate', { manager: people.manager.account }, people.court);
  expect(tasks(pressed)).toEqual(['answer-referral manager 2026-03-09']);
});

test('its dispute tells it who has the case, and that it is over: the report is then due within three days', () => {
  const working = accepted.act('hear-child', heard(false), people.system);
  expect(working.state).toMatchObject({ state: 'working', owner: people.clerk.account, childEnd: null });
  expect(tasks(working)).toEqual(['report-referral clerk 2026-04-06']);
  const ended = working.on('2026-03-20').act('hear-child', heard(true), people.system);
  expect(ended.state.childEnd).toEqual({ on: '2026-03-20', outcome: 'agreed' });
  expect(tasks(ended)).toEqual(['report-referral clerk 2026-03-23']);
  expect(
    ended.act('report', { outcome: 'agreed' }, people.clerk).act('close', {}, people.court).state.state,
  ).toBe('closed');
});

test('a snapshot of an older version is one of ours, to a body of a kind not written down', () => {
  const {
    toKind,
    channel,
    procedure,
    child: none,
    childEnd,
    materialsBy,
    ...older
  } = newReferral({
    ...aReferral().state,
    parent: null,
  });
  expect([toKind, channel, procedure, none, childEnd, materialsBy]).toEqual([
    null,
    null,
    null,
    null,
    null,
    null,
  ]);
  const read = readSnapshot(older as never) as ReferralStory['state'];
  expect(read).toMatchObject({ toKind: null, channel: null, materialsBy: null, child: null });
});

describe('what is reported is what became of its dispute', () => {
  const report = (story: ReferralStory, outcome: ReportOutcome) =>
    outcomeOf(() => story.decide('report', { outcome }, people.clerk));
  const taken = (own: ReportOutcome | null) => {
    const over = accepted.act('hear-child', heard(true, own), people.system);
    const answers = reportOutcomes.map((outcome) => [outcome, report(over, outcome)] as const);
    const ours = answers.filter(([, answer]) => answer !== 'referral/outcome-not-of-body');
    expect(new Set(ours.map(([, answer]) => answer))).toEqual(
      new Set(['done', 'referral/outcome-not-of-child']),
    );
    return ours.flatMap(([outcome, answer]) => (answer === 'done' ? [outcome] : [])).sort();
  };

  test('nothing is reported while it is open', () => {
    for (const story of [accepted, accepted.act('hear-child', heard(false), people.system)])
      for (const outcome of ['agreed', 'refused', 'other'] as const)
        expect(report(story, outcome)).toBe('referral/child-open');
  });

  test.each<[ReportOutcome | null, ReportOutcome[]]>([
    ['agreed', ['agreed', 'other', 'settled']],
    ['settled-and-withdrawn', ['other', 'settled', 'settled-and-withdrawn']],
    ['too-far-apart', ['other', 'too-far-apart']],
    ['refused', ['other', 'refused']],
    ['unreachable', ['other', 'unreachable']],
    ['time-over', ['other', 'time-over']],
    ['would-not-sign', ['other', 'would-not-sign']],
    ['other', ['other']],
  ])('a dispute that ended %s is reported as %j', (own, may) => {
    expect(taken(own)).toEqual(may);
  });

  test('one that was withdrawn did not end in an agreement; the rest is the mediator’s to say', () => {
    expect(taken(null)).not.toContain('agreed');
    expect(taken(null)).toContain('settled-and-withdrawn');
  });

  test('one accepted by an older version is reported as before, so that its history replays', () => {
    const { isChildAwaited, ...older } = accepted.state;
    expect(isChildAwaited).toBe(true);
    const read = readSnapshot(older as never) as ReferralStory['state'];
    const order = { id: 'older' as never, on: '2026-03-10' as never, by: people.mediator };
    const said = decideReferral(read, { kind: 'report', order, asked: { outcome: 'agreed' } }, order.on);
    expect(said.kind).toBe('referral-reported');
  });
});
