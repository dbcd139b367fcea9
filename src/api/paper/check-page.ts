/** The public page behind a paper's QR code: confirms number, day, issuer and hash, and shows no names. */
import { z } from 'zod';
import { checkPage as wording } from '../../../templates/zh-CN/check-page-words.ts';
import { codeWords } from '../../../templates/zh-CN/words.ts';
import { Paper } from '../../persistence/paper.entity.ts';
import { line } from '../fields.ts';
import { type Filled, lineField, problemsAbove, submit, unfilled } from '../public/form.ts';
import { html } from '../public/html.ts';
import { type PageAsked, type PublicPage, publicPage } from '../public/page.ts';

const CODE = /^[0-9A-Z]{12}$/;

const checkPage = publicPage({
  method: 'get',
  path: '/check/:code',
  async handle({ deps, request }) {
    const code = String(request.params.code).toUpperCase();
    const paper = CODE.test(code) ? await deps.orm.em.fork().findOne(Paper, { checkCode: code }) : null;
    const isBad = paper === null || paper.status === 'void';
    const rows = paper === null ? [] : rowsOf(paper);
    return {
      title: wording.title,
      status: paper === null ? 404 : 200,
      main: html`<p class="verdict${isBad && ' bad'}">${verdictOf(paper)}</p>
<dl class="facts">${rows.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>
<p>${wording.note}</p>`,
    };
  },
});

/** An agreement binds nobody before both sides, the mediator and the seal. */
function standingOf({ kind, status }: Paper): 'isVoid' | 'isUnsigned' | 'isValid' {
  if (status === 'void') return 'isVoid';
  return kind === 'agreement' && status !== 'effective' ? 'isUnsigned' : 'isValid';
}

function verdictOf(paper: Paper | null): string {
  if (paper === null) return wording.unknown;
  return paper.status === 'void' ? wording.foundVoid : wording.found;
}

function rowsOf(paper: Paper): [string, string][] {
  const words = codeWords as Record<string, string>;
  return [
    [wording.kind, words[paper.kind] ?? paper.kind],
    [wording.number, paper.number],
    [wording.issuer, paper.issuer],
    [wording.issuedOn, paper.issuedOn],
    [wording.status, wording[standingOf(paper)]],
    [wording.pages, paper.pages ? String(paper.pages) : wording.drawing],
    [wording.hash, paper.sha256 ?? wording.drawing],
  ];
}

/** For who cannot scan. */
async function codePage({ form }: PageAsked, filled: Filled) {
  const field = { name: 'paperCode', label: wording.enter, hint: wording.enterHint, most: 30 };
  return {
    title: wording.title,
    main: form(html`${problemsAbove(filled)}${lineField(filled, field)}${submit(wording.open)}`, '/check'),
  };
}

export const checkPages: readonly PublicPage[] = [
  checkPage,
  publicPage({ method: 'get', path: '/check', handle: (asked) => codePage(asked, unfilled) }),
  publicPage({
    method: 'post',
    path: '/check',
    body: z.strictObject({ paperCode: line(30) }),
    async handle({ body: { paperCode } }) {
      const code = paperCode.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
      return { redirect: `/check/${encodeURIComponent(code)}` };
    },
    again: codePage,
  }),
];
