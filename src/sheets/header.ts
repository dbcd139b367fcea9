/** The head of a sheet: which line it is, and which column means what, by any of the names people give it. */
import { Refusal } from '../domain/refusal.ts';

/** The names of each column; a name further to the front wins where a sheet has several. */
export type ColumnNames<C extends string> = Readonly<Record<C, readonly string[]>>;
/** `isInTenThousands`: the title says 万元. */
export type Column = { index: number; title: string; isInTenThousands: boolean };
/** `at` is the index of the head's row; a sheet often has a title above it. */
export type Header<C extends string> = { at: number; columns: Partial<Record<C, Column>> };

const ROWS_LOOKED_AT = 20;
/** One word alone may stand in any title. */
const LEAST = 2;

/** Refuses `sheet/no-header`, `sheet/missing-column` for what is needed, `sheet/doubled-column` where two columns have one name. */
export function findHeader<C extends string>(
  rows: readonly (readonly string[])[],
  names: ColumnNames<C>,
  needed: readonly C[],
): Header<C> {
  const nameOf = (column: C) => names[column][0] ?? column;
  const found = rows
    .slice(0, ROWS_LOOKED_AT)
    .map((row, at) => ({ at, row, size: countKnown(row, names) }))
    .reduce((best, one) => (one.size > best.size ? one : best), {
      at: 0,
      row: [] as readonly string[],
      size: 0,
    });
  if (found.size < Math.min(LEAST, needed.length))
    throw new Refusal('sheet/no-header', {
      rows: Math.min(rows.length, ROWS_LOOKED_AT),
      columns: needed.map(nameOf),
    });
  const columns = matchColumns(found.row, names);
  const missing = needed.filter((column) => columns[column] === undefined);
  if (missing.length > 0)
    throw new Refusal('sheet/missing-column', { row: found.at + 1, columns: missing.map(nameOf) });
  return { at: found.at, columns };
}

function countKnown<C extends string>(row: readonly string[], names: ColumnNames<C>): number {
  const all = new Set(Object.values<readonly string[]>(names).flat());
  return new Set(row.map(plainTitle).filter((title) => all.has(title))).size;
}

function matchColumns<C extends string>(
  row: readonly string[],
  names: ColumnNames<C>,
): Partial<Record<C, Column>> {
  const titles = row.map(plainTitle);
  const columns: Partial<Record<C, Column>> = {};
  for (const column of Object.keys(names) as C[]) {
    const name = names[column].find((one) => titles.includes(one));
    if (name === undefined) continue;
    const index = titles.indexOf(name);
    const second = titles.indexOf(name, index + 1);
    if (second >= 0)
      throw new Refusal('sheet/doubled-column', { column: name, first: index + 1, second: second + 1 });
    const title = (row[index] ?? '').replace(/\s+/g, '');
    columns[column] = { index, title, isInTenThousands: title.normalize('NFKC').includes('万元') };
  }
  return columns;
}

/** `* 欠薪 金额（元）：` -> `欠薪金额` */
function plainTitle(title: string): string {
  return title
    .normalize('NFKC')
    .replace(/[\s*:_★]/g, '')
    .replace(/\([^()]*\)|\[[^[\]]*\]/g, '');
}
