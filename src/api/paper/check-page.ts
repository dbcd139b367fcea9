/** The public page behind a paper's QR code: confirms number, day, issuer and hash, and shows no names. */
import type { Request, Response } from 'express';
import { checkPage as wording } from '../../../templates/zh-CN/check-page-words.ts';
import { codeWords } from '../../../templates/zh-CN/words.ts';
import { Paper } from '../../persistence/paper.entity.ts';
import type { ApiDeps } from '../app.ts';

const CODE = /^[0-9A-Z]{12}$/;

export function checkPage(deps: ApiDeps) {
  return async (request: Request, response: Response): Promise<void> => {
    const code = String(request.params.code).toUpperCase();
    const paper = CODE.test(code) ? await deps.orm.em.fork().findOne(Paper, { checkCode: code }) : null;
    response
      .status(paper === null ? 404 : 200)
      .type('html')
      .send(page(paper));
  };
}

/** An agreement binds nobody before both sides, the mediator and the seal. */
function standingOf({ kind, status }: Paper): 'isVoid' | 'isUnsigned' | 'isValid' {
  if (status === 'void') return 'isVoid';
  return kind === 'agreement' && status !== 'effective' ? 'isUnsigned' : 'isValid';
}

function page(paper: Paper | null): string {
  const words = codeWords as Record<string, string>;
  const rows: [string, string][] =
    paper === null
      ? []
      : [
          [wording.kind, words[paper.kind] ?? paper.kind],
          [wording.number, paper.number],
          [wording.issuer, paper.issuer],
          [wording.issuedOn, paper.issuedOn],
          [wording.status, wording[standingOf(paper)]],
          [wording.pages, paper.pages ? String(paper.pages) : wording.drawing],
          [wording.hash, paper.sha256 ?? wording.drawing],
        ];
  const verdict =
    paper === null ? wording.unknown : paper.status === 'void' ? wording.foundVoid : wording.found;
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex"><title>${wording.title}</title><style>
body{font:18px/1.7 "Noto Sans SC","Microsoft YaHei",sans-serif;max-width:40rem;margin:0 auto;padding:1rem;color:#1b1b1b}
h1{font-size:1.4rem;border-bottom:3px solid #b3261e;padding-bottom:.4rem}
dl{display:grid;grid-template-columns:6.5em 1fr;gap:.4rem 1rem}dt{color:#555}dd{margin:0;overflow-wrap:anywhere}
p.verdict{padding:.6rem 1rem;border-left:5px solid ${paper === null || paper.status === 'void' ? '#b3261e' : '#1e7e34'};background:#f6f6f6}
</style></head><body><h1>${wording.title}</h1><p class="verdict">${verdict}</p>
<dl>${rows.map(([name, value]) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd>`).join('')}</dl>
<p>${wording.note}</p></body></html>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
