/** What locks an agreement in: both sides' applications for review or confirmation, and the proof that the body mediated. */
import { writeAmount, writeStatedDay } from '../src/papers/blanks.ts';
import type { ConfirmationApplicationFacts } from '../src/papers/confirmation-application-facts.ts';
import type { AgreementFacts, Payment } from '../src/papers/facts.ts';
import type { JointApplicationFacts } from '../src/papers/joint-application-facts.ts';
import type { MediationProofFacts } from '../src/papers/mediation-proof-facts.ts';
import { CROWD } from '../src/papers/parties.ts';
import type { ReviewApplicationFacts } from '../src/papers/review-application-facts.ts';
import { Body } from '../src/persistence/city.entity.ts';
import { capacityWords, jointWords as words } from '../templates/zh-CN/paper-words.ts';
import { addressOf } from './address-facts.ts';
import type { InHand } from './issue-papers.ts';
import { mediatorsIn } from './notice-facts.ts';
import { type DrawnAgreement, nearestName, readAgreement } from './read-agreement.ts';
import { type CaseRead, causeIn, onRecord, readCase, said, say } from './read-dispute.ts';
import { representativesIn, signatoriesOf, wholeEmployer, wholeWorker } from './side-facts.ts';

export async function reviewApplicationFacts(inHand: InHand) {
  const read = await readCase(inHand);
  const kept = await readAgreement(read, 'review-application');
  const commission = doorOf(kept) || (await nearestName(read, 'hr'));
  const facts: ReviewApplicationFacts = { ...jointFacts(read, kept), commission };
  return { district: read.body.district, facts };
}

export async function confirmationApplicationFacts(inHand: InHand) {
  const read = await readCase(inHand);
  const kept = await readAgreement(read, 'confirmation-application');
  const near = await nearestName(read, 'court');
  const court = doorOf(kept) || near;
  const isInvited = read.state.channel === 'court-delegated';
  const facts: ConfirmationApplicationFacts = {
    ...jointFacts(read, kept),
    court,
    ground: isInvited ? 'invited' : court === near ? 'mediation-body' : 'party',
  };
  return { district: read.body.district, facts };
}

export async function mediationProofFacts(inHand: InHand) {
  const read = await readCase(inHand);
  const { state, dispute, members, respondents, body, mediator } = read;
  const kept = await readAgreement(read, 'mediation-proof');
  const { agreement, number, drawn } = kept;
  const held = state.sessions.flatMap(({ heldOn }) => heldOn ?? []);
  const facts: MediationProofFacts = {
    caseNumber: dispute.receiptNumber,
    cause: causeIn(read),
    workers: members.map(({ name, idNumber }) => ({ name, ...onRecord({ idNumber: said(idNumber) }) })),
    employers: respondents.map(({ name, creditCode }) => ({
      name,
      ...onRecord({ creditCode: said(creditCode) }),
    })),
    receivedOn: state.receivedOn,
    mediators: mediatorsIn(read),
    sessions: [...new Set(held)].sort(),
    agreementNumber: number,
    effectiveOn: agreement.effectiveOn ?? ('' as typeof state.receivedOn),
    ...onRecord({
      capacity: await capacityIn(read),
      acceptedOn: state.acceptedOn,
      place: drawn.place,
      to: doorOf(kept),
      contact: mediator === null ? null : { name: mediator },
    }),
  };
  return { district: body.district, facts };
}

/** Where the agreement says that both sides go; empty where it says that they go nowhere. */
const doorOf = ({ drawn: { lockIn } }: DrawnAgreement): string => (lockIn.door === 'none' ? '' : lockIn.at);

/** The law's own word for what the body is; without a court or commission that sent the case nothing is claimed. */
async function capacityIn({ em, body: { capacity } }: CaseRead): Promise<string | null> {
  if (capacity === null) return null;
  const sender = capacity.ofBody ? await em.findOne(Body, { id: capacity.ofBody }) : null;
  const sentence = capacityWords[capacity.kind];
  if (sender === null && sentence.includes('{body}')) return null;
  return say(sentence, { body: sender?.name ?? '' });
}

function jointFacts(read: CaseRead, { agreement, number, drawn }: DrawnAgreement): JointApplicationFacts {
  const { members, respondents } = read;
  const elected = representativesIn(read);
  const served = members.length >= CROWD && elected.length > 0 ? elected : members;
  return {
    cause: causeIn(read),
    workers: members.map(wholeWorker),
    employers: respondents.map(wholeEmployer),
    mediationBody: drawn.mediationBody,
    agreementNumber: number,
    effectiveOn: agreement.effectiveOn,
    terms: termsOf(drawn),
    service: [...served, ...respondents].map((party) => ({ party: party.name, ...addressOf(party) })),
    attachments: attachmentsFor(read, served.length + respondents.length),
    signatories: signatoriesOf(read),
  };
}

/** As many instalments as a sentence can hold. */
const MOST_TOLD = 6;

function termsOf({ payments, duties }: AgreementFacts): string[] {
  return [
    ...payments.map(termOf),
    ...duties.map(({ who, duty, dueOn }) =>
      say(words.duty, { who, day: writeStatedDay(dueOn), duty: duty.replace(/。$/, '') }),
    ),
  ];
}

function termOf({ payer, payee, item, amount, instalments }: Payment): string {
  const [only, ...more] = instalments;
  const sentence =
    instalments.length > MOST_TOLD ? words.manyParts : more.length > 0 ? words.parts : words.once;
  const days = instalments.map((one) =>
    say(words.part, { day: writeStatedDay(one.dueOn), amount: writeAmount(one.amount) }),
  );
  return say(sentence, {
    payer,
    payee,
    item,
    amount: writeAmount(amount),
    day: only ? writeStatedDay(only.dueOn) : '',
    count: instalments.length,
    days: days.join('，'),
  });
}

function attachmentsFor(read: CaseRead, served: number): JointApplicationFacts['attachments'] {
  const { members, respondents, state } = read;
  const agents = [...members, ...respondents].filter(({ agent }) => agent?.scope === 'special').length;
  const { agreement, identity, authority, election, proof, address } = words.attachments;
  return [
    { name: agreement, copies: 1 },
    { name: identity, copies: 1 },
    ...(agents > 0 ? [{ name: authority, copies: agents }] : []),
    ...(state.representatives.length > 0 ? [{ name: election, copies: 1 }] : []),
    { name: proof, copies: 1 },
    { name: address, copies: Math.min(served, 99) },
  ];
}
