/** 调解协议书: its blanks and what must hold of its sums. */
import { type Fen, formatYuan, sumFen } from '../domain/money.ts';
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
  writeSentence,
  writeStatedDay,
} from './blanks.ts';
import type { AgreementFacts, LockIn, PaperIssue, Payment } from './facts.ts';
import { CROWD, crowdBook, employerBook, signatoryBook, workerBook } from './parties.ts';
import { checkShares, sharesBook } from './shares.ts';

type Whole = { facts: AgreementFacts; issue: PaperIssue };

const onTime = (payment: Payment) => payment.instalments.length === 1;
const closed = (lockIn: LockIn) => (lockIn.door === 'none' ? undefined : lockIn);

export const agreementBook: Book<Whole> = {
  编号: text(({ issue }) => issue.number),
  成文日: text(({ issue }) => writeDay(issue.issuedOn)),
  案由: text(({ facts }) => facts.cause),
  调解组织: text(({ facts }) => facts.mediationBody),
  调解员: text(({ facts }) => facts.mediators.join('、')),
  收到申请日: text(({ facts }) => writeDay(facts.receivedOn)),
  受理日: text(({ facts }) => writeDay(facts.acceptedOn)),
  调解日: text(({ facts }) => writeDay(facts.mediatedOn)),
  调解地点: text(({ facts }) => facts.place),
  份数: text(({ facts }) => writeCount(facts.copies)),
  劳动者: list(({ facts }: Whole) => facts.workers, {
    称谓: text(({ no, among }) => titleOf('甲方', no, among)),
    地位: text(({ whole }) => roleOf('worker', whole.facts)),
    ...workerBook,
  }),
  ...crowdBook,
  劳动者地位: text(({ facts }) => roleOf('worker', facts)),
  用人单位: list(({ facts }: Whole) => facts.employers, {
    称谓: text(({ no, among }) => titleOf('乙方', no, among)),
    地位: text(({ whole }) => roleOf('employer', whole.facts)),
    ...employerBook,
  }),
  纠纷事实: sentences(({ facts }) => facts.dispute),
  争议事项: sentences(({ facts }) => facts.disputed),
  有无争议事实: flag(({ facts }) => facts.undisputed.length > 0),
  无争议事实: sentences(({ facts }) => facts.undisputed),
  有付款: flag(({ facts }) => facts.payments.length > 0),
  付款: list(({ facts }: Whole) => facts.payments, {
    付款人: text(({ entry }) => entry.payer),
    收款人: text(({ entry }) => entry.payee),
    款项: text(({ entry }) => entry.item),
    金额: text(({ entry }) => writeAmount(entry.amount)),
    大写: text(({ entry }) => writeCapitals(entry.amount)),
    付款方式: text(({ entry }) => writeSentence(entry.method)),
    一次付清: flag(({ entry }) => onTime(entry)),
    分期付款: flag(({ entry }) => !onTime(entry)),
    付款日: text(({ entry }) => entry.instalments[0] && writeStatedDay(entry.instalments[0].dueOn)),
    期数: text(({ entry }) => String(entry.instalments.length)),
    各期: list(({ entry }) => entry.instalments, {
      期次: text(({ no }) => String(no)),
      付款日: text(({ entry }) => writeStatedDay(entry.dueOn)),
      金额: text(({ entry }) => writeAmount(entry.amount)),
      大写: text(({ entry }) => writeCapitals(entry.amount)),
    }),
    ...sharesBook,
  }),
  有附件: flag(
    ({ facts }) =>
      facts.workers.length >= CROWD || facts.payments.some(({ shares = [] }) => shares.length > 0),
  ),
  有多笔付款: flag(({ facts }) => facts.payments.length > 1),
  合计金额: text(({ facts }) => writeAmount(total(facts))),
  合计大写: text(({ facts }) => writeCapitals(total(facts))),
  有其他义务: flag(({ facts }) => facts.duties.length > 0),
  其他义务: list(({ facts }: Whole) => facts.duties, {
    义务人: text(({ entry }) => entry.who),
    义务: text(({ entry }) => writeSentence(entry.duty)),
    履行日: text(({ entry }) => writeStatedDay(entry.dueOn)),
  }),
  违约责任: sentences(({ facts }) => facts.breach),
  一次了结: flag(({ facts }) => facts.settlesAll),
  选择仲裁审查: flag(({ facts }) => facts.lockIn.door === 'arbitration-review'),
  选择司法确认: flag(({ facts }) => facts.lockIn.door === 'judicial-confirmation'),
  不办理确认: flag(({ facts }) => facts.lockIn.door === 'none'),
  不办理理由: text(({ facts }) =>
    writeSentence(facts.lockIn.door === 'none' ? facts.lockIn.reason : undefined),
  ),
  确认机构: text(({ facts }) => closed(facts.lockIn)?.at),
  确认期限: text(({ facts }) => closed(facts.lockIn)?.days.toString()),
  有期限末日: flag(({ facts }) => (closed(facts.lockIn)?.expected ?? null) !== null),
  预计生效日: text(({ facts }) => expected(facts)?.effectiveOn),
  期限末日: text(({ facts }) => expected(facts)?.lastDay),
  可申请支付令: flag(({ facts }) => facts.payments.some((payment) => payment.opensPaymentOrder)),
  签署人: list(({ facts }: Whole) => facts.signatories, {
    一方: text(({ entry }) => (entry.side === 'worker' ? '甲方' : '乙方')),
    ...signatoryBook,
  }),
};

/** Throws `paper/negative-amount`, `paper/instalments-do-not-add-up` or `paper/shares-do-not-add-up` with the payment's place and both sums in yuan. */
export function checkAgreement(facts: AgreementFacts): void {
  for (const [index, payment] of facts.payments.entries()) {
    const amounts = payment.instalments.map((instalment) => instalment.amount);
    if ([payment.amount, ...amounts].some((amount) => !(amount > 0)))
      throw new Refusal('paper/negative-amount', { blank: '付款', no: index + 1 });
    const sum = sumFen(amounts);
    if (sum !== payment.amount)
      throw new Refusal('paper/instalments-do-not-add-up', {
        no: index + 1,
        total: formatYuan(payment.amount),
        sum: formatYuan(sum),
      });
    checkShares(payment, index + 1);
  }
}

function roleOf(side: AgreementFacts['applicant'], { applicant }: AgreementFacts): string {
  return applicant === side ? '申请人' : '被申请人';
}

function titleOf(side: string, no: number, among: number): string {
  return among > 1 ? `${side}（${no}）` : side;
}

function total(facts: AgreementFacts): Fen {
  return sumFen(facts.payments.map((payment) => payment.amount));
}

function expected(facts: AgreementFacts): { effectiveOn: string; lastDay: string } | undefined {
  const days = closed(facts.lockIn)?.expected;
  return days
    ? { effectiveOn: writeStatedDay(days.effectiveOn), lastDay: writeStatedDay(days.lastDay) }
    : undefined;
}
