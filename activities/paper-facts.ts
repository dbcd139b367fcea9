/** Gathers what a paper states from the record: the same facts for every paper, nothing typed twice. */

import type { Day } from '../src/domain/day.ts';
import type { DisputeState } from '../src/domain/dispute/state.ts';
import type { DistrictCode } from '../src/domain/ids.ts';
import type { PaperFacts, PaperKind } from '../src/papers/facts.ts';
import { authorityLetterFacts, serviceAddressFacts } from './address-facts.ts';
import { agreementFacts } from './agreement-facts.ts';
import { limitationCertificateFacts } from './certificate-facts.ts';
import { paymentOrderApplicationFacts, visitRecordFacts } from './follow-up-facts.ts';
import { handOverSlipFacts } from './hand-over-slip-facts.ts';
import { applicationFacts, sameDayRecordFacts } from './intake-facts.ts';
import type { InHand } from './issue-papers.ts';
import { confirmationApplicationFacts, mediationProofFacts, reviewApplicationFacts } from './joint-facts.ts';
import { minutesFacts } from './minutes-facts.ts';
import {
  acceptanceNoticeFacts,
  mediationNoticeFacts,
  nonAcceptanceFacts,
  terminationFacts,
} from './notice-facts.ts';
import { mediationBodyOf } from './read-dispute.ts';
import { receiptSlipFacts } from './receipt-slip-facts.ts';
import { referralLetterFacts } from './referral-letter-facts.ts';
import { signedAgreementFacts } from './signed-agreement-facts.ts';

/** `district`: whose body gives the number. */
export type Gathered<K extends PaperKind> = {
  district: DistrictCode;
  facts: PaperFacts[K];
  /** Of a paper that is one issued before with something more on it: it bears that one's number and day. */
  copyOf?: { number: string; issuedOn: Day };
};

/** `about`: the session's number, the party's id, the instalment's number. */
export async function paperFacts<K extends PaperKind>(
  kind: K,
  inHand: InHand,
  about?: string,
): Promise<Gathered<K>> {
  const gatherer: Gatherer<K> = gather[kind];
  return gatherer(inHand, about);
}

type Gatherer<K extends PaperKind> = (inHand: InHand, about?: string) => Promise<Gathered<K>>;

const gather: { readonly [K in PaperKind]: Gatherer<K> } = {
  application: applicationFacts,
  'acceptance-notice': acceptanceNoticeFacts,
  'non-acceptance': nonAcceptanceFacts,
  'mediation-notice': mediationNoticeFacts,
  minutes: minutesFacts,
  termination: terminationFacts,
  // Drafted it is a new paper; later it is that one with the signatures given on a screen.
  agreement: (inHand) =>
    inHand.event.kind === 'agreement-drafted' ? agreementFacts(inHand) : signedAgreementFacts(inHand),
  'review-application': reviewApplicationFacts,
  'confirmation-application': confirmationApplicationFacts,
  'mediation-proof': mediationProofFacts,
  'service-address': serviceAddressFacts,
  'authority-letter': authorityLetterFacts,
  'payment-order-application': paymentOrderApplicationFacts,
  'visit-record': visitRecordFacts,
  'same-day-record': sameDayRecordFacts,
  'hand-over-slip': handOverSlipFacts,
  'referral-letter': referralLetterFacts,
  'limitation-certificate': async (inHand) => {
    const { district } = await mediationBodyOf(inHand.em, inHand.before as DisputeState);
    return { ...(await limitationCertificateFacts(inHand)), district };
  },
  'receipt-slip': receiptSlipFacts,
};
