/** Makes items of fixed height out of the filled wording: each line style with its size, place and room. */
import type { Filled, Piece } from './fill.ts';
import type { Item } from './flow.ts';
import type { Slot } from './fonts.ts';
import { type Line, type Setting, setLines } from './set-lines.ts';
import { ADVANCE, AREA, BODY, PITCH, type Sheet } from './sheet.ts';
import { closingItems, imprintItems, signatureItems, signedItems, tearItem } from './sign.ts';
import { spaceAfterTable, tableItems } from './table.ts';
import type { LineStyle } from './wording.ts';

type Style = {
  slot: Slot;
  size: number;
  pitch: number;
  align: 'full' | 'left' | 'centre' | 'right';
  indent?: number;
  /** Lines left empty above. */
  above?: number;
  colour?: string;
  keep?: 'next';
};

const body = { slot: 'body', size: BODY, pitch: PITCH } as const;
const styles: Readonly<Record<Exclude<LineStyle, 'imprint' | 'mark'>, Style>> = {
  title: { slot: 'title', size: 22, pitch: 36, align: 'centre', keep: 'next' },
  heading: { ...body, slot: 'heading', align: 'full', indent: 2 * ADVANCE, keep: 'next' },
  subheading: { ...body, slot: 'kai', align: 'full', indent: 2 * ADVANCE, keep: 'next' },
  paragraph: { ...body, align: 'full', indent: 2 * ADVANCE },
  numbered: { ...body, align: 'full', indent: 2 * ADVANCE },
  left: { ...body, align: 'left' },
  right: { ...body, align: 'right' },
  centre: { ...body, align: 'centre' },
  number: { ...body, align: 'right' },
  urgency: { ...body, slot: 'heading', align: 'left', keep: 'next' },
  receiver: { ...body, align: 'left' },
  note: { ...body, align: 'full', indent: 2 * ADVANCE },
};

/** The slot whose fonts a filled part is set in. */
export function slotOf(style: LineStyle): Slot {
  if (style === 'mark') return 'title';
  return style === 'imprint' ? 'note' : styles[style].slot;
}

export function compose(filled: readonly Filled[], sheet: Sheet): Item[] {
  const items: Item[] = [];
  let opensPage = false;
  for (const [index, part] of filled.entries()) {
    const made = part.kind === 'page' ? [] : itemsOf(part, sheet, items);
    // Parts of one form stand without a gap, so that a row may be left out.
    if (isForm(part) && isForm(filled[index + 1])) made.pop();
    if (part.kind === 'page') opensPage = true;
    const last = made.at(-1);
    // What announces a table stays with its head.
    if (last && part.kind === 'line' && filled[index + 1]?.kind === 'table') last.keep ??= 'next';
    const [first] = made;
    if (first && opensPage) {
      first.opensPage = true;
      opensPage = false;
    }
    items.push(...made);
  }
  return items;
}

function isForm(part: Filled | undefined): boolean {
  return part?.kind === 'table' && part.head.length === 0;
}

function itemsOf(part: Exclude<Filled, { kind: 'page' }>, sheet: Sheet, before: Item[]): Item[] {
  switch (part.kind) {
    case 'line':
      if (part.style === 'imprint') return keepLast(before, imprintItems(part.pieces, sheet));
      return part.style === 'mark' ? [] : lineItems(part.style, part.pieces, sheet);
    case 'gap':
      return [{ height: PITCH, isSpace: true, draw: () => {} }];
    case 'tear':
      return [tearItem(sheet)];
    case 'table':
      return [...tableItems(part, sheet), spaceAfterTable()];
    case 'signature':
      return signatureItems(part, sheet);
    case 'signed':
      return signedItems(part, sheet);
    case 'closing':
      return keepLast(before, closingItems(part, sheet));
    case 'together': {
      const inner = compose(part.body, sheet);
      for (const item of inner.slice(0, -1)) item.keep ??= 'group';
      return part.body.some(({ kind }) => kind === 'closing' || kind === 'signature' || kind === 'signed')
        ? keepLast(before, inner)
        : inner;
    }
  }
}

/** No page of signatures, seal or copies alone: the two lines before come along. */
function keepLast(before: readonly Item[], items: Item[]): Item[] {
  let lines = 2;
  for (const item of before.toReversed()) {
    if (lines === 0) break;
    item.keep = 'next';
    if (!item.isSpace) lines -= 1;
  }
  return items;
}

function lineItems(
  name: Exclude<LineStyle, 'imprint' | 'mark'>,
  pieces: readonly Piece[],
  sheet: Sheet,
): Item[] {
  const style = styles[name];
  const lines = name === 'title' ? balanced(pieces, style) : setLines(pieces, settingOf(style, AREA.width));
  return lines.map((line, index) => ({
    // The letter's number stands in the same row, at the right.
    height: name === 'urgency' ? 0 : style.pitch,
    keep: style.keep,
    draw: (top) => {
      if (index === 0 && name === 'heading') sheet.doc.outline.addItem(textOf(pieces));
      const slack = AREA.width - line.width;
      const shift = style.align === 'centre' ? slack / 2 : style.align === 'right' ? slack : 0;
      sheet.write(line, AREA.left + shift, top + (style.pitch - style.size) / 2, style.colour);
    },
  }));
}

function settingOf(style: Style, width: number): Setting {
  const advance = style.size === BODY ? ADVANCE : style.size;
  return {
    slot: style.slot,
    size: style.size,
    width,
    advance,
    indent: style.indent ?? 0,
    isFull: style.align === 'full',
  };
}

/** A title of several lines is set in lines of like length. */
function balanced(pieces: readonly Piece[], style: Style): Line[] {
  const lines = setLines(pieces, settingOf(style, AREA.width));
  let best = lines;
  for (let width = AREA.width - style.size; lines.length > 1 && width > AREA.width / 3; width -= style.size) {
    const narrower = setLines(pieces, settingOf(style, width));
    if (narrower.length > lines.length) break;
    best = narrower;
  }
  return best;
}

export function textOf(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => piece.text)
    .join('')
    .replaceAll('\u2060', '');
}
