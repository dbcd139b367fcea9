/** 调解通知书: its blanks. */
import { type Book, flag, sentences, text, writeCount, writeDay } from './blanks.ts';
import type { PaperIssue } from './facts.ts';
import type { MediationNoticeFacts } from './mediation-notice-facts.ts';
import { isAnnexed, nameRows, noticeBook, venueBook, writeTime } from './notice.ts';

type Whole = { facts: MediationNoticeFacts; issue: PaperIssue };

const named = (names: readonly string[]) => names.map((name) => ({ name }));

export const mediationNoticeBook: Book<Whole> = {
  ...noticeBook,
  // The annex is that of the notified, who may be more or fewer than the workers.
  ...nameRows(({ facts }: Whole) => named(facts.to)),
  受通知人: text(({ facts: { to } }) =>
    isAnnexed(to) ? `${to[0]}等${to.length}名当事人（名单附后）` : to.join('、'),
  ),
  会议次序: text(({ facts }) => writeCount(facts.session)),
  会议日: text(({ facts }) => writeDay(facts.plannedOn)),
  有时间: flag(({ facts }) => Boolean(facts.time)),
  时间: text(({ facts }) => writeTime(facts.time)),
  ...venueBook,
  有调解员: flag(({ facts }) => facts.mediators.length > 0),
  调解员: text(({ facts }) => facts.mediators.join('、')),
  有应带材料: flag(({ facts }) => (facts.bring ?? []).length > 0),
  应带材料: sentences(({ facts }) => facts.bring ?? []),
};
