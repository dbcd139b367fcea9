/** What holds for every page of the console: its policy, its size, its host. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { publicPages } from '../../src/api/public/pages.ts';
import { projectRoot } from '../../src/config.ts';
import { consoleFolder } from '../../src/engine/console-folder.ts';
import { desktop, phone, startVisit, type Visit } from './visit.ts';

let visit: Visit;
beforeAll(async () => {
  visit = await startVisit();
});
afterAll(() => visit.end());

/** The first case of the list, once the engine has given it to its mediator. */
async function openOwnCase(page: Page, action: string): Promise<void> {
  await page
    .getByRole('link', { name: /^\d{4}-\d+$/ })
    .first()
    .click();
  const button = page.getByRole('button', { name: action });
  for (let tries = 0; tries < 20 && !(await button.isVisible()); tries++) {
    await page.waitForTimeout(1000);
    await page.reload();
    await page.getByRole('heading', { level: 1 }).waitFor();
  }
  await button.click();
}

const LARGEST = 300 * 1024;

/** What comes with the page before anything is opened: the entry and what it names. */
const MOST_AT_ONCE = 400 * 1024;

test('no part of it is over 300 kB on the way, but for the charts', () => {
  const folder = consoleFolder(projectRoot);
  const sizeOf = (name: string) => gzipSync(readFileSync(join(folder, name))).length;
  const parts = readdirSync(join(folder, 'assets')).filter((name) => name.endsWith('.js'));
  const large = parts.filter((name) => sizeOf(join('assets', name)) > LARGEST);
  // The charts' part is the one that draws them; every other is small.
  expect(large.filter((name) => !/^charts?-/.test(name))).toEqual([]);
  expect(parts.length).toBeGreaterThan(20);
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  const first = [...page.matchAll(/(?:src|href)="\/console\/(assets\/[^"]+\.js)"/g)].map(([, name]) => name!);
  expect(first.length).toBeGreaterThan(0);
  expect(first.reduce((sum, name) => sum + sizeOf(name), 0)).toBeLessThan(MOST_AT_ONCE);
});

test('a page’s own part comes when it is opened', async () => {
  const page = await visit.as('mediator-411303', '/console/');
  await page.getByRole('heading', { level: 1 }).waitFor();
  const asked: string[] = [];
  page.on('request', (request) => void asked.push(new URL(request.url()).pathname));
  await page.getByRole('link', { name: '劳动争议', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: '劳动争议' }).waitFor();
  expect(asked.filter((path) => /^\/console\/assets\/list-.*\.js$/.test(path))).toHaveLength(1);
});

test('on a slow line the page one leaves stands, and the next one is told to be coming', async () => {
  const page = await visit.as('mediator-411303', '/console/');
  await page.getByRole('heading', { level: 1, name: '待办' }).waitFor();
  const held = Promise.withResolvers<void>();
  await page.route(/\/console\/assets\/list-.*\.js$/, async (route) => {
    await held.promise;
    await route.continue();
  });
  await page.getByRole('link', { name: '劳动争议', exact: true }).click();
  const coming = page.getByRole('progressbar', { name: '正在打开页面' });
  await coming.waitFor();
  await page.getByRole('heading', { level: 1, name: '待办' }).waitFor();
  held.resolve();
  await page.getByRole('heading', { level: 1, name: '劳动争议' }).waitFor();
  expect(await coming.count()).toBe(0);
});

test('that a list has nothing is said once it is known, not while it is asked, nor where asking failed', async () => {
  for (const size of [desktop, phone]) {
    const page = await visit.as('mediator-411303', '/console/', size);
    await page.getByRole('heading', { level: 1 }).waitFor();
    const held = Promise.withResolvers<void>();
    await page.route(/\/api\/disputes\?/, async (route) => {
      await held.promise;
      await route.continue();
    });
    // No such state: the server refuses to look for it.
    await page.goto(`${visit.city.url}/console/disputes?state=nowhere`);
    const [asking, nothing] = [page.locator('main [aria-busy=true]'), page.locator('main .ant-empty')];
    await asking.waitFor();
    expect(await nothing.count()).toBe(0);
    held.resolve();
    await page.getByRole('main').getByRole('alert').waitFor();
    expect([await asking.count(), await nothing.count()]).toEqual([0, 0]);
    await page.goto(`${visit.city.url}/console/disputes?q=nobody-of-this-name`);
    await nothing.waitFor();
  }
});

test('a script planted in the page does not run', async () => {
  const page = await visit.guest('/healthz');
  await page.route('**/console/', async (route) => {
    const answer = await route.fetch();
    const planted =
      '<script>window.isPlanted = true</script><img src="data:," onerror="window.isPlanted = true">';
    const body = (await answer.text()).replace('</body>', `${planted}</body>`);
    expect(body).toContain(planted);
    await route.fulfill({ response: answer, body });
  });
  await page.goto(`${visit.city.url}/console/`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await page.evaluate('window.isPlanted')).toBeUndefined();
  // The browser has told of both.
  const told = visit.faults.splice(0);
  expect(told.length).toBeGreaterThanOrEqual(2);
  expect(told.filter((line) => !/inline/.test(line))).toEqual([]);
});

test('every public page has a policy under which no inline script runs, and asks no other host', async () => {
  const open = publicPages.filter(({ method }) => method === 'get').map(({ path }) => path);
  expect(open.length).toBeGreaterThan(3);
  for (const path of open) {
    const address = path.replaceAll(/:\w+/g, 'x');
    const page = await visit.guest(address);
    await page.getByRole('heading', { level: 1 }).waitFor();
    const answer = await fetch(visit.city.url + address, { redirect: 'follow' });
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect({ path, policy }).toEqual({ path, policy: expect.stringMatching(/default-src 'none'/) });
    const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? '';
    expect({ path, scripts }).toEqual({ path, scripts: expect.not.stringMatching(/unsafe|\*|https?:/) });
    await page.context().close();
  }
  expect(visit.strayed).toEqual([]);
});

test('scripts run by the page’s own nonce or from its own host, and nothing inline', async () => {
  const policies = await Promise.all(
    ['/console/', '/console/disputes'].map(async (path) => {
      const answer = await fetch(visit.city.url + path);
      const nonce = /<script[^>]* nonce="([^"]+)"/.exec(await answer.text())?.[1];
      return { policy: answer.headers.get('content-security-policy') ?? '', nonce };
    }),
  );
  for (const { policy, nonce } of policies) {
    expect(nonce).toMatch(/^[\w-]{20,}$/);
    expect(policy).toContain(`script-src 'self' 'nonce-${nonce}';`);
    expect(policy).toContain(`default-src 'none'`);
    expect(/script-src ([^;]*)/.exec(policy)?.[1]).not.toContain('unsafe');
  }
  expect(policies[0]!.nonce).not.toBe(policies[1]!.nonce);
});

test('who is not signed in sees the door, and the page asked for behind it', async () => {
  const page = await visit.as('mediator-411303', '/console/disputes');
  await page.getByRole('heading', { name: '劳动争议' }).waitFor();
  expect(await page.getByRole('row').count()).toBeGreaterThan(1);
});

test('a lost session asks to sign in and goes on with what was being done', async () => {
  const page = await visit.as('mediator-411303', '/console/disputes');
  await openOwnCase(page, '记工作笔记');
  await page.getByLabel('说明', { exact: false }).fill('会话断了也不丢');
  await page.getByLabel('否', { exact: true }).check();
  await page.context().clearCookies();
  await page.getByRole('button', { name: '确定' }).click();
  await page.getByText('登录已失效').waitFor();
  await page.getByLabel('密码', { exact: true }).fill(visit.city.passwordOf('mediator-411303'));
  await page.getByRole('button', { name: '登录', exact: true }).click();
  // A clock may have rung meanwhile: what it says is shown, and the second try goes through.
  const done = page.getByText('已办理');
  await done.or(page.getByText('您查看之后')).first().waitFor();
  if (!(await done.isVisible())) await page.getByRole('button', { name: '确定' }).click();
  await done.waitFor();
});

test('a form half filled in survives a reload', async () => {
  const page = await visit.as('mediator-411303', '/console/disputes');
  await openOwnCase(page, '登记联系');
  await page.getByLabel('说明', { exact: false }).fill('打过两次，无人接听');
  // An act is open by its address: it opens again by itself.
  await page.reload();
  await page.getByText('以前没有办完的内容已填回。').waitFor();
  expect(await page.getByLabel('说明', { exact: false }).inputValue()).toBe('打过两次，无人接听');
});

test('on a phone no page is wider than the screen', async () => {
  const page = await visit.as('mediator-411303', '/console/', phone);
  for (const path of ['/console/', '/console/disputes']) {
    await page.goto(visit.city.url + path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(phone.width);
  }
});

test('on a phone the menu closes behind whoever goes from a case to its list', async () => {
  const page = await visit.as('mediator-411303', '/console/disputes', phone);
  await page
    .getByRole('link', { name: /^\d{4}-\d+$/ })
    .first()
    .click();
  await page.waitForURL(/\/disputes\/./);
  await page.getByRole('button', { name: '菜单' }).click();
  const menu = page.getByRole('dialog');
  await menu.getByRole('link', { name: '劳动争议', exact: true }).click();
  await page.waitForURL(/\/disputes$/);
  await menu.waitFor({ state: 'detached' });
});

test('no page asked another host for anything, and none broke', () => {
  expect(visit.strayed).toEqual([]);
  expect(visit.faults).toEqual([]);
});
