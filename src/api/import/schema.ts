/** Imports of a register as they are shown. */
import { z } from 'zod';
import { importStatusWords } from '../../../templates/zh-CN/import-words.ts';
import { sayRefusal } from '../../../templates/zh-CN/say-refusal.ts';
import { type ImportLineRow, type ImportRow, importStatuses } from '../../persistence/import.listing.ts';
import { text } from '../fields.ts';
import type { CsvColumns } from '../lists.ts';

const count = z.int();

export const importItem = z.object({
  id: text,
  at: text,
  byName: text,
  fileName: text.nullable(),
  sha256: text,
  sameAs: text.nullable().meta({ description: '同一文件更早的一次导入' }),
  total: count,
  pending: count,
  done: count,
  refused: count,
  skipped: count,
  isDone: z.boolean(),
});

export const importLine = z.object({
  row: z.int().meta({ description: '表中的行号' }),
  status: z.enum(importStatuses),
  statusWord: text,
  problems: z.array(z.object({ column: text, sentence: text })),
  case: text.nullable(),
  receiptNumber: text.nullable(),
});

/** `sheet` and `unread` as where a sheet is only read. */
export const importMade = importItem.extend({ sheet: text.nullable(), unread: z.array(text) });

export function presentImport({ account: _, ...row }: ImportRow): z.infer<typeof importItem> {
  return { ...row, at: new Date(row.at).toISOString(), isDone: row.pending === 0 };
}

export function presentLine({ id: _, answer, ...line }: ImportLineRow): z.infer<typeof importLine> {
  const refused =
    answer !== null && 'code' in answer
      ? [{ column: '', sentence: sayRefusal(answer.code, answer.facts) }]
      : [];
  return {
    ...line,
    statusWord: importStatusWords[line.status],
    problems: [...line.problems, ...refused],
  };
}

export const importCsv: CsvColumns<z.infer<typeof importItem>> = {
  文件: (one) => one.fileName,
  导入人: (one) => one.byName,
  导入时间: (one) => one.at,
  行数: (one) => one.total,
  [importStatusWords.pending]: (one) => one.pending,
  [importStatusWords.done]: (one) => one.done,
  [importStatusWords.refused]: (one) => one.refused,
  [importStatusWords.skipped]: (one) => one.skipped,
};

export const lineCsv: CsvColumns<z.infer<typeof importLine>> = {
  行: (line) => line.row,
  结果: (line) => line.statusWord,
  列: (line) => line.problems.map(({ column }) => column).join('；'),
  问题: (line) => line.problems.map(({ sentence }) => sentence).join('；'),
  登记号: (line) => line.receiptNumber,
};
