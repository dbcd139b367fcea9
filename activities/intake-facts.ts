/** What stands at the beginning: an application 调解申请书, and the record 简易登记 of what began and ended on one day. */
import type { FactsOf } from '../src/domain/dispute/decisions.ts';
import type { Channel } from '../src/domain/dispute/parts.ts';
import type { ApplicationFacts } from '../src/papers/application-facts.ts';
import { writeDay } from '../src/papers/blanks.ts';
import type { SameDayRecordFacts } from '../src/papers/same-day-record-facts.ts';
import type { Claim } from '../src/persistence/dispute.entity.ts';
import { Evidence } from '../src/persistence/evidence.entity.ts';
import { claimWords } from '../templates/zh-CN/claim-words.ts';
import { applicationWords, claimLineWords as words } from '../templates/zh-CN/paper-words.ts';
import { codeWords } from '../templates/zh-CN/words.ts';
import type { InHand } from './issue-papers.ts';
import { type CaseRead, nameOf, onRecord, paragraphs, readCase, said, say } from './read-dispute.ts';
import { knownEmployer, knownWorker, representativesIn } from './side-facts.ts';

/** Taken down by the centre as the applicant spoke. */
const spoken: ReadonlySet<Channel> = new Set<Channel>(['oral', 'phone', 'hotline-12351']);

export async function applicationFacts(inHand: InHand) {
  const read = await readCase(inHand);
  const { em, state, dispute, claims, members, employers, body, mediator } = read;
  const isOral = spoken.has(state.channel);
  const recorder = isOral ? ((await nameOf(em, state.openedBy)) ?? mediator) : null;
  const facts: ApplicationFacts = {
    to: body.name,
    applicant: state.applicant,
    workers: members.map(knownWorker),
    employers: employers.map(knownEmployer),
    appliedOn: state.receivedOn,
    isOral,
    ...onRecord({ recorder }),
    place: dispute.place,
    since: dispute.since,
    claims: claims.map((claim) => ({
      name: nameOfClaim(claim, read),
      amount: claim.amount,
      basis: basisOf(claim),
    })),
    facts: paragraphs(dispute.facts),
    ...onRecord({
      evidence: await evidenceIn(read),
      headcount: members.length > 1 ? members.length : null,
      representatives: representativesIn(read).map(({ name }) => name),
      elsewhere: elsewhereIn(read),
      service: serviceIn(read),
    }),
  };
  return { district: body.district, facts };
}

export async function sameDayRecordFacts(inHand: InHand) {
  const read = await readCase(inHand);
  const { em, state, dispute, claims, workers, employers, body, event, texts } = read;
  const { amount, satisfaction } = event.facts as FactsOf<'dispute-settled-same-day'>;
  const mediator = (await nameOf(em, event.by)) ?? (await nameOf(em, state.openedBy)) ?? body.name;
  const facts: SameDayRecordFacts = {
    caseNumber: dispute.receiptNumber,
    workers: workers.map(({ name, phone }) => ({ name, ...onRecord({ phone }) })),
    employers: employers.map(({ name, phone }) => ({ name, ...onRecord({ phone }) })),
    headcount: workers.length,
    place: dispute.place,
    since: dispute.since,
    claims: claims.map((claim) => ({
      name: nameOfClaim(claim, read),
      amount: claim.amount,
      basis: basisOf(claim),
    })),
    channel: codeWords[state.channel],
    isConsentGiven: true,
    receivedOn: state.receivedOn,
    settledOn: event.on,
    facts: dispute.facts,
    agreed: said(texts.terms),
    paid: amount,
    satisfaction,
    mediators: [mediator],
  };
  return { district: body.district, facts };
}

/** In a group a line says whose it is. */
function nameOfClaim({ head, party }: Claim, { workers }: CaseRead): string {
  const whose = workers.length > 1 && workers.find(({ id }) => id === party);
  return whose ? say(words.ofParty, { head: claimWords[head], name: whose.name }) : claimWords[head];
}

function basisOf({ basis, fromDay, untilDay }: Claim): string {
  if (!fromDay) return basis;
  const from = writeDay(fromDay);
  return untilDay
    ? say(words.period, { basis, from, until: writeDay(untilDay) })
    : say(words.since, { basis, from });
}

/** Files first, then what the applicant listed. */
async function evidenceIn({ em, state, dispute }: CaseRead): Promise<ApplicationFacts['evidence']> {
  const files = await em.find(Evidence, { caseId: state.id, status: 'kept' }, { orderBy: { no: 'asc' } });
  return [
    ...files.map(({ name, note }) => ({
      name,
      form: applicationWords.electronic,
      ...onRecord({ proves: said(note) }),
    })),
    ...paragraphs(dispute.elements.evidence?.list).map((name) => ({ name })),
  ];
}

/** Only what the applicant answered: what nobody asked is not said to be so. */
function elsewhereIn({ dispute }: CaseRead): ApplicationFacts['elsewhere'] {
  const { hasArbitrated, hasSued, hasComplained, ...told } = dispute.elements.earlier ?? {};
  const arbitratedOn = said(told.arbitratedOn);
  const begun = [said(told.request), said(told.document), said(told.outcome)].filter((text) => text !== '');
  const arbitration =
    arbitratedOn === ''
      ? begun
      : [
          say(applicationWords.on, {
            day: writeDay(arbitratedOn as typeof dispute.since),
            what: begun[0] ?? '',
          }),
          ...begun.slice(1),
        ];
  return [
    { kind: 'arbitration' as const, isBegun: hasArbitrated, detail: arbitration.join('；') },
    { kind: 'suit' as const, isBegun: hasSued, detail: said(told.suit) },
    { kind: 'complaint' as const, isBegun: hasComplained, detail: said(told.complaint) },
  ].flatMap(({ kind, isBegun, detail }) =>
    typeof isBegun === 'boolean' ? [{ kind, isBegun, ...onRecord({ detail }) }] : [],
  );
}

/** Stands on the application where all of it is known; else it has a slip of its own. */
function serviceIn({ dispute, members }: CaseRead): ApplicationFacts['service'] {
  const { address, recipient, phone, isElectronic, way } = dispute.elements.service ?? {};
  const [first] = members;
  const service = {
    address: said(address),
    receiver: said(recipient) || (first?.name ?? ''),
    phone: said(phone) || said(first?.phone),
  };
  if (Object.values(service).includes('')) return undefined;
  return { ...service, ...(isElectronic === true ? onRecord({ electronic: said(way) }) : {}) };
}
