/** 终止调解通知书: its blanks. */
import type { FailReason } from '../domain/dispute/parts.ts';
import { type Book, flag, list, sentences, text, writeDay } from './blanks.ts';
import type { PaperIssue } from './facts.ts';
import { limitationBook, noticeBook } from './notice.ts';
import type { TerminationFacts } from './termination-facts.ts';

type Whole = { facts: TerminationFacts; issue: PaperIssue };

const NOT_STATED = '—';
const because = (reason: FailReason) => flag(({ facts }: Whole) => facts.reason === reason);

export const terminationBook: Book<Whole> = {
  ...noticeBook,
  ...limitationBook,
  收到申请日: text(({ facts }) => writeDay(facts.receivedOn)),
  有受理日: flag(({ facts }) => facts.acceptedOn !== undefined),
  受理日: text(({ facts }) => facts.acceptedOn && writeDay(facts.acceptedOn)),
  终止日: text(({ facts }) => writeDay(facts.endedOn)),
  期限届满: because('time-over'),
  拒绝继续: because('refused'),
  分歧较大: because('too-far-apart'),
  无法联系: because('unreachable'),
  拒绝签字: because('would-not-sign'),
  有说明: flag(({ facts }) => (facts.explanation ?? []).length > 0),
  说明: sentences(({ facts }) => facts.explanation ?? []),
  有调解情况: flag(({ facts }) => facts.sessions !== undefined),
  有调解会议: flag(({ facts }) => (facts.sessions ?? []).length > 0),
  调解会议: list(({ facts }: Whole) => facts.sessions ?? [], {
    次序: text(({ entry }) => String(entry.no)),
    日期: text(({ entry }) => writeDay(entry.on)),
    内容: text(({ entry }) => entry.what || NOT_STATED),
  }),
  有无争议事实: flag(({ facts }) => (facts.undisputed ?? []).length > 0),
  无争议事实: sentences(({ facts }) => facts.undisputed ?? []),
  有途径: flag(({ facts }) => (facts.onward ?? []).length > 0),
  途径: list(({ facts }: Whole) => facts.onward ?? [], {
    请求: text(({ entry }) => entry.head),
    途径: text(({ entry }) => entry.path),
    机构: text(({ entry }) => entry.to),
  }),
};
