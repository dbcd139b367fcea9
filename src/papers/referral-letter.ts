/** 移送函: its blanks. */
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
import type { LetterParty, PaperIssue, ReferralLetterFacts } from './facts.ts';

type Whole = { facts: ReferralLetterFacts; issue: PaperIssue };

const NOT_STATED = '—';
const SHOWN_HASH = 16;

const party: Book<{ entry: LetterParty }> = {
  名称: text(({ entry }) => entry.name),
  有电话: flag(({ entry }) => Boolean(entry.phone)),
  电话: text(({ entry }) => entry.phone),
};

export const referralLetterBook: Book<Whole> = {
  文号: text(({ issue }) => issue.number),
  成文日: text(({ issue }) => writeDay(issue.issuedOn)),
  发函单位: text(({ issue }) => issue.issuer),
  收函单位: text(({ facts }) => facts.to),
  案由: text(({ facts }) => facts.cause),
  案号: text(({ facts }) => facts.caseNumber),
  当事人简称: text(
    ({ facts }) =>
      `${brief(facts.workers, facts.headcount, '人')}与${brief(facts.employers, facts.employers.length, '家单位')}`,
  ),
  劳动者: list(({ facts }: Whole) => facts.workers, party),
  用人单位: list(({ facts }: Whole) => facts.employers, party),
  涉及人数: text(({ facts }) => facts.headcount.toString()),
  基本情况: sentences(({ facts }) => facts.summary),
  有涉案金额: flag(({ facts }) => facts.amount !== undefined),
  涉案金额: text(({ facts }) => (facts.amount !== undefined ? writeAmount(facts.amount) : undefined)),
  移送依据: sentences(({ facts }) => facts.basis),
  请求事项: sentences(({ facts }) => facts.asks),
  当事人意愿: text(({ facts }) => writeSentence(facts.consent)),
  紧急: flag(({ facts }) => facts.urgency === 'urgent'),
  平件: flag(({ facts }) => facts.urgency === 'ordinary'),
  有紧急原因: flag(({ facts }) => facts.urgencyReason !== undefined),
  紧急原因: text(({ facts }) => writeSentence(facts.urgencyReason)),
  有时效: flag(({ facts }) => facts.limitation.lastDay !== null),
  无时效: flag(({ facts }) => facts.limitation.lastDay === null),
  时效届满日: text(({ facts }) =>
    facts.limitation.lastDay === null ? undefined : writeStatedDay(facts.limitation.lastDay),
  ),
  无时效理由: text(({ facts }) =>
    writeSentence(facts.limitation.lastDay === null ? facts.limitation.reason : undefined),
  ),
  有回执日: flag(({ facts }) => facts.receiptBy !== null),
  回执日: text(({ facts }) => (facts.receiptBy === null ? undefined : writeStatedDay(facts.receiptBy))),
  有回复网址: flag(({ facts }) => facts.replyUrl !== undefined),
  // Without the code, which stands on the first page alone: a line would break within it.
  回复网址: text(({ facts }) => facts.replyUrl?.replace(/\/[^/]*$/, '')),
  联系人: text(({ facts }) => facts.contact.name),
  联系电话: text(({ facts }) => facts.contact.phone),
  有联系地址: flag(({ facts }) => Boolean(facts.contact.address)),
  联系地址: text(({ facts }) => facts.contact.address),
  有材料: flag(({ facts }) => facts.materials.length > 0),
  材料份数: text(({ facts }) => facts.materials.length.toString()),
  材料: list(({ facts }: Whole) => facts.materials, {
    序号: text(({ no }) => String(no)),
    名称: text(({ entry }) => entry.name),
    形式: text(({ entry }) => entry.form),
    页数: text(({ entry }) => entry.pages?.toString() ?? NOT_STATED),
    校验值: text(({ entry }) => entry.sha256?.slice(0, SHOWN_HASH) ?? NOT_STATED),
  }),
  有抄送: flag(({ facts }) => facts.copiesTo.length > 0),
  抄送: text(({ facts }) => facts.copiesTo.join('，')),
};

/** 张三等12人; one party stands alone. */
function brief(parties: readonly LetterParty[], count: number, unit: string): string {
  const first = parties[0]?.name ?? '';
  return count > 1 ? `${first}等${count}${unit}` : first;
}
