/** 送达地址确认书: its blanks. */
import { type Book, flag, list, text } from './blanks.ts';
import type { PaperIssue } from './facts.ts';
import { maybe } from './notice.ts';
import { signatoryBook } from './parties.ts';
import type { ElectronicWay, ServiceAddressFacts } from './service-address-facts.ts';

type Whole = { facts: ServiceAddressFacts; issue: PaperIssue };

const WAYS = {
  sms: '手机短信',
  wechat: '微信',
  fax: '传真',
  email: '电子邮箱',
  other: '其他',
} as const satisfies Record<ElectronicWay['way'], string>;

const waysOf = ({ electronic }: ServiceAddressFacts) =>
  electronic?.agreed === true ? electronic.ways : undefined;

export const serviceAddressBook: Book<Whole> = {
  接收单位: text(({ facts }) => facts.to),
  案由: text(({ facts }) => facts.cause),
  ...maybe('案号', ({ facts }: Whole) => facts.caseNumber),
  当事人: text(({ facts }) => facts.party.name),
  当事人身份: text(({ facts }) => (facts.party.side === 'worker' ? '劳动者' : '用人单位')),
  ...maybe('证件号码', ({ facts }: Whole) => facts.party.idNumber),
  ...maybe('信用代码', ({ facts }: Whole) => facts.party.creditCode),
  对方当事人: text(({ facts }) => facts.otherSide),
  送达地址: text(({ facts }) => facts.address),
  收件人: text(({ facts }) => facts.recipient),
  联系电话: text(({ facts }) => facts.phone),
  ...maybe('邮政编码', ({ facts }: Whole) => facts.postcode),
  同意电子送达: flag(({ facts }) => facts.electronic?.agreed === true),
  不同意电子送达: flag(({ facts }) => facts.electronic?.agreed === false),
  未定电子送达: flag(({ facts }) => facts.electronic === undefined),
  // An agreement to it without a way is a blank without its fact.
  电子送达方式: list(({ facts }: Whole) => waysOf(facts) ?? [], {
    方式: text(({ entry }) => WAYS[entry.way]),
    号码: text(({ entry }) => entry.to),
  }),
  签署人: list(({ facts }: Whole) => [facts.signatory], signatoryBook),
};
