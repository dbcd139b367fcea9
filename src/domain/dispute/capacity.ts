/** In what capacity 身份 a mediation centre takes a case: which channels need which. */
import type { Day } from '../day.ts';
import type { BodyId } from '../ids.ts';
import { Refusal } from '../refusal.ts';
import type { Channel } from './parts.ts';

/** 人民调解委员会, 特邀调解组织 on a court's roster, entrusted by an arbitration commission, 企业调委会. */
export const capacityKinds = [
  'people-mediation',
  'court-roster',
  'arbitration-entrusted',
  'enterprise-committee',
] as const;
export type CapacityKind = (typeof capacityKinds)[number];

/** A capacity a centre holds; both days belong to it, `validUntil` null while no end is set. */
export type DatedCapacity = {
  kind: CapacityKind;
  validFrom: Day;
  validUntil: Day | null;
  /** The court whose roster it is, the arbitration commission that entrusts. */
  ofBody: BodyId | null;
};

/** Who sends a case of these channels asks for this capacity; every other channel takes any. */
const neededBy: Partial<Record<Channel, CapacityKind>> = {
  'court-delegated': 'court-roster',
  'court-entrusted': 'court-roster',
  'arbitration-entrusted': 'arbitration-entrusted',
};

/** The kinds of capacity in which a case of this channel may be taken. */
export function kindsFor(channel: Channel): readonly CapacityKind[] {
  const needed = neededBy[channel];
  return needed === undefined ? capacityKinds : [needed];
}

type Dated = Pick<DatedCapacity, 'validFrom' | 'validUntil'>;

export function isInForce({ validFrom, validUntil }: Dated, on: Day): boolean {
  return validFrom <= on && (validUntil === null || on <= validUntil);
}

/** Refuses `capacity/not-in-force` on a day outside the capacity's own. */
export function needInForce(capacity: Dated & Pick<DatedCapacity, 'kind'>, on: Day): void {
  const { kind, validFrom, validUntil } = capacity;
  if (!isInForce(capacity, on))
    throw new Refusal('capacity/not-in-force', {
      kind,
      on,
      from: validFrom,
      until: validUntil ?? 'open-ended',
    });
}

/**
 * Refuses `capacity/not-for-channel`, and `capacity/not-of-sender` where another court or commission sends the case than
 * the one the capacity comes from; `sender` is null where it is not known.
 */
export function needForChannel(
  channel: Channel,
  { kind, ofBody }: Pick<DatedCapacity, 'kind' | 'ofBody'>,
  sender: BodyId | null = null,
): void {
  const needed = neededBy[channel];
  if (needed === undefined) return;
  if (kind !== needed) throw new Refusal('capacity/not-for-channel', { channel, kind, needed });
  if (sender !== null && ofBody !== null && sender !== ofBody)
    throw new Refusal('capacity/not-of-sender', { kind, sender, of: ofBody });
}
