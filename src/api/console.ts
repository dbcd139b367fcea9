/** The console's pages: built files under names of their content, and one page with a nonce of its own for every visit. */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import express, { type Request, type Response, Router } from 'express';
import { consoleMissing } from '../../templates/zh-CN/console-missing.ts';

/** The page's policy: its own files only, scripts by nonce; the components write styles as they go, and those run nothing. */
const policy = (nonce: string) =>
  [
    `default-src 'none'`,
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' data: blob:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `frame-src 'self' blob:`,
    `form-action 'self'`,
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ');

/** Serves the console built into the folder; without one says how to build it. */
export function consolePages(folder: string): Router {
  const router = Router();
  router.use(
    '/assets',
    express.static(join(folder, 'assets'), { immutable: true, maxAge: '365d', fallthrough: true }),
    (_request: Request, response: Response) => void response.status(404).end(),
  );
  router.get('/{*page}', (_request, response) => {
    const page = join(folder, 'index.html');
    if (!existsSync(page)) return void response.status(503).type('html').send(consoleMissing);
    const nonce = randomBytes(18).toString('base64url');
    response
      .set({ 'Content-Security-Policy': policy(nonce), 'Cache-Control': 'no-store' })
      .type('html')
      .send(readFileSync(page, 'utf8').replaceAll('__NONCE__', nonce));
  });
  return router;
}
