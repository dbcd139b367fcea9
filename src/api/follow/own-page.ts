/** What the pages of a party's own acts share: what was done is said above, the way back below. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { ownActWords as words } from '../../../templates/zh-CN/own-act-words.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { InTurn } from '../order-in-turn.ts';
import { type Filled, problemsAbove } from '../public/form.ts';
import { type Html, html } from '../public/html.ts';
import type { PageAsked } from '../public/page.ts';

/** Of the page a form was sent from. */
export const once = z.uuid(words.notOfPage);

export const back = html`<p><a class="step" href="/follow/case">${words.back}</a></p>`;

/** `done`: what the page says after each thing that can have been done on it. */
export function saidDone({ request }: PageAsked, done: Readonly<Record<string, string>>): Html | false {
  const all: Readonly<Record<string, string>> = { ...done, pending: words.pending };
  const said = all[String(request.query.did ?? '')];
  return said !== undefined && html`<p class="verdict" role="status">${said}</p>`;
}

/** A form sent twice from one page is one act; a key pressed in a field sends nothing by itself. */
export const fieldsOnce = (filled: Filled, fields: Html): Html =>
  html`${problemsAbove(filled)}<button type="submit" disabled hidden></button><input type="hidden" name="once" value="${randomUUID()}">${fields}`;

export const doneAt = (path: string, did: string, came: InTurn) => ({
  redirect: `${path}?did=${came === 'done' ? did : came}`,
});

/** The number in an address. */
export function numberIn({ request }: PageAsked): number {
  const no = Number(request.params.no);
  if (!Number.isSafeInteger(no) || no < 1) throw new Refusal('case/not-found');
  return no;
}

export const factsOf = (rows: readonly (readonly [string, string | Html])[]): Html =>
  html`<dl class="facts">${rows.filter(([, value]) => value !== '').map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;
