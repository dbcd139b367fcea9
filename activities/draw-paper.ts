import { drawPaper, type PaperFacts, type PaperIssue, type PaperKind } from '../src/papers/index.ts';
import { Paper } from '../src/persistence/paper.entity.ts';
import type { ActivityDeps } from './index.ts';

export type DrawnPaper = { sha256: string; pages: number };

/** Draws a numbered paper from its frozen facts and keeps the file. Done twice, it finds the first. */
export async function drawIssuedPaper({ orm }: Pick<ActivityDeps, 'orm'>, id: string): Promise<DrawnPaper> {
  const em = orm.em.fork();
  const paper = await em.findOneOrFail(Paper, { id });
  if (paper.sha256 && paper.pages) return { sha256: paper.sha256, pages: paper.pages };
  const { facts, issue } = paper.facts as { facts: PaperFacts[PaperKind]; issue: PaperIssue };
  const { pdf, pages, sha256, template } = await drawPaper(paper.kind as PaperKind, facts, issue);
  await em.nativeUpdate(Paper, { id }, { file: pdf, pages, sha256, template });
  // Signed or voided in the meantime, it stays so.
  await em.nativeUpdate(Paper, { id, status: 'issued' }, { status: 'drawn' });
  return { sha256, pages };
}
