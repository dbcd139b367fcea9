/** 不予受理通知书: its blanks. Each reason has its own ground and way onward. */

import { noticeWords } from '../../templates/zh-CN/paper-words.ts';
import type { DeclineReason } from '../domain/dispute/parts.ts';
import { type Book, flag, list, sentences, text, writeDay } from './blanks.ts';
import type { PaperIssue } from './facts.ts';
import type { NonAcceptanceFacts } from './non-acceptance-facts.ts';
import { limitationBook, namesIn, noticeBook } from './notice.ts';
import type { Path } from './notice-facts.ts';

type Whole = { facts: NonAcceptanceFacts; issue: PaperIssue };

const NOT_STATED = '—';
/** Where a reason leads when nothing else is said. */
const USUAL_PATHS = {
  refused: ['arbitration', 'inspection'],
  unreachable: ['arbitration', 'inspection'],
  'out-of-scope': ['court'],
  'other-path': ['arbitration', 'court', 'inspection'],
} as const satisfies Record<DeclineReason, readonly Path['kind'][]>;

const pathTo = ({ paths, reason }: NonAcceptanceFacts, kind: Path['kind']): Path | undefined =>
  (paths ?? USUAL_PATHS[reason]?.map((usual) => ({ kind: usual }) as Path))?.find(
    (path) => path.kind === kind,
  );

const path = (kind: Path['kind']) => ({
  is: flag(({ facts }: Whole) => pathTo(facts, kind) !== undefined),
  body: text(({ facts }: Whole) => pathTo(facts, kind)?.body || noticeWords.usualBodies[kind]),
});
const [arbitration, court, inspection] = [path('arbitration'), path('court'), path('inspection')];

export const nonAcceptanceBook: Book<Whole> = {
  ...noticeBook,
  ...limitationBook,
  受通知人: text(({ facts }) => namesIn(facts, facts.applicant)),
  收到申请日: text(({ facts }) => writeDay(facts.receivedOn)),
  对方拒绝: flag(({ facts }) => facts.reason === 'refused'),
  无法联系: flag(({ facts }) => facts.reason === 'unreachable'),
  不属受理范围: flag(({ facts }) => facts.reason === 'out-of-scope'),
  另有途径: flag(({ facts }) => facts.reason === 'other-path'),
  有说明: flag(({ facts }) => (facts.explanation ?? []).length > 0),
  说明: sentences(({ facts }) => facts.explanation ?? []),
  有联系记录: flag(({ facts }) => facts.reason === 'unreachable' && (facts.attempts ?? []).length > 0),
  联系记录: list(({ facts }: Whole) => facts.attempts ?? [], {
    序号: text(({ no }) => String(no)),
    日期: text(({ entry }) => writeDay(entry.on)),
    方式: text(({ entry }) => entry.way),
    结果: text(({ entry }) => entry.result || NOT_STATED),
  }),
  可申请仲裁: arbitration.is,
  仲裁机构: arbitration.body,
  可起诉: court.is,
  法院: court.body,
  可投诉: inspection.is,
  监察机构: inspection.body,
};
