/** The blanks that all notices of the mediation body share: both sides, lists of names, limitation. */
import { otherSide } from '../domain/dispute/parts.ts';
import { type Book, flag, list, text, writeDay, writeSentence, writeStatedDay } from './blanks.ts';
import type { PaperIssue } from './facts.ts';
import type { Venue } from './mediation-notice-facts.ts';
import type { NoticeFacts, Sides, StatedLimitation } from './notice-facts.ts';
import { briefOf, CROWD } from './parties.ts';

type Whole = { facts: NoticeFacts; issue: PaperIssue };
type Side = Sides['applicant'];
type Named = { name: string };

export const SIDE_NAMES = { worker: '劳动者', employer: '用人单位' } as const satisfies Record<Side, string>;

const NAMES_A_ROW = 3;
/** A cell that stays empty: an empty text would count as a missing fact. */
const EMPTY_CELL = '\u2060';

export const isAnnexed = (parties: readonly unknown[]): boolean => parties.length >= CROWD;

export const partiesOf = (facts: Sides, side: Side): readonly Named[] =>
  side === 'worker' ? facts.workers : facts.employers;

/** 张喆、李堃; of many 张喆等200人（名单附后）. */
export function namesIn(facts: Sides, side: Side): string {
  const parties = partiesOf(facts, side);
  return side === 'worker' && isAnnexed(parties)
    ? `${parties[0]!.name}等${parties.length}人（名单附后）`
    : parties.map(({ name }) => name).join('、');
}

/** 张喆等12人与某公司, as titles and references say it. */
export function inBrief({ workers, employers }: Sides): string {
  return `${briefOf(workers, '人') ?? ''}与${briefOf(employers, '家单位') ?? ''}`;
}

/** Names three a row, each with its place, under the blanks 序号一 姓名一 and so on. */
export function nameRows<From>(of: (from: From) => readonly Named[]): Book<From> {
  const place = (row: number, column: number) => row * NAMES_A_ROW + column;
  const cells = ['一', '二', '三'].flatMap((label, column) => [
    [
      `序号${label}`,
      text<{ entry: Row }>(({ entry: { names, row } }) =>
        place(row, column) < names.length ? String(place(row, column) + 1) : EMPTY_CELL,
      ),
    ],
    [
      `姓名${label}`,
      text<{ entry: Row }>(({ entry: { names, row } }) => {
        const named = names[place(row, column)];
        return named === undefined ? EMPTY_CELL : named.name;
      }),
    ],
  ]);
  type Row = { names: readonly Named[]; row: number };
  return {
    名单另附: flag((from) => isAnnexed(of(from))),
    名单人数: text((from) => of(from).length.toString()),
    名单: list(
      (from: From): Row[] => {
        const names = of(from);
        return Array.from({ length: Math.ceil(names.length / NAMES_A_ROW) }, (_, row) => ({ names, row }));
      },
      Object.fromEntries(cells) as Book<{ entry: Row }>,
    ),
  };
}

/** A text that may be absent, with the flag 有… that guards it. */
export function maybe<From>(name: string, of: (from: From) => string | undefined): Book<From> {
  return { [`有${name}`]: flag((from) => Boolean(of(from))), [name]: text(of) };
}

export const noticeBook: Book<Whole> = {
  编号: text(({ issue }) => issue.number),
  成文日: text(({ issue }) => writeDay(issue.issuedOn)),
  调解组织: text(({ issue }) => issue.issuer),
  案由: text(({ facts }) => facts.cause),
  民事请求: flag(({ facts }) => facts.isCivil === true),
  案号: text(({ facts }) => facts.caseNumber),
  当事人简称: text(({ facts }) => inBrief(facts)),
  劳动者申请: flag(({ facts }) => facts.applicant === 'worker'),
  申请人: text(({ facts }) => namesIn(facts, facts.applicant)),
  申请人身份: text(({ facts }) => SIDE_NAMES[facts.applicant]),
  被申请人: text(({ facts }) => namesIn(facts, otherSide(facts.applicant))),
  被申请人身份: text(({ facts }) => SIDE_NAMES[otherSide(facts.applicant)]),
  ...maybe('联系人', ({ facts }: Whole) => facts.contact?.name),
  ...maybe('联系电话', ({ facts }: Whole) => facts.contact?.phone),
  ...nameRows(({ facts }: Whole) => facts.workers),
};

/** Whether the year of limitation has an end, has none, or is not spoken of. */
export const limitationBook: Book<{ facts: { limitation?: StatedLimitation }; issue: PaperIssue }> = {
  时效未过: flag(({ facts: { limitation }, issue }) => (limitation?.lastDay?.day ?? '') >= issue.issuedOn),
  时效已过: flag(
    ({ facts: { limitation }, issue }) =>
      Boolean(limitation?.lastDay) && limitation!.lastDay!.day < issue.issuedOn,
  ),
  时效届满日: text(({ facts: { limitation } }) =>
    limitation?.lastDay ? writeStatedDay(limitation.lastDay) : undefined,
  ),
  无时效: flag(({ facts: { limitation } }) => limitation?.lastDay === null),
  无时效理由: text(({ facts: { limitation } }) =>
    writeSentence(limitation?.lastDay === null ? limitation.reason : undefined),
  ),
};

/** How and where a session is held. */
export const venueBook: Book<{ facts: { venue: Venue } }> = {
  现场: flag(({ facts }) => facts.venue.way === 'on-site'),
  分别谈话: flag(({ facts }) => facts.venue.way === 'back-to-back'),
  线上: flag(({ facts }) => facts.venue.way === 'online'),
  电话调解: flag(({ facts }) => facts.venue.way === 'phone'),
  地点: text(({ facts }) => facts.venue.place),
  ...maybe('进入方式', ({ facts }: { facts: { venue: Venue } }) => facts.venue.access),
};

/** `09:30` -> `9时30分`; undefined for what is no time of day, so that the paper refuses it. */
export function writeTime(time: string | undefined): string | undefined {
  const [, hour, minute] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time ?? '') ?? [];
  return hour === undefined ? undefined : `${Number(hour)}时${minute}分`;
}
