/** A planned session: when and where, and whether this party comes. */
import { z } from 'zod';
import { ownActWords } from '../../../templates/zh-CN/own-act-words.ts';
import { codeWords } from '../../../templates/zh-CN/words.ts';
import type { FactsOf } from '../../domain/dispute/decisions.ts';
import { sessionAnswers } from '../../domain/dispute/parts.ts';
import { Refusal } from '../../domain/refusal.ts';
import { listEvents } from '../../persistence/case.listing.ts';
import { noteOf } from '../dispute/act.ts';
import { words as text } from '../fields.ts';
import { choiceField, type Filled, submit, unfilled, wordsField } from '../public/form.ts';
import { html } from '../public/html.ts';
import type { Page } from '../public/layout.ts';
import { type PageAsked, publicPage } from '../public/page.ts';
import { fillIn, mayAct } from './acts.ts';
import { orderAsParty } from './order-as-party.ts';
import { back, doneAt, factsOf, fieldsOnce, numberIn, once, saidDone } from './own-page.ts';
import { type PartyVisit, partyVisit } from './visit.ts';

const words = ownActWords.session;
const path = '/follow/session/:no';

/** As last arranged: a new day leaves the old hour behind, but not the place. */
async function arranged({ deps }: PageAsked, { caseId }: PartyVisit, no: number) {
  const events = (await listEvents(deps.orm.em.fork(), caseId)).filter(
    ({ kind, facts }) =>
      (kind === 'session-planned' || kind === 'session-postponed') &&
      (facts as FactsOf<'session-planned' | 'session-postponed'>).no === no,
  );
  const said = (value: unknown) => (typeof value === 'string' ? value : '');
  const places = events.map(({ texts }) => said(texts.place)).filter((place) => place !== '');
  return { at: said(events.at(-1)?.texts.at), place: places.at(-1) ?? '' };
}

async function sessionPage(asked: PageAsked, filled: Filled): Promise<Page> {
  const visit = await partyVisit(asked);
  const no = numberIn(asked);
  const session = visit.state.sessions.find((one) => one.no === no);
  if (session === undefined) throw new Refusal('session/unknown', { no });
  const { at, place } = await arranged(asked, visit, no);
  const own = session.answers?.[visit.party]?.answer;
  const isOpen = session.heldOn === null && mayAct(visit, 'answer-session');
  const fields = html`${choiceField(filled, {
    ...{ name: 'answer', label: words.question },
    choices: sessionAnswers.map((value) => ({ value, label: words[value] })),
  })}${wordsField(filled, { name: 'note', label: words.note, hint: words.noteHint, rows: 3, most: 1000 })}${submit(words.send)}`;
  return {
    title: fillIn(words.title, { no }),
    main: html`${saidDone(asked, { answered: words.done })}
${factsOf([
  [words.day, session.plannedOn],
  [words.at, at],
  [words.place, place],
  [words.way, session.way === undefined ? '' : codeWords[session.way]],
])}
${own !== undefined && html`<p>${fillIn(words.answered, { answer: words[own] })}</p>`}
${session.heldOn !== null && html`<p>${fillIn(words.held, { on: session.heldOn })}</p>`}
${isOpen && asked.form(fieldsOnce(filled, fields))}${back}`,
  };
}

const body = z.strictObject({
  ...{ once, answer: z.enum(sessionAnswers, ownActWords.choose), note: text(1000).optional() },
});

export const sessionPages = [
  publicPage({ method: 'get', path, handle: (asked) => sessionPage(asked, unfilled) }),
  publicPage({
    method: 'post',
    path,
    body,
    async handle(asked) {
      const visit = await partyVisit(asked);
      const no = numberIn(asked);
      const { once: sent, answer } = asked.body;
      const came = await orderAsParty(asked.deps, visit, {
        ...{ kind: 'answer-session', once: sent, texts: noteOf(asked.body) },
        asked: () => ({ no, answer }),
      });
      return doneAt(`/follow/session/${no}`, 'answered', came);
    },
    again: sessionPage,
  }),
];
