/** 调解笔录: its blanks and what it may not lack. Kept in the file, signed by all; it has a number and no check code. */
import { Refusal } from '../domain/refusal.ts';
import { type Book, flag, list, sentences, text, writeCount, writeDay, writeSentence } from './blanks.ts';
import type { PaperIssue } from './facts.ts';
import type { Attendee, MinutesFacts, Told } from './minutes-facts.ts';
import { isAnnexed, maybe, noticeBook, SIDE_NAMES, venueBook, writeTime } from './notice.ts';

type Whole = { facts: MinutesFacts; issue: PaperIssue };

const NOT_STATED = '—';

const AUTHORITIES = {
  self: '本人',
  'legal-representative': '法定代表人或者负责人',
  agent: '委托代理人',
  representative: '推选的代表人',
} as const satisfies Record<Attendee['authority'], string>;

const told = (kind: Told) => flag(({ facts }: Whole) => facts.told.includes(kind));
const crowd = ({ present }: MinutesFacts) => isAnnexed(present);

const attendee: Book<{ entry: Attendee; no: number }> = {
  序号: text(({ no }) => String(no)),
  一方: text(({ entry }) => SIDE_NAMES[entry.side]),
  当事人: text(({ entry }) => entry.party),
  到场人: text(({ entry }) => entry.signer || NOT_STATED),
  签署说明: text(({ entry: { signer, authority } }) =>
    [signer && `到场人：${signer}`, AUTHORITIES[authority]].filter(Boolean).join('，'),
  ),
  权限: text(({ entry }) => AUTHORITIES[entry.authority]),
};

export const minutesBook: Book<Whole> = {
  ...noticeBook,
  会议次序: text(({ facts }) => writeCount(facts.session)),
  会议日: text(({ facts }) => writeDay(facts.heldOn)),
  有起止时间: flag(({ facts }) => Boolean(facts.from || facts.to)),
  开始时间: text(({ facts }) => writeTime(facts.from)),
  结束时间: text(({ facts }) => writeTime(facts.to)),
  ...venueBook,
  调解员: text(({ facts }) => facts.mediators.join('、')),
  ...maybe('记录人', ({ facts }: Whole) => facts.recorder),
  有到场: flag(({ facts }) => facts.present.length > 0),
  到场: list(({ facts }: Whole) => facts.present, attendee),
  到场人数: text(({ facts }) => facts.present.length.toString()),
  到场人众多: flag(({ facts }) => crowd(facts)),
  少数到场: flag(({ facts }) => facts.present.length > 0 && !crowd(facts)),
  有未到场: flag(({ facts }) => (facts.absent ?? []).length > 0),
  未到场: list(({ facts }: Whole) => facts.absent ?? [], {
    姓名: text(({ entry }) => entry.name),
    ...maybe('原因', ({ entry }: { entry: { reason?: string } }) => entry.reason),
  }),
  有告知: flag(({ facts }) => facts.told.length > 0),
  告知权利: told('rights'),
  告知规则: told('rules'),
  告知效力: told('effect'),
  告知确认: told('confirmation'),
  ...maybe('答复', ({ facts }: Whole) => writeSentence(facts.answer)),
  有陈述: flag(({ facts }) => (facts.statements ?? []).length > 0),
  陈述: list(({ facts }: Whole) => facts.statements ?? [], {
    陈述人: text(({ entry }) => entry.by),
    各段: sentences(({ entry }) => entry.said),
  }),
  有焦点: flag(({ facts }) => (facts.points ?? []).length > 0),
  焦点: sentences(({ facts }) => facts.points ?? []),
  有方案: flag(({ facts }) => (facts.proposals ?? []).length > 0),
  方案: list(({ facts }: Whole) => facts.proposals ?? [], {
    提出人: text(({ entry }) => entry.by),
    方案内容: text(({ entry }) => writeSentence(entry.terms)),
    有答复: flag(({ entry }) => entry.answers.length > 0),
    各方答复: list(({ entry }) => entry.answers, {
      答复人: text(({ entry }) => entry.by),
      答复内容: text(({ entry }) => writeSentence(entry.answer)),
    }),
  }),
  有经过: flag(({ facts }) => (facts.record ?? []).length > 0),
  经过: sentences(({ facts }) => facts.record ?? []),
  有无争议事实: flag(({ facts }) => facts.undisputed.length > 0),
  无争议事实: sentences(({ facts }) => facts.undisputed),
  有结果: flag(({ facts }) => facts.result.length > 0),
  结果: sentences(({ facts }) => facts.result),
};

/** Throws `paper/blank-without-fact` for minutes that tell nothing of what was said. */
export function checkMinutes({
  statements = [],
  points = [],
  proposals = [],
  record = [],
}: MinutesFacts): void {
  if (statements.length + points.length + proposals.length + record.length === 0)
    throw new Refusal('paper/blank-without-fact', { blank: '经过' });
}
