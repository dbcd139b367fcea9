/** 受理通知书: its blanks. */
import type { AcceptanceNoticeFacts } from './acceptance-notice-facts.ts';
import { type Book, flag, text, writeDay, writeStatedDay } from './blanks.ts';
import type { PaperIssue } from './facts.ts';
import { noticeBook } from './notice.ts';

type Whole = { facts: AcceptanceNoticeFacts; issue: PaperIssue };

export const acceptanceNoticeBook: Book<Whole> = {
  ...noticeBook,
  收到申请日: text(({ facts }) => writeDay(facts.receivedOn)),
  受理日: text(({ facts }) => writeDay(facts.acceptedOn)),
  调解期限: text(({ facts: { period } }) =>
    period.dayType === 'working' ? `${period.length}个工作日` : `${period.length}日（自然日）`,
  ),
  起算日: text(({ facts }) => facts.period.trigger),
  可以延长: flag(({ facts }) => facts.period.isExtendable),
  有期限末日: flag(({ facts }) => facts.period.lastDay !== undefined),
  期限末日: text(({ facts: { period } }) => period.lastDay && writeStatedDay(period.lastDay)),
  有收到期: flag(({ facts }) => facts.receiptPeriod !== undefined),
  收到期: text(({ facts }) => facts.receiptPeriod?.length.toString()),
  有收到期末日: flag(({ facts }) => facts.receiptPeriod?.lastDay !== undefined),
  收到期末日: text(
    ({ facts: { receiptPeriod: period } }) => period?.lastDay && writeStatedDay(period.lastDay),
  ),
  有调解员: flag(({ facts }) => facts.mediators.length > 0),
  调解员: text(({ facts }) => facts.mediators.join('、')),
};
