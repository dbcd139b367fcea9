/** Keyed hashes by which a number is found without being readable: one for each index key, the newest for writing. */
import { createHmac } from 'node:crypto';
import type { KeyRing } from './key-ring.ts';

export const blindKinds = ['id-number', 'phone'] as const;
export type BlindKind = (typeof blindKinds)[number];

function blind(key: KeyRing['indexes'][number], kind: BlindKind, number: string): string {
  const hash = createHmac('sha256', key.bytes).update(`${kind}\0${number}`).digest('base64url');
  return `${key.id}:${hash.slice(0, 27)}`;
}

/** Full and half width, spaces and dashes make no other number; null where nothing is left. */
export function plainNumber(kind: BlindKind, given: string | null | undefined): string | null {
  const text = (given ?? '').normalize('NFKC').toUpperCase();
  const kept = text.replace(kind === 'phone' ? /[^0-9]/g : /[^0-9X]/g, '');
  return kept === '' ? null : kept;
}

/** As it is written into a row. */
export function blindOf(ring: KeyRing, kind: BlindKind, given: string | null | undefined): string | null {
  const number = plainNumber(kind, given);
  return number === null ? null : blind(ring.indexes.at(-1)!, kind, number);
}

/** All the forms in which rows may hold it while a rotation goes on. */
export function blindsOf(
  ring: KeyRing,
  kind: BlindKind,
  given: readonly (string | null | undefined)[],
): string[] {
  return given.flatMap((one) => {
    const number = plainNumber(kind, one);
    return number === null ? [] : ring.indexes.map((key) => blind(key, kind, number));
  });
}
