/** A city with its console, and a browser in which its people sit. Whatever goes wrong in a page, or leaves the host, is kept. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, BrowserContext, Page, Route } from 'playwright-core';
import { projectRoot } from '../../src/config.ts';
import { consoleFolder } from '../../src/engine/console-folder.ts';
import { type Instance, startInstance } from '../api/instance.ts';
import { openBrowser } from './chromium.ts';

export type Size = { width: number; height: number };
export const desktop: Size = { width: 1440, height: 900 };
export const phone: Size = { width: 390, height: 844 };

/** Every answer comes late by up to so many milliseconds: shows what a test, or a page, takes for granted. */
const SLOW_LINE_MS = Number(process.env.WANHE_SLOW_LINE ?? 0);
const late = async (route: Route): Promise<void> => {
  await sleep(Math.random() * SLOW_LINE_MS);
  // The page may be gone by then.
  await route.continue().catch(() => {});
};

export type Visit = {
  city: Instance;
  browser: Browser;
  /** Addresses asked for outside the host, and errors of pages. */
  strayed: string[];
  faults: string[];
  /** A browser of their own, signed in, at the path. */
  as(login: string, path?: string, size?: Size): Promise<Page>;
  /** Nobody signed in. */
  guest(path: string, size?: Size, how?: { isScriptOff?: boolean }): Promise<Page>;
  end(): Promise<void>;
};

export async function startVisit(): Promise<Visit> {
  const [city, browser] = await Promise.all([
    startInstance({ engine: true, deps: { consoleFolder: consoleFolder(projectRoot) } }),
    openBrowser(),
  ]);
  const strayed: string[] = [];
  const faults: string[] = [];
  const contexts: BrowserContext[] = [];
  const guest: Visit['guest'] = async (path, size = desktop, { isScriptOff = false } = {}) => {
    const context = await browser.newContext({
      viewport: size,
      locale: 'zh-CN',
      javaScriptEnabled: !isScriptOff,
    });
    contexts.push(context);
    // What does not come in this time does not come.
    context.setDefaultTimeout(30_000);
    context.on('request', (request) => {
      const { protocol, origin } = new URL(request.url());
      if (/^https?:$/.test(protocol) && origin !== city.url) strayed.push(origin);
    });
    if (SLOW_LINE_MS > 0) await context.route('**/*', late);
    const page = await context.newPage();
    page.on('pageerror', ({ message }) => faults.push(message));
    page.on('console', (said) => {
      if (said.type() === 'error' && !/status of 4\d\d/.test(said.text())) faults.push(said.text());
    });
    await page.goto(city.url + path);
    return page;
  };
  return {
    city,
    browser,
    strayed,
    faults,
    guest,
    async as(login, path = '/console/', size = desktop) {
      const page = await guest(path, size);
      await page.getByLabel('登录名').fill(login);
      await page.getByLabel('密码', { exact: true }).fill(city.passwordOf(login));
      await page.getByRole('button', { name: '登录' }).click();
      await page.getByRole('banner').waitFor();
      return page;
    },
    async end() {
      await Promise.all(contexts.map((context) => context.close()));
      await browser.close();
      await city.stop();
    },
  };
}
