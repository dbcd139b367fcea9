/** What a slip 调解申请回执 states: whose case it is, and the code by which one party follows it. */
import type { FactsOf } from '../src/domain/dispute/decisions.ts';
import type { ReceiptSlipFacts } from '../src/papers/receipt-slip-facts.ts';
import { giveCheckCode } from '../src/persistence/party-access.ts';
import type { InHand } from './issue-papers.ts';
import { causeIn, onRecord, readCase } from './read-dispute.ts';

/** The code is given as the slip is issued: it stands there, sealed, and nowhere else. */
export async function receiptSlipFacts(inHand: InHand) {
  const read = await readCase(inHand);
  const { em, state, dispute, workers, employers, members, body, mediator } = read;
  const { party } = read.event.facts as FactsOf<'check-code-given'>;
  const checkCode = await giveCheckCode(em, state.id, party, inHand.at);
  const followPage = `${inHand.publicUrl}/follow`;
  const facts: ReceiptSlipFacts = {
    to: [...workers, ...employers].find(({ id }) => id === party)?.name ?? '',
    workers: members.map(({ name }) => ({ name })),
    employers: employers.map(({ name }) => ({ name })),
    cause: causeIn(read),
    caseNumber: dispute.receiptNumber,
    receivedOn: state.receivedOn,
    isAccepted: state.acceptedOn !== null,
    followPage,
    followUrl: `${followPage}/code/${dispute.receiptNumber}/${checkCode}`,
    checkCode,
    ...onRecord({ contact: mediator === null ? null : { name: mediator } }),
  };
  return { district: body.district, facts };
}
