/** The two sides as agreements and the parties' own applications name them: one by one, or a crowd of workers in an annex. */
import { type Book, flag, list, text, writeDay } from './blanks.ts';
import type { EmployerParty, Signatory, WorkerParty } from './facts.ts';

type Entry<Party> = { entry: Party; no: number; among: number };
type Sides = { facts: { workers: readonly WorkerParty[]; employers: readonly EmployerParty[] } };

/** From this many workers on they stand in a table in an annex. */
export const CROWD = 12;

const agentOf = <Party extends Pick<WorkerParty, 'agent'>>(): Book<Entry<Party>> => ({
  有代理人: flag(({ entry }) => entry.agent !== undefined),
  代理人: text(({ entry }) => entry.agent?.name),
  代理人身份: text(({ entry }) => entry.agent?.occupation),
  代理权限: text(({ entry }) => entry.agent?.authority),
});

export const workerBook: Book<Entry<WorkerParty>> = {
  序号: text(({ no }) => String(no)),
  姓名: text(({ entry }) => entry.name),
  性别: text(({ entry }) => entry.gender),
  出生日期: text(({ entry }) => writeDay(entry.bornOn)),
  证件: text(({ entry }) => entry.idKind ?? '公民身份号码'),
  证件号码: text(({ entry }) => entry.idNumber),
  // In a table headed 证件号码 only an unusual kind is told.
  证件简写: text(({ entry }) => entry.idNumber && `${entry.idKind ?? ''}${entry.idNumber}`),
  住址: text(({ entry }) => entry.address),
  电话: text(({ entry }) => entry.phone),
  ...agentOf<WorkerParty>(),
};

export const employerBook: Book<Entry<EmployerParty>> = {
  名称: text(({ entry }) => entry.name),
  单位身份: text(({ entry }) => entry.role ?? '用人单位'),
  信用代码: text(({ entry }) => entry.creditCode),
  住所: text(({ entry }) => entry.address),
  负责人: text(({ entry }) => entry.representative),
  负责人职务: text(({ entry }) => entry.representativeTitle),
  电话: text(({ entry }) => entry.phone),
  ...agentOf<EmployerParty>(),
};

const AUTHORITIES = {
  self: '本人',
  'legal-representative': '法定代表人或者负责人',
  agent: '委托代理人，附特别授权委托书',
  representative: '推选的代表人',
} as const satisfies Record<Signatory['authority'], string>;

/** One who signs. A representative without the members' consents leaves a blank without its fact. */
export const signatoryBook: Book<Entry<Signatory>> = {
  当事人: text(({ entry }) => entry.party),
  签字人: text(({ entry }) => entry.signer),
  签署身份: text(({ entry }) => AUTHORITIES[entry.authority]),
  是单位: flag(({ entry }) => entry.side === 'employer'),
  是个人: flag(({ entry }) => entry.side === 'worker'),
  是代表人: flag(({ entry }) => entry.authority === 'representative'),
  成员同意文件: text(({ entry }) => entry.consents),
  在手机上签名: flag(({ entry }) => entry.onScreen !== undefined),
  签名图: text(({ entry }) => entry.onScreen?.picture),
  签署时间: text(({ entry }) => entry.onScreen?.at),
  签名指纹: text(({ entry }) => entry.onScreen?.sha256),
  文本指纹: text(({ entry }) => entry.onScreen?.read),
};

export const crowdBook: Book<Sides> = {
  劳动者众多: flag(({ facts }) => facts.workers.length >= CROWD),
  劳动者简称: text(({ facts }) => briefOf(facts.workers, '人')),
};

/** Both sides' blanks for a paper on which neither is 甲方 or 乙方. */
export const sidesBook: Book<Sides> = {
  劳动者: list(({ facts }: Sides) => facts.workers, workerBook),
  用人单位: list(({ facts }: Sides) => facts.employers, employerBook),
  ...crowdBook,
};

/** 张三等12人; one party stands alone. `count` where more are meant than are named. */
export function briefOf(
  parties: readonly { name: string }[],
  unit: string,
  count = parties.length,
): string | undefined {
  const first = parties[0]?.name;
  return first !== undefined && count > 1 ? `${first}等${count}${unit}` : first;
}
