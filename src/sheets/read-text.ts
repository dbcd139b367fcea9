/** CSV, TSV and what is pasted from a spreadsheet, in UTF-8, UTF-16 or GB18030. */
import { CsvError, parse } from 'csv-parse/sync';
import { Refusal } from '../domain/refusal.ts';
import { limits } from './limits.ts';

/** Refuses `sheet/unreadable` for what is text in none of the encodings spreadsheets save in. */
export function decodeText(bytes: Buffer): string {
  const encodings =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? ['utf-16le']
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? ['utf-16be']
        : ['utf-8', 'gb18030'];
  for (const encoding of encodings) {
    const text = decodeAs(encoding, bytes);
    if (text !== null && !text.includes('\0')) return text;
  }
  throw new Refusal('sheet/unreadable');
}

function decodeAs(encoding: string, bytes: Buffer): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** One more than may be, so that one too many is noticed. */
const ONE_TOO_MANY = limits.rows + 1;

/** Refuses `sheet/open-quote` with the line where a quotation begins that never ends. */
export function readText(text: string): string[][] {
  try {
    return parse(text.replace(/^\uFEFF/, ''), {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      to: ONE_TOO_MANY,
    });
  } catch (error) {
    if (error instanceof CsvError && error.code === 'CSV_QUOTE_NOT_CLOSED')
      throw new Refusal('sheet/open-quote', { line: Number(error.lines ?? 0) });
    throw error instanceof CsvError ? new Refusal('sheet/unreadable') : error;
  }
}

const DELIMITERS = ['\t', ',', ';', '，', '|'] as const;
const LINES_LOOKED_AT = 20;

/** The delimiter most lines have: a tab wins over all others, as what is pasted from a spreadsheet has tabs and may have commas. */
function delimiterOf(text: string): string {
  const lines = text.split(/\r?\n/, LINES_LOOKED_AT).map((line) => line.replace(/"[^"]*"/g, ''));
  const having = (delimiter: string) => lines.filter((line) => line.includes(delimiter)).length;
  if (having('\t') > 0) return '\t';
  return DELIMITERS.reduce((best, one) => (having(one) > having(best) ? one : best), ',');
}
