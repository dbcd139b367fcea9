/** Rows out as a workbook: days and amounts as what they are, so that they can be sorted and summed; texts never run as formulas. */
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { setImmediate } from 'node:timers/promises';
import ExcelJS from 'exceljs';
import { type Day, dayNumber } from '../domain/day.ts';

/** `yuan` takes fen, `day` a `Day`, `integer` a whole number; null leaves the cell empty. */
export type ColumnKind = 'text' | 'day' | 'yuan' | 'integer';
export type SheetColumn = { title: string; kind: ColumnKind };
export type SheetCell = string | number | null;

/** As text even after somebody edits the cell: no beginning makes it a formula. */
const AS_TEXT = '@';
const FORMATS: Readonly<Record<ColumnKind, string>> = {
  text: AS_TEXT,
  day: 'yyyy-mm-dd',
  yuan: '"¥"#,##0.00',
  integer: '0',
};
const WIDTHS = { least: 8, most: 48, looked: 200 } as const;
/** Between them others get their turn. */
const ROWS_AT_ONCE = 250;
const LONGEST_CELL = 32_767;
const LONGEST_NAME = 31;
/** Before it a spreadsheet's days are one off. */
const FIRST_DAY = '1900-03-01';

/** An xlsx file with one sheet: the head frozen and bold, a width for each column after its contents. */
export async function writeWorkbook(
  name: string,
  columns: readonly SheetColumn[],
  rows: readonly (readonly SheetCell[])[],
): Promise<Buffer> {
  const stream = new PassThrough();
  const whole = buffer(stream);
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream,
    useStyles: true,
    useSharedStrings: true,
  });
  const sheet = workbook.addWorksheet(sheetName(name), { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map(({ title, kind }, index) => ({
    width: widthOf(title, kind, rows, index),
    style: { numFmt: FORMATS[kind] },
  }));
  const head = sheet.addRow(columns.map(({ title }) => cleanText(title)));
  head.eachCell((cell) => {
    cell.font = { bold: true };
    cell.numFmt = AS_TEXT;
  });
  head.commit();
  for (const [at, row] of rows.entries()) {
    const line = sheet.addRow(columns.map(({ kind }, index) => cellValue(kind, row[index] ?? null)));
    for (const [index, { kind }] of columns.entries())
      if (
        kind !== 'text' &&
        typeof row[index] === 'string' &&
        typeof line.getCell(index + 1).value === 'string'
      )
        line.getCell(index + 1).numFmt = AS_TEXT;
    line.commit();
    if (at % ROWS_AT_ONCE === 0) await setImmediate();
  }
  sheet.commit();
  await workbook.commit();
  return whole;
}

function cellValue(kind: ColumnKind, cell: SheetCell): string | number | Date | null {
  if (cell === null || cell === '') return null;
  if (kind === 'day' && typeof cell === 'string')
    return cell >= FIRST_DAY ? new Date(dayNumber(cell as Day) * 86_400_000) : cell;
  if (typeof cell === 'string') return cleanText(cell);
  // A hundredth of whole fen is the nearest number there is; the file has its two decimals.
  return kind === 'yuan' ? cell / 100 : cell;
}

/** What XML can hold, and what looks like its escape of it (`_x0041_`) escaped once more. */
function cleanText(text: string): string {
  return text
    .slice(0, LONGEST_CELL)
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]|\p{Cs}|[\uFFFE\uFFFF]/gu, '')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

function sheetName(name: string): string {
  return name.replace(/[*?:\\/[\]']/g, ' ').slice(0, LONGEST_NAME);
}

function widthOf(
  title: string,
  kind: ColumnKind,
  rows: readonly (readonly SheetCell[])[],
  index: number,
): number {
  const own = kind === 'day' ? 11 : kind === 'yuan' ? 14 : 0;
  const texts = kind === 'text' ? rows.slice(0, WIDTHS.looked).map((row) => String(row[index] ?? '')) : [];
  const widest = Math.max(own, ...[title, ...texts].map(lettersWide));
  return Math.min(WIDTHS.most, Math.max(WIDTHS.least, widest + 2));
}

/** A Han character is as wide as two figures. */
function lettersWide(text: string): number {
  let wide = 0;
  for (const letter of text.split('\n', 1)[0] ?? '') wide += /[\u2E80-\uFFEF]/.test(letter) ? 2 : 1;
  return wide;
}
