/** Slips that a party signs for itself: where its papers reach it 送达地址确认书, who acts for it 授权委托书, 推选代表人书. */
import type { PartyId } from '../src/domain/ids.ts';
import type { AuthorityLetterFacts } from '../src/papers/authority-letter-facts.ts';
import type { ServiceAddressFacts } from '../src/papers/service-address-facts.ts';
import type { Party } from '../src/persistence/dispute.entity.ts';
import { powerWords } from '../templates/zh-CN/paper-words.ts';
import type { InHand } from './issue-papers.ts';
import { happened, readCourse } from './read-course.ts';
import { type CaseRead, causeIn, onRecord, readCase, said } from './read-dispute.ts';
import {
  employersInBrief,
  knownEmployer,
  knownWorker,
  partiesOf,
  representativesIn,
  signatoryOf,
  workersInBrief,
} from './side-facts.ts';

/** `about`: the party's id. */
export async function serviceAddressFacts(inHand: InHand, about?: string) {
  const read = await readCase(inHand);
  const { dispute, state, members, employers, body } = read;
  const party = partyOf(read, about);
  // What intake asks of service is the applicant's own.
  const [applicant] = state.applicant === 'worker' ? members : employers;
  const asked = party.id === applicant?.id ? (dispute.elements.service ?? {}) : {};
  const reached = addressOf(party);
  const { side, name } = party;
  const facts: ServiceAddressFacts = {
    to: body.name,
    cause: causeIn(read),
    caseNumber: dispute.receiptNumber,
    party: {
      side,
      name,
      ...onRecord({ idNumber: said(party.idNumber), creditCode: said(party.creditCode) }),
    },
    otherSide: otherSideOf(read, party),
    address: said(party.details.serviceAddress) || said(asked.address) || reached.address,
    recipient: said(party.details.recipient) || said(asked.recipient) || reached.recipient,
    phone: said(asked.phone) || reached.phone,
    ...onRecord({
      electronic: electronicOf(
        party.details.isElectronicService ?? asked.isElectronic,
        said(party.details.electronicWay) || said(asked.way),
      ),
    }),
    signatory: signerOf(party),
  };
  return { district: body.district, facts };
}

/** `about`: whose agent; without it the election of the group's representatives. */
export async function authorityLetterFacts(inHand: InHand, about?: string) {
  const read = await readCase(inHand);
  const { em, state, body, members, respondents } = read;
  const course = await readCourse(em, state.id);
  const letter = { to: body.name, cause: causeIn(read) };
  if (!about) {
    const elected = happened(course, 'representatives-appointed').at(-1);
    const facts: AuthorityLetterFacts = {
      ...letter,
      form: 'election',
      otherSide: employersInBrief(respondents),
      powers: powerWords.election,
      ...onRecord({ from: elected?.on }),
      members: members.map(identified),
      representatives: representativesIn(read).map((party) => ({
        ...identified(party),
        phone: said(party.phone),
      })),
    };
    return { district: body.district, facts };
  }
  const party = partyOf(read, about);
  const { side, agent } = party;
  const scope = agent?.scope ?? state.agents[party.id] ?? 'general';
  const appointed = happened(course, 'agent-appointed').filter(({ facts }) => facts.party === party.id);
  const { agent: _, ...principal } = side === 'worker' ? knownWorker(party) : knownEmployer(party);
  const facts: AuthorityLetterFacts = {
    ...letter,
    form: 'agent',
    otherSide: otherSideOf(read, party),
    powers: scope === 'special' ? powerWords.special : [],
    ...onRecord({ from: appointed.at(-1)?.on }),
    principal: { side, ...principal },
    agent: { name: said(agent?.name), occupation: said(agent?.occupation), phone: said(agent?.phone) },
    authority: scope,
  };
  return { district: body.district, facts };
}

/** Where papers reach a party: its address for service, else the one it lives at. */
export function addressOf({ name, side, details, address, phone, representative }: Party) {
  return {
    recipient: said(details.recipient) || (side === 'employer' && said(representative)) || name,
    phone: said(phone),
    address: said(details.serviceAddress) || said(address),
  };
}

const identified = ({ name, idNumber }: Party) => ({ name, ...onRecord({ idNumber: said(idNumber) }) });

function partyOf(read: CaseRead, about: string | undefined): Party {
  const [party] = partiesOf(read, [about as PartyId]);
  if (party === undefined) throw new Error(`the dispute ${read.state.id} has no party ${about}`);
  return party;
}

const otherSideOf = ({ members, respondents }: CaseRead, { side }: Party): string =>
  side === 'worker' ? employersInBrief(respondents) : workersInBrief(members);

/** An employer whose head is not on record signs by its own name: the slip is signed by hand. */
function signerOf(party: Party): ServiceAddressFacts['signatory'] {
  const signatory = signatoryOf(party);
  return { ...signatory, signer: signatory.signer || party.name };
}

type Electronic = ServiceAddressFacts['electronic'];

/** An agreement without a number to send to is left open, to be ticked by hand. */
function electronicOf(isAgreed: unknown, to: string): Electronic {
  if (isAgreed === false) return { agreed: false };
  if (isAgreed !== true || to === '') return undefined;
  const way = to.includes('@') ? 'email' : /^1\d{10}$/.test(to) ? 'sms' : 'other';
  return { agreed: true, ways: [{ way, to }] };
}
