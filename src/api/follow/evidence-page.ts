/** A party adds photos and papers to its case later on. */
import { createHash, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { followWords as words } from '../../../templates/zh-CN/follow-words.ts';
import type { CommandId } from '../../domain/ids.ts';
import { Refusal } from '../../domain/refusal.ts';
import { createCommand, fingerprintOf } from '../../persistence/command.repository.ts';
import { dropRefused, writeEvidence } from '../../persistence/evidence.repository.ts';
import { checkedFiles, photoFields, photosUpload } from '../apply/photos-page.ts';
import { evidenceOf } from '../evidence/add-evidence.ts';
import { words as text } from '../fields.ts';
import { countUse } from '../limits.ts';
import { dayOf, writeOnce } from '../order-command.ts';
import { sendInTurn } from '../order-in-turn.ts';
import { type Filled, lineField, problemsAbove, unfilled } from '../public/form.ts';
import { html } from '../public/html.ts';
import { type PageAsked, type PublicPage, publicPage } from '../public/page.ts';
import { ownFiles } from './own-parts.ts';
import { type PartyVisit, partyVisit } from './visit.ts';

async function evidencePage(asked: PageAsked, filled: Filled) {
  const visit = await partyVisit(asked);
  const files = await ownFiles(asked.deps.orm.em.fork(), visit);
  const fields = html`<input type="hidden" name="once" value="${randomUUID()}">${photoFields}
${lineField(filled, { name: 'note', label: words.evidenceNote, hint: words.evidenceNoteHint, most: 200 })}
<p><button type="submit">${words.upload}</button></p>`;
  return {
    title: words.evidence,
    main: html`${problemsAbove(filled)}<p class="hint">${words.evidenceHint}</p>${asked.form(fields, undefined, true)}
${files.length > 0 && html`<h2>${words.evidenceGiven}</h2><ul>${files.map(({ name, on }) => html`<li>${name} <small>${on}</small></li>`)}</ul>`}
<p><a class="step" href="/follow/case">${words.back}</a></p>`,
  };
}

export const evidencePages: readonly PublicPage[] = [
  publicPage({ method: 'get', path: '/follow/evidence', handle: (asked) => evidencePage(asked, unfilled) }),
  publicPage({
    method: 'post',
    path: '/follow/evidence',
    body: z.strictObject({ once: z.uuid(words.notOfPage), note: text(200).optional() }),
    upload: photosUpload,
    async handle(asked) {
      const visit = await partyVisit(asked);
      const files = await checkedFiles(asked.files);
      await countUse(asked.deps, 'party-acts', visit.party);
      const { once, note } = asked.body;
      for (const [index, file] of files.entries())
        await add(asked, visit, `${once}/${index}`, note ?? null, file).catch(unlessThere);
      return { redirect: '/follow/evidence' };
    },
    again: evidencePage,
  }),
];

/** A file the case has already is no reason to lose the others, and whose it is is told to nobody. */
function unlessThere(error: unknown): void {
  if (!(error instanceof Refusal) || error.code !== 'evidence/already-there') throw error;
}

async function add(
  { deps }: PageAsked,
  { caseId, party, actor }: PartyVisit,
  once: string,
  note: string | null,
  file: Awaited<ReturnType<typeof checkedFiles>>[number],
): Promise<void> {
  const id = createHash('sha256').update(`${party}\0${once}`).digest('hex').slice(0, 40) as CommandId;
  const at = deps.now();
  const { row, draft } = evidenceOf(caseId, { id, on: dayOf(deps, undefined), by: actor }, file, note, at);
  const fingerprint = fingerprintOf({ caseId, party, sha256: row.sha256, note });
  const written = await writeOnce(deps, id, fingerprint, async (em) => {
    await writeEvidence(em, row);
    return createCommand(em, draft, fingerprint, at, true);
  });
  // A refused command leaves no file behind.
  await sendInTurn(deps, written).finally(() => dropRefused(deps.orm.em.fork(), caseId));
}
