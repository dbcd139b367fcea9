/** 时效证明: its blanks. */
import { type Book, flag, list, text, writeDay, writeStatedDay } from './blanks.ts';
import type { LimitationCertificateFacts, PaperIssue } from './facts.ts';
import { SIDE_NAMES } from './notice.ts';

type Whole = { facts: LimitationCertificateFacts; issue: PaperIssue };

export const limitationCertificateBook: Book<Whole> = {
  编号: text(({ issue }) => issue.number),
  成文日: text(({ issue }) => writeDay(issue.issuedOn)),
  出具单位: text(({ issue }) => issue.issuer),
  案号: text(({ facts }) => facts.caseNumber),
  案由: text(({ facts }) => facts.cause),
  申请一方: text(({ facts }) => SIDE_NAMES[facts.applicant ?? 'worker']),
  收到申请日: text(({ facts }) => writeDay(facts.receivedOn)),
  劳动者: list(({ facts }: Whole) => facts.workers, {
    姓名: text(({ entry }) => entry.name),
    有证件号码: flag(({ entry }) => Boolean(entry.idNumber)),
    证件号码: text(({ entry }) => entry.idNumber),
  }),
  用人单位: list(({ facts }: Whole) => facts.employers, {
    名称: text(({ entry }) => entry.name),
    有信用代码: flag(({ entry }) => Boolean(entry.creditCode)),
    信用代码: text(({ entry }) => entry.creditCode),
  }),
  有终止日: flag(({ facts }) => facts.employmentEndedOn !== undefined),
  终止日: text(({ facts }) => facts.employmentEndedOn && writeDay(facts.employmentEndedOn)),
  请求事项: list(({ facts }: Whole) => facts.heads, {
    名称: text(({ entry }) => entry.name),
    最后一日: text(({ entry }) => (entry.lastDay === null ? '尚未起算' : writeStatedDay(entry.lastDay))),
    依据: text(({ entry }) => entry.article),
  }),
  时效事件: list(({ facts }: Whole) => facts.ledger, {
    日期: text(({ entry }) =>
      [entry.on, entry.until].flatMap((day) => (day ? [writeDay(day)] : [])).join('至'),
    ),
    事件: text(({ entry }) => entry.what),
    证据: text(({ entry }) => entry.evidence),
    效力: text(({ entry }) => entry.effect),
  }),
  有最后一日: flag(({ facts }) => facts.lastDay !== null),
  时效未过: flag(({ facts, issue }) => facts.lastDay !== null && facts.lastDay.day >= issue.issuedOn),
  时效已过: flag(({ facts, issue }) => facts.lastDay !== null && facts.lastDay.day < issue.issuedOn),
  最后一日: text(({ facts }) => (facts.lastDay === null ? undefined : writeStatedDay(facts.lastDay))),
  依据: text(({ facts }) => facts.article),
  联系人: text(({ facts }) => facts.contact.name),
  有联系电话: flag(({ facts }) => Boolean(facts.contact.phone)),
  联系电话: text(({ facts }) => facts.contact.phone),
};
