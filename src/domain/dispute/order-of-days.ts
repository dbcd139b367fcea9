/** Acts may be typed in late, but not in an order in which they cannot have happened. */
import type { Day } from '../day.ts';
import { Refusal } from '../refusal.ts';

/** What an act comes after, by the act's name. */
type Step = 'record-consent' | 'accept' | 'hold-session' | 'sign-agreement' | 'apply-lock-in' | 'last-act';

/** `earliest` null: the step's day is not on record. Refuses `day/before-step`. */
export function needAfter(on: Day, earliest: Day | null | undefined, step: Step): void {
  if (earliest && on < earliest) throw new Refusal('day/before-step', { step, on, earliest });
}
