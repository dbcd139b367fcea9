/** What all lists share: the query of a page, and the same rows as a CSV file or a workbook. */
import type { Response } from 'express';
import { z } from 'zod';
import { isDay } from '../domain/day.ts';
import { parseYuan } from '../domain/money.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Page } from '../persistence/page.ts';
import { type SheetCell, type SheetColumn, writeWorkbook } from '../sheets/write-workbook.ts';
import { line } from './fields.ts';
import { FileAnswer } from './file-answer.ts';

export const listFormats = ['json', 'count', 'csv', 'xlsx'] as const;
export type ListFormat = (typeof listFormats)[number];

/** The media types of a list beside JSON. */
export const tableTypes = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const satisfies Record<Exclude<ListFormat, 'json' | 'count'>, string>;

/** A table taken along is the whole list, unless a page is asked for; what lies beyond is reached by `X-Next-Cursor`. */
const WHOLE_LIST = 20_000;

export function pageQuery(sorts: readonly string[], first: string) {
  const all = sorts.flatMap((sort) => [sort, `-${sort}`]);
  return z.strictObject({
    sort: z.enum(all as [string, ...string[]]).default(first),
    limit: z.coerce.number().int().min(1).max(500).default(50),
    cursor: z.string().max(500).optional(),
    format: z.enum(listFormats).default('json'),
  });
}

/** A page as JSON; where only the count was asked for, `total` alone is filled in. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({
    items: z.array(item),
    nextCursor: z.string().nullable(),
    total: z.int().optional().meta({ description: 'format=count 时给出总数，不给出各行' }),
  });

const PERSONAL = /(?<!\d)(1[3-9]\d{9}|\d{17}[\dx]|0[1-9]\d{1,2}-?\d{7,8})(?!\d)/i;

/** What a list is searched for. A query stands in addresses and histories: numbers of people are not searched this way. */
export const searchWords = line(50)
  .meta({ description: '姓名、名称（可用拼音或者首字母）、编号的一部分；几个词用空格隔开，都符合的才列出' })
  .transform((q) => {
    needNoNumber(q);
    return q;
  });

/** Refuses `search/personal-number`: what goes into an address, or is kept as one, holds no number of a person. */
export function needNoNumber(said: string): void {
  const folded = said.normalize('NFKC');
  // Also as they are read out, in groups.
  if (PERSONAL.test(folded) || PERSONAL.test(folded.replace(/(?<=\d)[\s-]+(?=[\dx])/gi, '')))
    throw new Refusal('search/personal-number');
}

export type CsvColumns<T> = Record<string, (item: T) => string | number | null>;

/** The query as its list reads it: a table whose `limit` was not asked for has all rows. */
export function wholeList<Q>(query: Q, asked: object): Q {
  const { format } = query as { format?: ListFormat };
  const isTable = format !== 'json' && format !== 'count';
  return isTable && !('limit' in asked) ? { ...query, limit: WHOLE_LIST } : query;
}

/** Answers JSON, or the same rows as a CSV file that spreadsheets open as text, or as a workbook. */
export function sendPage<T>(
  response: Response,
  query: { format: ListFormat },
  page: Page<T>,
  columns: CsvColumns<T>,
  name: string,
): Page<T> | FileAnswer | Promise<FileAnswer> {
  if (query.format === 'count')
    return { items: [], nextCursor: null, total: page.total ?? page.items.length };
  if (query.format === 'json') return page;
  response.set('X-Next-Cursor', page.nextCursor ?? '');
  if (query.format === 'xlsx') return typedPage(page, columns, name);
  const rows = [
    Object.keys(columns),
    ...page.items.map((item) => Object.values(columns).map((read) => read(item))),
  ];
  const content = `\uFEFF${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
  const headers = {
    'Content-Type': `${tableTypes.csv}; charset=utf-8`,
    'Content-Disposition': attachment(`${name}.csv`),
  };
  return new FileAnswer(content, headers, page.items.length);
}

const attachment = (name: string) => `attachment; filename*=UTF-8''${encodeURIComponent(name)}`;

/** A workbook as a file to be saved. */
export function workbookFile(name: string, bytes: Buffer, rowCount?: number): FileAnswer {
  const headers = {
    'Content-Type': tableTypes.xlsx,
    'Content-Disposition': attachment(`${name}.xlsx`),
  };
  return new FileAnswer(bytes, headers, rowCount);
}

async function typedPage<T>(page: Page<T>, columns: CsvColumns<T>, name: string): Promise<FileAnswer> {
  const bytes = await writeWorkbook(name, ...typedTable(page.items, columns));
  return workbookFile(name, bytes, page.items.length);
}

/** A list's columns give texts; a title with 元 has amounts, a column of days or numbers throughout is one of days or numbers. */
function typedTable<T>(items: readonly T[], columns: CsvColumns<T>): [SheetColumn[], SheetCell[][]] {
  const read = Object.values(columns);
  const rows = items.map((item) => read.map((cell) => cell(item)));
  const kinds = Object.keys(columns).map((title, index) =>
    kindOf(
      title,
      rows.map((row) => row[index] ?? null),
    ),
  );
  return [
    Object.keys(columns).map((title, index) => ({ title, kind: kinds[index] ?? 'text' })),
    rows.map((row) =>
      row.map((cell, index) =>
        kinds[index] === 'yuan' && typeof cell === 'string' ? parseYuan(cell) : cell,
      ),
    ),
  ];
}

function kindOf(title: string, cells: readonly SheetCell[]): SheetColumn['kind'] {
  const filled = cells.filter((cell) => cell !== null);
  const areAll = (is: (cell: string | number) => boolean) => filled.length > 0 && filled.every(is);
  if (/元[）)]$/.test(title) && areAll((cell) => /^\d{1,11}(\.\d{1,2})?$/.test(String(cell)))) return 'yuan';
  if (areAll((cell) => typeof cell === 'string' && isDay(cell))) return 'day';
  return areAll((cell) => Number.isSafeInteger(cell)) ? 'integer' : 'text';
}

/** A cell that begins like a formula is quoted as text, so that a spreadsheet does not run it. */
function csvCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r＝＋－＠]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
