/** What may be done about a body that does not answer, and from which day on: the clock of the hop says. */
import { addDays, type Day } from '../day.ts';
import { Refusal } from '../refusal.ts';
import type { ReferralAction, ReferralState } from './state.ts';

/** The first day on which silence may be met so; null: no clock runs, at once. */
function dayFor(state: ReferralState, action: ReferralAction): Day | null {
  const [clock] = [...state.clocks].sort((a, b) => a.dueOn.localeCompare(b.dueOn));
  if (clock === undefined) return null;
  // A period of a day warns as it begins: nobody is reminded on the day they were asked.
  const warned = [clock.warnOn, addDays(clock.startedOn, 1)].sort()[1]!;
  if (action === 'remind' || action === 'escalate') return warned;
  return action === 'give-up' ? addDays(clock.dueOn, 1) : null;
}

/** Reminding and escalating begin with the clock's warning, giving up the day after its last; null: not too early. */
export function tooEarly(state: ReferralState, action: ReferralAction, on: Day): Refusal | null {
  const from = dayFor(state, action);
  if (from === null || on >= from) return null;
  return new Refusal('referral/not-yet-late', { story: state.story, action, from });
}
