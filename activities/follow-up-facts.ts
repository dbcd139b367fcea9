/** What follow-up states: a visit 回访 as it was made, and what is owed after a default 支付令申请书. */
import type { Day } from '../src/domain/day.ts';
import type { Instalment } from '../src/domain/dispute/parts.ts';
import type { PartyId } from '../src/domain/ids.ts';
import { type Fen, sumFen } from '../src/domain/money.ts';
import { allowsPaymentOrder, heads as headRows } from '../src/law/heads.ts';
import { writeDay } from '../src/papers/blanks.ts';
import type {
  PaymentOrderApplicationFacts,
  PaymentOrderHead,
} from '../src/papers/payment-order-application-facts.ts';
import type { VisitRecordFacts } from '../src/papers/visit-record-facts.ts';
import type { Party } from '../src/persistence/dispute.entity.ts';
import { paymentOrderWords, visitWords } from '../templates/zh-CN/paper-words.ts';
import type { InHand } from './issue-papers.ts';
import { nearestName, readAgreement } from './read-agreement.ts';
import { type Course, type Happened, happened, readCourse } from './read-course.ts';
import { type CaseRead, causeIn, onRecord, paragraphs, readCase, said, say } from './read-dispute.ts';
import { wholeEmployer, wholeWorker, workerSignatories } from './side-facts.ts';

/** `about`: the instalment visited for; without it the last visit. */
export async function visitRecordFacts(inHand: InHand, about?: string) {
  const read = await readCase(inHand);
  const { em, state, dispute, members, respondents, body, mediator } = read;
  const { agreement, number, drawn } = await readAgreement(read, 'visit-record');
  const course = await readCourse(em, state.id);
  const visits = happened(course, 'visit-recorded');
  const visit = visits.findLast(({ facts }) => String(facts.instalment) === about) ?? visits.at(-1);
  const texts = visit?.texts ?? {};
  const visitedOn = visit?.on ?? read.event.on;
  const facts: VisitRecordFacts = {
    caseNumber: dispute.receiptNumber,
    cause: causeIn(read),
    workers: members.map(({ name }) => ({ name })),
    employers: respondents.map(({ name }) => ({ name })),
    agreementNumber: number,
    visitedOn,
    way: said(texts.way) || visitWords.notSaid,
    visitor: visit?.actorName || mediator || visitWords.notSaid,
    visited: said(texts.visited) || visitWords.notSaid,
    instalments: agreement.instalments.map((one) => visitedLine(one, course, visit)),
    duties: agreement.duties.map(({ no, dueOn, doneOn }) => ({
      duty: drawn.duties[no - 1]?.duty ?? String(no),
      state:
        doneOn !== null && doneOn <= visitedOn
          ? say(visitWords.done, { day: writeDay(doneOn) })
          : dueOn < visitedOn
            ? visitWords.late
            : visitWords.notYet,
    })),
    ...onRecord({ satisfaction: visit?.facts.satisfaction }),
    said: paragraphs(texts.note),
    newClaims: paragraphs(texts.newClaims),
    risks: paragraphs(texts.risks),
    next: said(texts.next) || visitWords.next,
  };
  return { district: body.district, facts };
}

/** As it stood when the visit was made; sums put right since count as they are now. */
function visitedLine(
  { no, dueOn, amount, paid }: Instalment,
  course: Course,
  visit: Happened<'visit-recorded'> | undefined,
): NonNullable<VisitRecordFacts['instalments']>[number] {
  const money = happened(course, 'payment-recorded').filter(({ facts }) => facts.instalment === no);
  const before = money.filter(({ seq }) => seq < (visit?.seq ?? 0));
  const isAsRecorded = sumFen(money.map(({ facts }) => facts.amount)) === paid;
  const last = before.at(-1);
  return {
    no,
    dueOn,
    due: amount,
    paid: isAsRecorded ? sumFen(before.map(({ facts }) => facts.amount)) : paid,
    ...onRecord({ paidOn: last?.on, proof: paragraphs(last?.texts.note).join('') }),
  };
}

/** `about`: the employer it is against; without it the first that owes. */
export async function paymentOrderApplicationFacts(inHand: InHand, about?: string) {
  const read = await readCase(inHand);
  const { em, state, event, body, respondents } = read;
  const { agreement, number, drawn } = await readAgreement(read, 'payment-order-application');
  const due = agreement.instalments.filter(({ dueOn }) => dueOn < event.on);
  const owing = respondents.filter(({ id }) => due.some((one) => owedBy(one, id).length > 0));
  const employer = owing.find(({ id }) => id === about) ?? owing[0] ?? respondents[0];
  if (employer === undefined) throw new Error(`the dispute ${state.id} has no employer`);
  const payees = new Set(due.flatMap((one) => owedBy(one, employer.id).map(({ payee }) => payee)));
  const workers = read.members.filter(({ id }) => payees.has(id));
  const defaults = happened(await readCourse(em, state.id), 'default-declared');
  const item = drawn.payments.find(({ payer }) => payer === employer.name)?.item ?? '';
  const facts: PaymentOrderApplicationFacts = {
    court: await nearestName(read, 'court'),
    workers: workers.map(wholeWorker),
    employer: wholeEmployer(employer),
    mediationBody: drawn.mediationBody,
    agreementNumber: number,
    effectiveOn: agreement.effectiveOn ?? ('' as Day),
    unpaid: unpaidLines(read, due, employer.id, workers, item),
    facts: [
      say(paymentOrderWords.fact, { day: writeDay(event.on) }),
      ...defaults.flatMap(({ texts }) => paragraphs(texts.note)),
    ],
    evidence: [{ name: paymentOrderWords.agreement, copies: 1 }],
    signatories: workerSignatories(read, workers, paymentOrderWords.election),
  };
  return { district: body.district, facts };
}

const owedBy = ({ shares }: Instalment, payer: PartyId) =>
  shares.filter((share) => share.payer === payer && share.paid < share.amount);

type Line = PaymentOrderApplicationFacts['unpaid'][number];

/** None where the law opens no payment order for what these workers asked: the paper then refuses for lack of a line. */
function unpaidLines(
  read: CaseRead,
  due: readonly Instalment[],
  payer: PartyId,
  workers: readonly Party[],
  item: string,
): Line[] {
  const head = headOf(read, workers);
  const count = read.state.agreement?.instalments.length ?? 0;
  if (head === null) return [];
  return due.flatMap(({ no, dueOn, shares }): Line[] => {
    const own = shares.filter((one) => one.payer === payer && workers.some(({ id }) => id === one.payee));
    const line = {
      head,
      item: count > 1 ? say(paymentOrderWords.line, { item, no }) : item,
      dueOn,
      due: sumFen(own.map(({ amount }) => amount)),
      paid: sumFen(own.map(({ paid }) => paid)),
    };
    return line.paid < line.due ? [line] : [];
  });
}

/** Under which of the law's four words the sum falls: that of the highest claim among them. */
function headOf({ claims, state }: CaseRead, workers: readonly Party[]): PaymentOrderHead | null {
  if (!state.isLabourRelation) return null;
  const sums = new Map<PaymentOrderHead, Fen>();
  for (const { head, amount, party } of claims) {
    const isTheirs = !party || workers.some(({ id }) => id === party);
    const under = isTheirs && allowsPaymentOrder(head) ? codeOf(headRows[head].under) : undefined;
    if (under !== undefined) sums.set(under, sumFen([sums.get(under) ?? (0 as Fen), amount]));
  }
  const [highest] = [...sums].sort(([, a], [, b]) => b - a);
  return highest?.[0] ?? null;
}

const codeOf = (word: string): PaymentOrderHead | undefined =>
  (paymentOrderWords.heads as Readonly<Record<string, PaymentOrderHead>>)[word];
