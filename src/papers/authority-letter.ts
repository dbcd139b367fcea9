/** 授权委托书 and 推选代表人书: their blanks. */
import type { AuthorityLetterFacts } from './authority-letter-facts.ts';
import { type Book, flag, list, maybeDay, sentences, text } from './blanks.ts';
import type { PaperIssue } from './facts.ts';
import { maybe } from './notice.ts';

type Whole = { facts: AuthorityLetterFacts; issue: PaperIssue };
type Representative = { entry: { idNumber?: string } };

const NOT_STATED = '—';

const agency = ({ facts }: Whole) => (facts.form === 'agent' ? facts : undefined);
const election = ({ facts }: Whole) => (facts.form === 'election' ? facts : undefined);
const principal = (whole: Whole) => agency(whole)?.principal;
const agent = (whole: Whole) => agency(whole)?.agent;

export const authorityLetterBook: Book<Whole> = {
  接收单位: text(({ facts }) => facts.to),
  案由: text(({ facts }) => facts.cause),
  对方当事人: text(({ facts }) => facts.otherSide),
  有权限: flag(({ facts }) => facts.powers.length > 0),
  权限: sentences(({ facts }) => facts.powers),
  ...maybeDay('起始日', ({ facts }: Whole) => facts.from),
  ...maybeDay('截止日', ({ facts }: Whole) => facts.until),
  委托代理: flag((whole) => agency(whole) !== undefined),
  委托人: text((whole) => principal(whole)?.name),
  委托人身份: text((whole) => (principal(whole)?.side === 'employer' ? '用人单位' : '劳动者')),
  委托人是单位: flag((whole) => principal(whole)?.side === 'employer'),
  ...maybe('委托人证件号码', (whole: Whole) => principal(whole)?.idNumber),
  ...maybe('委托人信用代码', (whole: Whole) => principal(whole)?.creditCode),
  ...maybe('委托人住所', (whole: Whole) => principal(whole)?.address),
  ...maybe('委托人电话', (whole: Whole) => principal(whole)?.phone),
  ...maybe('负责人', (whole: Whole) => principal(whole)?.representative),
  负责人职务: text((whole) => principal(whole)?.representativeTitle || '法定代表人或者负责人'),
  代理人: text((whole) => agent(whole)?.name),
  代理人身份: text((whole) => agent(whole)?.occupation),
  代理人电话: text((whole) => agent(whole)?.phone),
  ...maybe('代理人证件号码', (whole: Whole) => agent(whole)?.idNumber),
  特别授权: flag((whole) => agency(whole)?.authority === 'special'),
  一般授权: flag((whole) => agency(whole)?.authority === 'general'),
  推选代表: flag((whole) => election(whole) !== undefined),
  全体人数: text((whole) => election(whole)?.members.length.toString()),
  代表人数: text((whole) => election(whole)?.representatives.length.toString()),
  代表: list((whole: Whole) => election(whole)?.representatives ?? [], {
    序号: text(({ no }) => String(no)),
    姓名: text(({ entry }) => entry.name),
    证件栏: text(({ entry }: Representative) => entry.idNumber || NOT_STATED),
    电话: text(({ entry }) => entry.phone),
  }),
  成员: list((whole: Whole) => election(whole)?.members ?? [], {
    序号: text(({ no }) => String(no)),
    姓名: text(({ entry }) => entry.name),
    证件栏: text(({ entry }) => entry.idNumber || NOT_STATED),
  }),
};
