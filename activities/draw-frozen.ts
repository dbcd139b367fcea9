/** Draws a numbered paper from its frozen facts: they are all it needs, so it may be done in any thread. */
import {
  drawPaper,
  openFonts,
  type PaperFacts,
  type PaperIssue,
  type PaperKind,
} from '../src/papers/index.ts';

/** `pictures`: what a thread is handed of them are plain bytes. */
export type Frozen = { kind: string; facts: object; pictures?: ReadonlyMap<string, Uint8Array> };
export type DrawnFile = Awaited<ReturnType<typeof drawFrozen>>;

export async function drawFrozen({ kind, facts: frozen, pictures = new Map() }: Frozen) {
  const { facts, issue } = frozen as { facts: PaperFacts[PaperKind]; issue: PaperIssue };
  const files = [...pictures].map(([key, bytes]) => [key, Buffer.from(bytes)] as const);
  return drawPaper(kind as PaperKind, facts, issue, new Map(files));
}

/** A thread of its own has fonts of its own. */
export const openDrawingFonts = openFonts;
