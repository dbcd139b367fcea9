/** When a case's clocks ring: a warning on the morning of its day, the lapse when the last day is over. */
import { type Clock, nextRing, ring } from '../../src/domain/case.ts';
import { dayAt } from '../../src/domain/day.ts';
import { aDispute } from '../stories.ts';
import { day } from './tables.ts';

const { state } = aDispute().received();

function clock(
  given: Partial<Record<'warnOn' | 'dueOn' | 'recordedOn', string>> & Partial<Pick<Clock, 'rung' | 'id'>>,
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
    'mediation.acceptance-decision warned 2026-03-04',
    'mediation.acceptance-decision lapsed 2026-03-06',
    'mediation.direct warned 2026-03-16',
    'mediation.direct lapsed 2026-03-18',
  ]);
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
