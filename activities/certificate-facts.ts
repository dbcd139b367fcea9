/** What the certificate of limitation 时效证明 states: the ledger with its evidence, and the last safe day of each head by law. */
import type { LedgerEntry } from '../src/domain/dispute/limitation.ts';
import type { DisputeState } from '../src/domain/dispute/state.ts';
import type { HeadLimitation } from '../src/law/case-limitation.ts';
import { heads as headRows } from '../src/law/heads.ts';
import { limitationEvents } from '../src/law/limitation-events.ts';
import type { LimitationCertificateFacts, StatedDay } from '../src/papers/facts.ts';
import { listEvidence } from '../src/persistence/case.listing.ts';
import { claimWords } from '../templates/zh-CN/claim-words.ts';
import { certificateWords, limitationEffects } from '../templates/zh-CN/paper-words.ts';
import type { InHand } from './issue-papers.ts';
import { limitationOf } from './limitation.ts';
import { causeOf, nameOf, readDispute } from './read-dispute.ts';

export async function limitationCertificateFacts({ em, before, pack }: InHand) {
  const state = before as DisputeState;
  const { dispute, claims, workers, employers } = await readDispute(em, state.id);
  const mediator = await nameOf(em, state.owner ?? state.openedBy);
  const evidenceOf = await listEvidence(em, state);
  const { heads, first } = limitationOf(state, pack);
  const ledger = [...state.limitation.events].sort((a, b) => (a.on < b.on ? -1 : 1));
  const facts: LimitationCertificateFacts = {
    caseNumber: dispute.receiptNumber,
    cause: causeOf(claims.map(({ head }) => head)),
    workers: workers.map(({ name, idNumber }) => ({ name, ...(idNumber ? { idNumber } : {}) })),
    employers: employers.map(({ name, creditCode }) => ({ name, ...(creditCode ? { creditCode } : {}) })),
    applicant: state.applicant,
    receivedOn: state.receivedOn,
    ...(state.employmentEndedOn === null ? {} : { employmentEndedOn: state.employmentEndedOn }),
    heads: state.heads.flatMap((head, index) => {
      const found = heads.find((one) => one.head === head);
      if (found === undefined || state.heads.indexOf(head) !== index) return [];
      return [{ name: claimWords[head], lastDay: lastDayOf(found), article: found.articles.join('；') }];
    }),
    ledger: ledger.map((entry) => ({
      on: entry.on,
      ...(entry.until === null ? {} : { until: entry.until }),
      what: limitationEvents[entry.kind].name,
      evidence: evidenceOf(entry) ?? certificateWords.ownRecord.replace('{number}', dispute.receiptNumber),
      effect: effectOf(entry, first),
    })),
    lastDay: lastDayOf(first),
    article: first.articles.join('；'),
    contact: { name: mediator ?? certificateWords.centre },
  };
  return { district: state.district, facts };
}

const lastDayOf = ({ lastSafeDay, provisional }: HeadLimitation): StatedDay | null =>
  lastSafeDay === null ? null : { day: lastSafeDay, provisional };

/** What an entry did to the year of the head that lapses first. */
function effectOf({ kind, on }: LedgerEntry, { head, interruptions }: HeadLimitation): string {
  const { effect } = limitationEvents[kind];
  const isEffective =
    effect === 'starts'
      ? !headRows[head].isRemuneration
      : interruptions.some((one) => one.kind === kind && one.on === on && one.isEffective);
  return limitationEffects[isEffective ? effect : 'none'];
}
