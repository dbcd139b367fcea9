import { z } from 'zod';
import { codeWords } from '../../../templates/zh-CN/words.ts';
import type { EvidenceRow } from '../../persistence/evidence.listing.ts';
import { text } from '../fields.ts';
import type { CsvColumns } from '../lists.ts';

export const evidenceItem = z.object({
  id: text,
  no: z.int().nullable(),
  name: text,
  mediaType: text,
  bytes: z.int(),
  sha256: text,
  note: text.nullable(),
  addedBy: text,
  addedByName: text,
  addedOn: text,
  status: z.enum(['pending', 'kept', 'withdrawn']),
  seq: z.int().nullable(),
  file: text,
});
type EvidenceItem = z.infer<typeof evidenceItem>;

export const presentEvidence = (row: EvidenceRow): EvidenceItem => ({
  ...row,
  file: `/api/evidence/${row.id}/file`,
});

export const evidenceCsv: CsvColumns<EvidenceItem> = {
  序号: (row) => row.no,
  文件名: (row) => row.name,
  类型: (row) => row.mediaType,
  字节数: (row) => row.bytes,
  'SHA-256': (row) => row.sha256,
  说明: (row) => row.note,
  提交人: (row) => row.addedByName,
  提交日: (row) => row.addedOn,
  状态: (row) => codeWords[row.status],
};
