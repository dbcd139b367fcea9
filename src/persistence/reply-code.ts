/** The code on a letter, by which a body without an account answers: 16 letters of which the database keeps a hash. */
import { createHash, randomInt } from 'node:crypto';
import type { BodyId, CaseId } from '../domain/ids.ts';
import { Account } from './account.entity.ts';
import type { Em } from './orm.ts';
import { Referral } from './referral.entity.ts';

/** Without 0 O 1 I L, which people mistake for each other. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const LENGTH = 16;
const CODE = new RegExp(`^[${LETTERS}]{${LENGTH}}$`);

const hashOf = (code: string) => createHash('sha256').update(`reply\0${code}`).digest('hex');

/**
 * In the caller's transaction: a code for the letter that is being issued; the one before opens nothing from here on.
 * Null where the body has someone who signs in.
 */
export async function giveReplyCode(em: Em, id: CaseId, toBody: BodyId): Promise<string | null> {
  const officers = {
    body: toBody,
    isActive: true,
    kind: 'person',
    roles: { $overlap: ['liaison'] },
  } as const;
  const isAnswered = (await em.count(Account, officers)) > 0;
  const code = isAnswered
    ? null
    : Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  await em.nativeUpdate(Referral, { id }, { replyCodeHash: code === null ? null : hashOf(code) });
  return code;
}

/** The referral whose latest letter bears the code; null: none does. */
export async function referralOfCode(em: Em, given: string): Promise<Referral | null> {
  const code = given.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '');
  return CODE.test(code) ? em.findOne(Referral, { replyCodeHash: hashOf(code) }) : null;
}
