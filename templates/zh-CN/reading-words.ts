/** The reading log in words. */
import type { ReadingKind } from '../../src/domain/reading.ts';

export const readingWords: Readonly<Record<ReadingKind, string>> = {
  dispute: '案件详情',
  referral: '移送详情',
  enclosure: '移送随附材料',
  paper: '文书',
  evidence: '证据文件',
  'case-file': '卷宗',
  export: '导出列表',
  'look-alike': '登记前查重',
  sheet: '读取表格',
  import: '台账导入明细',
  draft: '草稿',
  number: '完整号码',
  'break-glass': '紧急查阅',
  readings: '查阅记录',
};
