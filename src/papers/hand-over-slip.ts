/** 移送回执: its blanks. */
import { type Book, flag, maybeDay, text, writeDay, writeSentence } from './blanks.ts';
import type { PaperIssue } from './facts.ts';
import type { HandOverSlipFacts } from './hand-over-slip-facts.ts';
import { maybe } from './notice.ts';
import { briefOf } from './parties.ts';

type Whole = { facts: HandOverSlipFacts; issue: PaperIssue };

const missing = ({ materials }: HandOverSlipFacts) =>
  materials?.complete === false ? materials.missing : undefined;
const accepted = ({ decision }: HandOverSlipFacts) => (decision?.accepted === true ? decision : undefined);
const returned = ({ decision }: HandOverSlipFacts) => (decision?.accepted === false ? decision : undefined);

export const handOverSlipBook: Book<Whole> = {
  文号: text(({ facts }) => facts.letterNumber),
  发函日: text(({ facts }) => writeDay(facts.letterOn)),
  发函单位: text(({ facts }) => facts.from),
  收函单位: text(({ facts }) => facts.to),
  案由: text(({ facts }) => facts.cause),
  劳动者简称: text(({ facts }) => briefOf(facts.workers, '人', facts.headcount)),
  用人单位简称: text(({ facts }) => briefOf(facts.employers, '家单位')),
  ...maybeDay('收到日', ({ facts }: Whole) => facts.receivedOn),
  材料齐全: flag(({ facts }) => facts.materials?.complete === true),
  材料缺少: flag(({ facts }) => facts.materials?.complete === false),
  材料未清点: flag(({ facts }) => facts.materials === undefined),
  缺少材料: text(({ facts }) => missing(facts)),
  受理: flag(({ facts }) => accepted(facts) !== undefined),
  退回: flag(({ facts }) => returned(facts) !== undefined),
  未答复: flag(({ facts }) => facts.decision === undefined),
  答复日: text(({ facts }) => facts.decision && writeDay(facts.decision.on)),
  ...maybe('受理案号', ({ facts }: Whole) => accepted(facts)?.caseNumber),
  退回理由: text(({ facts }) => writeSentence(returned(facts)?.reason)),
  ...maybe('经办人', ({ facts }: Whole) => facts.contact?.name),
  经办电话: text(({ facts }) => facts.contact?.phone),
  有办理结果: flag(({ facts }) => facts.outcome !== undefined),
  结果日: text(({ facts }) => facts.outcome && writeDay(facts.outcome.on)),
  办理结果: text(({ facts }) => writeSentence(facts.outcome?.result)),
};
