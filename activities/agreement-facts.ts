/** What an agreement 调解协议书 states: the terms of the draft, with both sides as the record knows them. */
import type { FactsOf } from '../src/domain/dispute/decisions.ts';
import { doorRules } from '../src/domain/dispute/rules.ts';
import type { PartyId } from '../src/domain/ids.ts';
import { type Fen, NO_MONEY, sumFen } from '../src/domain/money.ts';
import { allowsPaymentOrder } from '../src/law/heads.ts';
import { ruleOn } from '../src/law/pack.ts';
import { writeAmount } from '../src/papers/blanks.ts';
import type { AgreementFacts, LockIn, Payment } from '../src/papers/facts.ts';
import { CROWD } from '../src/papers/parties.ts';
import type { Claim, Party } from '../src/persistence/dispute.entity.ts';
import { claimWords } from '../templates/zh-CN/claim-words.ts';
import { agreementWords as words } from '../templates/zh-CN/paper-words.ts';
import type { InHand } from './issue-papers.ts';
import { arranged, happened, readCourse } from './read-course.ts';
import { type CaseRead, causeIn, paragraphs, readCase, said, say } from './read-dispute.ts';
import { partiesOf, signatoriesOf, wholeEmployer, wholeWorker, workersInBrief } from './side-facts.ts';

type Drafted = FactsOf<'agreement-drafted'>;

export async function agreementFacts(inHand: InHand) {
  const read = await readCase(inHand);
  const { em, state, dispute, texts, members, respondents, body, mediator } = read;
  const drafted = read.event.facts as Drafted;
  const course = await readCourse(em, state.id);
  const held = [...state.sessions].filter(({ heldOn }) => heldOn !== null).at(-1);
  const minutes = happened(course, 'session-held').find(({ facts }) => facts.no === held?.no);
  const facts: AgreementFacts = {
    cause: causeIn(read),
    mediationBody: body.name,
    mediators: mediator === null ? [] : [mediator],
    receivedOn: state.receivedOn,
    acceptedOn: state.acceptedOn ?? read.event.on,
    mediatedOn: held?.heldOn ?? read.event.on,
    place: said(texts.place) || arranged(course, held?.no ?? 0).venue.place,
    applicant: state.applicant,
    workers: members.map(wholeWorker),
    employers: respondents.map(wholeEmployer),
    dispute: paragraphs(texts.dispute ?? dispute.facts),
    disputed: disputedIn(read),
    undisputed: paragraphs(texts.undisputed ?? minutes?.texts.undisputed),
    payments: respondents.flatMap((payer) => paymentOf(read, drafted, payer)).sort(byFirstDay),
    duties: (drafted.duties ?? []).map(({ no, who, dueOn }) => ({
      who: partiesOf(read, [who])[0]?.name ?? '',
      duty: said(Array.isArray(texts.duties) ? texts.duties[no - 1] : ''),
      dueOn: { day: dueOn, provisional: false },
    })),
    breach: paragraphs(texts.breach),
    settlesAll: texts.settlesAll === true,
    lockIn: lockInOf(read, drafted),
    signatories: signatoriesOf(read),
    copies: copiesFor(read),
  };
  return { district: body.district, facts };
}

/** More claims than these are told head by head. */
const MOST_LINES = 6;

function disputedIn({ claims, members }: CaseRead): string[] {
  const staying = claims.filter(({ party }) => !party || members.some(({ id }) => id === party));
  return staying.length > MOST_LINES ? byHead(staying) : staying.map((claim) => lineOf(claim, members));
}

function lineOf(claim: Claim, members: readonly Party[]): string {
  const { head, amount, party } = claim;
  const facts = {
    head: claimWords[head],
    basis: basisOf(claim),
    amount: writeAmount(amount),
  };
  const line = say(amount > 0 ? words.disputed : words.disputedNoMoney, facts);
  const name = members.length > 1 && members.find(({ id }) => id === party)?.name;
  return name ? say(words.disputedOf, { name, line }) : line;
}

function byHead(claims: readonly Claim[]): string[] {
  return [...new Set(claims.map(({ head }) => head))].map((head) => {
    const own = claims.filter((claim) => claim.head === head);
    const sum = sumFen(own.map(({ amount }) => amount));
    const [basis, ...others] = new Set(own.map(basisOf));
    const line = sum > 0 ? words.disputedHead : words.disputedHeadNoMoney;
    return say(line, {
      head: basis && others.length === 0 ? `${claimWords[head]}：${basis}` : claimWords[head],
      count: own.length,
      amount: writeAmount(sum),
    });
  });
}

/** To be gone on with: without the stop at its end. */
const basisOf = ({ basis }: Claim): string => basis.trim().replace(/[。；，]$/, '');

type Sharing = { dueOn: Drafted['instalments'][number]['dueOn']; shares: readonly Share[] };
const firstDay = ({ instalments }: Payment) => instalments[0]?.dueOn.day ?? '';
const byFirstDay = (a: Payment, b: Payment) => (firstDay(a) < firstDay(b) ? -1 : 1);

type Share = { payer: PartyId; payee: PartyId; amount: Fen };

/** What one employer pays, in all instalments in which it pays. */
function paymentOf(read: CaseRead, { instalments }: Drafted, payer: Party): Payment[] {
  const { texts, members, respondents, state, claims } = read;
  const [worker] = members;
  const [employer] = respondents;
  const all = instalments.map(({ dueOn, amount, shares }): Sharing => {
    const whole = worker && employer ? [{ payer: employer.id, payee: worker.id, amount }] : [];
    return { dueOn, shares: (shares ?? whole).filter((share) => share.payer === payer.id) };
  });
  const own = all.filter(({ shares }) => shares.length > 0);
  if (own.length === 0) return [];
  const payees = members.filter(({ id }) => own.some((one) => partOf(one, id) > 0));
  const heads = claims
    .filter(({ party }) => !party || payees.some(({ id }) => id === party))
    .map(({ head }) => head);
  const dated = own.map(({ dueOn, shares }) => ({
    dueOn: { day: dueOn, provisional: false },
    amount: sumFen(shares.map(({ amount }) => amount)),
  }));
  return [
    {
      payer: payer.name,
      payee: workersInBrief(payees),
      opensPaymentOrder: state.isLabourRelation && heads.some(allowsPaymentOrder),
      item: said(texts.item),
      amount: sumFen(dated.map(({ amount }) => amount)),
      method: said(texts.method),
      instalments: dated,
      ...(payees.length > 1
        ? {
            shares: payees.map(({ id, name }) => ({
              payee: name,
              amounts: own.map((one) => partOf(one, id)),
            })),
          }
        : {}),
    },
  ];
}

function partOf({ shares }: Sharing, payee: PartyId): Fen {
  const own = shares.filter((share) => share.payee === payee);
  return own.length === 0 ? NO_MONEY : sumFen(own.map(({ amount }) => amount));
}

/** How long the door stays open is the law's, as it stands on the day of the draft. */
function lockInOf({ pack, event, texts }: CaseRead, { door }: Drafted): LockIn {
  const at = said(texts.lockInAt);
  if (door === 'none') return { door, reason: at };
  const { length: days } = ruleOn(pack, doorRules[door], event.on);
  return { door, at, days, expected: null };
}

/** One for each who holds one, and one for the file: of a crowd the representatives hold theirs. */
function copiesFor({ members, respondents, state }: CaseRead): number {
  const holders = members.length < CROWD ? members.length : Math.max(1, state.representatives.length);
  return holders + respondents.length + 1;
}
