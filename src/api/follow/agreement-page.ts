/** The agreement on a phone: read from top to bottom, then on to the signature; once signed, what was signed and when. */
import { ownActWords } from '../../../templates/zh-CN/own-act-words.ts';
import { wallClock } from '../../domain/day.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { TextBlock } from '../../papers/agreement-text.ts';
import { readDispute } from '../../persistence/dispute.listing.ts';
import { readContent } from '../../persistence/evidence.listing.ts';
import { Paper } from '../../persistence/paper.entity.ts';
import { FileAnswer } from '../file-answer.ts';
import { type Filled, unfilled } from '../public/form.ts';
import { type Html, html } from '../public/html.ts';
import type { Page } from '../public/layout.ts';
import { type PageAsked, publicPage } from '../public/page.ts';
import { fillIn, maySign } from './acts.ts';
import { type ReadAgreement, readAgreement } from './agreement-read.ts';
import { signPages, whoFields } from './agreement-sign.ts';
import { back, factsOf, saidDone } from './own-page.ts';

const words = ownActWords.agreement;
const path = '/follow/agreement';

export async function agreementPage(asked: PageAsked, filled: Filled): Promise<Page> {
  const read = await readAgreement(asked);
  const { visit, agreement, paper, blocks, copy } = read;
  const isOpen = maySign(visit) && agreement.sha256 !== undefined;
  const lead = maySign(visit) ? words.lead : '';
  return {
    title: words.title,
    main: html`${saidDone(asked, { signed: words.done })}
${agreement.effectiveOn !== null && html`<p class="verdict">${fillIn(words.effective, { on: agreement.effectiveOn })}</p>`}
${await signaturesOf(asked, read)}
<p>${lead}</p>
${blocks === null ? html`<p>${words.onlyFile}</p>` : html`<article class="paper">${blocks.map(blockOf)}</article>`}
<p><a class="step" href="${path}/file">${words.file}</a></p>
${copy !== null && html`<p><a class="step" href="${path}/signed-file">${words.signedFile}</a></p>`}
${paper.sha256 === null ? html`<p>${words.drawing}</p>` : false}
${isOpen && asked.form(await whoFields(asked, read, filled), `${path}/sign`)}${isOpen && html`<p class="hint">${words.paper}</p>`}${back}`,
  };
}

function blockOf(block: TextBlock): Html {
  switch (block.kind) {
    case 'title':
      return html`<p class="paper-title">${block.text}</p>`;
    case 'heading':
      return html`<h2>${block.text}</h2>`;
    case 'subheading':
      return html`<h3>${block.text}</h3>`;
    case 'text':
      return html`<p>${block.text}</p>`;
    case 'table':
      return html`<div class="wide" tabindex="0" role="group" aria-label="${block.head.join('、')}"><table>${block.head.length > 0 && html`<thead><tr>${block.head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead>`}<tbody>${block.rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table></div>`;
  }
}

/** Who has signed on a screen; one's own signature with its picture. */
async function signaturesOf({ deps }: PageAsked, { visit, agreement }: ReadAgreement): Promise<Html | false> {
  const { onScreen = [] } = agreement;
  if (onScreen.length === 0) return false;
  const { parties = [] } = (await readDispute(deps.orm.em.fork(), visit.caseId)) ?? {};
  const nameOf = (id: string) => parties.find((one) => one.id === id)?.name ?? '';
  const own = onScreen.find(({ party }) => party === visit.party);
  const signed = onScreen.map(({ party, at }) => [
    ...[nameOf(party), fillIn(words.signedOn, { at: wallClock(Date.parse(at)) })],
  ]);
  return html`<h2>${words.signed}</h2>${factsOf(signed as [string, string][])}
${
  own !== undefined &&
  html`<h3>${words.own}</h3><p><img class="signature" src="${path}/signature" alt="${words.own}"></p>
${factsOf([
  [words.signedAt, wallClock(Date.parse(own.at))],
  [words.picture, own.sha256],
  [words.fingerprint, own.read],
])}`
}`;
}

/** One's own picture, and the papers one may read. */
async function pictureOf(asked: PageAsked): Promise<FileAnswer> {
  const { visit, agreement } = await readAgreement(asked);
  const own = agreement.onScreen?.find(({ party }) => party === visit.party);
  if (own === undefined) throw new Refusal('case/not-found');
  const content = await readContent(asked.deps.orm.em.fork(), own.evidence);
  const mediaType = content[0] === 0x89 ? 'image/png' : 'image/jpeg';
  return new FileAnswer(content, { 'Content-Type': mediaType, ...kept });
}

const kept = { 'Cache-Control': 'private, no-store', 'X-Content-Type-Options': 'nosniff' } as const;

async function fileOf(asked: PageAsked, which: 'paper' | 'copy'): Promise<FileAnswer> {
  const found = (await readAgreement(asked))[which];
  const paper =
    found && (await asked.deps.orm.em.fork().findOne(Paper, { id: found.id }, { populate: ['file'] }));
  if (!paper?.file) throw new Refusal('agreement/not-drawn');
  return new FileAnswer(paper.file, {
    'Content-Type': 'application/pdf',
    'Content-Disposition': `inline; filename*=UTF-8''${encodeURIComponent(paper.number)}.pdf`,
    ...kept,
  });
}

export const agreementPages = [
  publicPage({ method: 'get', path, handle: (asked) => agreementPage(asked, unfilled) }),
  publicPage({ method: 'get', path: `${path}/file`, handle: (asked) => fileOf(asked, 'paper') }),
  publicPage({ method: 'get', path: `${path}/signed-file`, handle: (asked) => fileOf(asked, 'copy') }),
  publicPage({ method: 'get', path: `${path}/signature`, handle: pictureOf }),
  ...signPages(agreementPage),
];
