/** What is asked for, one line at a time. */
import { z } from 'zod';
import { headsFor, stepWords } from '../../../templates/zh-CN/apply-words.ts';
import { type ClaimHead, claimHeads } from '../../domain/claim.ts';
import { formatYuan } from '../../domain/money.ts';
import { Refusal } from '../../domain/refusal.ts';
import { saveAnswers } from '../../persistence/application.repository.ts';
import { words as text, yuan } from '../fields.ts';
import {
  choiceField,
  type Filled,
  lineField,
  problemsAbove,
  tickField,
  unfilled,
  wordsField,
} from '../public/form.ts';
import { html } from '../public/html.ts';
import { backTo, type PageAsked, type PublicPage, publicPage } from '../public/page.ts';
import { type Answers, type ClaimSaid, openApplication, sideOf } from './application.ts';
import { backLink, nextPath } from './form-steps.ts';

const { claims: words } = stepWords;
const MOST = 20;

/** Seen also where another field is wrong, so that everything missing is said at once. */
const isForm = ({ value }: { value: unknown }) => typeof value === 'object' && value !== null;

const claimBody = z
  .strictObject({
    head: z.enum(claimHeads),
    amount: yuan.optional(),
    isAmountUnknown: z.literal('yes').optional(),
    basis: text(1000),
  })
  .refine(({ amount, isAmountUnknown }) => amount !== undefined || isAmountUnknown !== undefined, {
    ...{ path: ['amount'], message: words.needAmount, when: isForm },
  });

export const amountOf = ({ amount }: Pick<ClaimSaid, 'amount'>): string =>
  amount === null ? words.amountUnknown : words.yuan.replace('{amount}', formatYuan(amount));

const linesIn = ({ claims }: Answers): ClaimSaid[] => claims?.lines ?? [];

async function claimsPage(asked: PageAsked, filled: Filled) {
  const { answers } = await openApplication(asked);
  const given = linesIn(answers);
  const side = sideOf(answers);
  const heads = headsFor[side];
  const choices = (Object.entries(heads) as [ClaimHead, string][]).map(([value, label]) => ({
    value,
    label,
  }));
  const cards = given.map(
    (one, index) =>
      html`<li><p><strong>${heads[one.head]}</strong>　${amountOf(one)}</p><p>${one.basis}</p>${asked.form(html`<input type="hidden" name="no" value="${index + 1}"><button type="submit" class="second">${words.remove}<span class="unseen">${heads[one.head]}</span></button>`, '/apply/claims/remove')}</li>`,
  );
  const fields = html`${choiceField(filled, { name: 'head', label: words.head, choices })}
${lineField(filled, { name: 'amount', label: words.amount, hint: words.amountHint, inputMode: 'decimal', most: 15 })}
${tickField(filled, { name: 'isAmountUnknown', label: words.unknown })}
${wordsField(filled, { name: 'basis', label: words.basis, hint: words.basisHint, rows: 3, most: 1000 })}
<p><button type="submit"${given.length > 0 && html` class="second"`}>${words.add}</button></p>`;
  return {
    title: words.title[side],
    main: html`${problemsAbove(filled)}<p class="hint">${words.hint}</p>
${given.length > 0 && html`<h2>${words.given}</h2><ul class="cards">${cards}</ul><p><a class="button" href="${nextPath(answers, 'claims')}">${words.next}</a></p><h2>${words.add}</h2>`}
${asked.form(fields, '/apply/claims')}${backLink}`,
  };
}

export const claimsPages: readonly PublicPage[] = [
  publicPage({ method: 'get', path: '/apply/claims', handle: (asked) => claimsPage(asked, unfilled) }),
  publicPage({
    method: 'post',
    path: '/apply/claims',
    body: claimBody,
    async handle(asked) {
      const { head, amount, basis } = asked.body;
      const { id } = await openApplication(asked);
      await change(asked, id, (lines) => {
        if (lines.length >= MOST) throw new Refusal('apply/too-many-claims', { most: MOST });
        return [...lines, { head, amount: asked.body.isAmountUnknown ? null : (amount ?? null), basis }];
      });
      return { redirect: '/apply/claims' };
    },
    again: claimsPage,
  }),
  backTo('/apply/claims/remove', '/apply/claims'),
  publicPage({
    method: 'post',
    path: '/apply/claims/remove',
    body: z.strictObject({ no: z.coerce.number().int().min(1).max(MOST) }),
    async handle(asked) {
      const { id } = await openApplication(asked);
      await change(asked, id, (lines) => lines.filter((_, index) => index !== asked.body.no - 1));
      return { redirect: '/apply/claims' };
    },
  }),
];

async function change(
  { deps }: PageAsked,
  id: string,
  to: (lines: ClaimSaid[]) => ClaimSaid[],
): Promise<void> {
  await saveAnswers(
    deps.orm.em.fork(),
    id,
    ({ claims: _, ...rest }) => {
      const lines = to(linesIn({ claims: _ } as Answers));
      return lines.length === 0 ? rest : { ...rest, claims: { lines } };
    },
    deps.now(),
  );
}
