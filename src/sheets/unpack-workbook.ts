/**
 * Runs in a process of its own, which may be ended: a workbook of a few bytes can ask for a row or a column a million places away,
 * and a thread that runs out of memory takes its process with it.
 */
import readWorkbook from 'read-excel-file/universal';
import { cellText } from './cell-text.ts';
import { limits } from './limits.ts';

export type Unpacked =
  | { sheets: { name: string; rows: string[][] }[] }
  | { tooLarge: { name: string; rows: number; columns: number } }
  | { unreadable: string };

async function unpack(bytes: Uint8Array): Promise<Unpacked> {
  // Numbers stay the text they are in the file until it is known what they mean.
  const options = { trim: false, parseNumber: (text: string) => ({ number: text }) };
  const read = await readWorkbook(new Blob([bytes as Uint8Array<ArrayBuffer>]), options);
  const tooLarge = read.find(
    ({ data }) => data.length > limits.rows || (data[0]?.length ?? 0) > limits.columns,
  );
  if (tooLarge !== undefined) {
    const { sheet: name, data } = tooLarge;
    return { tooLarge: { name, rows: data.length, columns: data[0]?.length ?? 0 } };
  }
  return {
    sheets: read.map(({ sheet: name, data }) => ({ name, rows: data.map((row) => row.map(cellText)) })),
  };
}

process.once('message', (bytes) => {
  void unpack(bytes as Uint8Array)
    .catch((error: unknown): Unpacked => ({ unreadable: error instanceof Error ? error.name : '' }))
    .then((answer) => process.send?.(answer));
});
process.once('disconnect', () => process.exit());
