/** READING: workbooks and pasted tables into rows of text, within limits; what a row means is for its own reader. */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Refusal } from '../domain/refusal.ts';
import { limits } from './limits.ts';
import { decodeText, readText } from './read-text.ts';
import type { Unpacked } from './unpack-workbook.ts';
import { unpackedSize } from './unpacked-size.ts';

/** A file with its name, or what was pasted. */
export type TableSource = { name: string; bytes: Buffer } | { text: string };

/**
 * The first sheet that holds anything. `rows[0]` is the sheet's first row, empty rows between included, so that the index tells the
 * row a person sees; ends of empty cells and rows are cut off. `unread` names the other sheets that hold something.
 */
export type Table = { sheet: string | null; rows: string[][]; unread: string[] };

/** Refuses `sheet/…`: too large, unreadable, an old or locked workbook, empty. */
export async function readTable(source: TableSource): Promise<Table> {
  const size = 'text' in source ? Buffer.byteLength(source.text) : source.bytes.length;
  if (size > limits.bytes) throw tooLarge(limits.bytes);
  const sheets = await sheetsOf(source);
  const [first, ...others] = sheets
    .map(({ name, rows }) => ({ name, rows: cutEnds(rows) }))
    .filter(({ rows }) => rows.length > 0);
  if (first === undefined) throw new Refusal('sheet/empty');
  const columns = Math.max(...first.rows.map((row) => row.length));
  if (first.rows.length > limits.rows || columns > limits.columns) throw tooMany(first.rows.length, columns);
  return { sheet: first.name, rows: first.rows, unread: others.map(({ name }) => name ?? '') };
}

type Sheet = { name: string | null; rows: string[][] };

async function sheetsOf(source: TableSource): Promise<Sheet[]> {
  if ('text' in source) return [{ name: null, rows: readText(source.text) }];
  const { bytes } = source;
  const head = bytes.subarray(0, 4).toString('hex');
  // Saved before 2007, or locked with a password, which wraps the workbook in the old format.
  if (head === 'd0cf11e0') throw new Refusal('sheet/old-or-locked');
  if (head === '504b0304') return readWorkbook(bytes);
  if (/\.(xlsx|xlsm|xls|et|ods|numbers|pdf|docx?)$/i.test(source.name) || head === '25504446')
    throw new Refusal('sheet/unreadable');
  return [{ name: null, rows: readText(decodeText(bytes)) }];
}

async function readWorkbook(bytes: Buffer): Promise<Sheet[]> {
  const packed = unpackedSize(bytes);
  if (packed === null || !packed.names.includes('xl/workbook.xml')) throw new Refusal('sheet/unreadable');
  if (packed.bytes > limits.unpackedBytes) throw tooLarge(limits.unpackedBytes);
  const unpacked = await inTurn(() => unpackApart(bytes));
  if ('unreadable' in unpacked) throw new Refusal('sheet/unreadable');
  if ('tooLarge' in unpacked) throw tooMany(unpacked.tooLarge.rows, unpacked.tooLarge.columns);
  return unpacked.sheets;
}

let last: Promise<unknown> = Promise.resolve();

/** One workbook after the other: each may need hundreds of megabytes. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(work, work);
  last = mine.catch(() => undefined);
  return mine;
}

/** Ends the process when its time is used up; its memory ends it by itself, and nobody else's. */
function unpackApart(bytes: Buffer): Promise<Unpacked> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL('./unpack-workbook.ts', import.meta.url)), {
      serialization: 'advanced',
      execArgv: [`--max-old-space-size=${limits.heapMegabytes}`],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const settle = (how: () => void) => {
      clearTimeout(timer);
      child.removeAllListeners();
      child.kill('SIGKILL');
      how();
    };
    const giveUp = () => settle(() => reject(tooLarge(limits.unpackedBytes)));
    const timer = setTimeout(giveUp, limits.seconds * 1000);
    child.once('message', (answer) => settle(() => resolve(answer as Unpacked)));
    child.once('exit', giveUp);
    child.once('error', (error) => settle(() => reject(error)));
    child.send(bytes, () => undefined);
  });
}

const tooLarge = (bytes: number) => new Refusal('sheet/too-large', { megabytes: bytes / 1024 / 1024 });

function tooMany(rows: number, columns: number): Refusal {
  return new Refusal('sheet/too-many-cells', {
    rows,
    columns,
    mostRows: limits.rows,
    mostColumns: limits.columns,
  });
}

function cutEnds(rows: readonly string[][]): string[][] {
  const cut = rows.map((row) => row.slice(0, row.findLastIndex((cell) => cell.trim() !== '') + 1));
  return cut.slice(0, cut.findLastIndex((row) => row.length > 0) + 1);
}
