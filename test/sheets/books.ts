/** Sheets as people hand them in. */
import ExcelJS from 'exceljs';
import type { Refusal } from '../../src/domain/refusal.ts';
import { refused } from '../law/refused.ts';

type Value = ExcelJS.CellValue;

/** A workbook as Excel saves it, each sheet by its name. */
export async function bookOf(
  sheets: Record<string, readonly (readonly Value[])[]>,
  more?: (book: ExcelJS.Workbook) => void,
): Promise<{ name: string; bytes: Buffer }> {
  const book = new ExcelJS.Workbook();
  for (const [name, rows] of Object.entries(sheets)) book.addWorksheet(name).addRows(rows as Value[][]);
  more?.(book);
  return { name: '表.xlsx', bytes: Buffer.from(await book.xlsx.writeBuffer()) };
}

export const fileOf = (bytes: Buffer | string, name = '表.csv') => ({
  name,
  bytes: Buffer.from(bytes as Buffer),
});

/** The refusal a promise ends in. */
export async function refusedLater(promise: Promise<unknown>): Promise<Pick<Refusal, 'code' | 'facts'>> {
  const outcome = await promise.then(
    () => () => undefined,
    (error: unknown) => () => {
      throw error;
    },
  );
  return refused(outcome);
}
