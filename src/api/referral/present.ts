/** A referral as the API gives it. */
import { z } from 'zod';
import { codeWords } from '../../../templates/zh-CN/words.ts';
import { text } from '../fields.ts';
import type { CsvColumns } from '../lists.ts';

export const referralRow = z.object({
  id: text,
  parent: text.nullable(),
  parentNumber: text.nullable(),
  state: text,
  fromBody: text,
  fromName: text,
  toBody: text,
  toName: text,
  district: text,
  urgency: text,
  openedOn: text,
  nextOn: text.nullable(),
});
type ReferralItem = z.infer<typeof referralRow>;

export const referralCsv: CsvColumns<ReferralItem> = {
  来源案件: (row) => row.parentNumber,
  状态: (row) => (codeWords as Record<string, string>)[row.state] ?? row.state,
  移送单位: (row) => row.fromName,
  接收单位: (row) => row.toName,
  移送日: (row) => row.openedOn,
  期限: (row) => row.nextOn,
};
