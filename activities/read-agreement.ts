/** The agreement as it was drawn: what follows from it says the same. */
import type { PaperKindName } from '../src/domain/case.ts';
import type { Agreement } from '../src/domain/dispute/parts.ts';
import { Refusal } from '../src/domain/refusal.ts';
import type { AgreementFacts } from '../src/papers/facts.ts';
import { nearestBodies } from '../src/persistence/city.listing.ts';
import { Paper } from '../src/persistence/paper.entity.ts';
import type { CaseRead } from './read-dispute.ts';

export type DrawnAgreement = { agreement: Agreement; number: string; drawn: AgreementFacts };

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Refuses `paper/not-yet` where the record holds no agreement that was drawn here. */
export async function readAgreement(
  { em, state: { agreement } }: CaseRead,
  paper: PaperKindName,
): Promise<DrawnAgreement> {
  const row = ID.test(agreement?.paper ?? '') ? await em.findOne(Paper, { id: agreement!.paper }) : null;
  if (agreement === null || row === null)
    throw new Refusal('paper/not-yet', { paper, waitsFor: 'agreement-drafted' });
  const { facts } = row.facts as { facts: AgreementFacts };
  return { agreement, number: row.number, drawn: facts };
}

/** The court or HR office nearest to the mediation body; empty where the city has none. */
export async function nearestName({ em, body }: CaseRead, kind: 'court' | 'hr'): Promise<string> {
  const [near] = await nearestBodies(em, body.district, [kind]);
  return near?.name ?? '';
}
