/** What of a case file is drawn: cover, index, the pages of photographs, the sheets of what cannot be bound. */
import { caseFileWords as words } from '../../templates/zh-CN/case-file-words.ts';
import type { Day } from '../domain/day.ts';
import { writeDay } from './blanks.ts';
import type { CaseFileItem } from './case-file.ts';
import type { Piece } from './fill.ts';
import { flow, type Item } from './flow.ts';
import { findGlyphs, type Slot } from './fonts.ts';
import { clustersOf } from './kinsoku.ts';
import { setLines } from './set-lines.ts';
import { AREA, BODY, MM, openSheet, PAGE, PITCH, type Sheet } from './sheet.ts';
import { tableItems } from './table.ts';

export type CaseFileCover = {
  /** The mediation body whose file it is. */
  issuer: string;
  /** The case's number. */
  number: string;
  cause: string;
  workers: readonly string[];
  employers: readonly string[];
  receivedOn: Day;
  acceptedOn: Day | null;
  closedOn: Day | null;
  mediator: string;
  /** What came of it, in words. */
  outcome: string;
  /** For how long it is kept, in words. */
  retention: string;
  boundOn: Day;
};

/** How an item is bound: pages of its own PDF, a photograph, or a sheet in its place. */
export type Leaf =
  | { kind: 'pages'; count: number }
  | { kind: 'jpeg' }
  | { kind: 'png' }
  | { kind: 'sheet'; why: keyof typeof words.reasons };

export type Bound = { item: CaseFileItem; leaf: Leaf; firstPage: number; lastPage: number };

/** `before`: pages of cover and index; after them one page for every item that is not a PDF of its own. */
export type Front = { pdf: Buffer; before: number };

/** Where a photograph stands on its page, under its caption, in points from the left and the top. */
export const PHOTO = {
  left: 20 * MM,
  top: 27 * MM,
  width: PAGE.width - 40 * MM,
  height: PAGE.height - 55 * MM,
} as const;

export async function drawFront(cover: CaseFileCover, bound: readonly Bound[]): Promise<Front> {
  const sheet = openSheet({
    title: words.title,
    subject: words.title,
    author: cover.issuer,
    issuedOn: cover.boundOn,
  });
  const coverPages = onPages(sheet, coverItems(cover, bound, sheet));
  const indexPages = onPages(sheet, [
    line(sheet, words.index, 'title', 22, 44),
    ...tableItems(indexTable(bound), sheet),
  ]);
  for (const { item, leaf } of bound) {
    if (leaf.kind === 'pages') continue;
    if (leaf.kind === 'sheet') {
      onPages(sheet, [
        line(sheet, words.sheet, 'title', 22, 44),
        ...tableItems(sheetTable(item, leaf.why), sheet),
      ]);
      continue;
    }
    sheet.newPage();
    drawCaption(item, sheet);
    // Turned as the camera noted; a PNG is put in its place when the file is bound.
    if (leaf.kind === 'jpeg' && item.bytes)
      sheet.doc.image(item.bytes, PHOTO.left, PHOTO.top, {
        fit: [PHOTO.width, PHOTO.height],
        align: 'center',
        valign: 'center',
      });
  }
  return { pdf: await sheet.end(), before: coverPages + indexPages };
}

function coverItems(cover: CaseFileCover, bound: readonly Bound[], sheet: Sheet): Item[] {
  const extent = words.extentOf
    .replace('{items}', String(bound.length))
    .replace('{pages}', String(bound.at(-1)?.lastPage ?? 0));
  const rows: [string, string][] = [
    [words.number, cover.number],
    [words.cause, cover.cause],
    [words.workers, namesOf(cover.workers)],
    [words.employers, namesOf(cover.employers)],
    [words.receivedOn, dayOf(cover.receivedOn)],
    [words.acceptedOn, dayOf(cover.acceptedOn)],
    [words.closedOn, dayOf(cover.closedOn)],
    [words.outcome, cover.outcome],
    [words.mediator, cover.mediator],
    [words.extent, extent],
    [words.retention, cover.retention],
    [words.boundOn, dayOf(cover.boundOn)],
  ];
  return [
    ...lines(sheet, cover.issuer, 'body', BODY, PITCH),
    { height: 2 * PITCH, draw: () => {} },
    line(sheet, words.title, 'title', 30, 60),
    { height: 2 * PITCH, draw: () => {} },
    ...tableItems(form(rows), sheet),
  ];
}

const MOST_NAMES = 3;

function namesOf(names: readonly string[]): string {
  const first = names.slice(0, MOST_NAMES).join('、');
  if (names.length <= MOST_NAMES) return first;
  return words.andOthers.replace('{first}', () => first).replace('{count}', String(names.length));
}

const dayOf = (day: Day | null) => (day === null ? words.none : writeDay(day));

function indexTable(bound: readonly Bound[]) {
  const { no, title, number, on, pages } = words.columns;
  const head = [no, title, number, on, pages].map((text) => [piece(text, 'heading')]);
  const rows = bound.map(({ item, firstPage, lastPage }, index) =>
    [
      String(index + 1),
      item.title,
      item.number || words.none,
      item.on,
      firstPage === lastPage ? String(firstPage) : `${firstPage}-${lastPage}`,
    ].map((text) => [piece(text, 'body')]),
  );
  return { kind: 'table' as const, widths: [9, 36, 27, 18, 10], head, rows };
}

function sheetTable(item: CaseFileItem, why: keyof typeof words.reasons) {
  return form([
    [words.material, item.title],
    [words.columns.on, dayOf(item.on)],
    [words.mediaType, item.mediaType],
    [words.size, words.sizeOf.replace('{bytes}', String(item.size))],
    // In groups, so that it breaks between them and can be compared by eye.
    ['SHA-256', item.sha256.replace(/.{8}(?=.)/g, '$& ')],
    [words.why, words.reasons[why]],
  ]);
}

function form(rows: readonly [string, string][]) {
  const cells = rows.map(([label, text]) => [[piece(label, 'body')], [piece(text, 'body')]]);
  return { kind: 'table' as const, widths: [24, 76], head: [], rows: cells };
}

function onPages(sheet: Sheet, items: readonly Item[]): number {
  return flow(items, () => {
    sheet.newPage();
    return AREA.top;
  });
}

function drawCaption(item: CaseFileItem, sheet: Sheet): void {
  const [first] = setLines([piece([item.title, item.number, item.on].filter(Boolean).join('　'), 'note')], {
    slot: 'note',
    size: 10.5,
    width: PHOTO.width,
  });
  sheet.write(first!, PHOTO.left, 15 * MM);
}

/** Set in the middle, over as many lines as it takes. */
function lines(sheet: Sheet, text: string, slot: Slot, size: number, pitch: number): Item[] {
  return setLines([piece(text, slot)], { slot, size, width: AREA.width }).map((set) => ({
    height: pitch,
    draw: (top) => sheet.write(set, AREA.left + (AREA.width - set.width) / 2, top + (pitch - size) / 2),
  }));
}

function line(sheet: Sheet, text: string, slot: Slot, size: number, pitch: number): Item {
  return lines(sheet, text, slot, size, pitch)[0]!;
}

/** The geta mark stands for what no font has: files are called anything, and no name may keep a case from being bound. */
const MISSING = '〓';

function piece(text: string, slot: Slot): Piece {
  const clean = clustersOf(text)
    .map((cluster) => (findGlyphs(slot, cluster) === null ? MISSING : cluster))
    .join('');
  return { text: clean, blank: null };
}
