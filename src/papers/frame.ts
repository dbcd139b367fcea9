/** What stands outside the text area: letterhead, page numbers, the check code. */
import { create } from 'qrcode';
import type { Piece } from './fill.ts';
import { setLines } from './set-lines.ts';
import { AREA, BODY, MM, PAGE, RED, type Sheet } from './sheet.ts';

/** 信函格式 (GB/T 9704 10.1): the issuer's name in red 30 mm from the top, a thick and a thin red rule under it, a thin and a thick one at the foot. */
export function drawLetterhead(pieces: readonly Piece[], sheet: Sheet): void {
  const size = 30;
  const room = PAGE.width - 40 * MM;
  const setting = { slot: 'title', size, width: Number.POSITIVE_INFINITY } as const;
  const natural = setLines(pieces, setting)[0]!.width;
  const fitted = Math.min(size, (size * room) / natural);
  const [line] = setLines(pieces, { ...setting, size: fitted });
  sheet.write(line!, (PAGE.width - line!.width) / 2, 30 * MM, RED);
  rule(sheet, 30 * MM + size + 4 * MM, [2.2, 0.8]);
  rule(sheet, PAGE.height - 20 * MM, [0.8, 2.2]);
}

function rule(sheet: Sheet, y: number, [upper, lower]: [number, number]): void {
  const [left, right] = [20 * MM, PAGE.width - 20 * MM];
  sheet.doc.save().strokeColor(RED);
  sheet.doc.lineWidth(upper).moveTo(left, y).lineTo(right, y).stroke();
  sheet.doc
    .lineWidth(lower)
    .moveTo(left, y + 2.6)
    .lineTo(right, y + 2.6)
    .stroke();
  sheet.doc.restore();
}

/** Where text may begin under the letterhead. */
export const UNDER_LETTERHEAD = 30 * MM + 30 + 4 * MM + 2.6 + (BODY * 7) / 8;

/** 14 pt between dashes, 7 mm under the text area, a character in from the outer side. */
export function drawPageNumber(page: number, sheet: Sheet): void {
  const size = 14;
  const [line] = setLines([{ text: `— ${page} —`, blank: null }], { slot: 'note', size, width: AREA.width });
  const left = page % 2 === 1 ? AREA.left + AREA.width - size - line!.width : AREA.left + size;
  sheet.write(line!, left, AREA.top + AREA.height + 7 * MM);
}

const QR_SIDE = 20 * MM;

const QR_LEFT = AREA.left + AREA.width - QR_SIDE;
const CAPTION = 8;

/** The check page's address as a QR code above the first page's text, its short code beneath. */
export function drawCheckCode(checkUrl: string, sheet: Sheet): void {
  const top = 10 * MM;
  drawCode(checkUrl, top, sheet);
  const line = captionOf(`核验码 ${codeIn(checkUrl)}`);
  sheet.write(line, AREA.left + AREA.width - line.width, top + QR_SIDE + 3);
}

const captions = { reply: ['扫码签收、回复', '回复码'], follow: ['扫码查询进度', '查询码'] } as const;

/** The page a paper's holder has of their own; the code stands over the text, so that what it is for stands beside it. */
export function drawPageCode(url: string, page: keyof typeof captions, sheet: Sheet): void {
  const top = 8 * MM;
  drawCode(url, top, sheet);
  const code = codeIn(url).replace(/(.{4})(?=.)/g, '$1-');
  const [use, name] = captions[page];
  for (const [index, text] of [use, `${name} ${code}`].entries()) {
    const line = captionOf(text);
    sheet.write(line, QR_LEFT - 2 * MM - line.width, top + QR_SIDE - (2 - index) * CAPTION * 1.4);
  }
}

function captionOf(text: string) {
  const [line] = setLines([{ text, blank: null }], { slot: 'note', size: CAPTION, width: AREA.width });
  return line!;
}

function drawCode(url: string, top: number, sheet: Sheet): void {
  const { modules } = create(url, { errorCorrectionLevel: 'M' });
  const unit = QR_SIDE / modules.size;
  const left = QR_LEFT;
  sheet.doc.save().fillColor('black');
  for (let row = 0; row < modules.size; row += 1)
    for (let column = 0; column < modules.size; column += 1) {
      const from = column;
      while (column < modules.size && modules.get(row, column)) column += 1;
      if (column > from) sheet.doc.rect(left + from * unit, top + row * unit, (column - from) * unit, unit);
    }
  sheet.doc.fill().restore();
}

/** The last part of the address's path: what a person types in who cannot scan. */
function codeIn(url: string): string {
  return url.split(/[?#]/)[0]!.split('/').filter(Boolean).at(-1) ?? url;
}
