/** 调解申请回执: its blanks. */
import { type Book, flag, text, writeDay } from './blanks.ts';
import type { PaperIssue } from './facts.ts';
import { inBrief, maybe } from './notice.ts';
import type { ReceiptSlipFacts } from './receipt-slip-facts.ts';

type Whole = { facts: ReceiptSlipFacts; issue: PaperIssue };

export const receiptSlipBook: Book<Whole> = {
  编号: text(({ issue }) => issue.number),
  成文日: text(({ issue }) => writeDay(issue.issuedOn)),
  调解组织: text(({ issue }) => issue.issuer),
  收件人: text(({ facts }) => facts.to),
  当事人简称: text(({ facts }) => inBrief({ applicant: 'worker', ...facts })),
  案由: text(({ facts }) => facts.cause),
  案号: text(({ facts }) => facts.caseNumber),
  收到申请日: text(({ facts }) => writeDay(facts.receivedOn)),
  已受理: flag(({ facts }) => facts.isAccepted),
  查询网址: text(({ facts }) => facts.followPage),
  查询码: text(({ facts }) => facts.checkCode.replace(/^(.{4})(.{4})$/, '$1-$2')),
  ...maybe('联系人', ({ facts }: Whole) => facts.contact?.name),
};
