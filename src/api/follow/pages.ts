/** Following one's own case without an account: number and code, then one page that says where it stands. */
import { z } from 'zod';
import { followWords as words } from '../../../templates/zh-CN/follow-words.ts';
import { Refusal } from '../../domain/refusal.ts';
import { partyOfCode } from '../../persistence/party-access.ts';
import { line } from '../fields.ts';
import { tryCode } from '../limits.ts';
import { type Filled, lineField, problemsAbove, submit, typedOf, unfilled } from '../public/form.ts';
import { html } from '../public/html.ts';
import type { Page } from '../public/layout.ts';
import { backTo, type PageAsked, type PublicPage, publicPage } from '../public/page.ts';
import { agreementPages } from './agreement-page.ts';
import { casePages } from './case-page.ts';
import { consentPages } from './consent-page.ts';
import { evidencePages } from './evidence-page.ts';
import { instalmentPages } from './instalment-page.ts';
import { sessionPages } from './session-page.ts';
import { leaveVisit, startVisit } from './visit.ts';

const codeBody = z.strictObject({
  receiptNumber: line(30),
  checkCode: line(30),
  next: line(200).optional(),
});

/** Only to pages of a visit: an address from outside leads nowhere else. */
const nextOf = (given: string | undefined): string =>
  given !== undefined && /^\/follow(\/[\w-]+)+$/.test(given) ? given : '/follow/case';

async function codePage({ request, form }: PageAsked, filled: Filled): Promise<Page> {
  const next = typedOf(filled, 'next') || String(request.query.next ?? '');
  const isLeft = request.query.left !== undefined;
  const fields = html`${problemsAbove(filled)}
${next !== '' && html`<input type="hidden" name="next" value="${nextOf(next)}">`}
${lineField(filled, { name: 'receiptNumber', label: words.number, hint: words.numberHint, most: 30 })}
${lineField(filled, { name: 'checkCode', label: words.code, hint: words.codeHint, most: 30 })}
${submit(words.open)}`;
  return {
    title: words.title,
    main: html`${isLeft && html`<p class="verdict" role="status">${words.left}</p>`}
<p>${words.intro}</p>${form(fields, '/follow')}<p class="hint">${words.lost}</p>`,
  };
}

/** Refuses `follow/not-found` alike for a number that never was and a code that is none of its. */
async function enter(asked: PageAsked, receiptNumber: string, checkCode: string): Promise<void> {
  const { deps, request } = asked;
  const em = deps.orm.em.fork();
  const found = await tryCode(deps, request.ip, () => partyOfCode(em, receiptNumber, checkCode));
  if (found === null) throw new Refusal('follow/not-found');
  await startVisit(asked, found);
}

export const followPages: readonly PublicPage[] = [
  publicPage({ method: 'get', path: '/follow', handle: (asked) => codePage(asked, unfilled) }),
  publicPage({
    method: 'post',
    path: '/follow',
    body: codeBody,
    async handle(asked) {
      const { receiptNumber, checkCode, next } = asked.body;
      await enter(asked, receiptNumber, checkCode);
      return { redirect: nextOf(next) };
    },
    again: codePage,
  }),
  // Behind the QR code of a slip.
  publicPage({
    method: 'get',
    path: '/follow/code/:number/:code',
    async handle(asked) {
      const { number, code } = asked.request.params;
      await enter(asked, String(number), String(code));
      return { redirect: '/follow/case' };
    },
    again: codePage,
  }),
  backTo('/follow/leave', '/follow/case'),
  publicPage({
    method: 'post',
    path: '/follow/leave',
    async handle(asked) {
      await leaveVisit(asked);
      return { redirect: '/follow?left' };
    },
  }),
  ...consentPages,
  ...sessionPages,
  ...agreementPages,
  ...instalmentPages,
  ...casePages,
  ...evidencePages,
];
