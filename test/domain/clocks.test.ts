/** When a case's clocks ring: a warning on the morning of its day, the lapse when the last day is over. */
import { type Clock, nextRing, ring } from '../../src/domain/case.ts';
import { dayAt } from '../../src/domain/day.ts';
import { aDispute, DisputeStory } from '../stories.ts';
import { day } from './tables.ts';

const { state } = aDispute().received();

function clock(
  given: Partial<Record<'warnOn' | 'dueOn' | 'recordedOn', string>> &
    Partial<Pick<Clock, 'rung' | 'id' | 'alarms'>>,
): Clock {
  const {
    warnOn = '2026-03-13',
    dueOn = '2026-03-17',
    recordedOn = '2026-03-02',
    rung = 'no',
    id = '1.0',
  } = given;
  return {
    ...{ id, rule: 'mediation.direct', about: null, provisional: false, rung },
    startedOn: day('2026-03-02'),
    ...{ warnOn: day(warnOn), dueOn: day(dueOn), recordedOn: day(recordedOn) },
    ...(given.alarms === undefined ? {} : { alarms: given.alarms }),
  };
}

const nextOf = (...clocks: Clock[]) => {
  const next = nextRing({ ...state, clocks });
  return (
    next && {
      id: next.clock.id,
      rung: next.rung,
      at: new Date(next.at + 8 * 3_600_000).toISOString().slice(0, 16),
    }
  );
};

test.each<[string, Clock, ReturnType<typeof nextOf>]>([
  [
    'warns at eight in the morning of its day',
    clock({}),
    { id: '1.0', rung: 'warned', at: '2026-03-13T08:00' },
  ],
  [
    'once warned, lapses when its last day is over',
    clock({ rung: 'warned' }),
    { id: '1.0', rung: 'lapsed', at: '2026-03-18T00:00' },
  ],
  ['once lapsed, is silent', clock({ rung: 'lapsed' }), null],
  [
    'of a period of mediation rings when a quarter of it is gone',
    clock({ alarms: [day('2026-03-05'), day('2026-03-09')] }),
    { id: '1.0', rung: 'alarmed', at: '2026-03-05T08:00' },
  ],
  [
    'that has warned is past its alarms',
    clock({ alarms: [day('2026-03-09')], rung: 'warned' }),
    { id: '1.0', rung: 'lapsed', at: '2026-03-18T00:00' },
  ],
  [
    'typed in after its last day rings for none of its alarms',
    clock({ alarms: [day('2026-03-09')], recordedOn: '2026-03-18' }),
    { id: '1.0', rung: 'lapsed', at: '2026-03-19T08:00' },
  ],
  [
    'typed in after its last day, rings the next morning and not at once',
    clock({ recordedOn: '2026-03-18' }),
    { id: '1.0', rung: 'lapsed', at: '2026-03-19T08:00' },
  ],
  [
    'typed in on its last day, still warns',
    clock({ recordedOn: '2026-03-17' }),
    { id: '1.0', rung: 'warned', at: '2026-03-13T08:00' },
  ],
  [
    'typed in months late on New Year’s Eve, rings on New Year’s morning',
    clock({ recordedOn: '2026-12-31' }),
    { id: '1.0', rung: 'lapsed', at: '2027-01-01T08:00' },
  ],
])('a clock %s', (_rule, one, next) => {
  expect(nextOf(one)).toEqual(next);
});

test('of many clocks the one that rings first is waited for, whatever their order', () => {
  const far = clock({ id: 'far', warnOn: '2026-04-01', dueOn: '2026-04-10' });
  const near = clock({ id: 'near', rung: 'warned', dueOn: '2026-03-20' });
  const done = clock({ id: 'done', rung: 'lapsed' });
  expect(nextOf(far, near, done)?.id).toBe('near');
  expect(nextOf(done, near, far)?.id).toBe('near');
  expect(nextOf()).toBeNull();
});

test('a clock warns once and lapses once', () => {
  let story = aDispute().received();
  const rung: string[] = [];
  for (let next = nextRing(story.state); next !== null; next = nextRing(story.state)) {
    rung.push(`${next.clock.rule} ${next.rung} ${dayAt(next.at)}`);
    story = story.happened(ring(next, next.at));
  }
  expect(rung).toEqual([
    'mediation.first-contact warned 2026-03-02',
    'mediation.first-contact lapsed 2026-03-04',
    'mediation.acceptance-decision warned 2026-03-04',
    'mediation.acceptance-decision lapsed 2026-03-06',
    'mediation.direct warned 2026-03-16',
    'mediation.direct lapsed 2026-03-18',
  ]);
});

test('a period of mediation rings at a quarter, at half, at three quarters, and when it is over', () => {
  const period = clock({ alarms: [day('2026-03-05'), day('2026-03-09')] });
  let story = new DisputeStory({ ...state, clocks: [period] }, day('2026-03-02'));
  const rung: string[] = [];
  for (let next = nextRing(story.state); next !== null; next = nextRing(story.state)) {
    rung.push(`${next.rung} ${dayAt(next.at)}`);
    story = story.happened(ring(next, next.at));
  }
  expect(rung).toEqual([
    'alarmed 2026-03-05',
    'alarmed 2026-03-09',
    'warned 2026-03-13',
    'lapsed 2026-03-18',
  ]);
  expect(story.state.clocks).toEqual([{ ...period, alarms: [], rung: 'lapsed' }]);
});

test('an alarm is no warning: the clock goes on as it was, with one alarm less', () => {
  const period = clock({ alarms: [day('2026-03-05'), day('2026-03-09')] });
  const story = new DisputeStory({ ...state, clocks: [period] }, day('2026-03-05'));
  const after = story.happened(ring(nextRing(story.state)!, Date.UTC(2026, 2, 5)));
  expect(after.state.clocks).toEqual([{ ...period, alarms: ['2026-03-09'] }]);
  expect(after.state.lastActOn).toBe('2026-03-02');
});

test('a ring is the case’s own act, on the day it rings in China', () => {
  const next = nextRing({ ...state, clocks: [clock({ rung: 'warned' })] })!;
  expect(ring(next, next.at)).toMatchObject({
    kind: 'clock-rang',
    on: '2026-03-18',
    by: 'system',
    facts: { clock: '1.0', rule: 'mediation.direct', rung: 'lapsed' },
  });
});
