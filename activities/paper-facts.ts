/** Gathers what a paper states from the record: the same facts for every paper, nothing typed twice. */
import type { PaperStart } from '../src/domain/case.ts';
import type { DisputeDecision } from '../src/domain/dispute/decisions.ts';
import { doorRules } from '../src/domain/dispute/rules.ts';
import type { DisputeState } from '../src/domain/dispute/state.ts';
import type { DistrictCode } from '../src/domain/ids.ts';
import { formatYuan, sumFen } from '../src/domain/money.ts';
import { allowsPaymentOrder } from '../src/law/heads.ts';
import { type RulePack, ruleOn } from '../src/law/pack.ts';
import type { AgreementFacts, LockIn, PaperFacts } from '../src/papers/facts.ts';
import { Account } from '../src/persistence/account.entity.ts';
import { Body } from '../src/persistence/city.entity.ts';
import { agreementWords } from '../templates/zh-CN/paper-words.ts';
import { claimWords } from '../templates/zh-CN/words.ts';
import { limitationCertificateFacts } from './certificate-facts.ts';
import type { InHand } from './issue-papers.ts';
import { causeOf, paragraphs, readDispute, said } from './read-dispute.ts';
import { referralLetterFacts } from './referral-letter-facts.ts';

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
  const { em, texts, pack } = inHand;
  const state = inHand.before as DisputeState;
  const event = inHand.event as Extract<DisputeDecision, { kind: 'agreement-drafted' }>;
  const { dispute, claims, workers, employers } = await readDispute(em, state.id);
  const mediator = await em.findOneOrFail(Account, { id: state.owner ?? state.openedBy });
  const centre = await em.findOneOrFail(Body, { kind: 'mediation-centre', district: state.district });
  const held = state.sessions.filter(({ heldOn }) => heldOn !== null).at(-1);
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
      representativeTitle: said(party.representativeTitle),
      phone: said(party.phone),
    })),
    dispute: paragraphs(texts.dispute ?? dispute.facts),
    disputed: claims.map(({ head, amount, basis }) =>
      agreementWords.disputed
        .replace('{head}', claimWords[head])
        .replace('{basis}', () => basis)
        .replace('{amount}', formatYuan(amount)),
    ),
    undisputed: paragraphs(texts.undisputed),
    payments: [
      {
        payer: employers[0]?.name ?? '',
        payee: workers[0]?.name ?? '',
        opensPaymentOrder: heads.some(allowsPaymentOrder),
        item: said(texts.item),
        amount: sumFen(instalments.map(({ amount }) => amount)),
        method: said(texts.method),
        instalments,
      },
    ],
    duties: [],
    breach: paragraphs(texts.breach),
    settlesAll: texts.settlesAll === true,
    lockIn: lockInOf(event, pack, texts.lockInAt),
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

/** How long the door stays open is the law's, as it stands on the day of the draft. */
function lockInOf(
  { on, facts: { door } }: Extract<DisputeDecision, { kind: 'agreement-drafted' }>,
  pack: RulePack,
  at: unknown,
): LockIn {
  if (door === 'none') return { door, reason: said(at) };
  const { length: days } = ruleOn(pack, doorRules[door], on);
  return { door, at: said(at), days, expected: null };
}
