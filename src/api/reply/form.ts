/** The one-page form: what the letter asks, who answers, and what they may do now. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { referralWords } from '../../../templates/zh-CN/referral-words.ts';
import { replyWords as words } from '../../../templates/zh-CN/reply-words.ts';
import { outcomesOf } from '../../domain/referral/outcomes.ts';
import { type ReferralState, reportOutcomes, returnReasons } from '../../domain/referral/state.ts';
import { line, words as text } from '../fields.ts';
import { type Filled, lineField, problemsAbove, selectField, wordsField } from '../public/form.ts';
import { type Html, html } from '../public/html.ts';
import { type Answer, type LetterAct, letterActs, openLetterActs } from './answer.ts';

const ways = [
  ...letterActs.filter((act) => act !== 'return'),
  ...returnReasons.map((reason) => `return:${reason}` as const),
];
const needText: ReadonlySet<string> = new Set(['report', 'reply', 'ask-materials', 'return:other']);

/** Asked also where another field is wrong, so that everything missing is said at once. */
function isForm({ value }: { value: unknown }): boolean {
  return typeof value === 'object' && value !== null;
}

export const answerBody = z
  .strictObject({
    once: z.uuid(words.notOfPage),
    name: line(50),
    replierPost: line(60),
    text: text(2000).optional(),
    outcome: z.enum(reportOutcomes).optional(),
    way: z.enum(ways),
  })
  .refine(({ way, text: said }) => !needText.has(way) || said !== undefined, {
    ...{ path: ['text'], message: words.needText, when: isForm },
  })
  .refine(({ way, outcome }) => way !== 'report' || outcome !== undefined, {
    ...{ path: ['outcome'], message: words.needOutcome, when: isForm },
  });

export function answerIn({
  once,
  name,
  replierPost,
  text: said,
  outcome,
  way,
}: z.infer<typeof answerBody>): Answer {
  const [act, reason] = way.split(':') as [LetterAct, Answer['reason']];
  return {
    act,
    reason,
    outcome: act === 'report' ? outcome : undefined,
    text: said,
    once,
    replier: { name, post: replierPost },
  };
}

/** The fields of the form; `form` puts them into one. */
export function answerFields(state: ReferralState, filled: Filled): Html {
  const open = openLetterActs(state);
  const may = (act: LetterAct) => open.includes(act);
  const button = (way: string, label: string, isFirst = false) =>
    html`<p><button type="submit" name="way" value="${way}"${!isFirst && html` class="second"`}>${label}</button></p>`;
  const accept = state.state === 'sent' ? words.receiveAndAccept : words.accept;
  // A key pressed in a field sends nothing: the first button of the form is one that cannot.
  return html`${problemsAbove(filled)}<button type="submit" disabled hidden></button>
<input type="hidden" name="once" value="${randomUUID()}">
<h2>${words.who}</h2><p class="hint">${words.whoHint}</p>
${lineField(filled, { name: 'name', label: words.nameHint, most: 50, autoComplete: 'name' })}
${lineField(filled, { name: 'replierPost', label: words.postLabel, most: 60, autoComplete: 'organization-title' })}
${wordsField(filled, { name: 'text', label: words.textLabel, hint: words.textHint, rows: 4 })}
<h2>${words.acts}</h2>
${may('receive') && button('receive', words.receive, true)}
${may('accept') && button('accept', accept, !may('receive'))}
${may('return') && html`<details><summary>${words.return}</summary>${returnReasons.map((reason) => button(`return:${reason}`, `${words.return}：${referralWords[reason]}`))}</details>`}
${may('report') && html`<details${(filled.problems.fields.outcome !== undefined || filled.typed.way === 'report') && html` open`}><summary>${words.report}</summary>${selectField(filled, { name: 'outcome', label: words.outcome, choices: outcomesOf(state.toKind).map((value) => ({ value, label: referralWords[value] })) })}${button('report', words.report, true)}</details>`}
${may('ask-materials') && button('ask-materials', words['ask-materials'])}
${may('reply') && button('reply', words.reply)}`;
}
