/** What a slip 移送回执 states: the letter it answers, as that was drawn, and what the receiver has said so far. */
import type { ReferralEvent, ReferralState } from '../src/domain/referral/state.ts';
import type { PaperIssue, ReferralLetterFacts } from '../src/papers/facts.ts';
import type { HandOverSlipFacts } from '../src/papers/hand-over-slip-facts.ts';
import { Paper } from '../src/persistence/paper.entity.ts';
import { referralWords, slipWords } from '../templates/zh-CN/referral-words.ts';
import type { InHand } from './issue-papers.ts';

/** From the letter's frozen facts: what could be drawn once can be drawn again, so that an answer is never held up by its slip. */
export async function handOverSlipFacts(inHand: InHand) {
  const { em } = inHand;
  const state = inHand.before as ReferralState;
  const event = inHand.event as ReferralEvent;
  const letter = await em.findOneOrFail(
    Paper,
    { caseId: state.id, kind: 'referral-letter' },
    { orderBy: { seq: 'desc' } },
  );
  const { facts: said, issue } = letter.facts as { facts: ReferralLetterFacts; issue: PaperIssue };
  const receivedOn = event.kind === 'referral-received' ? event.on : state.receivedOn;
  const facts: HandOverSlipFacts = {
    letterNumber: letter.number,
    letterOn: letter.issuedOn,
    from: issue.issuer,
    to: said.to,
    cause: said.cause,
    workers: said.workers.map(({ name }) => ({ name })),
    employers: said.employers.map(({ name }) => ({ name })),
    headcount: said.headcount,
    ...(receivedOn === null ? {} : { receivedOn }),
    ...decisionOf(event),
  };
  return { district: state.district, facts };
}

/** The reason in the city's words: what was written beside it stays in the thread, whatever its length and characters. */
function decisionOf(event: ReferralEvent): Pick<HandOverSlipFacts, 'decision'> {
  if (event.kind === 'referral-accepted') return { decision: { accepted: true, on: event.on } };
  if (event.kind !== 'referral-returned') return {};
  const reason = slipWords.returned.replace('{reason}', referralWords[event.facts.reason]);
  return { decision: { accepted: false, on: event.on, reason } };
}
