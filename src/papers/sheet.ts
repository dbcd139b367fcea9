/** The paper itself, after GB/T 9704-2012: measures in points, and a pen that writes set lines into a pdfkit document. */
import PDFDocument from 'pdfkit';
import { type Day, instantOf } from '../domain/day.ts';
import type { Face } from './fonts.ts';
import type { Line } from './set-lines.ts';

export const MM = 72 / 25.4;
export const PAGE = { width: 210 * MM, height: 297 * MM } as const;
/** 版心 156 x 225 mm: 28 characters by 22 lines. */
export const AREA = { left: 28 * MM, top: 37 * MM, width: 156 * MM, height: 225 * MM } as const;
export const BODY = 16;
export const ADVANCE = AREA.width / 28;
export const PITCH = AREA.height / 22;
export const RED = '#e60012';

export type About = {
  title: string;
  subject: string;
  author: string;
  issuedOn: Day;
  pictures?: Pictures | undefined;
};

/** JPEG or PNG files by the keys the facts name them with. */
export type Pictures = ReadonlyMap<string, Buffer>;

/** What pdfkit keeps of a font it embeds; its types leave it out. */
type Embedded = {
  id: string;
  ref(): unknown;
  subset: { includeGlyph(id: number): number };
  widths: number[];
  unicode: (readonly number[])[];
};
type Inside = PDFKit.PDFDocument & {
  _font: Embedded;
  page: PDFKit.PDFPage & { fonts: Record<string, unknown> };
  addContent(operators: string): unknown;
};

export type Sheet = {
  doc: PDFKit.PDFDocument;
  /** Writes a line with its left edge at `x` and the top of its glyphs' square at `y`. */
  write(line: Line, x: number, y: number, colour?: string): void;
  newPage(): void;
  pictures: Pictures;
  /** Finishes the file. */
  end(): Promise<Buffer>;
};

/** Equal calls give equal bytes: dates come from the day of issue, and pdfkit's file id from them and the title. */
export function openSheet(about: About): Sheet {
  const at = new Date(instantOf(about.issuedOn, 12));
  const doc = new PDFDocument({
    size: [PAGE.width, PAGE.height],
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    pdfVersion: '1.7',
    lang: 'zh-CN',
    displayTitle: true,
    font: null as unknown as string,
    info: {
      Title: plain(about.title),
      Subject: plain(about.subject),
      Author: plain(about.author),
      Creator: 'Wanhe',
      Producer: 'Wanhe',
      CreationDate: at,
      ModDate: at,
    },
  }) as Inside;
  const chunks: Uint8Array[] = [];
  doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  const done = new Promise<Buffer>((resolve, reject) => {
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
  const embedded = new Map<Face, Embedded>();

  const use = (face: Face): Embedded => {
    let font = embedded.get(face);
    if (font === undefined) {
      doc.registerFont(face.key, face.font as unknown as string);
      doc.font(face.key);
      font = doc._font;
      embedded.set(face, font);
    }
    doc.page.fonts[font.id] ??= font.ref();
    return font;
  };

  return {
    doc,
    write: (line, x, y, colour = 'black') => writeLine(doc, use, line, x, y, colour),
    newPage: () => void doc.addPage(),
    pictures: about.pictures ?? new Map(),
    end: () => {
      doc.end();
      return done;
    },
  };
}

/** The baseline in a square of CJK glyphs: 88 hundredths down. */
const BASELINE = 0.88;

// Glyphs are written one by one and not through doc.text(): it shapes strings again, kerns what is already placed, and takes the
// text behind a glyph from a cache that depends on what the process drew before.
function writeLine(
  doc: Inside,
  use: (face: Face) => Embedded,
  line: Line,
  left: number,
  top: number,
  colour: string,
): void {
  const baseline = top + line.size * BASELINE;
  let operators = '';
  let face: Face | null = null;
  let font: Embedded | null = null;
  let at = 0;
  const close = () => {
    if (face !== null) operators += '>] TJ ET\n';
    face = null;
  };
  const flush = () => {
    close();
    if (operators === '') return;
    doc.save().fillColor(colour);
    doc.addContent(operators.trimEnd());
    doc.restore();
    operators = '';
  };
  for (const mark of line.marks) {
    const x = left + mark.x;
    if ('box' in mark) {
      flush();
      drawBox(doc, x, baseline, line.size, mark.box === 'ticked');
      continue;
    }
    if (mark.face !== face) {
      close();
      face = mark.face;
      font = use(face);
      operators += `BT /${font.id} ${line.size} Tf 1 0 0 -1 ${round(x)} ${round(baseline)} Tm [<`;
      at = x;
    } else {
      const gap = Math.round(((at - x) / line.size) * 1000);
      if (gap !== 0) operators += `> ${gap} <`;
      at -= (gap / 1000) * line.size;
    }
    const { id, advance, codePoints } = mark.glyph;
    const code = font!.subset.includeGlyph(id);
    font!.widths[code] ??= advance;
    font!.unicode[code] ??= codePoints;
    operators += code.toString(16).padStart(4, '0');
    at += (advance / 1000) * line.size;
  }
  flush();
}

function drawBox(doc: Inside, x: number, baseline: number, size: number, isTicked: boolean): void {
  const side = size * 0.74;
  const left = x + (size - side) / 2;
  const top = baseline - side * 0.92;
  doc.markContent('Span', { actual: isTicked ? '☑' : '☐' });
  doc
    .save()
    .lineWidth(size / 18)
    .strokeColor('black')
    .rect(left, top, side, side)
    .stroke();
  if (isTicked)
    doc
      .lineWidth(size / 11)
      .moveTo(left + side * 0.2, top + side * 0.52)
      .lineTo(left + side * 0.43, top + side * 0.76)
      .lineTo(left + side * 0.82, top + side * 0.26)
      .stroke();
  doc.restore();
  doc.endMarkedContent();
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** pdfkit copies these into XML as they are. */
function plain(text: string): string {
  return text.replaceAll('&', '＆').replaceAll('<', '＜').replaceAll('>', '＞');
}
