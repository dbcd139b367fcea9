import { Refusal } from '../../src/domain/refusal.ts';

/** The refusal an act ends in; fails where it does not. */
export function refused(act: () => unknown): Refusal {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}
