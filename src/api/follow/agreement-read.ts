/** The agreement a party reads: the paper as it is drawn, its text, and where its signatures stand. */
import type { Agreement } from '../../domain/dispute/parts.ts';
import { Refusal } from '../../domain/refusal.ts';
import { agreementText, type TextBlock } from '../../papers/agreement-text.ts';
import type { AgreementFacts, PaperIssue } from '../../papers/facts.ts';
import type { Em } from '../../persistence/orm.ts';
import { Paper } from '../../persistence/paper.entity.ts';
import type { PageAsked } from '../public/page.ts';
import { isAtTable, maySign } from './acts.ts';
import { type PartyVisit, partyVisit } from './visit.ts';

export type ReadAgreement = {
  visit: PartyVisit;
  agreement: Agreement;
  paper: Paper;
  /** Null where the wording has changed since: then the file alone is what is signed. */
  blocks: TextBlock[] | null;
  /** The copy with the signatures given on a screen; null where there is none. */
  copy: Paper | null;
};

/** Refuses `agreement/not-drafted` where this party has none to read: before it is ready it is the mediator's. */
export async function readAgreement(asked: PageAsked): Promise<ReadAgreement> {
  const visit = await partyVisit(asked);
  const { agreement } = visit.state;
  const isOwn = agreement !== null && agreement.paper !== '' && isAtTable(visit);
  const isShown = isOwn && (maySign(visit) || agreement.effectiveOn !== null || isSignedBy(visit));
  if (!isShown) throw new Refusal('agreement/not-drafted');
  const em = asked.deps.orm.em.fork();
  const paper = await em.findOneOrFail(Paper, { id: agreement.paper });
  const { template, blocks } = agreementText(paper.facts as { facts: AgreementFacts; issue: PaperIssue });
  const isSame = paper.template === null || paper.template === template;
  return { visit, agreement, paper, blocks: isSame ? blocks : null, copy: await copyOf(em, visit) };
}

const isSignedBy = ({ state, party }: PartyVisit): boolean =>
  state.agreement?.onScreen?.some((one) => one.party === party) === true;

async function copyOf(em: Em, { caseId, state: { agreement } }: PartyVisit): Promise<Paper | null> {
  if (agreement?.effectiveOn == null) return null;
  const [copy] = await em.find(
    Paper,
    { caseId, kind: 'agreement', status: 'effective', id: { $ne: agreement.paper } },
    { orderBy: { seq: 'desc' }, limit: 1 },
  );
  return copy ?? null;
}
