/** Applying for mediation without an account: begun, answered step by step, checked, sent. */
import { z } from 'zod';
import { headsFor, stepWords, applyWords as words } from '../../../templates/zh-CN/apply-words.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Application } from '../../persistence/application.entity.ts';
import { endApplication, listApplicationFiles } from '../../persistence/application.repository.ts';
import { partyOfCode } from '../../persistence/party-access.ts';
import { callerOf } from '../address.ts';
import { startVisit } from '../follow/visit.ts';
import { countUse } from '../limits.ts';
import { type Filled, problemsAbove, submit, tickField, unfilled } from '../public/form.ts';
import { html } from '../public/html.ts';
import { backTo, type PageAsked, type PublicPage, publicPage } from '../public/page.ts';
import {
  type Answers,
  applicationIn,
  forgetCookie,
  openApplication,
  type Sent,
  sideOf,
  startApplication,
} from './application.ts';
import { amountOf, claimsPages } from './claims-page.ts';
import { nextPath, pathOf, stepPages } from './form-steps.ts';
import { photosPages } from './photos-page.ts';
import { sendApplication, wholeOf } from './send.ts';
import { formSteps, type Line, stepNames } from './steps.ts';

async function startPage(asked: PageAsked, filled: Filled) {
  const known = await applicationIn(asked);
  const goOn = known !== null && !known.caseId;
  return {
    title: words.title,
    main: html`${problemsAbove(filled)}${asked.request.query.over !== undefined && html`<p class="verdict bad" role="status">${words.over}</p>`}
${words.intro.map((one) => html`<p>${one}</p>`)}
<h2>${words.needed}</h2><ul>${words.neededItems.map((one) => html`<li>${one}</li>`)}</ul>
<p class="hint">${words.urgent}</p>
${goOn ? html`<p><a class="button" href="/apply/tasks">${words.goOn}</a></p>${forgetForm(asked)}` : asked.form(submit(words.begin), '/apply')}
<p><a class="step" href="/privacy">${words.notice}</a></p>`,
  };
}

/** Every step with what was answered; the last leads to the page on which all is checked. */
async function tasksPage(asked: PageAsked) {
  const { id, answers } = await openApplication(asked);
  const files = await listApplicationFiles(asked.deps.orm.em.fork(), id);
  const tasks = stepNames.map((name) => {
    const isDone = name === 'photos' ? files.length > 0 : answers[name] !== undefined;
    const standing = isDone ? words.done : name === 'photos' ? words.optional : words.todo;
    return html`<li><a class="step" href="${pathOf(name)}">${stepWords[name].name}</a><span class="standing${standing === words.todo && ' todo'}">${standing}</span></li>`;
  });
  const isWhole = wholeOf(answers) !== null;
  return {
    title: words.tasks,
    main: html`<p class="hint">${words.tasksHint}</p><ol class="tasks">${tasks}</ol>
<p><a class="button" href="${isWhole ? '/apply/check' : nextPath(answers, 'photos')}">${isWhole ? words.check : words.goOn}</a></p>${forgetForm(asked)}`,
  };
}

/** A browser may be everybody's: what was filled in can be taken away again. */
const forgetForm = ({ form }: PageAsked) =>
  form(
    html`<p class="hint">${words.forgetHint}</p><p><button type="submit" class="second">${words.forget}</button></p>`,
    '/apply/forget',
  );

async function checkPage(asked: PageAsked, filled: Filled) {
  const { id, answers } = await openApplication(asked);
  const files = await listApplicationFiles(asked.deps.orm.em.fork(), id);
  const sections = await Promise.all(
    stepNames.map(async (name) => {
      const lines = await linesOf(
        asked,
        name,
        answers,
        files.map((one) => one.name),
      );
      return html`<section><h2>${stepWords[name].name} <a class="step" href="${pathOf(name)}">${words.change}<span class="unseen">${stepWords[name].name}</span></a></h2>
<dl class="facts">${lines.map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl></section>`;
    }),
  );
  const consent = tickField(filled, { name: 'isConsentGiven', label: words.agree });
  return {
    title: words.check,
    main: html`${problemsAbove(filled)}<p class="hint">${words.checkHint}</p>${sections}
<p><a class="step" href="/privacy">${words.notice}</a></p>
${asked.form(html`${consent}${submit(words.send)}`)}`,
  };
}

async function linesOf(
  asked: PageAsked,
  name: (typeof stepNames)[number],
  answers: Answers,
  files: readonly string[],
): Promise<Line[]> {
  if (name === 'photos')
    return [[stepWords.photos.name, files.length === 0 ? words.nothing : files.join('、')]];
  if (name === 'claims')
    return (answers.claims?.lines ?? []).map((one) => [
      headsFor[sideOf(answers)][one.head],
      `${amountOf(one)}；${one.basis}`,
    ]);
  const one = formSteps.find((step) => step.name === name);
  const answer = answers[name];
  return one === undefined || answer === undefined ? [] : one.lines(answer, answers, asked);
}

/** Shown until its reader says that it is kept, and no longer than its time. */
async function sentOf(asked: PageAsked): Promise<{ application: Application; sent: Sent }> {
  const application = await applicationIn(asked);
  if (!application?.caseId) throw new Refusal('apply/start-first');
  return { application, sent: application.answers as Sent };
}

const grouped = (code: string) => code.replace(/^(.{4})(.{4})$/, '$1-$2');

export const applyPages: readonly PublicPage[] = [
  publicPage({ method: 'get', path: '/apply', handle: (asked) => startPage(asked, unfilled) }),
  publicPage({
    method: 'post',
    path: '/apply',
    async handle(asked) {
      await countUse(asked.deps, 'applications', callerOf(asked.request.ip ?? ''));
      await startApplication(asked);
      return { redirect: '/apply/side' };
    },
    again: startPage,
  }),
  backTo('/apply/forget', '/apply'),
  publicPage({
    method: 'post',
    path: '/apply/forget',
    async handle(asked) {
      const { id } = await openApplication(asked);
      await endApplication(asked.deps.orm.em.fork(), id, asked.deps.now());
      forgetCookie(asked);
      return { redirect: '/apply' };
    },
  }),
  publicPage({ method: 'get', path: '/apply/tasks', handle: tasksPage }),
  ...stepPages,
  ...claimsPages,
  ...photosPages,
  publicPage({
    method: 'get',
    path: '/apply/check',
    async handle(asked) {
      const { answers } = await openApplication(asked);
      return wholeOf(answers) === null ? { redirect: '/apply/tasks' } : checkPage(asked, unfilled);
    },
  }),
  publicPage({
    method: 'post',
    path: '/apply/check',
    body: z.strictObject({ isConsentGiven: z.literal('yes', words.needAgree) }),
    async handle(asked) {
      const known = await applicationIn(asked);
      // Sent already, perhaps by a second tap.
      if (known?.caseId) return { redirect: '/apply/sent' };
      const { id, answers } = await openApplication(asked);
      await countUse(asked.deps, 'applications-sent', callerOf(asked.request.ip ?? ''));
      await sendApplication(asked.deps, id, answers);
      return { redirect: '/apply/sent' };
    },
    again: checkPage,
  }),
  publicPage({
    method: 'get',
    path: '/apply/sent',
    async handle(asked) {
      const { receiptNumber, checkCode } = (await sentOf(asked)).sent;
      return {
        title: words.sentTitle,
        main: html`<p class="verdict" role="status">${words.sentLead}</p>
<dl class="big"><dt>${words.number}</dt><dd>${receiptNumber}</dd><dt>${words.code}</dt><dd>${grouped(checkCode)}</dd></dl>
<p>${words.sentHint}</p>${asked.form(submit(words.saved))}`,
      };
    },
  }),
  publicPage({
    method: 'post',
    path: '/apply/sent',
    async handle(asked) {
      const { application, sent } = await sentOf(asked);
      const { orm, now } = asked.deps;
      const found = await partyOfCode(orm.em.fork(), sent.receiptNumber, sent.checkCode);
      if (found !== null) await startVisit(asked, found);
      await endApplication(orm.em.fork(), application.id, now());
      forgetCookie(asked);
      return { redirect: '/follow/case' };
    },
  }),
];
