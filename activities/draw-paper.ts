import type { AgreementFacts } from '../src/papers/facts.ts';
import type { Pictures } from '../src/papers/sheet.ts';
import { readContent } from '../src/persistence/evidence.listing.ts';
import type { Em } from '../src/persistence/orm.ts';
import { Paper } from '../src/persistence/paper.entity.ts';
import { bindCaseFile } from './bind-case-file.ts';
import { drawFrozen } from './draw-frozen.ts';
import type { ActivityDeps } from './index.ts';

export type DrawnPaper = { sha256: string; pages: number };

async function drawn(em: Em, paper: Paper, draw: typeof drawFrozen) {
  const { kind, facts } = paper;
  return draw({ kind, facts, pictures: await picturesOf(em, paper) });
}

/** Signatures given on a screen are files of the case. */
async function picturesOf(em: Em, { facts: frozen }: Paper): Promise<Pictures> {
  const { signatories = [] } = (frozen as { facts: Partial<AgreementFacts> }).facts;
  const ids = signatories.flatMap(({ onScreen }) => onScreen?.picture ?? []);
  return new Map(await Promise.all(ids.map(async (id) => [id, await readContent(em, id)] as const)));
}

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
    paper.kind === 'case-file' ? await bound(em, paper) : await drawn(em, paper, draw);
  await em.nativeUpdate(Paper, { id }, { file: pdf, pages, sha256, template });
  // Signed or voided in the meantime, it stays so.
  await em.nativeUpdate(Paper, { id, status: 'issued' }, { status: 'drawn' });
  return { sha256, pages };
}
