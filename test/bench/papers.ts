import { createRequire } from 'node:module';
import { openSync } from 'fontkit';
import PDFDocument from 'pdfkit';
import { checkPaper, drawPaper, openFonts } from '../../src/papers/index.ts';
import { letter } from '../papers/examples.ts';
import { readPdf } from '../papers/read-pdf.ts';

const ROUNDS = 40;

/** A short letter drawn in full against plain pdfkit writing the same text in the same font, opened once; medians in ms, taken in turns. */
export async function bench(): Promise<object> {
  openFonts();
  const { facts, issue } = letter({ materials: [], copiesTo: [] });
  const drawn = await drawPaper('referral-letter', facts, issue);
  const { pages } = await readPdf(drawn.pdf);
  const font = openSync(
    createRequire(import.meta.url).resolve(
      '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
    ),
  );
  const times = { check: [] as number[], draw: [] as number[], plain: [] as number[] };
  let plainBytes = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    times.check.push(await time(() => checkPaper('referral-letter', facts, issue)));
    times.draw.push(await time(() => drawPaper('referral-letter', facts, issue)));
    times.plain.push(
      await time(async () => {
        plainBytes = (await drawPlain(pages, font)).length;
      }),
    );
  }
  const [check, draw, plain] = [median(times.check), median(times.draw), median(times.plain)];
  return {
    rounds: ROUNDS,
    pages: drawn.pages,
    characters: pages.join('').length,
    check,
    draw,
    plain,
    ratio: Number((draw / plain).toFixed(2)),
    bytes: drawn.pdf.length,
    plainBytes,
  };
}

function drawPlain(pages: readonly string[], font: unknown): Promise<Buffer> {
  return new Promise((resolve) => {
    const document = new PDFDocument({ size: 'A4', margin: 80, autoFirstPage: false, font: null as never });
    const chunks: Uint8Array[] = [];
    document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.registerFont('body', font as string);
    for (const page of pages) document.addPage().font('body').fontSize(16).text(page);
    document.end();
  });
}

async function time(work: () => unknown): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

function median(times: number[]): number {
  const middle = times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!;
  return Number(middle.toFixed(2));
}
