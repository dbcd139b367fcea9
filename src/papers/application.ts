/** 调解申请书 and 口头申请笔录: their blanks. Signed by the applicants, so without number and check code. */
import { otherSide } from '../domain/dispute/parts.ts';
import { type Fen, sumFen } from '../domain/money.ts';
import type { ApplicationFacts, AskedFor } from './application-facts.ts';
import {
  type Book,
  flag,
  list,
  sentences,
  text,
  writeAmount,
  writeCapitals,
  writeDay,
  writeSentence,
} from './blanks.ts';
import type { PaperIssue } from './facts.ts';
import { maybe, partiesOf, SIDE_NAMES } from './notice.ts';
import type { KnownEmployer, KnownWorker, Sides } from './notice-facts.ts';
import { CROWD } from './parties.ts';

type Whole = { facts: ApplicationFacts; issue: PaperIssue };
type Party = { entry: KnownWorker & KnownEmployer; no: number; among: number; whole: Whole };

const NOT_STATED = '—';
const ELSEWHERE = { arbitration: '申请仲裁', suit: '提起诉讼', complaint: '向有关部门投诉' } as const;

/** Many workers stand in a table, in which each signs. */
const areInTable = ({ workers }: Sides, side: Sides['applicant']) =>
  side === 'worker' && workers.length >= CROWD;
const asksForMoney = ({ amount }: AskedFor) => (amount ?? 0) !== 0;

const party = (title: string, side: (facts: Sides) => Sides['applicant']): Book<Party> => ({
  称谓: text(({ no, among }) => (among > 1 ? `${title}（${no}）` : title)),
  身份: text(({ entry, whole }) => entry.role || SIDE_NAMES[side(whole.facts)]),
  名称: text(({ entry }) => entry.name),
  ...maybe('性别', ({ entry }: Party) => entry.gender),
  ...maybe('出生日期', ({ entry }: Party) => entry.bornOn && writeDay(entry.bornOn)),
  证件: text(({ entry }) => entry.idKind || '公民身份号码'),
  ...maybe('证件号码', ({ entry }: Party) => entry.idNumber),
  ...maybe('信用代码', ({ entry }: Party) => entry.creditCode),
  住所名: text(({ whole }) => (side(whole.facts) === 'worker' ? '住址' : '住所')),
  ...maybe('住所', ({ entry }: Party) => entry.address),
  ...maybe('负责人', ({ entry }: Party) => entry.representative),
  负责人职务: text(({ entry }) => entry.representativeTitle || '法定代表人或者负责人'),
  ...maybe('电话', ({ entry }: Party) => entry.phone),
  ...maybe('代理人', ({ entry }: Party) => entry.agent?.name),
  代理人身份: text(({ entry }) => entry.agent?.occupation),
  代理权限: text(({ entry }) => entry.agent?.authority),
});

const own = (facts: Sides) => facts.applicant;
const other = (facts: Sides) => otherSide(facts.applicant);

export const applicationBook: Book<Whole> = {
  调解组织: text(({ facts }) => facts.to),
  申请日: text(({ facts }) => writeDay(facts.appliedOn)),
  口头申请: flag(({ facts }) => facts.isOral),
  记录人: text(({ facts }) => facts.recorder),
  申请人在名单: flag(({ facts }) => areInTable(facts, own(facts))),
  被申请人在名单: flag(({ facts }) => areInTable(facts, other(facts))),
  申请人: list(({ facts }: Whole) => partiesOf(facts, own(facts)), party('申请人', own)),
  被申请人: list(({ facts }: Whole) => partiesOf(facts, other(facts)), party('被申请人', other)),
  劳动者申请: flag(({ facts }) => facts.applicant === 'worker'),
  名单人数: text(({ facts }) => facts.workers.length.toString()),
  首名劳动者: text(({ facts }) => facts.workers[0]?.name),
  名单: list(({ facts }: Whole) => facts.workers, {
    序号: text(({ no }) => String(no)),
    姓名: text(({ entry }) => entry.name),
    性别: text(({ entry }) => entry.gender || NOT_STATED),
    证件: text(({ entry }) => identityOf(entry)),
    住址电话: text(({ entry }) => reachOf(entry)),
  }),
  工作地点: text(({ facts }) => facts.place),
  争议发生日: text(({ facts }) => writeDay(facts.since)),
  请求事项: list(({ facts }: Whole) => facts.claims, {
    序号: text(({ no }) => String(no)),
    请求: text(({ entry }) => entry.name),
    金额: text(({ entry }) => (asksForMoney(entry) ? writeAmount(entry.amount!) : NOT_STATED)),
    依据: text(({ entry }) => entry.basis),
  }),
  有金额: flag(({ facts }) => facts.claims.some(asksForMoney)),
  合计金额: text(({ facts }) => writeAmount(totalOf(facts))),
  合计大写: text(({ facts }) => writeCapitals(totalOf(facts))),
  事实与理由: sentences(({ facts }) => facts.facts),
  有证据: flag(({ facts }) => (facts.evidence ?? []).length > 0),
  证据: list(({ facts }: Whole) => facts.evidence ?? [], {
    序号: text(({ no }) => String(no)),
    名称: text(({ entry }) => entry.name),
    形式: text(({ entry }) => entry.form || NOT_STATED),
    页数: text(({ entry }) => entry.pages?.toString() ?? NOT_STATED),
    证明内容: text(({ entry }) => entry.proves || NOT_STATED),
  }),
  有其他情况: flag(({ facts }) =>
    Boolean(facts.headcount || facts.representatives?.length || facts.elsewhere?.length),
  ),
  ...maybe('涉及人数', ({ facts }: Whole) => (facts.headcount ? String(facts.headcount) : undefined)),
  ...maybe('推选代表', ({ facts }: Whole) => facts.representatives?.join('、')),
  代表: list(({ facts }: Whole) => facts.representatives ?? [], { 姓名: text(({ entry }) => entry) }),
  有程序情况: flag(({ facts }) => (facts.elsewhere ?? []).length > 0),
  程序情况: list(({ facts }: Whole) => facts.elsewhere ?? [], {
    程序: text(({ entry }) => ELSEWHERE[entry.kind]),
    已经进行: flag(({ entry }) => entry.isBegun),
    ...maybe('说明', ({ entry }: { entry: { detail?: string } }) => writeSentence(entry.detail)),
  }),
  有送达地址: flag(({ facts }) => facts.service !== undefined),
  送达地址: text(({ facts }) => facts.service?.address),
  收件人: text(({ facts }) => facts.service?.receiver),
  收件电话: text(({ facts }) => facts.service?.phone),
  ...maybe('电子送达', ({ facts }: Whole) => facts.service?.electronic),
};

function totalOf({ claims }: ApplicationFacts): Fen {
  return sumFen(claims.filter(asksForMoney).map(({ amount }) => amount!));
}

/** Without a document the day of birth tells people of one name apart. */
function identityOf({ idKind, idNumber, bornOn }: KnownWorker): string {
  if (idNumber) return `${idKind ?? ''}${idNumber}`;
  return bornOn ? `${writeDay(bornOn)}出生` : NOT_STATED;
}

function reachOf({ address, phone, agent }: KnownWorker): string {
  return [address, phone, agent && `代理人${agent.name}`].filter(Boolean).join('，') || NOT_STATED;
}
