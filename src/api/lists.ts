/** What all lists share: the query of a page, and the same rows as CSV. */
import type { Response } from 'express';
import { z } from 'zod';
import type { Page } from '../persistence/page.ts';

export function pageQuery(sorts: readonly string[], first: string) {
  const all = sorts.flatMap((sort) => [sort, `-${sort}`]);
  return z.strictObject({
    sort: z.enum(all as [string, ...string[]]).default(first),
    limit: z.coerce.number().int().min(1).max(500).default(50),
    cursor: z.string().max(500).optional(),
    format: z.enum(['json', 'csv']).default('json'),
  });
}

export type CsvColumns<T> = Record<string, (item: T) => string | number | null>;

/** Answers JSON, or the same page as a CSV file that spreadsheets open as text. */
export function sendPage<T>(
  response: Response,
  query: { format: 'json' | 'csv' },
  page: Page<T>,
  columns: CsvColumns<T>,
  name: string,
): Page<T> | undefined {
  if (query.format === 'json') return page;
  const rows = [
    Object.keys(columns),
    ...page.items.map((item) => Object.values(columns).map((read) => read(item))),
  ];
  response
    .type('text/csv; charset=utf-8')
    .set('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}.csv`)
    .set('X-Next-Cursor', page.nextCursor ?? '')
    .send(`\uFEFF${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`);
  return undefined;
}

/** A cell that begins like a formula is quoted as text, so that a spreadsheet does not run it. */
function csvCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r＝＋－＠]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
