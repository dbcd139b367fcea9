/** Font slots: each a chain of files, looked through glyph by glyph; opened once per process. */
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Font, openSync } from 'fontkit';

export const slots = ['title', 'body', 'heading', 'kai', 'note'] as const;
export type Slot = (typeof slots)[number];

/** A glyph as it is set: `advance` in thousandths of the size. */
export type Glyph = { id: number; advance: number; codePoints: readonly number[] };

/** One opened font file. `key` names it in the PDF. */
export type Face = { key: string; font: Font; glyphs: Map<string, readonly Glyph[] | null> };

const SERIF = '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf';
const SERIF_BOLD = '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf';
const SANS = '@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf';

/** The open fonts: a Song face stands in for FangSong and Kai, of which none is open and holds all names' characters. */
const OPEN_FONTS = {
  title: [SERIF_BOLD, SANS],
  body: [SERIF, SANS],
  heading: [SANS, SERIF],
  kai: [SERIF, SANS],
  note: [SERIF, SANS],
} as const satisfies Record<Slot, readonly string[]>;

const resolve = createRequire(import.meta.url).resolve;
const faces = new Map<string, Face>();
let chains: Readonly<Record<Slot, readonly Face[]>> | undefined;

/**
 * Opens all fonts (about 0.1 s, 40 MB). `fontDir` may hold the deployer's own .ttf and .otf files, named by slot and tried in the
 * order of their names before the open ones: `title.ttf` (小标宋), `body.ttf` (仿宋), `body-2.ttf`, `heading.ttf` (黑体), `kai.ttf`
 * (楷体), `note.ttf`. Throws an `Error` for a folder or file that cannot be read.
 */
export function openFonts(fontDir?: string): void {
  const own =
    fontDir === undefined
      ? []
      : readdirSync(fontDir)
          .filter((file) => /\.(ttf|otf)$/i.test(file))
          .sort();
  const chainOf = (slot: Slot): Face[] => [
    ...own
      .filter((file) => new RegExp(`^${slot}\\b`, 'i').test(file))
      .map((file) => open(join(fontDir!, file))),
    ...OPEN_FONTS[slot].map((file) => open(resolve(file))),
  ];
  chains = {
    title: chainOf('title'),
    body: chainOf('body'),
    heading: chainOf('heading'),
    kai: chainOf('kai'),
    note: chainOf('note'),
  };
}

/** The first face of the slot that has all of `cluster` (a character, or ——), with its glyphs; null where none has. */
export function findGlyphs(slot: Slot, cluster: string): { face: Face; glyphs: readonly Glyph[] } | null {
  if (chains === undefined) openFonts();
  for (const face of chains![slot]) {
    const glyphs = glyphsOf(face, cluster);
    if (glyphs !== null) return { face, glyphs };
  }
  return null;
}

function open(path: string): Face {
  let face = faces.get(path);
  if (face === undefined) {
    const font = openSync(path);
    if (!('layout' in font))
      throw new Error(`${path} is a font collection: name one of its fonts in a file of its own`);
    face = { key: `font-${faces.size + 1}`, font, glyphs: new Map() };
    faces.set(path, face);
  }
  return face;
}

// Code points are noted here: fontkit keeps those of whoever first asked for a glyph, and loses them when it subsets composites.
function glyphsOf(face: Face, cluster: string): readonly Glyph[] | null {
  let glyphs = face.glyphs.get(cluster);
  if (glyphs === undefined) {
    glyphs = shape(face.font, cluster);
    face.glyphs.set(cluster, glyphs);
  }
  return glyphs;
}

function shape(font: Font, cluster: string): readonly Glyph[] | null {
  const codePoints = Array.from(cluster, (character) => character.codePointAt(0)!);
  if (!codePoints.every((codePoint) => font.hasGlyphForCodePoint(codePoint))) return null;
  const scale = 1000 / font.unitsPerEm;
  // Dashes alone need shaping: a full-width form in Chinese, a ligature for two.
  const shaped = cluster.startsWith('—') ? font.layout(cluster, { fwid: true }, 'hani', 'ZHS ').glyphs : null;
  if (shaped?.length === 1)
    return [{ id: shaped[0]!.id, advance: shaped[0]!.advanceWidth * scale, codePoints }];
  return codePoints.map((codePoint) => {
    const glyph = font.glyphForCodePoint(codePoint);
    return { id: glyph.id, advance: glyph.advanceWidth * scale, codePoints: [codePoint] };
  });
}
