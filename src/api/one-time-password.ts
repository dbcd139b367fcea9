/** A password to be told by phone or on a slip: used once, to choose one's own. */
import { randomInt } from 'node:crypto';

/** How long it opens the door. */
const DAYS = 7;
/** Without what is easily mistaken: 0 O 1 l I. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Four groups of four, 79 bits. */
export function newOneTimePassword(): string {
  const group = () => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}

export const oneTimeUntil = (now: Date): Date => new Date(now.getTime() + DAYS * 24 * 3_600_000);
