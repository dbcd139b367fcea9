/** The end of a paper: who signs, the issuer's name and day with room for the seal, copies, the tear line. */
import type { Filled, Piece } from './fill.ts';
import type { Item } from './flow.ts';
import { setLines } from './set-lines.ts';
import { ADVANCE, AREA, BODY, PITCH, type Sheet } from './sheet.ts';

const body = { slot: 'body', size: BODY, advance: ADVANCE } as const;
const right = AREA.left + AREA.width;

/** 落款: the day four characters from the right, the name centred over it, both a little under the middle of a seal of 42 mm. */
export function closingItems({ by, on }: Extract<Filled, { kind: 'closing' }>, sheet: Sheet): Item[] {
  const names = setLines(by, { ...body, width: AREA.width });
  const [day] = setLines(on, { ...body, width: AREA.width });
  const widest = Math.max(...names.map((line) => line.width));
  const inset = Math.min(2 * ADVANCE, AREA.width - widest);
  const centre = Math.min(right - 4 * ADVANCE - day!.width / 2, right - inset - widest / 2);
  const lines = [...names, day!];
  const set = lines.map((line, index): Item => {
    const isLast = index === lines.length - 1;
    const draw = (top: number) => sheet.write(line, centre - line.width / 2, top + (PITCH - BODY) / 2);
    return { height: isLast ? 1.5 * PITCH : PITCH, draw, keep: isLast ? undefined : 'next' };
  });
  return [{ height: 1.6 * PITCH, draw: () => {}, keep: 'next' }, ...set];
}

const RULED_ROW = 1.7 * PITCH;

/** Who signs; below, a line to sign, stamp or press a finger on, and the day to be written by hand. */
export function signatureItems(
  { label, note }: Extract<Filled, { kind: 'signature' }>,
  sheet: Sheet,
): Item[] {
  const lines = setLines(label, { ...body, width: AREA.width, isFull: true });
  const [prefix] = setLines(note, { ...body, width: AREA.width / 2 });
  const [day] = setLines([{ text: '　　　年　　月　　日', blank: null }], { ...body, width: AREA.width });
  const drawRow = (top: number) => {
    const row = top + RULED_ROW - PITCH * 1.1;
    sheet.write(prefix!, AREA.left, row);
    const [from, to] = [AREA.left + prefix!.width + 4, right - day!.width + ADVANCE];
    const rule = row + BODY + 2;
    sheet.doc.lineWidth(0.6).strokeColor('black').moveTo(from, rule).lineTo(to, rule).stroke();
    sheet.write(day!, right - day!.width, row);
  };
  const labels = lines.map((line): Item => {
    const draw = (top: number) => sheet.write(line, AREA.left, top + (PITCH - BODY) / 2);
    return { height: PITCH, draw, keep: 'next' };
  });
  return [...labels, { height: RULED_ROW, draw: drawRow }];
}

const PICTURE = { width: 150, height: 56 } as const;
const PROOF = { size: 9, pitch: 13 } as const;

/** Who has signed on a screen: the picture where the line would be, and in small print when it was signed, and what. */
export function signedItems(
  { label, note, picture, proof }: Extract<Filled, { kind: 'signed' }>,
  sheet: Sheet,
): Item[] {
  const lines = setLines(label, { ...body, width: AREA.width, isFull: true });
  const [prefix] = setLines(note, { ...body, width: AREA.width / 2 });
  const proofs = setLines(proof, { slot: 'note', size: PROOF.size, width: AREA.width });
  const drawPicture = (top: number) => {
    sheet.write(prefix!, AREA.left, top + (PICTURE.height - BODY) / 2);
    const image = sheet.pictures.get(picture);
    if (image === undefined) throw new Error(`the picture ${picture} of a signature was not handed over`);
    const fit: [number, number] = [PICTURE.width, PICTURE.height - 6];
    sheet.doc.image(image, AREA.left + prefix!.width + 8, top + 3, { fit, valign: 'center' });
  };
  return [
    ...lines.map((line): Item => {
      const draw = (top: number) => sheet.write(line, AREA.left, top + (PITCH - BODY) / 2);
      return { height: PITCH, draw, keep: 'next' };
    }),
    { height: PICTURE.height, draw: drawPicture, keep: 'next' },
    ...proofs.map((line, index): Item => {
      const isLast = index === proofs.length - 1;
      const draw = (top: number) => sheet.write(line, AREA.left, top + (PROOF.pitch - PROOF.size) / 2);
      return { height: PROOF.pitch + (isLast ? 6 : 0), draw, ...(isLast ? {} : { keep: 'next' as const }) };
    }),
  ];
}

/** 版记: at the foot of the text area, one character in from both sides, later lines under the first name. */
export function imprintItems(pieces: readonly Piece[], sheet: Sheet): Item[] {
  const note = { slot: 'note', size: 14 } as const;
  const pitch = 22;
  const left = AREA.left + note.size;
  const text = pieces.map((piece) => piece.text).join('');
  const label = `${text.split('：')[0]}：`;
  const [head] = setLines([{ text: label, blank: null }], { ...note, width: AREA.width });
  const width = AREA.width - 2 * note.size - head!.width;
  const lines = setLines([{ text: text.slice(label.length), blank: null }], { ...note, width });
  const perPage = Math.floor(AREA.height / pitch);
  const items: Item[] = [];
  for (let from = 0; from < lines.length; from += perPage) {
    const part = lines.slice(from, from + perPage);
    const draw = (top: number) => {
      if (from === 0) sheet.write(head!, left, top + (pitch - note.size) / 2);
      for (const [index, line] of part.entries())
        sheet.write(line, left + head!.width, top + index * pitch + (pitch - note.size) / 2);
    };
    items.push({ height: part.length * pitch, draw, isFoot: true });
  }
  return items;
}

/** A dashed line across the page, for the slip that goes back. */
export function tearItem(sheet: Sheet): Item {
  const size = 10.5;
  const [label] = setLines([{ text: '沿此线裁下', blank: null }], { slot: 'note', size, width: AREA.width });
  const draw = (top: number) => {
    const middle = top + PITCH / 2;
    const gap = label!.width / 2 + 6;
    const centre = AREA.left + AREA.width / 2;
    sheet.doc.save().lineWidth(0.6).strokeColor('black').dash(4, { space: 3 });
    sheet.doc
      .moveTo(AREA.left, middle)
      .lineTo(centre - gap, middle)
      .stroke();
    sheet.doc
      .moveTo(centre + gap, middle)
      .lineTo(right, middle)
      .stroke();
    sheet.doc.restore();
    sheet.write(label!, centre - label!.width / 2, middle - size / 2);
  };
  return { height: PITCH, draw, keep: 'next', isSpace: true };
}
