/** The other side's own word on mediation. */
import { z } from 'zod';
import { ownActWords } from '../../../templates/zh-CN/own-act-words.ts';
import { noteOf } from '../dispute/act.ts';
import { words as text } from '../fields.ts';
import { choiceField, type Filled, submit, unfilled, wordsField } from '../public/form.ts';
import { html } from '../public/html.ts';
import type { Page } from '../public/layout.ts';
import { type PageAsked, publicPage } from '../public/page.ts';
import { fillIn, mayConsent } from './acts.ts';
import { orderAsParty } from './order-as-party.ts';
import { back, doneAt, fieldsOnce, once, saidDone } from './own-page.ts';
import { partyVisit } from './visit.ts';

const words = ownActWords.consent;
const path = '/follow/consent';

async function consentPage(asked: PageAsked, filled: Filled): Promise<Page> {
  const visit = await partyVisit(asked);
  const said = visit.state.consents[visit.party];
  const answer = said && fillIn(words.answered, { on: said.on, answer: said.isGiven ? words.yes : words.no });
  const isOpen = mayConsent(visit);
  const fields = html`${choiceField(filled, {
    ...{ name: 'consent', label: words.question[visit.side] },
    choices: [
      { value: 'yes', label: words.yes },
      { value: 'no', label: words.no },
    ],
  })}${wordsField(filled, { name: 'note', label: words.note, rows: 3, most: 1000 })}${submit(ownActWords.confirm)}`;
  return {
    title: words.title,
    main: html`${saidDone(asked, { answered: words.done })}
<p>${words.lead[visit.side]}</p>${answer !== undefined && html`<p>${answer}</p>`}
${isOpen && asked.form(fieldsOnce(filled, fields))}${!isOpen && answer === undefined && html`<p>${ownActWords.notNow}</p>`}${back}`,
  };
}

const body = z.strictObject({
  once,
  consent: z.enum(['yes', 'no'], ownActWords.choose),
  note: text(1000).optional(),
});

export const consentPages = [
  publicPage({ method: 'get', path, handle: (asked) => consentPage(asked, unfilled) }),
  publicPage({
    method: 'post',
    path,
    body,
    async handle(asked) {
      const visit = await partyVisit(asked);
      const { once: sent, consent } = asked.body;
      const came = await orderAsParty(asked.deps, visit, {
        ...{ kind: 'record-consent', once: sent, texts: noteOf(asked.body) },
        asked: () => ({ isGiven: consent === 'yes', party: visit.party }),
      });
      return doneAt(path, 'answered', came);
    },
    again: consentPage,
  }),
];
