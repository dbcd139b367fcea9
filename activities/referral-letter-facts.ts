/** What a referral letter 移送函 states: only what the record of its dispute holds. */
import type { Decision } from '../src/domain/case.ts';
import type { DisputeState } from '../src/domain/dispute/state.ts';
import type { CaseId } from '../src/domain/ids.ts';
import type { Enclosed, ReferralState } from '../src/domain/referral/state.ts';
import { deadline } from '../src/law/deadline.ts';
import { heads as headRows } from '../src/law/heads.ts';
import { writeDay } from '../src/papers/blanks.ts';
import type { ReferralLetterFacts } from '../src/papers/facts.ts';
import { Account } from '../src/persistence/account.entity.ts';
import { snapshotOf } from '../src/persistence/case.listing.ts';
import { CaseEvent, CaseText } from '../src/persistence/case-event.entity.ts';
import { Body } from '../src/persistence/city.entity.ts';
import type { Em } from '../src/persistence/orm.ts';
import { Referral } from '../src/persistence/referral.entity.ts';
import { namesOfFiles } from '../src/persistence/referral.repository.ts';
import { giveReplyCode } from '../src/persistence/reply-code.ts';
import { letterWords, referralGrounds } from '../templates/zh-CN/paper-words.ts';
import { enclosedWords } from '../templates/zh-CN/referral-words.ts';
import { codeWords } from '../templates/zh-CN/words.ts';
import type { InHand } from './issue-papers.ts';
import { causeOf, paragraphs, readDispute, said } from './read-dispute.ts';
import { isArbitrable } from './route-facts.ts';

export async function referralLetterFacts(inHand: InHand) {
  const { em, publicUrl } = inHand;
  const state = inHand.before as ReferralState;
  const referral = await em.findOneOrFail(Referral, { id: state.id });
  const to = await em.findOneOrFail(Body, { id: state.toBody });
  const sender = await em.findOneOrFail(Account, { id: state.owner ?? state.openedBy });
  const { dispute, claims, workers, employers } = await readDispute(em, state.parent ?? state.id);
  const parent = (await snapshotOf(em, dispute.id)) as DisputeState;
  const code = await giveReplyCode(em, state.id, state.toBody);
  const facts: ReferralLetterFacts = {
    to: to.name,
    cause: causeOf(claims.map(({ head }) => head)),
    caseNumber: dispute.receiptNumber,
    workers: workers.map(({ name, phone }) => ({ name, phone: said(phone) })),
    employers: employers.map(({ name, phone }) => ({ name, phone: said(phone) })),
    headcount: workers.length,
    summary: paragraphs(dispute.facts),
    amount: dispute.amount,
    basis: referralGrounds[to.kind],
    asks: paragraphs(referral.request),
    consent: await consentTo(em, dispute.id, state.id),
    urgency: state.urgency,
    ...(state.urgency === 'urgent' ? { urgencyReason: referral.reason } : {}),
    limitation: limitationOn(parent),
    receiptBy: receiptOf(inHand, state),
    ...(code === null ? {} : { replyUrl: `${publicUrl}/reply/${code}` }),
    contact: { name: sender.name, phone: referral.contact, address: '' },
    materials: [
      ...referral.materials.map((name) => ({ name, form: letterWords.onPaper })),
      ...(await enclosedIn(em, await enclosedSoFar(inHand))),
    ],
    copiesTo: [],
  };
  return { district: state.district, facts };
}

/** The day the slip is asked for: of a letter sent again that of the first, until the body has signed for it. */
function receiptOf({ event, pack }: InHand, state: ReferralState): ReferralLetterFacts['receiptBy'] {
  const known = state.clocks.find(({ rule }) => rule === 'referral.receive');
  if (known === undefined && event.kind !== 'referral-sent') return null;
  const { dueOn, provisional } = known ?? deadline('referral.receive', event.on, pack);
  return provisional ? null : { day: dueOn, provisional: false };
}

type Enclosing = { facts: { enclosed?: readonly Enclosed[] } };

/** What this event sends along, after what was sent before it. */
async function enclosedSoFar({ em, before, event }: InHand): Promise<readonly Enclosed[]> {
  const kinds = ['referral-sent', 'materials-sent'];
  const earlier = await em.find(
    CaseEvent,
    { caseId: before.id, kind: { $in: kinds } },
    { orderBy: { seq: 'asc' } },
  );
  return [...earlier.map((one) => one.event), event].flatMap(
    (one) => (one as Enclosing).facts.enclosed ?? [],
  );
}

/** Files of the case that go along, each with its hash. */
async function enclosedIn(em: Em, enclosed: readonly Enclosed[]) {
  const names = await namesOfFiles(em, enclosed);
  return enclosed.map(({ id, sha256 }) => {
    const { kind = '', number = id } = names.get(id) ?? {};
    const title = (codeWords as Record<string, string>)[kind] ?? '';
    const name = enclosedWords.name.replace('{title}', title).replace('{number}', () => number);
    return { name, form: enclosedWords.electronic, sha256 };
  });
}

/** The worker's consent to this referral, as it was written down when it was opened. */
async function consentTo(em: Em, dispute: CaseId, referral: CaseId): Promise<string> {
  // Mediation that fails may open one along with it.
  const kinds = ['referral-opened', 'mediation-failed'];
  const opened = await em.find(CaseEvent, { caseId: dispute, kind: { $in: kinds } });
  const mine = opened.find(
    ({ event }) => (event as Decision<string, { referral?: CaseId }>).facts.referral === referral,
  );
  const kept = mine && (await em.findOne(CaseText, { caseId: dispute, seq: mine.seq }));
  if (mine === undefined || kept?.texts.isWorkerConsenting !== true) return letterWords.consentUnknown;
  return letterWords.consent.replace('{day}', writeDay(mine.onDay));
}

/** A letter states the last safe day once it is firm; it is not held up for it, and claims nothing that is not on record. */
function limitationOn(parent: DisputeState): ReferralLetterFacts['limitation'] {
  const { limitation, employmentEndedOn, heads } = parent;
  if (!isArbitrable(parent)) return { lastDay: null, reason: letterWords.limitationCivil };
  const { lastSafeDay, provisional, events } = limitation;
  if (lastSafeDay !== null && !provisional) return { lastDay: { day: lastSafeDay, provisional } };
  const { limitationProvisional, limitationNone, limitationUnknown } = letterWords;
  if (lastSafeDay !== null) return { lastDay: null, reason: limitationProvisional };
  const isWithoutLimit =
    events.length > 0 && employmentEndedOn === null && heads.every((head) => headRows[head].isRemuneration);
  return { lastDay: null, reason: isWithoutLimit ? limitationNone : limitationUnknown };
}
