/** Gathers what a paper states from the record: the same facts for every paper, nothing typed twice. */
import type { PaperStart } from '../src/domain/case.ts';
import type { DisputeDecision } from '../src/domain/dispute/decisions.ts';
import type { DisputeState } from '../src/domain/dispute/state.ts';
import type { DistrictCode } from '../src/domain/ids.ts';
import { formatYuan, sumFen } from '../src/domain/money.ts';
import type { ReferralState } from '../src/domain/referral/state.ts';
import { deadline } from '../src/law/deadline.ts';
import type { AgreementFacts, LockIn, PaperFacts, ReferralLetterFacts } from '../src/papers/facts.ts';
import { Account } from '../src/persistence/account.entity.ts';
import { snapshotOf } from '../src/persistence/case.listing.ts';
import { Body } from '../src/persistence/city.entity.ts';
import { Referral } from '../src/persistence/referral.entity.ts';
import { claimWords } from '../templates/zh-CN/words.ts';
import { limitationCertificateFacts } from './certificate-facts.ts';
import type { InHand } from './issue-papers.ts';
import { causeOf, readDispute } from './read-dispute.ts';

type Gathered<K extends PaperStart['kind']> = { district: DistrictCode; facts: PaperFacts[K] };

export async function paperFacts<K extends PaperStart['kind']>(
  kind: K,
  inHand: InHand,
): Promise<Gathered<K>> {
  return (await gather[kind](inHand)) as Gathered<K>;
}

const gather = {
  agreement: agreementFacts,
  'referral-letter': referralLetterFacts,
  'limitation-certificate': limitationCertificateFacts,
} as const;

async function agreementFacts(inHand: InHand): Promise<Gathered<'agreement'>> {
  const { em, texts } = inHand;
  const state = inHand.before as DisputeState;
  const event = inHand.event as Extract<DisputeDecision, { kind: 'agreement-drafted' }>;
  const { dispute, claims, workers, employers } = await readDispute(em, state.id);
  const mediator = await em.findOneOrFail(Account, { id: state.owner ?? state.openedBy });
  const centre = await em.findOneOrFail(Body, { kind: 'mediation-centre', district: state.district });
  const held = state.sessions.filter(({ heldOn }) => heldOn !== null).at(-1);
  const first = claims[0];
  const instalments = event.facts.instalments.map(({ dueOn, amount }) => ({
    dueOn: { day: dueOn, provisional: false },
    amount,
  }));
  const heads = claims.map(({ head }) => head);
  const facts: AgreementFacts = {
    cause: causeOf(heads),
    mediationBody: centre.name,
    mediators: [mediator.name],
    receivedOn: state.receivedOn,
    acceptedOn: state.acceptedOn ?? event.on,
    mediatedOn: held?.heldOn ?? event.on,
    place: said(texts.place),
    applicant: 'worker',
    workers: workers.map((party) => ({
      name: party.name,
      gender: party.gender ?? ('' as '男'),
      bornOn: party.bornOn ?? ('' as typeof state.receivedOn),
      idNumber: said(party.idNumber),
      address: said(party.address),
      phone: said(party.phone),
    })),
    employers: employers.map((party) => ({
      name: party.name,
      creditCode: said(party.creditCode),
      address: said(party.address),
      representative: said(party.representative),
      representativeTitle: party.representativeTitle ?? '法定代表人',
      phone: said(party.phone),
    })),
    dispute: paragraphs(texts.dispute ?? dispute.facts),
    disputed: claims.map(
      ({ head, amount, basis }) => `${claimWords[head]}：${basis}，金额${formatYuan(amount)}元。`,
    ),
    undisputed: paragraphs(texts.undisputed),
    payments: [
      {
        payer: employers[0]?.name ?? '',
        payee: workers[0]?.name ?? '',
        head: first?.head ?? 'other',
        item: said(texts.item),
        amount: sumFen(instalments.map(({ amount }) => amount)),
        method: said(texts.method),
        instalments,
      },
    ],
    duties: [],
    breach: paragraphs(texts.breach),
    settlesAll: texts.settlesAll === true,
    lockIn: lockInOf(event, texts.lockInAt),
    signatories: [
      ...workers.map(
        ({ name }) => ({ side: 'worker', party: name, signer: name, authority: 'self' }) as const,
      ),
      ...employers.map(
        (party) =>
          ({
            side: 'employer',
            party: party.name,
            signer: said(party.representative),
            authority: 'legal-representative',
          }) as const,
      ),
    ],
    copies: 3,
  };
  return { district: state.district, facts };
}

function lockInOf(event: Extract<DisputeDecision, { kind: 'agreement-drafted' }>, at: unknown): LockIn {
  const { door } = event.facts;
  if (door === 'none') return { door, reason: said(at) };
  const days = door === 'arbitration-review' ? 15 : 30;
  return { door, at: said(at), days, expected: null };
}

async function referralLetterFacts(inHand: InHand): Promise<Gathered<'referral-letter'>> {
  const { em, event, pack } = inHand;
  const state = inHand.before as ReferralState;
  const referral = await em.findOneOrFail(Referral, { id: state.id });
  const to = await em.findOneOrFail(Body, { id: state.toBody });
  const sender = await em.findOneOrFail(Account, { id: state.owner ?? state.openedBy });
  const { dispute, claims, workers, employers } = await readDispute(em, state.parent ?? state.id);
  const parent = (await snapshotOf(em, dispute.id)) as DisputeState;
  const reply = deadline('referral.report', event.on, pack);
  const facts: ReferralLetterFacts = {
    to: to.name,
    cause: causeOf(claims.map(({ head }) => head)),
    caseNumber: dispute.receiptNumber,
    workers: workers.map(({ name, phone }) => ({ name, phone: said(phone) })),
    employers: employers.map(({ name, phone }) => ({ name, phone: said(phone) })),
    headcount: workers.length,
    summary: paragraphs(dispute.facts),
    amount: dispute.amount,
    basis: ['《劳动争议调解仲裁法》第九条', '《河南省工会条例》第二十五条、第二十六条'],
    asks: paragraphs(referral.request),
    consent: '劳动者已同意移送并转交材料',
    urgency: state.urgency,
    ...(state.urgency === 'urgent' ? { urgencyReason: referral.reason } : {}),
    limitation: limitationOn(parent),
    replyBy: { day: reply.dueOn, provisional: reply.provisional },
    contact: { name: sender.name, phone: referral.contact, address: '' },
    materials: referral.materials.map((name) => ({ name, form: '纸质' })),
    copiesTo: [],
  };
  return { district: state.district, facts };
}

/** A letter states the last safe day once it is firm; it need not, and is not held up for it. */
function limitationOn({ limitation }: DisputeState): ReferralLetterFacts['limitation'] {
  const { lastSafeDay, provisional } = limitation;
  if (lastSafeDay === null || provisional)
    return { lastDay: null, reason: '劳动者申请调解，仲裁时效已中断并重新计算' };
  return { lastDay: { day: lastSafeDay, provisional } };
}

/** An empty text is a blank without its fact: the paper refuses it by name. */
function said(text: unknown): string {
  return typeof text === 'string' ? text.trim() : '';
}

function paragraphs(text: unknown): string[] {
  return said(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
