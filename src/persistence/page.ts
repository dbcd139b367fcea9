/** Cursor pages: a list is read from the last row one has seen, so that nothing is skipped or shown twice when rows arrive. */
import { Refusal } from '../domain/refusal.ts';
import type { Em } from './orm.ts';

export type Page<T> = {
  items: T[];
  nextCursor: string | null;
  /** Only where it was asked how many there are, and not which. */
  total?: number;
};

/** A column a list may be sorted by: its SQL, never null. */
export type SortColumns = Record<string, string>;

export type PageAsked = {
  sort: string;
  limit: number;
  cursor?: string | undefined;
  /** `count`: only how many there are. */
  format?: string | undefined;
};

const isCount = ({ format }: PageAsked) => format === 'count';

export function readSort(asked: PageAsked, columns: SortColumns): { column: string; isDescending: boolean } {
  const isDescending = asked.sort.startsWith('-');
  const column = columns[asked.sort.replace(/^-/, '')];
  if (column === undefined)
    throw new Refusal('list/unknown-sort', { sort: asked.sort, known: Object.keys(columns) });
  return { column, isDescending };
}

/** SQL after the `where` conditions: the cursor, the order, one row more than asked. `id` is the table's unique column. */
export function pageSql(
  asked: PageAsked,
  columns: SortColumns,
  id: string,
): { after: string; tail: string; params: unknown[] } {
  const { column, isDescending } = readSort(asked, columns);
  if (isCount(asked)) return { after: '', tail: '', params: [] };
  const order = isDescending ? 'desc' : 'asc';
  const tail = ` order by ${column} ${order}, ${id} ${order} limit ${asked.limit + 1}`;
  if (asked.cursor === undefined) return { after: '', tail, params: [] };
  return {
    after: ` and (${column}, ${id}) ${isDescending ? '<' : '>'} (?, ?)`,
    tail,
    params: readCursor(asked.cursor),
  };
}

/** Reads a page; each row carries its sort value as `sortValue`. Refuses a cursor that is of another list, or no cursor at all. */
export async function readPage<T extends { id: string }>(
  em: Em,
  sql: string,
  values: unknown[],
  asked: PageAsked,
): Promise<Page<T>> {
  if (isCount(asked)) {
    const [row] = await em.execute<{ total: number }[]>(
      `select count(*)::int as total from (${sql}) counted`,
      values,
    );
    return { items: [], nextCursor: null, total: row?.total ?? 0 };
  }
  try {
    return toPage(await em.execute<(T & { sortValue: unknown })[]>(sql, values), asked.limit);
  } catch (error) {
    // Class 22: a value that is not of its column's type.
    const isBadValue = error instanceof Error && 'code' in error && String(error.code).startsWith('22');
    if (asked.cursor !== undefined && isBadValue) throw new Refusal('list/bad-cursor');
    throw error;
  }
}

/** Cuts the extra row off and makes the cursor of the last one. */
function toPage<T extends { id: string }>(rows: (T & { sortValue: unknown })[], limit: number): Page<T> {
  const kept = rows.slice(0, limit);
  const last = kept.at(-1);
  const nextCursor =
    rows.length > limit && last !== undefined
      ? Buffer.from(JSON.stringify([last.sortValue, last.id])).toString('base64url')
      : null;
  return { items: kept.map(({ sortValue: _, ...item }) => item as unknown as T), nextCursor };
}

function readCursor(cursor: string): unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(parts) && parts.length === 2 && parts.every(isValue)) return parts;
  } catch {
    // falls through: not one of ours
  }
  throw new Refusal('list/bad-cursor');
}

/** A text without control characters, which PostgreSQL's protocol does not bear. */
function isValue(part: unknown): part is string {
  return typeof part === 'string' && !/\p{Cc}/u.test(part);
}

/** For `ilike`: what contains this text as it stands. */
export const containing = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
