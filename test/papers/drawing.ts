import type { PaperFacts, PaperIssue, PaperKind } from '../../src/papers/facts.ts';
import { checkPaper, drawPaper, exampleOf } from '../../src/papers/index.ts';
import { readPdf } from './read-pdf.ts';

/** A kind's example, changed for each test: `draw` reads what was printed, `check` says whether it could be. */
export function drawing<K extends PaperKind>(kind: K) {
  const { facts, issue } = JSON.parse(exampleOf(kind)) as { facts: PaperFacts[K]; issue: PaperIssue };
  return {
    facts,
    draw: async (change: Partial<PaperFacts[K]> = {}) => {
      const paper = await drawPaper(kind, { ...facts, ...change }, issue);
      return { ...paper, read: await readPdf(paper.pdf) };
    },
    check: (change: Partial<PaperFacts[K]>) => () => checkPaper(kind, { ...facts, ...change }, issue),
    /** As it would be without some of its optional facts. */
    without: async (left: readonly (keyof PaperFacts[K])[], change: Partial<PaperFacts[K]> = {}) => {
      const rest = { ...facts, ...change };
      for (const name of left) delete rest[name];
      const paper = await drawPaper(kind, rest, issue);
      return { ...paper, read: await readPdf(paper.pdf) };
    },
  };
}

/** `blank` is named, whatever else is missing with it. */
export const refusal = (code: string, blank: string) =>
  expect.objectContaining({
    code,
    facts: expect.objectContaining({ blank: expect.stringMatching(new RegExp(`(^|「)${blank}(」|$)`)) }),
  });

/** `count` workers of whom only the names are known. */
export const crowdOf = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ name: `张喆${index + 1}` }));
