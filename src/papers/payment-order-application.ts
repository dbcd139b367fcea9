/** 支付令申请书: its blanks and its sums. */
import { type Fen, fen, sumFen } from '../domain/money.ts';
import { Refusal } from '../domain/refusal.ts';
import {
  type Book,
  flag,
  list,
  sentences,
  text,
  writeAmount,
  writeCapitals,
  writeCount,
  writeDay,
} from './blanks.ts';
import type { EmployerParty, PaperIssue, WorkerParty } from './facts.ts';
import { employerBook, sidesBook, signatoryBook } from './parties.ts';
import type { PaymentOrderApplicationFacts, PaymentOrderHead } from './payment-order-application-facts.ts';

type Whole = { facts: PaymentOrderApplicationFacts; issue: PaperIssue };
type Sides = { facts: { workers: readonly WorkerParty[]; employers: readonly EmployerParty[] } };
type Line = PaymentOrderApplicationFacts['unpaid'][number];

const HEADS = {
  wages: '劳动报酬',
  'injury-medical': '工伤医疗费',
  'economic-compensation': '经济补偿',
  damages: '赔偿金',
} as const satisfies Record<PaymentOrderHead, string>;

const restOf = ({ due, paid }: Line): Fen => fen(due - paid);

export const paymentOrderApplicationBook: Book<Whole> = {
  ...(sidesBook as Book<Sides & Whole>),
  人民法院: text(({ facts }) => facts.court),
  用人单位: list(({ facts }: Whole) => [facts.employer], employerBook),
  被申请人住所: text(({ facts }) => facts.employer.address),
  调解组织: text(({ facts }) => facts.mediationBody),
  协议编号: text(({ facts }) => facts.agreementNumber),
  生效日: text(({ facts }) => writeDay(facts.effectiveOn)),
  款项类别: text(({ facts }) => [...new Set(facts.unpaid.map(({ head }) => HEADS[head]))].join('、')),
  未付款项: list(({ facts }: Whole) => facts.unpaid, {
    序号: text(({ no }) => String(no)),
    类别: text(({ entry }) => HEADS[entry.head]),
    款项: text(({ entry }) => entry.item),
    付款日: text(({ entry }) => writeDay(entry.dueOn)),
    应付: text(({ entry }) => writeAmount(entry.due)),
    已付: text(({ entry }) => writeAmount(entry.paid)),
    未付: text(({ entry }) => writeAmount(restOf(entry))),
  }),
  应付合计: text(({ facts }) => writeAmount(sumFen(facts.unpaid.map(({ due }) => due)))),
  已付合计: text(({ facts }) => writeAmount(sumFen(facts.unpaid.map(({ paid }) => paid)))),
  未付合计: text(({ facts }) => writeAmount(restIn(facts))),
  未付大写: text(({ facts }) => writeCapitals(restIn(facts))),
  有计算说明: flag(({ facts }) => (facts.working ?? []).length > 0),
  计算说明: sentences(({ facts }) => facts.working ?? []),
  事实: sentences(({ facts }) => facts.facts),
  证据: list(({ facts }: Whole) => facts.evidence, {
    名称: text(({ entry }) => entry.name),
    份数: text(({ entry }) => writeCount(entry.copies)),
  }),
  签署人: list(({ facts }: Whole) => facts.signatories, signatoryBook),
};

/** Throws `paper/negative-amount` where a line asks for nothing, or more was paid than was due. */
export function checkPaymentOrderApplication({ unpaid }: PaymentOrderApplicationFacts): void {
  for (const [index, line] of unpaid.entries())
    if (!(line.paid >= 0) || !(restOf(line) > 0))
      throw new Refusal('paper/negative-amount', { blank: '未付款项', no: index + 1 });
}

function restIn({ unpaid }: PaymentOrderApplicationFacts): Fen {
  return sumFen(unpaid.map(restOf));
}
