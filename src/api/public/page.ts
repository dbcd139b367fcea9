/** One shape for every public page: what comes in, what it shows, and the form once more where something was wrong with it. */
import express, { type Express, type Request, type Response } from 'express';
import type { z } from 'zod';
import { publicWords } from '../../../templates/zh-CN/public-words.ts';
import { Refusal, type RefusalCode } from '../../domain/refusal.ts';
import { callerOf } from '../address.ts';
import type { ApiDeps } from '../app.ts';
import { cleanBody } from '../fields.ts';
import { FileAnswer } from '../file-answer.ts';
import { countUse } from '../limits.ts';
import { notePattern } from '../measure.ts';
import { problemFrom } from '../respond-to-errors.ts';
import { readUpload, readUploads, type Upload, type UploadWanted } from '../upload.ts';
import { type Filled, type Problems, problemsAbove, type Typed, unfilled } from './form.ts';
import { formToken, needFormCookie, needFormToken, TOKEN_FIELD } from './form-token.ts';
import { type Html, html } from './html.ts';
import { keepType, type Page, sendPage, servedFiles } from './layout.ts';

export type PageAsked<B = unknown> = {
  deps: ApiDeps;
  request: Request;
  response: Response;
  /** As parsed by the page's `body`. */
  body: B;
  /** The file that came with the form, where the page takes one. */
  file?: Upload | undefined;
  /** Those that came with it, where the page takes several. */
  files: readonly Upload[];
  /** A form that posts to this page, or to `action`; `hasFile` where a file may come with it. */
  form(inside: Html, action?: string, hasFile?: boolean): Html;
};

type PageAnswer = Page | { redirect: string } | FileAnswer;

export type PublicPage<B extends z.ZodType = z.ZodType> = {
  method: 'get' | 'post';
  /** A form is posted to the address it was read at, so that it can be read again. */
  path: string;
  body?: B;
  /** A file that may come with the form; up to `most`, in all `maxBytes`, where it may be several. */
  upload?: Omit<UploadWanted, 'isOptional'> & { most?: number };
  handle(asked: PageAsked<z.infer<B>>): Promise<PageAnswer>;
  /** The form with what was typed and what is wrong with it; without it a refusal is a page of its own. */
  again?(asked: PageAsked, filled: Filled): Promise<Page>;
};

/** Keeps the types of a page's parts while it is written down. */
export function publicPage<B extends z.ZodType>(given: PublicPage<B>): PublicPage {
  return given as unknown as PublicPage;
}

/** A button's address that another page posts to: whoever opens it again is led back there. */
export const backTo = (path: string, page: string): PublicPage => ({
  method: 'get',
  path,
  handle: async () => ({ redirect: page }),
});

/** Where somebody goes who has to come in first. */
const doors: Partial<Record<RefusalCode, (request: Request) => string>> = {
  'follow/sign-in-first': ({ path }) => `/follow?next=${encodeURIComponent(path)}`,
  'apply/start-first': () => '/apply?over',
};

const readForm = express.urlencoded({ extended: false, limit: '1mb', parameterLimit: 500 });

export function mountPages(app: Express, deps: ApiDeps, pages: readonly PublicPage[]): void {
  for (const { path, mediaType, content } of servedFiles)
    app.get(path, (_request, response) => {
      response.set('Cache-Control', 'public, max-age=31536000, immutable').type(mediaType).send(content);
    });
  for (const one of pages)
    app[one.method](one.path, async (request, response) => {
      notePattern(response, one.path);
      if (keepType(request, response)) return;
      const answer = await answerOf(deps, one, request, response);
      if (answer instanceof FileAnswer) answer.send(response);
      else if ('redirect' in answer) response.redirect(303, answer.redirect);
      else sendPage(request, response, answer);
    });
}

async function answerOf(
  deps: ApiDeps,
  one: PublicPage,
  request: Request,
  response: Response,
): Promise<PageAnswer> {
  const form = (inside: Html, action?: string, hasFile = false) =>
    html`<form method="post"${action && html` action="${action}"`}${hasFile && html` enctype="multipart/form-data"`} novalidate><input type="hidden" name="${TOKEN_FIELD}" value="${formToken(deps, request, response)}">${inside}</form>`;
  const asked: PageAsked = { deps, request, response, body: undefined, files: [], form };
  let typed: Typed = {};
  let sent: Sent = { files: [] };
  try {
    if (one.method === 'post') {
      sent = await readSent(deps, one, request, response);
      const { [TOKEN_FIELD]: token, ...rest } = (request.body ?? {}) as Typed;
      typed = rest;
      needFormToken(deps, request, token);
      cleanBody.parse(typed, { reportInput: true });
    }
    const body = one.body?.parse(filledOnly(typed), { reportInput: true });
    return await one.handle({ ...asked, ...sent, body });
  } catch (error) {
    const door = doorOf(error, request);
    if (door !== null) return door;
    const problem = problemFrom(error, deps.log);
    if (problem.facts?.seconds !== undefined) response.set('Retry-After', String(problem.facts.seconds));
    const problems = problemsOf(problem);
    const alone = {
      title: publicWords.notPossible,
      main: html`${problemsAbove({ ...unfilled, problems: { above: [problem.detail], fields: {} } })}`,
      status: problem.status,
    };
    if (one.again === undefined || problem.status >= 500) return alone;
    try {
      return { ...(await one.again(asked, { typed, problems })), status: problem.status };
    } catch (meanwhile) {
      // The visit, or the application, may have ended meanwhile.
      if (!(meanwhile instanceof Refusal)) throw meanwhile;
      return doorOf(meanwhile, request) ?? alone;
    }
  }
}

function doorOf(error: unknown, request: Request): { redirect: string } | null {
  const door = error instanceof Refusal && doors[error.code]?.(request);
  return door ? { redirect: door } : null;
}

type Sent = Pick<PageAsked, 'file' | 'files'>;

/** Forms with files are held in memory: so many at once, fewer from one address, and none that takes its time. */
const MOST_AT_ONCE = 6;
const MOST_FROM_ONE = 2;
const LONGEST_MS = 90_000;
const underWay: string[] = [];

async function readSent(
  deps: ApiDeps,
  { upload }: PublicPage,
  request: Request,
  response: Response,
): Promise<Sent> {
  if (upload === undefined || !request.is('multipart/form-data')) {
    await new Promise<void>((resolve, reject) => {
      readForm(request, response, (error: unknown) => (error ? reject(error) : resolve()));
    });
    return { files: [] };
  }
  // Before anything of it is read: it comes from a page of ours.
  needFormCookie(deps, request);
  const caller = callerOf(request.ip ?? '');
  await countUse(deps, 'uploads', caller);
  const fromOne = underWay.filter((one) => one === caller).length;
  if (underWay.length >= MOST_AT_ONCE || fromOne >= MOST_FROM_ONE) throw new Refusal('form/busy');
  underWay.push(caller);
  const tooLong = setTimeout(() => request.destroy(), LONGEST_MS);
  try {
    const { most, ...wanted } = upload;
    if (most !== undefined) return { files: await readUploads(request, response, { ...wanted, most }) };
    return { file: await readUpload(request, response, { ...wanted, isOptional: true }), files: [] };
  } finally {
    clearTimeout(tooLong);
    underWay.splice(underWay.indexOf(caller), 1);
  }
}

/** A field left empty is one that was not given. */
function filledOnly(typed: Typed): Typed {
  return Object.fromEntries(
    Object.entries(typed).filter(([, value]) => typeof value !== 'string' || value.trim() !== ''),
  );
}

function problemsOf({
  detail,
  fields,
}: {
  detail: string;
  fields?: { path: string; message: string }[];
}): Problems {
  if (fields === undefined) return { above: [detail], fields: {} };
  const named = fields.filter(({ path }) => path !== '');
  return {
    above: fields.filter(({ path }) => path === '').map(({ message }) => message),
    // The first sentence of a field is said; `[0]` of a list is the list.
    fields: Object.fromEntries(
      named.reverse().map(({ path, message }) => [path.replace(/[.[].*$/, ''), message]),
    ),
  };
}
