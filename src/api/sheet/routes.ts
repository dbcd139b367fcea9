import { z } from 'zod';
import { dayAt } from '../../domain/day.ts';
import { type Fen, formatYuan } from '../../domain/money.ts';
import { Refusal } from '../../domain/refusal.ts';
import { limits } from '../../sheets/limits.ts';
import { readTable, type Table } from '../../sheets/read-table.ts';
import {
  errorsWorkbook,
  type SheetKind,
  sheetKinds,
  sheetTitleOf,
  templateWorkbook,
} from '../../sheets/ready-workbooks.ts';
import { readRegister } from '../../sheets/register.ts';
import { readWageSheet } from '../../sheets/wage-sheet.ts';
import { tableTypes, workbookFile } from '../lists.ts';
import { type AnyRoute, route } from '../route.ts';
import type { Upload, UploadWanted } from '../upload.ts';
import { knownTo } from './known.ts';
import { pasted, readQuery, registerAnswer, wageSheetAnswer } from './schema.ts';

const tag = '表格';
const upload: UploadWanted = { field: 'file', maxBytes: limits.bytes, isOptional: true };

const yuan = (amount: Fen | null) => (amount === null ? null : formatYuan(amount));

export const sheetRoutes: AnyRoute[] = [
  route({
    method: 'get',
    path: '/sheets/:kind/template',
    wall: 'sheet.read',
    reads: null,
    tag,
    summary: '空白模板：工资表（欠薪明细）或者调解台账，带表头和一行示例',
    params: z.object({ kind: z.enum(sheetKinds) }),
    answer: { mediaType: tableTypes.xlsx },
    async handle({ params: { kind } }) {
      return workbookFile(sheetTitleOf(kind), await templateWorkbook(kind));
    },
  }),
  route({
    method: 'post',
    path: '/sheets/wage-sheet/read',
    wall: 'sheet.read',
    reads: 'sheet',
    tag,
    summary: '读取工资表（xlsx、csv 或者粘贴的文字）：逐行列出，指出每处错误；只预览，不写入',
    upload,
    body: pasted,
    query: readQuery,
    answer: wageSheetAnswer,
    async handle({ deps, file, body, query }) {
      const table = await tableOf(file, body.text);
      const { rows, problems, total } = readWageSheet(table.rows, dayAt(deps.now().getTime()));
      if (query.problemsAs === 'xlsx')
        return workbookFile(problemsName('wage-sheet'), await errorsWorkbook(problems));
      const shown = rows.map((row) => ({ ...row, amount: formatYuan(row.amount) }));
      return { ...shownOf(table), rows: shown, problems, total: formatYuan(total) };
    },
  }),
  route({
    method: 'post',
    path: '/sheets/register/read',
    wall: 'sheet.read',
    reads: 'sheet',
    tag,
    summary: '读取调解台账（xlsx、csv 或者粘贴的文字）：逐行列出，指出每处错误；只预览，不写入',
    upload,
    body: pasted,
    query: readQuery,
    answer: registerAnswer,
    async handle({ deps, me, file, body, query }) {
      const table = await tableOf(file, body.text);
      const { rows, problems } = readRegister(table.rows, await knownTo(deps, me));
      if (query.problemsAs === 'xlsx')
        return workbookFile(problemsName('register'), await errorsWorkbook(problems));
      const shown = rows.map((row) => ({
        ...row,
        amount: yuan(row.amount),
        agreedAmount: yuan(row.agreedAmount),
        paid: yuan(row.paid),
      }));
      return { ...shownOf(table), rows: shown, problems };
    },
  }),
];

/** The file where there is one, or else what was pasted. */
export function tableOf(file: Upload | undefined, text: string | undefined): Promise<Table> {
  if (file !== undefined) return readTable(file);
  if (text === undefined) throw new Refusal('upload/missing', { part: upload.field });
  return readTable({ text });
}

const shownOf = ({ sheet, unread }: Table) => ({ sheet, unread });

function problemsName(kind: SheetKind): string {
  return `${sheetTitleOf(kind)}${sheetTitleOf('problems')}`;
}
