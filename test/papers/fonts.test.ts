import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findGlyphs, openFonts, slots } from '../../src/papers/fonts.ts';
import { drawPaper } from '../../src/papers/index.ts';
import { agreement } from './examples.ts';

const sans = createRequire(import.meta.url).resolve(
  '@expo-google-fonts/noto-sans-sc/300Light/NotoSansSC_300Light.ttf',
);
const folder = mkdtempSync(join(tmpdir(), 'wanhe-fonts-'));

afterEach(() => openFonts());
afterAll(() => rmSync(folder, { recursive: true }));

test('rare characters of names are in every slot', () => {
  for (const slot of slots)
    for (const character of '喆堃翀玥䶮䲜龑赟') expect(findGlyphs(slot, character)).not.toBeNull();
});

test("a deployer's font is used before the open ones, which still fill its gaps", async () => {
  symlinkSync(sans, join(folder, 'body.ttf'));
  openFonts(folder);
  const { facts, issue } = agreement();
  const { pdf } = await drawPaper('agreement', facts, issue);
  expect(pdf.toString('latin1')).toContain('NotoSansSC-Light');
  expect(findGlyphs('title', '喆')?.face.font.postscriptName).toBe('NotoSerifSC-Bold');
});

test('a folder that is not there, or a file that is no font, is a fault', () => {
  expect(() => openFonts(join(folder, 'nowhere'))).toThrow();
  writeFileSync(join(folder, 'note.ttf'), 'no font');
  expect(() => openFonts(folder)).toThrow();
});
