/** From the text to the signature: who signs, everything once more to check, then the picture. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { ownActWords } from '../../../templates/zh-CN/own-act-words.ts';
import { authorities } from '../../domain/dispute/parts.ts';
import { formatYuan } from '../../domain/money.ts';
import { Refusal } from '../../domain/refusal.ts';
import { readDispute } from '../../persistence/dispute.listing.ts';
import { line } from '../fields.ts';
import {
  choiceField,
  type Filled,
  fileField,
  lineField,
  problemsAbove,
  submit,
  tickField,
  typedOf,
  unfilled,
} from '../public/form.ts';
import { type Html, html } from '../public/html.ts';
import { type Page, signatureScript } from '../public/layout.ts';
import { type PageAsked, type PublicPage, publicPage } from '../public/page.ts';
import { fillIn, ownPart } from './acts.ts';
import { type ReadAgreement, readAgreement } from './agreement-read.ts';
import { orderAsParty } from './order-as-party.ts';
import { doneAt, factsOf, once } from './own-page.ts';
import { drawnPicture, MOST_BYTES, pictureEnding } from './signature-picture.ts';

const words = ownActWords.agreement;
const path = '/follow/agreement/sign';

async function partyOf({ deps }: PageAsked, { visit }: ReadAgreement) {
  const dispute = await readDispute(deps.orm.em.fork(), visit.caseId);
  const party = dispute?.parties.find(({ id }) => id === visit.party);
  if (party === undefined) throw new Refusal('case/not-found');
  return party;
}

const authorityWords: Partial<Record<string, string>> = {
  self: words.asSelf,
  'legal-representative': words.asLegal,
  'agent-with-special-authority': words.asAgent,
};

/** Under the text: that it was read, and by whom it will be signed. A worker without an agent signs in person. */
export async function whoFields(asked: PageAsked, read: ReadAgreement, filled: Filled): Promise<Html> {
  const { visit, agreement } = read;
  const isEmployer = visit.side === 'employer';
  const own = isEmployer ? 'legal-representative' : 'self';
  const hasAgent = visit.state.agents[visit.party] === 'special';
  const party = await partyOf(asked, read);
  const start = { signer: party.representative ?? '', authority: own, ...filled.typed };
  const choices = [own, ...(hasAgent ? ['agent-with-special-authority'] : [])].map((value) => ({
    ...{ value, label: authorityWords[value] ?? '' },
  }));
  const asks = { problems: filled.problems, typed: start };
  const names = html`${lineField(asks, { name: 'signer', label: words.signer, most: 50, autoComplete: 'name' })}${lineField(asks, { name: 'signerPost', label: words.post, most: 50, autoComplete: 'organization-title' })}`;
  return html`${problemsAbove(filled)}<h2>${choices.length > 1 || isEmployer ? words.who : words.afterReading}</h2>
<input type="hidden" name="step" value="who"><input type="hidden" name="read" value="${agreement.sha256}"><input type="hidden" name="paper" value="${agreement.paper}">
${choices.length > 1 || isEmployer ? choiceField(asks, { name: 'authority', label: words.authority, hint: words.authorityHint, choices }) : html`<input type="hidden" name="authority" value="${own}">`}
${(isEmployer || hasAgent) && names}
${tickField(filled, { name: 'hasRead', label: words.hasRead })}
${submit(words.go)}`;
}

const given = {
  read: z.string(ownActWords.notOfPage).regex(/^[0-9a-f]{64}$/, ownActWords.notOfPage),
  paper: z.uuid(ownActWords.notOfPage),
  authority: z.enum(authorities, ownActWords.choose),
  signer: line(50).optional(),
  signerPost: line(50).optional(),
};
/** `who` comes from under the text, `sign` from the page with the place for the signature. */
const body = z
  .strictObject({
    ...{ ...given, once: once.optional(), step: z.enum(['who', 'sign'], ownActWords.notOfPage) },
    hasRead: z.literal('yes', words.mustRead).optional(),
    drawing: z.string().max(900_000).optional(),
  })
  .refine(({ step, hasRead }) => step === 'sign' || hasRead === 'yes', {
    ...{ path: ['hasRead'], message: words.mustRead },
  })
  .refine(({ step, once: sent }) => step === 'who' || sent !== undefined, {
    ...{ path: ['once'], message: ownActWords.notOfPage },
  });
type Given = Omit<z.infer<typeof body>, 'step' | 'hasRead' | 'once' | 'drawing'>;

/** What will be signed, and by whom; below, the place for the signature. */
async function signPage(asked: PageAsked, given: Given, problems: Filled['problems']): Promise<Page> {
  const read = await readAgreement(asked);
  const { visit, agreement, paper } = read;
  const party = await partyOf(asked, read);
  const sums = agreement.instalments.flatMap((one) => {
    const amount = ownPart(visit, one)?.amount ?? 0;
    const facts = { no: one.no, dueOn: one.dueOn, amount: formatYuan(amount as never) };
    return amount > 0 ? [html`<p>${fillIn(words.sum, facts)}</p>`] : [];
  });
  const filled = { ...unfilled, problems };
  const { read: text, paper: id, authority, signer, signerPost } = given;
  const hidden = { step: 'sign', once: randomUUID(), read: text, paper: id, authority, signer, signerPost };
  const kept = Object.entries(hidden).filter(([, value]) => value !== undefined);
  const fields = html`${problemsAbove(filled)}${kept.map(([name, value]) => html`<input type="hidden" name="${name}" value="${String(value)}">`)}
<h2 id="drawing">${words.draw}</h2>
<div data-signature hidden><p class="hint">${words.drawHint}</p><canvas class="signature" width="900" height="400" role="img" aria-label="${words.canvas}"></canvas><input type="hidden" name="drawing" value=""><p><button type="button" class="second">${words.again}</button></p></div>
<details data-signature-photo open><summary>${words.photo}</summary>${fileField(filled, { name: 'photo', label: words.photoLabel, accept: 'image/jpeg,image/png' })}</details>
${submit(words.sign)}<p class="hint">${words.legal}</p>`;
  return {
    title: words.signTitle,
    script: signatureScript,
    main: html`<h2>${words.check}</h2>${factsOf([
      [words.number, paper.number],
      [words.party, party.name],
      [words.as, authorityWords[given.authority] ?? ''],
      [words.signer, given.signer ?? ''],
      [words.post, given.signerPost ?? ''],
      [words.sums, html`${sums}`],
      [words.fingerprint, html`${given.read}<small>${words.fingerprintHint}</small>`],
    ])}${asked.form(fields, path, true)}<p><a class="step" href="/follow/agreement">${words.read}</a></p>`,
  };
}

async function signed(asked: PageAsked<z.infer<typeof body>>) {
  const { deps, body: said, file } = asked;
  if (said.step === 'who' || said.once === undefined) return signPage(asked, said, unfilled.problems);
  const { visit } = await readAgreement(asked);
  const bytes = said.drawing === undefined ? file?.bytes : drawnPicture(said.drawing);
  if (bytes === undefined) return signPage(asked, said, { above: [], fields: { drawing: words.mustSign } });
  const { authority, read, paper, signer, signerPost } = said;
  const name = `${words.own}.${pictureEnding(bytes)}`;
  const came = await orderAsParty(deps, visit, {
    ...{ kind: 'sign-on-screen', once: said.once },
    texts: {
      ...(signer === undefined ? {} : { signer }),
      ...(signerPost === undefined ? {} : { signerPost }),
    },
    file: { name, bytes, note: words.own },
    asked: (added) => ({ ...added!, paper, read, authority, at: deps.now().toISOString() }),
  });
  return doneAt('/follow/agreement', 'signed', came);
}

/** `before`: the page with the text, shown again where who signs is not right yet. */
export function signPages(before: (asked: PageAsked, filled: Filled) => Promise<Page>): PublicPage[] {
  return [
    publicPage({ method: 'get', path, handle: async () => ({ redirect: '/follow/agreement' }) }),
    publicPage({
      ...{ method: 'post', path, body },
      upload: { field: 'photo', maxBytes: MOST_BYTES },
      handle: signed,
      again: async (asked, filled) => {
        if (typedOf(filled, 'step') !== 'sign') return before(asked, filled);
        const kept = z
          .strictObject(given)
          .safeParse(
            Object.fromEntries(Object.keys(given).map((name) => [name, typedOf(filled, name) || undefined])),
          );
        return kept.success ? signPage(asked, kept.data, filled.problems) : before(asked, filled);
      },
    }),
  ];
}
