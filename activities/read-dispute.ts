/** A dispute as its papers need it. */
import type { ClaimHead } from '../src/domain/claim.ts';
import type { CaseId } from '../src/domain/ids.ts';
import { Claim, Dispute, Party } from '../src/persistence/dispute.entity.ts';
import type { Em } from '../src/persistence/orm.ts';
import { causes } from '../templates/zh-CN/paper-words.ts';

export async function readDispute(em: Em, id: CaseId) {
  const dispute = await em.findOneOrFail(Dispute, { id });
  const parties = await em.find(Party, { disputeId: id }, { orderBy: { no: 'asc' } });
  const claims = await em.find(Claim, { disputeId: id }, { orderBy: { no: 'asc' } });
  return {
    dispute,
    claims,
    workers: parties.filter(({ side }) => side === 'worker'),
    employers: parties.filter(({ side }) => side === 'employer'),
  };
}

/** A paper names its dispute by the first claim. */
export function causeOf(heads: readonly ClaimHead[]): string {
  return causes[heads[0] ?? 'other'];
}

/** An empty text is a blank without its fact: the paper refuses it by name. */
export function said(text: unknown): string {
  return typeof text === 'string' ? text.trim() : '';
}

export function paragraphs(text: unknown): string[] {
  return said(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
