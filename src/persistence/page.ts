/** Cursor pages: a list is read from the last row one has seen, so that nothing is skipped or shown twice when rows arrive. */
import { Refusal } from '../domain/refusal.ts';

export type Page<T> = { items: T[]; nextCursor: string | null };

/** A column a list may be sorted by: its SQL, never null. */
export type SortColumns = Record<string, string>;

export type PageAsked = { sort: string; limit: number; cursor?: string | undefined };

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
  const order = isDescending ? 'desc' : 'asc';
  const tail = ` order by ${column} ${order}, ${id} ${order} limit ${asked.limit + 1}`;
  if (asked.cursor === undefined) return { after: '', tail, params: [] };
  return {
    after: ` and (${column}, ${id}) ${isDescending ? '<' : '>'} (?, ?)`,
    tail,
    params: readCursor(asked.cursor),
  };
}

/** Cuts the extra row off and makes the cursor of the last one; each row carries its sort value as `sortValue`. */
export function toPage<T extends { id: string; sortValue: unknown }>(
  rows: T[],
  limit: number,
): Page<Omit<T, 'sortValue'>> {
  const kept = rows.slice(0, limit);
  const last = kept.at(-1);
  const nextCursor =
    rows.length > limit && last !== undefined
      ? Buffer.from(JSON.stringify([last.sortValue, last.id])).toString('base64url')
      : null;
  return { items: kept.map(({ sortValue: _, ...item }) => item), nextCursor };
}

function readCursor(cursor: string): unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(parts) && parts.length === 2) return parts;
  } catch {
    // falls through: not one of ours
  }
  throw new Refusal('list/bad-cursor');
}
