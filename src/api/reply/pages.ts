/** Answering a letter by its code: no account, one page, without script. */
import { z } from 'zod';
import { replyWords as words } from '../../../templates/zh-CN/reply-words.ts';
import type { ReferralState } from '../../domain/referral/state.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { ReferralLetterFacts } from '../../papers/facts.ts';
import { snapshotOf } from '../../persistence/case.listing.ts';
import { Paper } from '../../persistence/paper.entity.ts';
import { isTakenBack } from '../../persistence/referral.repository.ts';
import { referralOfCode } from '../../persistence/reply-code.ts';
import { line } from '../fields.ts';
import { countUse, tryCode } from '../limits.ts';
import { type Filled, lineField, problemsAbove, submit, unfilled } from '../public/form.ts';
import { type Html, html } from '../public/html.ts';
import type { Page } from '../public/layout.ts';
import { type PageAsked, type PublicPage, publicPage } from '../public/page.ts';
import { answerLetter } from './answer.ts';
import { answerBody, answerFields, answerIn } from './form.ts';

type Open = { state: ReferralState; letter: Paper };

/** Refuses `referral/letter-not-valid` for a code that never was, and alike for one whose referral is closed. */
async function openedBy({ deps, request }: PageAsked): Promise<Open> {
  const em = deps.orm.em.fork();
  const referral = await tryCode(deps, request.ip, () => referralOfCode(em, String(request.params.code)));
  const state = referral && ((await snapshotOf(em, referral.id)) as ReferralState | null);
  if (!state || state.state === 'closed') throw new Refusal('referral/letter-not-valid');
  const letter = await em.findOneOrFail(
    Paper,
    { caseId: state.id, kind: 'referral-letter' },
    { orderBy: { seq: 'desc' } },
  );
  return { state, letter };
}

async function letterPage(asked: PageAsked, filled: Filled): Promise<Page> {
  const { deps, request, form } = asked;
  const { state, letter } = await openedBy(asked);
  const isShown = !(await isTakenBack(deps.orm.em.fork(), state.id));
  const done = words.done[String(request.query.did) as keyof typeof words.done];
  return {
    title: words.title,
    main: html`${done !== undefined && html`<p class="verdict" role="status">${done}</p>`}
${isShown ? contentOf(state, letter) : html`<p>${words.noContent}</p>`}
${form(answerFields(state, filled))}`,
  };
}

/** As the letter says it, and no more; the parties' names and numbers stand on the paper. */
function contentOf(state: ReferralState, letter: Paper): Html {
  const { facts, issue } = letter.facts as { facts: ReferralLetterFacts; issue: { issuer: string } };
  const due = state.clocks.map(({ dueOn }) => dueOn).sort()[0];
  const dueFor = (words.dueFor as Partial<Record<string, string>>)[state.state];
  const standing = (words.standing as Partial<Record<string, string>>)[state.state];
  const rows: [string, string | Html][] = [
    [words.number, letter.number],
    [words.from, issue.issuer],
    [words.to, facts.to],
    [words.cause, facts.cause],
    [words.asks, html`${facts.asks.map((one) => html`<p>${one}</p>`)}`],
    [words.contact, `${facts.contact.name} ${facts.contact.phone}`],
    [words.standingNow, standing ?? ''],
    ...(due !== undefined && dueFor !== undefined
      ? [[words.dueOn, `${due} ${dueFor}`] as [string, string]]
      : []),
  ];
  return html`<h2>${words.asked}</h2><dl class="facts">${rows.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>
<p><a class="step" href="/check/${letter.checkCode}">${words.check}</a></p>`;
}

const path = '/reply/:code';
const codeBody = z.strictObject({ replyCode: line(40) });

async function codePage({ form }: PageAsked, filled: Filled): Promise<Page> {
  const fields = lineField(filled, {
    ...{ name: 'replyCode', label: words.enter, hint: words.enterHint, most: 40 },
  });
  return {
    title: words.title,
    main: form(html`${problemsAbove(filled)}${fields}${submit(words.open)}`, '/reply'),
  };
}

export const replyPages: readonly PublicPage[] = [
  publicPage({ method: 'get', path: '/reply', handle: (asked) => codePage(asked, unfilled) }),
  publicPage({
    method: 'post',
    path: '/reply',
    body: codeBody,
    async handle({ deps, request, body: { replyCode } }) {
      const em = deps.orm.em.fork();
      if ((await tryCode(deps, request.ip, () => referralOfCode(em, replyCode))) === null)
        throw new Refusal('referral/letter-not-valid');
      return { redirect: `/reply/${encodeURIComponent(replyCode.replace(/[\s-]/g, '').toUpperCase())}` };
    },
    again: codePage,
  }),
  publicPage({ method: 'get', path, handle: (asked) => letterPage(asked, unfilled) }),
  publicPage({
    method: 'post',
    path,
    body: answerBody,
    async handle(asked) {
      const { deps, request, body } = asked;
      const { state } = await openedBy(asked);
      await countUse(deps, 'letter-answers', state.id);
      const answer = answerIn(body);
      const came = await answerLetter(deps, state, answer);
      const did = came === 'done' ? answer.act : came;
      return { redirect: `/reply/${encodeURIComponent(String(request.params.code))}?did=${did}` };
    },
    again: (asked, filled) =>
      letterPage(asked, filled).catch((error: unknown) => {
        if (!(error instanceof Refusal)) throw error;
        return codePage(asked, { ...unfilled, problems: filled.problems });
      }),
  }),
];
