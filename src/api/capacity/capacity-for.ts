/** The capacity a case is accepted in: the one that was chosen, or the only one there is for its channel. */
import type { Day } from '../../domain/day.ts';
import { isInForce, kindsFor } from '../../domain/dispute/capacity.ts';
import type { CapacityHeld } from '../../domain/dispute/parts.ts';
import { Refusal } from '../../domain/refusal.ts';
import { capacityOn, listCapacities } from '../../persistence/capacity.repository.ts';
import type { At } from '../dispute/act.ts';
import { dayOf } from '../order-command.ts';

export async function capacityFor(
  { deps, dispute: { snapshot } }: At,
  chosen: string | undefined,
  on: Day | undefined,
): Promise<{ capacity?: CapacityHeld }> {
  const em = deps.orm.em.fork();
  const day = dayOf(deps, on);
  const ofCentre = await listCapacities(em, snapshot.district);
  if (chosen !== undefined) {
    // Another district's centre has its own papers and seal.
    if (!ofCentre.some(({ id }) => id === chosen))
      throw new Refusal('capacity/unknown', { capacity: chosen });
    return { capacity: heldOf(await capacityOn(em, chosen, day)) };
  }
  const kinds = kindsFor(snapshot.channel);
  const held = ofCentre.filter((one) => one.isOpen && kinds.includes(one.kind) && isInForce(one, day));
  // Whoever comes of their own accord comes to people's mediation; other capacities are for who sends the case.
  const usual = kinds.length > 1 ? held.filter(({ kind }) => kind === 'people-mediation') : held;
  const [only] = usual;
  return usual.length === 1 && only !== undefined ? { capacity: heldOf(only) } : {};
}

const heldOf = ({ id, kind, isSignOffRequired }: CapacityHeld): CapacityHeld => ({
  id,
  kind,
  isSignOffRequired,
});
