/** 简易调解登记表: its blanks. */
import { sumFen } from '../domain/money.ts';
import { type Book, flag, text, writeAmount, writeCapitals, writeDay, writeSentence } from './blanks.ts';
import type { PaperIssue } from './facts.ts';
import type { SameDayRecordFacts } from './same-day-record-facts.ts';
import { tickSatisfaction } from './satisfaction.ts';

type Whole = { facts: SameDayRecordFacts; issue: PaperIssue };
type Named = { name: string; phone?: string };

/** More names than these are told by their number: it is to stay one page. */
const MOST_NAMED = 3;
const NONE = '无';

export const sameDayRecordBook: Book<Whole> = {
  编号: text(({ issue }) => issue.number),
  调解组织: text(({ issue }) => issue.issuer),
  案号: text(({ facts }) => facts.caseNumber),
  劳动者: text(({ facts }) => namesOf(facts.workers, '人', facts.headcount)),
  用人单位: text(({ facts }) => namesOf(facts.employers, '家单位')),
  工作地点: text(({ facts }) => facts.place),
  争议发生日: text(({ facts }) => writeDay(facts.since)),
  请求事项: text(({ facts }) => claimsOf(facts)),
  请求金额: text(({ facts }) => askedOf(facts)),
  来源: text(({ facts }) => facts.channel),
  双方同意: flag(({ facts }) => facts.isConsentGiven),
  收到日: text(({ facts }) => writeDay(facts.receivedOn)),
  调解日: text(({ facts }) => writeDay(facts.settledOn)),
  主要事实: text(({ facts }) => writeSentence(facts.facts)),
  协议内容: text(({ facts }) => writeSentence(facts.agreed)),
  有当场给付: flag(({ facts }) => (facts.paid ?? 0) !== 0),
  当场给付: text(({ facts }) => writeAmount(facts.paid!)),
  当场给付大写: text(({ facts }) => writeCapitals(facts.paid!)),
  满意度: text(({ facts }) => tickSatisfaction(facts.satisfaction)),
  调解员: text(({ facts }) => facts.mediators.join('、')),
};

function namesOf(parties: readonly Named[], unit: string, count = parties.length): string {
  const shown = parties.slice(0, MOST_NAMED).map(({ name, phone }) => (phone ? `${name}（${phone}）` : name));
  return shown.length > 0 && count > shown.length ? `${shown.join('、')}等${count}${unit}` : shown.join('、');
}

function claimsOf({ claims }: SameDayRecordFacts): string {
  return claims.map(({ name, basis }) => (basis ? `${name}（${basis}）` : name)).join('；');
}

function askedOf({ claims }: SameDayRecordFacts): string {
  const amounts = claims.flatMap(({ amount }) => (amount ? [amount] : []));
  return amounts.length === 0 ? NONE : `${writeAmount(sumFen(amounts))}元`;
}
