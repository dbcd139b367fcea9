import type { Em } from '../src/persistence/orm.ts';
import { Paper } from '../src/persistence/paper.entity.ts';
import { bindCaseFile } from './bind-case-file.ts';
import { drawFrozen } from './draw-frozen.ts';
import type { ActivityDeps } from './index.ts';

export type DrawnPaper = { sha256: string; pages: number };

/** Of other papers and files, by their bytes: no wording of its own. */
async function bound(em: Em, { caseId }: Paper) {
  return { ...(await bindCaseFile(em, caseId)), template: null };
}

/** Draws a numbered paper from its frozen facts and keeps the file. Done twice, it finds the first. */
export async function drawIssuedPaper(
  { orm }: Pick<ActivityDeps, 'orm'>,
  id: string,
  draw: typeof drawFrozen = drawFrozen,
): Promise<DrawnPaper> {
  const em = orm.em.fork();
  const paper = await em.findOneOrFail(Paper, { id });
  if (paper.sha256 && paper.pages) return { sha256: paper.sha256, pages: paper.pages };
  const { pdf, pages, sha256, template } =
    paper.kind === 'case-file' ? await bound(em, paper) : await draw(paper);
  await em.nativeUpdate(Paper, { id }, { file: pdf, pages, sha256, template });
  // Signed or voided in the meantime, it stays so.
  await em.nativeUpdate(Paper, { id, status: 'issued' }, { status: 'drawn' });
  return { sha256, pages };
}
