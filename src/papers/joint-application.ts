/** The blanks that the two applications of both sides share. Signed by the parties, so without number and check code. */
import { type Book, flag, list, sentences, text, writeCount, writeDay } from './blanks.ts';
import type { PaperIssue } from './facts.ts';
import type { JointApplicationFacts } from './joint-application-facts.ts';
import { sidesBook, signatoryBook } from './parties.ts';

type Whole = { facts: JointApplicationFacts; issue: PaperIssue };

export const jointApplicationBook: Book<Whole> = {
  ...sidesBook,
  案由: text(({ facts }) => facts.cause),
  调解组织: text(({ facts }) => facts.mediationBody),
  协议编号: text(({ facts }) => facts.agreementNumber),
  已生效: flag(({ facts }) => Boolean(facts.effectiveOn)),
  生效日: text(({ facts }) => (facts.effectiveOn ? writeDay(facts.effectiveOn) : undefined)),
  有协议内容: flag(({ facts }) => (facts.terms ?? []).length > 0),
  协议内容: sentences(({ facts }) => facts.terms ?? []),
  送达: list(({ facts }: Whole) => facts.service, {
    当事人: text(({ entry }) => entry.party),
    收件人: text(({ entry }) => entry.recipient),
    电话: text(({ entry }) => entry.phone),
    地址: text(({ entry }) => entry.address),
  }),
  附件: list(({ facts }: Whole) => facts.attachments, {
    名称: text(({ entry }) => entry.name),
    份数: text(({ entry }) => writeCount(entry.copies)),
  }),
  签署人: list(({ facts }: Whole) => facts.signatories, signatoryBook),
};
