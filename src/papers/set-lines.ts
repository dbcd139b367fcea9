/** Sets text in lines: broken by kinsoku, made full, every glyph in its place. */
import { Refusal } from '../domain/refusal.ts';
import type { Piece } from './fill.ts';
import { type Face, findGlyphs, type Glyph, type Slot } from './fonts.ts';
import { clustersOf, emptyHalf, JOINER, kindOf, mayBreak, mayStretch, mayTear } from './kinsoku.ts';

/** In points. `advance` is that of a full-width glyph; `indent` the first line's. */
export type Setting = {
  slot: Slot;
  size: number;
  width: number;
  advance?: number;
  indent?: number;
  /** Whether all lines but the last are spread to the full width. */
  isFull?: boolean;
};

/** A glyph, or a tick box drawn as lines; `x` in points from the line's left edge. */
type Mark = { x: number; face: Face; glyph: Glyph } | { x: number; box: 'empty' | 'ticked' };

export type Line = { text: string; marks: readonly Mark[]; left: number; width: number; size: number };

type Cluster = {
  text: string;
  marks: readonly Mark[];
  width: number;
  /** What may be taken off `width`, and on which side. */
  spare: number;
  spareBefore: boolean;
  breakAfter: boolean;
  stretchAfter: boolean;
};

const MOST_STRETCH = 0.25;
const BOXES: Readonly<Record<string, 'empty' | 'ticked'>> = { '☐': 'empty', '☑': 'ticked' };

/** Throws `paper/missing-glyph` for a character no font of the slot has, with its code point and blank. */
export function checkGlyphs(pieces: readonly Piece[], slot: Slot): void {
  for (const { text, blank } of pieces)
    for (const cluster of clustersOf(text))
      if (!isDrawn(cluster) && findGlyphs(slot, cluster) === null) {
        const codePoint = `U+${cluster.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
        throw new Refusal('paper/missing-glyph', {
          character: cluster,
          codePoint,
          blank: blank ?? '文书用语',
        });
      }
}

/** An empty text gives one empty line. Text too long to break properly is broken anyhow: nothing leaves the width. */
export function setLines(pieces: readonly Piece[], setting: Setting): Line[] {
  checkGlyphs(pieces, setting.slot);
  const clusters = measure(pieces.map((piece) => piece.text).join(''), setting);
  const lines: Line[] = [];
  let from = 0;
  while (from < clusters.length || lines.length === 0) {
    const left = lines.length === 0 ? (setting.indent ?? 0) : 0;
    const room = setting.width - left;
    const to = lineEnd(clusters, from, room, setting.size);
    const isLast = to >= clusters.length;
    lines.push(place(clusters.slice(from, to), left, room, setting, isLast));
    from = to;
  }
  return lines;
}

function isDrawn(cluster: string): boolean {
  return cluster === JOINER || cluster === '\n' || cluster in BOXES;
}

function measure(text: string, setting: Setting): Cluster[] {
  const { slot, size } = setting;
  const full = setting.advance ?? size;
  const clusters: Cluster[] = [];
  for (const cluster of clustersOf(text)) {
    const last = clusters.at(-1);
    if (cluster === JOINER || cluster === '\n') {
      if (last) last.breakAfter = false;
      continue;
    }
    if (last) {
      last.breakAfter &&= mayBreak(last.text, cluster);
      last.stretchAfter = mayStretch(last.text, cluster);
    }
    const half = emptyHalf(cluster);
    const { marks, width } = marksOf(cluster, slot, size, full);
    const spare = half !== null && width > size * 0.9 ? width / 2 : 0;
    clusters.push({
      text: cluster,
      marks,
      width,
      spare,
      spareBefore: half === 'before',
      breakAfter: true,
      stretchAfter: true,
    });
  }
  return clusters;
}

function marksOf(cluster: string, slot: Slot, size: number, full: number): { marks: Mark[]; width: number } {
  const box = BOXES[cluster];
  if (box !== undefined) return { marks: [{ x: 0, box }], width: full };
  const { face, glyphs } = findGlyphs(slot, cluster)!;
  // The middle dot of names is half a square wide in Chinese, whatever the font's Latin one is.
  const narrow = cluster === '·' ? Math.max(0, 500 - glyphs[0]!.advance) : 0;
  let width = 0;
  const marks = glyphs.map((glyph): Mark => {
    const x = width + (narrow / 2000) * size;
    const squares = Math.round(glyph.advance / 1000);
    const isFull = squares > 0 && Math.abs(glyph.advance - squares * 1000) < 1;
    width += isFull ? squares * full : ((glyph.advance + narrow) / 1000) * size;
    return { x, face, glyph };
  });
  return { marks, width };
}

/** The index after the line's last cluster: the last break that fits, or the next where squeezing marks lets it fit better. */
function lineEnd(clusters: readonly Cluster[], from: number, room: number, size: number): number {
  const limit = room + 0.01;
  let width = 0;
  let spare = 0;
  let end = from;
  let endWidth = 0;
  for (let index = from; index < clusters.length; index += 1) {
    const cluster = clusters[index]!;
    const isSpace = kindOf(cluster.text) === 'space';
    if (width - spare > limit && !isSpace) break;
    width += cluster.width;
    spare += cluster.spare;
    if (!cluster.breakAfter && index < clusters.length - 1) continue;
    const inked = isSpace ? width - cluster.width : width;
    if (inked <= limit) {
      end = index + 1;
      endWidth = inked;
    } else {
      const slack = room - endWidth;
      const isBetter = end === from || (slack > size / 4 && inked - room <= slack);
      return inked - spare <= limit && isBetter
        ? index + 1
        : end > from
          ? end
          : forcedEnd(clusters, from, limit);
    }
  }
  return end > from ? end : forcedEnd(clusters, from, limit);
}

/** Where no break fits: the last place a word may be torn, or any place. */
function forcedEnd(clusters: readonly Cluster[], from: number, limit: number): number {
  let width = 0;
  let end = from;
  for (let index = from; index < clusters.length; index += 1) {
    width += clusters[index]!.width;
    if (width > limit) return end > from ? end : Math.max(index, from + 1);
    const next = clusters[index + 1];
    if (next && mayTear(clusters[index]!.text, next.text)) end = index + 1;
  }
  return clusters.length;
}

function place(
  given: readonly Cluster[],
  left: number,
  room: number,
  setting: Setting,
  isLast: boolean,
): Line {
  let count = given.length;
  while (!isLast && count > 0 && kindOf(given[count - 1]!.text) === 'space') count -= 1;
  const clusters = given.slice(0, count);
  const natural = clusters.reduce((sum, cluster) => sum + cluster.width, 0);
  const squeeze = squeezes(clusters, natural - room);
  const gaps = clusters.slice(0, -1).filter((cluster) => cluster.stretchAfter).length;
  const wanted = setting.isFull && !isLast && gaps > 0 ? Math.max(0, room - natural) / gaps : 0;
  const stretch = wanted <= MOST_STRETCH * setting.size ? wanted : 0;
  let x = left;
  const marks: Mark[] = [];
  for (const [index, cluster] of clusters.entries()) {
    const taken = squeeze[index]!;
    for (const mark of cluster.marks)
      marks.push({ ...mark, x: x + mark.x - (cluster.spareBefore ? taken : 0) });
    x += cluster.width - taken + (cluster.stretchAfter && index < count - 1 ? stretch : 0);
  }
  return {
    text: clusters.map((cluster) => cluster.text).join(''),
    marks,
    left,
    width: x,
    size: setting.size,
  };
}

/** Takes `excess` points off the marks that can spare them: first the last one, whose empty half ends the line. */
function squeezes(clusters: readonly Cluster[], excess: number): number[] {
  const taken = clusters.map(() => 0);
  let due = Math.max(0, excess);
  const last = clusters.at(-1);
  if (due > 0 && last && !last.spareBefore) {
    taken[clusters.length - 1] = Math.min(due, last.spare);
    due -= taken[clusters.length - 1]!;
  }
  const spare = clusters.reduce((sum, cluster, index) => sum + cluster.spare - taken[index]!, 0);
  if (due <= 0 || spare <= 0) return taken;
  const share = Math.min(1, due / spare);
  return clusters.map((cluster, index) => taken[index]! + (cluster.spare - taken[index]!) * share);
}
