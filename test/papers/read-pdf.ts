import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export type ReadPdf = {
  /** One text a page, as a reader would select it, without spaces and line ends. */
  pages: string[];
  /** All pages' text without check code and page numbers. */
  text: string;
  /** Every run of text with its place in points, from the left and from the top of the page. */
  runs: { page: number; text: string; left: number; right: number; top: number }[];
  info: Record<string, unknown>;
  lang: string | null;
  outline: string[];
};

export async function readPdf(pdf: Buffer): Promise<ReadPdf> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const read: ReadPdf = { pages: [], text: '', runs: [], info: {}, lang: null, outline: [] };
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items, lang } = await page.getTextContent();
    read.lang ??= lang;
    let text = '';
    for (const item of items) {
      if (!('str' in item)) continue;
      text += item.str;
      const [, , , , left = 0, bottom = 0] = item.transform as number[];
      read.runs.push({ page: number, text: item.str, left, right: left + item.width, top: 841.89 - bottom });
    }
    read.pages.push(text.replace(/\s/g, ''));
  }
  read.text = read.pages.map((page) => page.replace(/(核验码\w+)?(—\d+—)?$/, '')).join('');
  read.info = (await document.getMetadata()).info as Record<string, unknown>;
  read.outline = ((await document.getOutline()) ?? []).map(({ title }) => title);
  await document.destroy();
  return read;
}
