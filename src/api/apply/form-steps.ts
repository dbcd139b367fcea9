/** A step's page: its form as it was answered before, and what was typed where something is wrong with it. */
import { applyWords as words } from '../../../templates/zh-CN/apply-words.ts';
import { saveAnswers } from '../../persistence/application.repository.ts';
import { type Filled, problemsAbove, submit, unfilled } from '../public/form.ts';
import { html } from '../public/html.ts';
import { type PageAsked, type PublicPage, publicPage } from '../public/page.ts';
import { type Answers, openApplication } from './application.ts';
import { type AnyStep, formSteps, stepNames } from './steps.ts';

export const pathOf = (name: string) => `/apply/${name}`;
export const backLink = html`<p><a class="step" href="/apply/tasks">${words.back}</a></p>`;

/** The first step without an answer; then the page on which all is checked. */
export function nextPath(answers: Answers, after: (typeof stepNames)[number]): string {
  const at = stepNames.indexOf(after);
  const order = [...stepNames.slice(at + 1), ...stepNames.slice(0, at + 1)];
  // Photos may be left out: they are offered once, on the way.
  const next = order.find((name) => (name === 'photos' ? after === 'story' : answers[name] === undefined));
  return next === undefined ? '/apply/check' : pathOf(next);
}

async function stepPage(one: AnyStep, asked: PageAsked, filled: Filled | null) {
  const { answers } = await openApplication(asked);
  const answer = answers[one.name];
  const shown = filled ?? { ...unfilled, typed: answer === undefined ? {} : one.toTyped(answer) };
  const fields = await one.fields(asked, shown, answers);
  return {
    title: one.title,
    main: html`${problemsAbove(shown)}${asked.form(html`${fields}${submit(words.save)}`)}${backLink}`,
  };
}

export const stepPages: readonly PublicPage[] = formSteps.flatMap((one) => [
  publicPage({ method: 'get', path: pathOf(one.name), handle: (asked) => stepPage(one, asked, null) }),
  publicPage({
    method: 'post',
    path: pathOf(one.name),
    body: one.body,
    async handle(asked) {
      const { id, answers } = await openApplication(asked);
      const answer = one.toAnswer(asked.body);
      const { orm, now } = asked.deps;
      await saveAnswers(orm.em.fork(), id, (before) => ({ ...before, [one.name]: answer }), now());
      return { redirect: nextPath({ ...answers, [one.name]: answer }, one.name) };
    },
    again: (asked, filled) => stepPage(one, asked, filled),
  }),
]);
