/** 调解组织主持调解的证明: its blanks. */
import { type Book, flag, list, maybeDay, text, writeDay } from './blanks.ts';
import type { PaperIssue } from './facts.ts';
import type { MediationProofFacts } from './mediation-proof-facts.ts';
import { maybe } from './notice.ts';
import { briefOf, CROWD } from './parties.ts';

type Whole = { facts: MediationProofFacts; issue: PaperIssue };
type Worker = { entry: MediationProofFacts['workers'][number] };
type Employer = { entry: MediationProofFacts['employers'][number] };

const NOT_STATED = '—';

export const mediationProofBook: Book<Whole> = {
  编号: text(({ issue }) => issue.number),
  成文日: text(({ issue }) => writeDay(issue.issuedOn)),
  调解组织: text(({ issue }) => issue.issuer),
  案号: text(({ facts }) => facts.caseNumber),
  案由: text(({ facts }) => facts.cause),
  劳动者众多: flag(({ facts }) => facts.workers.length >= CROWD),
  劳动者简称: text(({ facts }) => briefOf(facts.workers, '人')),
  用人单位简称: text(({ facts }) => briefOf(facts.employers, '家单位')),
  劳动者: list(({ facts }: Whole) => facts.workers, {
    序号: text(({ no }) => String(no)),
    姓名: text(({ entry }) => entry.name),
    ...maybe('证件号码', ({ entry }: Worker) => entry.idNumber),
    证件栏: text(({ entry }) => entry.idNumber || NOT_STATED),
  }),
  用人单位: list(({ facts }: Whole) => facts.employers, {
    名称: text(({ entry }) => entry.name),
    ...maybe('信用代码', ({ entry }: Employer) => entry.creditCode),
  }),
  ...maybe('组织性质', ({ facts }: Whole) => facts.capacity),
  收到申请日: text(({ facts }) => writeDay(facts.receivedOn)),
  ...maybeDay('受理日', ({ facts }: Whole) => facts.acceptedOn),
  调解员: text(({ facts }) => facts.mediators.join('、')),
  调解日: text(({ facts }) => facts.sessions.map(writeDay).join('、')),
  ...maybe('调解地点', ({ facts }: Whole) => facts.place),
  协议编号: text(({ facts }) => facts.agreementNumber),
  生效日: text(({ facts }) => writeDay(facts.effectiveOn)),
  ...maybe('使用单位', ({ facts }: Whole) => facts.to),
  ...maybe('联系人', ({ facts }: Whole) => facts.contact?.name),
  ...maybe('联系电话', ({ facts }: Whole) => facts.contact?.phone),
};
