/** Photos and papers that go along: several at a time, also without script. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { stepWords } from '../../../templates/zh-CN/apply-words.ts';
import { evidenceEndings, evidenceLimits } from '../../domain/evidence.ts';
import { Refusal } from '../../domain/refusal.ts';
import {
  addFiles,
  type FileRow,
  listApplicationFiles,
  removeFile,
} from '../../persistence/application.repository.ts';
import { evidenceTypeOf } from '../evidence/media-type.ts';
import { type Filled, problemsAbove, unfilled } from '../public/form.ts';
import { type Html, html } from '../public/html.ts';
import { backTo, type PageAsked, type PublicPage, publicPage } from '../public/page.ts';
import type { Upload } from '../upload.ts';
import { openApplication } from './application.ts';
import { backLink, nextPath } from './form-steps.ts';

const { photos: words } = stepWords;
const MEGABYTE = 1024 * 1024;
const accept = ['image/*', ...evidenceEndings.map((ending) => `.${ending}`)].join(',');

/** What a form takes at once. */
export const photosUpload = { field: 'photos', most: 10, maxBytes: 2 * evidenceLimits.fileBytes } as const;

/** A field for the camera and one for what is there already: both under one name, so that neither needs script. */
export const photoFields: Html = html`<div class="field"><label for="camera">${words.camera}</label><input id="camera" name="photos" type="file" accept="image/*" capture="environment"></div>
<div class="field"><label for="photos">${words.files}</label><p class="hint" id="photos-hint">${words.filesHint}</p><input id="photos" name="photos" type="file" multiple accept="${accept}" aria-describedby="photos-hint"></div>`;

/** Each looked into. Refuses `evidence/type-not-taken`, `evidence/not-as-named`, `upload/too-large`, `apply/no-file`. */
export async function checkedFiles(files: readonly Upload[]): Promise<(Upload & { mediaType: string })[]> {
  if (files.length === 0) throw new Refusal('apply/no-file');
  const checked = [];
  for (const file of files) {
    if (file.bytes.length > evidenceLimits.fileBytes)
      throw new Refusal('upload/too-large', { megabytes: evidenceLimits.fileBytes / MEGABYTE });
    checked.push({ ...file, mediaType: await evidenceTypeOf(file.name, file.bytes) });
  }
  return checked;
}

const sizeOf = ({ bytes }: FileRow) =>
  bytes >= MEGABYTE ? `${(bytes / MEGABYTE).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1024))} kB`;

async function photosPage(asked: PageAsked, filled: Filled) {
  const { id, answers } = await openApplication(asked);
  const there = await listApplicationFiles(asked.deps.orm.em.fork(), id);
  const cards = there.map(
    (one) =>
      html`<li><p>${one.name} <small>${sizeOf(one)}</small></p>${asked.form(html`<input type="hidden" name="file" value="${one.id}"><button type="submit" class="second">${words.remove}<span class="unseen">${one.name}</span></button>`, '/apply/photos/remove')}</li>`,
  );
  const next = html`<p><a class="button${there.length === 0 && ' second'}" href="${nextPath(answers, 'photos')}">${words.next}</a></p>`;
  return {
    title: words.title,
    main: html`${problemsAbove(filled)}<p class="hint">${words.hint}</p>
${there.length > 0 && html`<h2>${words.given}</h2><ul class="cards">${cards}</ul>${next}`}
${asked.form(html`${photoFields}<p><button type="submit"${there.length > 0 && html` class="second"`}>${words.upload}</button></p>`, '/apply/photos', true)}
${there.length === 0 && next}${backLink}`,
  };
}

export const photosPages: readonly PublicPage[] = [
  publicPage({ method: 'get', path: '/apply/photos', handle: (asked) => photosPage(asked, unfilled) }),
  publicPage({
    method: 'post',
    path: '/apply/photos',
    body: z.strictObject({}),
    upload: photosUpload,
    async handle(asked) {
      const { id } = await openApplication(asked);
      const files = (await checkedFiles(asked.files)).map(({ name, bytes: content, mediaType }) => ({
        ...{ name, mediaType, content, bytes: content.length },
        sha256: createHash('sha256').update(content).digest('hex'),
      }));
      const { orm, now } = asked.deps;
      await addFiles(orm.em.fork(), id, files, now());
      return { redirect: '/apply/photos' };
    },
    again: photosPage,
  }),
  backTo('/apply/photos/remove', '/apply/photos'),
  publicPage({
    method: 'post',
    path: '/apply/photos/remove',
    body: z.strictObject({ file: z.uuid(words.notOfPage) }),
    async handle(asked) {
      const { id } = await openApplication(asked);
      const isGone = await removeFile(asked.deps.orm.em.fork(), id, asked.body.file);
      if (!isGone) throw new Refusal('apply/no-file');
      return { redirect: '/apply/photos' };
    },
  }),
];
