/** The frame of every public page: no script of its own, one stylesheet, type in two sizes. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseCookie } from 'cookie';
import type { Request, Response } from 'express';
import { publicWords as words } from '../../../templates/zh-CN/public-words.ts';
import { type Html, html } from './html.ts';

/** What a page says; `script` is a file of ours that makes it handier and is never needed. */
export type Page = { title: string; main: Html; status?: number; script?: string };

const fileOf = (name: string) => readFileSync(new URL(name, import.meta.url));
const stylesheet = fileOf('./public.css');
const STYLE_PATH = '/public.css';
const SIGNATURE_PATH = '/signature.js';
const signatureFile = fileOf('./signature.js');
const named = (path: string, content: Buffer) =>
  `${path}?${createHash('sha256').update(content).digest('hex').slice(0, 12)}`;
const styleHref = named(STYLE_PATH, stylesheet);
/** Makes the place to sign. */
export const signatureScript = named(SIGNATURE_PATH, signatureFile);

const TYPE_COOKIE = 'wanhe_type';
const YEAR_MS = 365 * 24 * 3_600_000;

/** Nothing but what this host serves; no script in the page, no frame around it. */
const POLICY = [
  ...["default-src 'none'", "style-src 'self'", "script-src 'self'", "img-src 'self'"],
  ...["form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'"],
].join('; ');

export function sendPage(request: Request, response: Response, { title, main, status, script }: Page): void {
  const isLarge = parseCookie(request.headers.cookie ?? '')[TYPE_COOKIE] === 'large';
  const query = new URL(request.originalUrl, 'http://host').searchParams;
  query.set('type', isLarge ? 'normal' : 'large');
  const text = html`<!doctype html>
<html lang="zh-CN"${isLarge && html` class="large"`}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex"><meta name="format-detection" content="telephone=no"><title>${title} - ${words.house}</title>
<link rel="stylesheet" href="${styleHref}">${script && html`<script src="${script}" defer></script>`}</head>
<body><a class="skip" href="#main">${words.skip}</a>
<header><p class="house">${words.house}</p><p><a class="type" href="?${query.toString()}">${isLarge ? words.normalType : words.largeType}</a></p></header>
<main id="main"><h1>${title}</h1>
${main}
</main>
<footer><nav aria-label="${words.pages}">${words.navigation.map(([path, name]) => html`<a href="${path}">${name}</a>`)}</nav></footer></body></html>`
    .text;
  response
    .status(status ?? 200)
    .set({ 'Content-Security-Policy': POLICY, 'Cache-Control': 'no-store', 'Referrer-Policy': 'same-origin' })
    .type('html')
    .send(text);
}

/** Keeps the size of type that the page's link asks for, and shows the page in it. True where it did. */
export function keepType(request: Request, response: Response): boolean {
  const { type } = request.query;
  if (request.method !== 'GET' || (type !== 'large' && type !== 'normal')) return false;
  response.cookie(TYPE_COOKIE, type, { httpOnly: true, sameSite: 'lax', path: '/', maxAge: YEAR_MS });
  const { pathname, searchParams } = new URL(request.originalUrl, 'http://host');
  searchParams.delete('type');
  response.redirect(303, `${pathname}${searchParams.size > 0 ? `?${searchParams}` : ''}`);
  return true;
}

/** Files of the pages: named with their hash, kept by the browser. */
export const servedFiles = [
  { path: STYLE_PATH, mediaType: 'text/css', content: stylesheet },
  { path: SIGNATURE_PATH, mediaType: 'text/javascript', content: signatureFile },
] as const;
