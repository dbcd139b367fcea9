/** A dispute as its papers need it. */
import type { ClaimHead } from '../src/domain/claim.ts';
import type { CaseId } from '../src/domain/ids.ts';
import { Claim, Dispute, Party } from '../src/persistence/dispute.entity.ts';
import type { Em } from '../src/persistence/orm.ts';
import { causes } from '../templates/zh-CN/words.ts';

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
