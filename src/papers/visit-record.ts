/** 回访记录: its blanks. */
import { type Fen, fen, sumFen } from '../domain/money.ts';
import {
  type Book,
  flag,
  list,
  sentences,
  text,
  writeAmount,
  writeDay,
  writeSentence,
  writeStatedDay,
} from './blanks.ts';
import type { PaperIssue } from './facts.ts';
import { briefOf } from './parties.ts';
import { tickSatisfaction } from './satisfaction.ts';
import type { VisitRecordFacts } from './visit-record-facts.ts';

type Whole = { facts: VisitRecordFacts; issue: PaperIssue };
type Line = NonNullable<VisitRecordFacts['instalments']>[number];

const NOT_STATED = '—';

const linesOf = ({ facts }: Whole): readonly Line[] => facts.instalments ?? [];

export const visitRecordBook: Book<Whole> = {
  编号: text(({ issue }) => issue.number),
  调解组织: text(({ issue }) => issue.issuer),
  案号: text(({ facts }) => facts.caseNumber),
  案由: text(({ facts }) => facts.cause),
  劳动者简称: text(({ facts }) => briefOf(facts.workers, '人')),
  用人单位简称: text(({ facts }) => briefOf(facts.employers, '家单位')),
  协议编号: text(({ facts }) => facts.agreementNumber || NOT_STATED),
  回访日: text(({ facts }) => writeDay(facts.visitedOn)),
  回访方式: text(({ facts }) => facts.way),
  回访人: text(({ facts }) => facts.visitor),
  受访人: text(({ facts }) => facts.visited),
  有付款: flag((whole) => linesOf(whole).length > 0),
  各期: list(linesOf, {
    期次: text(({ entry }) => String(entry.no)),
    付款日: text(({ entry }) => writeDay(entry.dueOn)),
    应付: text(({ entry }) => writeAmount(entry.due)),
    已付: text(({ entry }) => writeAmount(entry.paid)),
    到账: text(
      ({ entry }) =>
        [entry.paidOn && writeDay(entry.paidOn), entry.proof].filter(Boolean).join('，') || NOT_STATED,
    ),
    情况: text(({ entry, whole }) => stateOf(entry, whole.facts)),
  }),
  应付合计: text((whole) => writeAmount(sumOf(whole, 'due'))),
  已付合计: text((whole) => writeAmount(sumOf(whole, 'paid'))),
  逾期合计: text((whole) => writeAmount(overdueIn(whole))),
  有其他义务: flag(({ facts }) => (facts.duties ?? []).length > 0),
  其他义务: list(({ facts }: Whole) => facts.duties ?? [], {
    义务: text(({ entry }) => entry.duty),
    情况: text(({ entry }) => entry.state),
  }),
  满意度: text(({ facts }) => tickSatisfaction(facts.satisfaction)),
  有回访内容: flag(({ facts }) => (facts.said ?? []).length > 0),
  回访内容: sentences(({ facts }) => facts.said ?? []),
  有新诉求: flag(({ facts }) => (facts.newClaims ?? []).length > 0),
  新诉求: sentences(({ facts }) => facts.newClaims ?? []),
  有风险: flag(({ facts }) => (facts.risks ?? []).length > 0),
  风险: sentences(({ facts }) => facts.risks ?? []),
  下一步: text(({ facts }) => writeSentence(facts.next)),
  有下一步日期: flag(({ facts }) => facts.nextOn !== undefined),
  下一步日期: text(({ facts }) => facts.nextOn && writeStatedDay(facts.nextOn)),
};

/** On the day it is due an instalment may still be paid. */
function stateOf({ dueOn, due, paid }: Line, { visitedOn }: VisitRecordFacts): string {
  if (paid >= due) return '已付清';
  if (dueOn >= visitedOn) return '未到期';
  return paid > 0 ? '逾期，部分未付' : '逾期未付';
}

function sumOf(whole: Whole, what: 'due' | 'paid'): Fen {
  return sumFen(linesOf(whole).map((line) => line[what]));
}

function overdueIn(whole: Whole): Fen {
  const late = linesOf(whole).filter(({ dueOn, due, paid }) => dueOn < whole.facts.visitedOn && paid < due);
  return sumFen(late.map(({ due, paid }) => fen(due - paid)));
}
