/** Draws a numbered paper from its frozen facts: they are all it needs, so it may be done in any thread. */
import {
  drawPaper,
  openFonts,
  type PaperFacts,
  type PaperIssue,
  type PaperKind,
} from '../src/papers/index.ts';

export type Frozen = { kind: string; facts: object };
export type DrawnFile = Awaited<ReturnType<typeof drawFrozen>>;

export async function drawFrozen({ kind, facts: frozen }: Frozen) {
  const { facts, issue } = frozen as { facts: PaperFacts[PaperKind]; issue: PaperIssue };
  return drawPaper(kind as PaperKind, facts, issue);
}

/** A thread of its own has fonts of its own. */
export const openDrawingFonts = openFonts;
