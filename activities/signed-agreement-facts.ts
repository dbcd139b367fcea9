/** The agreement as it was read, with the signatures given on a screen: nothing else of it changes. */
import { parseDay, wallClock } from '../src/domain/day.ts';
import type { ScreenSignature } from '../src/domain/dispute/parts.ts';
import { writeDay } from '../src/papers/blanks.ts';
import type { PaperIssue, Signatory } from '../src/papers/facts.ts';
import { Paper } from '../src/persistence/paper.entity.ts';
import type { InHand } from './issue-papers.ts';
import { readAgreement } from './read-agreement.ts';
import { happened, readCourse } from './read-course.ts';
import { type CaseRead, readCase, said } from './read-dispute.ts';

export async function signedAgreementFacts(inHand: InHand) {
  const read = await readCase(inHand);
  const { agreement, drawn } = await readAgreement(read, 'agreement');
  const { facts: frozen } = await read.em.findOneOrFail(Paper, { id: agreement.paper });
  const { number, issuedOn } = (frozen as { issue: PaperIssue }).issue;
  const signed = await signedOn(read, agreement.onScreen ?? []);
  const signatories = drawn.signatories.map((one) => {
    const at = signed.findIndex(({ side, party }) => side === one.side && party === one.party);
    return at < 0 ? one : signed.splice(at, 1)[0]!;
  });
  // Those of a crowd for whom a representative was to sign.
  const facts = { ...drawn, signatories: [...signatories, ...signed] };
  return { district: read.body.district, facts, copyOf: { number, issuedOn } };
}

async function signedOn(read: CaseRead, given: readonly ScreenSignature[]): Promise<Signatory[]> {
  const course = happened(await readCourse(read.em, read.state.id), 'agreement-signed-on-screen');
  const parties = [...read.workers, ...read.employers];
  return given.flatMap(({ party: id, authority, evidence, sha256, read: text, at }) => {
    const party = parties.find((one) => one.id === id);
    if (party === undefined) return [];
    const { texts } = course.find(({ facts }) => facts.evidence === evidence) ?? {};
    const onScreen = { picture: evidence, at: clockOf(at), sha256, read: text };
    const signer = said(texts?.signer) || party.name;
    return [{ side: party.side, party: party.name, signer, authority: onPaper[authority], onScreen }];
  });
}

const onPaper = {
  self: 'self',
  'legal-representative': 'legal-representative',
  'agent-with-special-authority': 'agent',
  representative: 'representative',
} as const satisfies Record<ScreenSignature['authority'], Signatory['authority']>;

function clockOf(at: string): string {
  const [day = '', time = ''] = wallClock(Date.parse(at)).split(' ');
  return `${writeDay(parseDay(day))} ${time}`;
}
