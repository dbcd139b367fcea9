import type { CaseId } from '../../domain/ids.ts';
import { Refusal } from '../../domain/refusal.ts';
import { type DisputeDetail, readDispute } from '../../persistence/dispute.listing.ts';
import type { ApiDeps } from '../app.ts';
import { maySeeDispute } from '../policies.ts';
import type { SignedIn } from '../sign-in.ts';

/** A dispute the asker may see. Absent and not yours look alike: `case/not-found`. */
export async function visibleDispute(deps: ApiDeps, me: SignedIn, id: CaseId): Promise<DisputeDetail> {
  const dispute = await readDispute(deps.orm.em.fork(), id);
  if (dispute === null || !maySeeDispute(me, dispute.snapshot)) throw new Refusal('case/not-found');
  return dispute;
}
