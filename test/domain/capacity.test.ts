/** In what capacity a case may be taken. */

import {
  type CapacityKind,
  capacityKinds,
  type DatedCapacity,
  isInForce,
  kindsFor,
  needForChannel,
  needInForce,
} from '../../src/domain/dispute/capacity.ts';
import { type Channel, channels } from '../../src/domain/dispute/parts.ts';
import type { BodyId } from '../../src/domain/ids.ts';
import { sayRefusal } from '../../templates/zh-CN/say-refusal.ts';
import { refused } from '../law/refused.ts';
import { day, outcomeOf } from './tables.ts';

const court = 'court-411303' as BodyId;
const roster: DatedCapacity = {
  kind: 'court-roster',
  validFrom: day('2026-01-01'),
  validUntil: day('2026-12-31'),
  ofBody: court,
};
const capacity = (kind: CapacityKind, ofBody: BodyId | null = null) => ({ kind, ofBody });

describe('the channel asks for a capacity', () => {
  const only: Partial<Record<Channel, CapacityKind>> = {
    'court-delegated': 'court-roster',
    'court-entrusted': 'court-roster',
    'arbitration-entrusted': 'arbitration-entrusted',
  };
  const pairs = channels.flatMap((channel) => capacityKinds.map((kind) => [channel, kind] as const));
  test.each(pairs)('%s as %s', (channel, kind) => {
    const isFit = only[channel] === undefined || only[channel] === kind;
    expect(outcomeOf(() => needForChannel(channel, capacity(kind)))).toBe(
      isFit ? 'done' : 'capacity/not-for-channel',
    );
    expect(kindsFor(channel).includes(kind)).toBe(isFit);
  });

  test('a delegated case is not taken on another court’s roster', () => {
    const other = 'court-411302' as BodyId;
    expect(outcomeOf(() => needForChannel('court-delegated', roster, court))).toBe('done');
    expect(outcomeOf(() => needForChannel('court-delegated', roster, other))).toBe('capacity/not-of-sender');
    expect(outcomeOf(() => needForChannel('desk', roster, other))).toBe('done');
  });

  test('the refusal says in words what is asked and what was chosen', () => {
    const { code, facts } = refused(() => needForChannel('court-delegated', capacity('people-mediation')));
    const sentence = sayRefusal(code, facts);
    expect(sentence).toContain('法院特邀调解组织');
    expect(sentence).toContain('人民调解委员会');
    expect(sentence).not.toMatch(/[a-z]/);
  });
});

test.each([
  ['the day before it begins', '2025-12-31', false],
  ['its first day', '2026-01-01', true],
  ['its last day', '2026-12-31', true],
  ['the day after it has ended', '2027-01-01', false],
])('a capacity on %s', (_when, on, isHeld) => {
  expect(isInForce(roster, day(on))).toBe(isHeld);
  expect(outcomeOf(() => needInForce(roster, day(on)))).toBe(isHeld ? 'done' : 'capacity/not-in-force');
});

test('a capacity without an end holds for good, and before it began its refusal is still a sentence', () => {
  const endless = { ...roster, validUntil: null };
  expect(isInForce(endless, day('2199-12-31'))).toBe(true);
  const { code, facts } = refused(() => needInForce(endless, day('2025-12-31')));
  expect(sayRefusal(code, facts)).toContain('自 2026-01-01 至未定之日');
});
