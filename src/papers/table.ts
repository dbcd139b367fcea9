/** Ruled tables: cells wrap, rows break over pages with the head repeated. */
import type { Filled, Piece } from './fill.ts';
import type { Item } from './flow.ts';
import type { Slot } from './fonts.ts';
import { type Line, setLines } from './set-lines.ts';
import { AREA, PITCH, type Sheet } from './sheet.ts';

type Table = Extract<Filled, { kind: 'table' }>;
type Align = 'left' | 'centre' | 'right';
type Column = { left: number; width: number; align: Align };

const SIZE = 12;
const LINE = 17;
const PADDING = 5;
/** Room to write by hand: in a form's row, or in a column that stands empty. */
const FORM_ROW = 29;
const RULE = 0.6;
const WIDE = 0.35;

/** A table with a head, or a form without one whose rows leave room for handwriting. */
export function tableItems(table: Table, sheet: Sheet): Item[] {
  const isForm = table.head.length === 0;
  const share = table.widths.reduce((sum, width) => sum + width, 0);
  let left = AREA.left;
  const columns = table.widths.map((width, index): Column => {
    const column = { left, width: (width / share) * AREA.width, align: 'left' as Align };
    left += column.width;
    column.align = alignOf(
      table.rows.map((row) => row[index] ?? []),
      column,
      isForm,
    );
    return column;
  });
  const heading = columns.map((column) => ({ ...column, align: 'centre' as const }));
  const header = isForm ? undefined : rowItems(table.head, heading, 'heading', 0, sheet)[0];
  const most = AREA.height - (header?.height ?? 0);
  const isByHand = isForm || columns.some((_, index) => table.rows.every((row) => row[index]?.length === 0));
  const rows = table.rows.flatMap((row) =>
    rowItems(row, columns, 'body', isByHand ? FORM_ROW : 0, sheet, most),
  );
  if (header === undefined) return rows;
  return [{ ...header, keep: 'next' }, ...rows.map((row) => ({ ...row, header }))];
}

/** The space a table leaves below itself. */
export function spaceAfterTable(): Item {
  return { height: PITCH / 3, isSpace: true, draw: () => {} };
}

function rowItems(
  cells: readonly (readonly Piece[])[],
  columns: readonly Column[],
  slot: Slot,
  least: number,
  sheet: Sheet,
  most = AREA.height,
): Item[] {
  const set = cells.map((cell, index) => linesOf(cell, columns[index]!, slot));
  const perPage = Math.floor((most - 2 * PADDING) / LINE);
  const count = Math.max(1, ...set.map((lines) => lines.length));
  const items: Item[] = [];
  for (let from = 0; from < count; from += perPage) {
    const part = set.map((lines) => lines.slice(from, from + perPage));
    const height = Math.max(least, Math.max(1, ...part.map((lines) => lines.length)) * LINE + 2 * PADDING);
    items.push({ height, draw: (top) => drawRow(part, columns, top, height, sheet) });
  }
  return items;
}

function drawRow(
  cells: readonly (readonly Line[])[],
  columns: readonly Column[],
  top: number,
  height: number,
  sheet: Sheet,
): void {
  for (const [index, lines] of cells.entries()) {
    const { left, width, align } = columns[index]!;
    sheet.doc.lineWidth(RULE).strokeColor('black').rect(left, top, width, height).stroke();
    const first = top + (height - lines.length * LINE) / 2;
    for (const [no, line] of lines.entries()) {
      const slack = width - 2 * PADDING - line.width;
      const shift = align === 'centre' ? slack / 2 : align === 'right' ? slack : 0;
      sheet.write(line, left + PADDING + shift, first + no * LINE + (LINE - SIZE) / 2);
    }
  }
}

function linesOf(cell: readonly Piece[], column: Column, slot: Slot): Line[] {
  return setLines(cell, { slot, size: SIZE, width: column.width - 2 * PADDING });
}

/** Amounts stand to the right, short texts in narrow columns in the middle, all else to the left. */
function alignOf(cells: readonly (readonly Piece[])[], column: Column, isForm: boolean): Align {
  const texts = cells.map((cell) => cell.map((piece) => piece.text).join(''));
  if (texts.every((text) => /^[\d,]+\.\d\d$/.test(text))) return 'right';
  if (isForm || column.width > AREA.width * WIDE) return 'left';
  const isShort = cells.every((cell) => linesOf(cell, column, 'body').length === 1);
  return isShort ? 'centre' : 'left';
}
