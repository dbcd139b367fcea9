/** An instalment: whether its worker has received it, whether its employer has sent it. */
import { z } from 'zod';
import { ownActWords } from '../../../templates/zh-CN/own-act-words.ts';
import { findInstalment } from '../../domain/dispute/decide-follow-up.ts';
import { evidenceLimits } from '../../domain/evidence.ts';
import { type Fen, formatYuan, NO_MONEY } from '../../domain/money.ts';
import { Refusal } from '../../domain/refusal.ts';
import { readDispute } from '../../persistence/dispute.listing.ts';
import { noteOf } from '../dispute/act.ts';
import { partyId, words as text, yuan } from '../fields.ts';
import { dayOf } from '../order-command.ts';
import type { InTurn } from '../order-in-turn.ts';
import {
  choiceField,
  type Filled,
  fileField,
  lineField,
  selectField,
  submit,
  unfilled,
  wordsField,
} from '../public/form.ts';
import { type Html, html } from '../public/html.ts';
import type { Page } from '../public/layout.ts';
import { type PageAsked, publicPage } from '../public/page.ts';
import { fillIn, mayAct, ownPart } from './acts.ts';
import { orderAsParty } from './order-as-party.ts';
import { back, doneAt, factsOf, fieldsOnce, numberIn, once, saidDone } from './own-page.ts';
import { type PartyVisit, partyVisit } from './visit.ts';

const words = ownActWords.instalment;
const path = '/follow/instalment/:no';
const inYuan = (sum: Fen) => fillIn(ownActWords.sum, { sum: formatYuan(sum) });

/** Refuses `case/not-found` for an instalment in which this party has no part. */
async function opened(asked: PageAsked) {
  const visit = await partyVisit(asked);
  const { instalment } = findInstalment(visit.state, numberIn(asked), dayOf(asked.deps, undefined));
  const part = ownPart(visit, instalment);
  if (part === null) throw new Refusal('case/not-found');
  return { visit, instalment, part };
}

async function instalmentPage(asked: PageAsked, filled: Filled): Promise<Page> {
  const { visit, instalment, part } = await opened(asked);
  const { no, dueOn, said = [] } = instalment;
  const isWorker = visit.side === 'worker';
  const isOpen = part.owed > 0 && mayAct(visit, isWorker ? 'record-payment' : 'report-paid');
  const isDue = dueOn <= dayOf(asked.deps, undefined);
  const fields = isWorker
    ? await workerFields(asked, visit, filled, { ...part, isDue })
    : employerFields(filled, part.owed);
  return {
    title: fillIn(words.title, { no }),
    main: html`${saidDone(asked, words.done)}
${factsOf([
  [words.dueOn, dueOn],
  [isWorker ? words.amount : words.amountBy, inYuan(part.amount)],
  [words.paid, inYuan(part.paid)],
  [words.owed, part.owed === 0 ? '' : inYuan(part.owed)],
])}
${said.map((one) => html`<p>${saidOf(visit, one)}</p>`)}
${part.owed === 0 && html`<p>${words.settled}</p>`}
${isOpen && asked.form(fieldsOnce(filled, fields), undefined, !isWorker)}${back}`,
  };
}

type Word = NonNullable<ReturnType<typeof findInstalment>['instalment']['said']>[number];

/** What others say of a payment is shown to whom it concerns; what other workers say is not. */
function saidOf({ side, party }: PartyVisit, word: Word): string {
  if (word.says === 'unpaid') return word.party === party ? fillIn(words.saidUnpaid, { on: word.on }) : '';
  const facts = { on: word.on, amount: formatYuan(word.amount) };
  if (word.party === party) return fillIn(words.saidOwn, facts);
  return side === 'worker' ? fillIn(words.said, facts) : '';
}

async function workerFields(
  { deps }: PageAsked,
  { caseId }: PartyVisit,
  filled: Filled,
  { owed, payers, isDue }: { owed: Fen; payers: readonly string[]; isDue: boolean },
): Promise<Html> {
  const choices = [
    { value: 'all', label: fillIn(words.all, { owed: formatYuan(owed) }) },
    { value: 'part', label: words.part },
    ...(isDue ? [{ value: 'none', label: words.none }] : []),
  ];
  const parties = payers.length > 1 ? ((await readDispute(deps.orm.em.fork(), caseId))?.parties ?? []) : [];
  const owing = parties.filter(({ id }) => payers.includes(id));
  return html`${choiceField(filled, { name: 'received', label: words.question, choices })}
${lineField(filled, { name: 'amount', label: words.partAmount, inputMode: 'decimal', most: 14 })}
${owing.length > 1 && selectField(filled, { name: 'payer', label: words.payer, choices: owing.map(({ id, name }) => ({ value: id, label: name })) })}
${wordsField(filled, { name: 'note', label: words.note, rows: 3, most: 1000 })}${submit(words.send)}`;
}

function employerFields(filled: Filled, owed: Fen): Html {
  const start =
    filled.typed.amount === undefined
      ? { ...filled, typed: { ...filled.typed, amount: formatYuan(owed) } }
      : filled;
  return html`<input type="hidden" name="received" value="sent"><p class="hint">${words.paidHint}</p>
${lineField(start, { name: 'amount', label: words.paidAmount, inputMode: 'decimal', most: 14 })}
${fileField(filled, { name: 'photo', label: words.photo, accept: 'image/*,application/pdf' })}
${wordsField(filled, { name: 'note', label: words.note, rows: 3, most: 1000 })}${submit(words.sendPaid)}`;
}

const body = z
  .strictObject({
    once,
    /** What the worker says; `sent` is the employer's own word. */
    received: z.enum(['all', 'part', 'none', 'sent'], ownActWords.choose),
    amount: yuan.optional(),
    payer: partyId.optional(),
    note: text(1000).optional(),
  })
  .refine(({ received, amount }) => received === 'all' || received === 'none' || amount !== undefined, {
    ...{ path: ['amount'], message: words.needAmount },
  });
type Body = z.infer<typeof body>;

export const instalmentPages = [
  publicPage({ method: 'get', path, handle: (asked) => instalmentPage(asked, unfilled) }),
  publicPage({
    ...{ method: 'post', path, body },
    upload: { field: 'photo', maxBytes: evidenceLimits.fileBytes },
    async handle(asked) {
      const { instalment } = await opened(asked);
      const { did, came } = await spoken(asked);
      return doneAt(`/follow/instalment/${instalment.no}`, did, came);
    },
    again: instalmentPage,
  }),
];

/** The table says whose word it may be. */
async function spoken(asked: PageAsked<Body>): Promise<{ did: keyof typeof words.done; came: InTurn }> {
  const { deps, file, body } = asked;
  const { visit, instalment, part } = await opened(asked);
  const { once: sent, received, amount = NO_MONEY, payer } = body;
  const { no } = instalment;
  const said = { once: sent, texts: noteOf(body) };
  if (received === 'sent') {
    const came = await orderAsParty(deps, visit, {
      ...{ kind: 'report-paid', ...said },
      file: file && { ...file, note: fillIn(words.employerAct, { no }) },
      asked: (added) => ({ instalment: no, amount, ...added }),
    });
    return { did: 'told', came };
  }
  if (received === 'none') {
    const asks = () => ({ instalment: no });
    return {
      did: 'unpaid',
      came: await orderAsParty(deps, visit, { kind: 'report-unpaid', ...said, asked: asks }),
    };
  }
  const sum = received === 'all' ? part.owed : amount;
  const from = payer === undefined || received === 'all' ? {} : { payer };
  const asks = () => ({ instalment: no, amount: sum, payee: visit.party, ...from });
  return {
    did: 'paid',
    came: await orderAsParty(deps, visit, { kind: 'record-payment', ...said, asked: asks }),
  };
}
