/** Binds PDFs and images into one file: page numbers, bookmarks and page labels; no dates, ids or chance of its own. */
import {
  degrees,
  EncryptedPDFError,
  PDFDict,
  PDFDocument,
  type PDFFont,
  PDFHexString,
  type PDFImage,
  PDFName,
  type PDFPage,
  rgb,
  StandardFonts,
} from '@cantoo/pdf-lib';
import PDFKit from 'pdfkit';
import { caseFileWords as words } from '../../templates/zh-CN/case-file-words.ts';
import { type Day, instantOf } from '../domain/day.ts';
import type { CaseFileItem } from './case-file.ts';
import { type Bound, type Front, type Leaf, PHOTO } from './case-file-front.ts';
import { MM, PAGE } from './sheet.ts';

export type Binder = {
  /** Takes an item in, or says why it gets a sheet. In the order in which it will be bound. */
  take(item: CaseFileItem, bytes: Buffer): Promise<Leaf>;
  bind(front: Front, bound: readonly Bound[]): Promise<Buffer>;
};

/** A picture of more points takes more memory to unpack than a worker has to spare. */
const MOST_POINTS = 50_000_000;

export async function openBinder(about: { title: string; author: string; on: Day }): Promise<Binder> {
  const file = await PDFDocument.create({ updateMetadata: false });
  const pagesOf = new Map<CaseFileItem, PDFPage[]>();
  const imageOf = new Map<CaseFileItem, PDFImage>();

  async function take(item: CaseFileItem, bytes: Buffer): Promise<Leaf> {
    switch (item.mediaType) {
      case 'application/pdf':
        return orSheet(async () => {
          const pages = await copyPages(file, bytes);
          pagesOf.set(item, pages);
          return { kind: 'pages', count: pages.length };
        });
      case 'image/png':
        if (isTooManyPoints(bytes)) return { kind: 'sheet', why: 'too-large' };
        return orSheet(async () => {
          if (!bytes.includes('IEND')) throw new Error('a PNG without its end');
          imageOf.set(item, await file.embedPng(bytes));
          return { kind: 'png' };
        });
      case 'image/jpeg':
        return orSheet(async () => {
          checkJpeg(bytes);
          return { kind: 'jpeg' };
        });
      default:
        return { kind: 'sheet', why: 'type' };
    }
  }

  async function bind(front: Front, bound: readonly Bound[]): Promise<Buffer> {
    const drawn = await PDFDocument.load(front.pdf, { updateMetadata: false });
    const pages = await file.copyPages(drawn, drawn.getPageIndices());
    const font = await file.embedFont(StandardFonts.Helvetica);
    const marks: Mark[] = [];
    const add = (given: readonly PDFPage[], title: string) => {
      for (const page of given) file.addPage(page);
      marks.push({ title, page: given[0]! });
    };
    add(pages.slice(0, 1), words.cover);
    add(pages.slice(1, front.before), words.index);
    let next = front.before;
    for (const { item, firstPage } of bound) {
      const own = pagesOf.get(item) ?? pages.slice(next, next + 1);
      if (!pagesOf.has(item)) next += 1;
      add(own, item.title);
      const image = imageOf.get(item);
      if (image) drawImage(own[0]!, image);
      for (const [index, page] of own.entries()) stamp(page, firstPage + index, font);
    }
    addBookmarks(file, marks);
    describe(file, about, front.before);
    return Buffer.from(await file.save({ addDefaultPage: false, updateFieldAppearances: false }));
  }

  return { take, bind };
}

async function orSheet(run: () => Promise<Leaf>): Promise<Leaf> {
  try {
    return await run();
  } catch (error) {
    return { kind: 'sheet', why: error instanceof EncryptedPDFError ? 'encrypted' : 'broken' };
  }
}

async function copyPages(file: PDFDocument, bytes: Buffer): Promise<PDFPage[]> {
  const given = await PDFDocument.load(bytes, {
    updateMetadata: false,
    parseSpeed: Number.POSITIVE_INFINITY,
  });
  const pages = await file.copyPages(given, given.getPageIndices());
  if (pages.length === 0) throw new Error('a PDF without pages');
  for (const page of pages) {
    disarm(page);
    // Also says whether its boxes can be read at all.
    page.getCropBox();
  }
  return pages;
}

/** Nothing that was brought runs, plays or sends when the file is opened. */
function disarm(page: PDFPage): void {
  page.node.delete(PDFName.of('AA'));
  for (const annotation of page.node.Annots()?.asArray() ?? []) {
    const dict = page.doc.context.lookup(annotation);
    if (!(dict instanceof PDFDict)) continue;
    dict.delete(PDFName.of('A'));
    dict.delete(PDFName.of('AA'));
  }
}

/** Width and height stand in the first chunk of every PNG. */
function isTooManyPoints(png: Buffer): boolean {
  return png.length >= 24 && png.readUInt32BE(16) * png.readUInt32BE(20) > MOST_POINTS;
}

/** Throws where the drawing would. */
function checkJpeg(jpeg: Buffer): void {
  const { width, height } = (new PDFKit({ autoFirstPage: false }) as Opening).openImage(jpeg);
  if (!(width > 0 && height > 0)) throw new Error('a photograph without a size');
}

/** Its types leave it out. */
type Opening = PDFKit.PDFDocument & { openImage(bytes: Buffer): { width: number; height: number } };

function drawImage(page: PDFPage, image: PDFImage): void {
  const { width, height } = image.scaleToFit(PHOTO.width, PHOTO.height);
  page.drawImage(image, {
    x: PHOTO.left + (PHOTO.width - width) / 2,
    y: PAGE.height - PHOTO.top - (PHOTO.height + height) / 2,
    width,
    height,
  });
}

const SIZE = 11;
const MARGIN = 9 * MM;

/** The running number at the outer lower corner as the page is looked at, turned or not, on a patch of white. */
function stamp(page: PDFPage, number: number, font: PDFFont): void {
  const text = String(number);
  const wide = font.widthOfTextAtSize(text, SIZE);
  const { x: left, y: low, width, height } = page.getCropBox();
  const turned = (((page.getRotation().angle % 360) + 360) % 360) as 0 | 90 | 180 | 270;
  const isSideways = turned === 90 || turned === 270;
  const seenWidth = isSideways ? height : width;
  const x = number % 2 === 1 ? seenWidth - MARGIN - wide : MARGIN;
  const place = (dx: number, dy: number) => {
    const [seenX, seenY] = [x + dx, MARGIN + dy];
    if (turned === 90) return { x: left + width - seenY, y: low + seenX };
    if (turned === 180) return { x: left + width - seenX, y: low + height - seenY };
    if (turned === 270) return { x: left + seenY, y: low + height - seenX };
    return { x: left + seenX, y: low + seenY };
  };
  const rotate = degrees(turned);
  page.drawRectangle({
    ...place(-3, -4),
    width: wide + 6,
    height: SIZE + 5,
    rotate,
    opacity: 0.85,
    color: WHITE,
  });
  page.drawText(text, { ...place(0, 0), size: SIZE, font, rotate });
}

const WHITE = rgb(1, 1, 1);

type Mark = { title: string; page: PDFPage };

function addBookmarks(file: PDFDocument, marks: readonly Mark[]): void {
  const { context, catalog } = file;
  const root = context.nextRef();
  const refs = marks.map(() => context.nextRef());
  for (const [index, { title, page }] of marks.entries()) {
    const around = {
      ...(index > 0 ? { Prev: refs[index - 1]! } : {}),
      ...(index < marks.length - 1 ? { Next: refs[index + 1]! } : {}),
    };
    const entry = { Title: PDFHexString.fromText(title), Parent: root, Dest: [page.ref, 'Fit'], ...around };
    context.assign(refs[index]!, context.obj(entry));
  }
  context.assign(
    root,
    context.obj({ Type: 'Outlines', First: refs[0]!, Last: refs.at(-1)!, Count: marks.length }),
  );
  catalog.set(PDFName.of('Outlines'), root);
  catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'));
}

/** Cover and index are i, ii …, so that a reader's page 1 is the number stamped on it. */
function describe(
  file: PDFDocument,
  { title, author, on }: { title: string; author: string; on: Day },
  before: number,
): void {
  const at = new Date(instantOf(on, 12));
  file.setTitle(title, { showInWindowTitleBar: true });
  file.setAuthor(author);
  file.setCreator('Wanhe');
  file.setProducer('Wanhe');
  file.setCreationDate(at);
  file.setModificationDate(at);
  file.setLanguage('zh-CN');
  file.catalog.set(PDFName.of('PageLabels'), file.context.obj({ Nums: [0, { S: 'r' }, before, { S: 'D' }] }));
}
