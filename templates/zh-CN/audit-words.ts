/** What the verification of the record says of the first row that is not as it was written. */
import type { BadAnchor } from '../../src/persistence/audit-anchors.ts';
import type { BadEvent } from '../../src/persistence/audit-cases.ts';
import type { BadReading } from '../../src/persistence/audit-readings.ts';

const caseWords: Readonly<Record<BadEvent['why'], string>> = {
  missing: '第 {seq} 个事件缺失',
  changed: '第 {seq} 个事件被改动',
  added: '第 {seq} 个事件是后来插入的',
  're-ordered': '从第 {seq} 个事件起次序被调换',
  'text-changed': '第 {seq} 个事件的文字被改动',
  'text-missing': '第 {seq} 个事件的文字缺失',
  'text-added': '第 {seq} 个事件的文字是后来添加的',
  'end-cut': '从第 {seq} 个事件起被截断',
  'case-missing': '整件缺失，原有 {seq} 个事件',
  rewritten: '第 {seq} 至 {until} 个事件被整体改写',
};
const anchorWords: Readonly<Record<BadAnchor['why'], string>> = {
  missing: '缺失',
  changed: '被改动',
  'file-changed': '导出的文件被改动',
  'broken-chain': '与前一份锚不相连',
  'wrong-signature': '签名不对',
  'unknown-key': '签名的密钥不在信任之列，请用 --public-key 指明公钥',
};
const readingWords: Readonly<Record<BadReading['why'], string>> = {
  missing: '第 {no} 条缺失',
  changed: '第 {no} 条被改动',
  added: '第 {no} 条是后来插入的',
  're-ordered': '从第 {no} 条起次序被调换',
  'end-cut': '从第 {no} 条起被截断',
  rewritten: '至第 {no} 条被整体改写',
};

const seenBy = (anchor: number | undefined) => (anchor === undefined ? '' : `，与第 ${anchor} 号锚不符`);
const fill = (sentence: string, blanks: object) =>
  Object.entries(blanks).reduce((said, [name, value]) => said.replace(`{${name}}`, String(value)), sentence);

export const sayBadEvent = (bad: BadEvent): string =>
  `案件 ${bad.case} ${fill(caseWords[bad.why], bad)}${seenBy(bad.anchor)}`;
export const sayBadAnchor = (bad: BadAnchor): string =>
  `第 ${bad.no} 号锚（${bad.day}）${anchorWords[bad.why]}`;
export const sayBadReading = (bad: BadReading): string =>
  `账号 ${bad.account} 的查阅记录${fill(readingWords[bad.why], bad)}${seenBy(bad.anchor)}`;
