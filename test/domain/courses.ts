/** Courses of a case picked out by numbers, and what holds of every case of every story. */
import fc from 'fast-check';
import {
  type CaseState,
  nextRing,
  type OwnDecision,
  paperDrawn,
  ring,
  type Task,
} from '../../src/domain/case.ts';
import { type Day, instantOf, isDay } from '../../src/domain/day.ts';
import { Refusal } from '../../src/domain/refusal.ts';

/** One step of a course: who does what, picked out of what is there by numbers; mostly what the table lets them. */
export type Step = {
  pick: number;
  detail: number;
  days: number;
  by: number;
  isWild: boolean;
  own: 'act' | 'ring' | 'draw';
};
export const step: fc.Arbitrary<Step> = fc.record({
  pick: fc.nat(1000),
  detail: fc.nat(1000),
  days: fc.constantFrom(0, 0, 0, 1, 3, 30),
  by: fc.nat(1000),
  isWild: fc.integer({ min: 1, max: 10 }).map((number) => number === 1),
  own: fc.constantFrom('act', 'act', 'act', 'act', 'ring', 'draw'),
});
export const course = fc.array(step, { minLength: 10, maxLength: 60 });

export const pickOf = <T>(from: readonly T[], number: number): T => from[number % from.length]!;

export function frozen<T>(value: T): T {
  if (value !== null && typeof value === 'object' && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) frozen(part);
  }
  return value;
}

export function ownAct(state: CaseState, { own }: Step, today: Day): OwnDecision | null {
  const next = own === 'ring' ? nextRing(state) : null;
  if (next !== null) return ring(next, Math.max(next.at, instantOf(today, 12)));
  const [paper] = own === 'draw' ? state.undrawn : [];
  return paper === undefined ? null : paperDrawn(paper, 'ef'.repeat(32), 1, instantOf(today, 12));
}

/** What holds of every case of every story. */
export function holdsOfAny(before: CaseState, after: CaseState, tasks: readonly Task[]): void {
  expect(after.seq).toBe(before.seq + 1);
  for (const { owner, dueOn, why } of tasks) {
    expect(owner).not.toBe('');
    expect(why).not.toBe('');
    expect(isDay(dueOn)).toBe(true);
  }
  expect(new Set(tasks.map(({ key }) => key)).size).toBe(tasks.length);
  expect(new Set(after.clocks.map(({ id }) => id)).size).toBe(after.clocks.length);
  const silent = after.clocks.every(({ rung }) => rung === 'lapsed');
  expect(nextRing(after) === null).toBe(silent);
}

/** Decides or gives null for a refusal; a plain error, as a change to what is frozen, fails the test. */
export function orRefused<T>(decide: () => T): T | null {
  try {
    return decide();
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
