/** Every page of the console, on a desk and on a phone, in normal and large type: readable by all, none wider than the screen. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { projectRoot } from '../../src/config.ts';
import { aReferralSent } from './a-referral-sent.ts';
import { anImport } from './an-import.ts';
import { faultsOf } from './axe.ts';
import { publishPack } from './publish-pack.ts';
import { desktop, phone, startVisit, type Visit } from './visit.ts';

/** Who is shown each page; `:id` is the first row of the list it is opened from. */
const pages: Record<string, { by: string; from?: string }> = {
  '/': { by: 'mediator-411303' },
  '/disputes': { by: 'mediator-411303' },
  '/disputes/:id': { by: 'mediator-411303', from: '/disputes' },
  '/intake': { by: 'clerk' },
  '/drafts': { by: 'clerk' },
  '/referrals': { by: 'liaison-hr' },
  '/referrals/:id': { by: 'liaison-hr', from: '/referrals' },
  '/imports': { by: 'manager' },
  '/imports/:id': { by: 'manager', from: '/imports' },
  '/me': { by: 'admin' },
  '/notices': { by: 'manager' },
  '/accounts': { by: 'admin' },
  '/accounts/:id': { by: 'admin', from: '/accounts' },
  '/service-keys': { by: 'admin' },
  '/city': { by: 'admin' },
  '/rule-packs': { by: 'admin' },
  '/rule-packs/new': { by: 'admin' },
  '/rule-packs/:id': { by: 'manager', from: '/rule-packs' },
  '/readings': { by: 'auditor' },
  '/break-glass': { by: 'mediator-411303' },
  '/mediators': { by: 'manager' },
  '/figures': { by: 'manager' },
  '/figures/cases': { by: 'manager' },
  '/caseload': { by: 'manager' },
  '/approvals': { by: 'manager' },
};

let visit: Visit;
beforeAll(async () => {
  visit = await startVisit();
  await aReferralSent(visit, '核实欠薪');
  await anImport(visit);
  await publishPack(visit, { id: 'nanyang-2027.1' });
});
afterAll(() => visit.end());

async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.locator('.ant-spin-spinning, .ant-skeleton').first().waitFor({ state: 'detached' });
}

test('the router knows no page that is not walked here', () => {
  const router = readFileSync(join(projectRoot, 'src/console/router.tsx'), 'utf8');
  const known = [...router.matchAll(/page\('(\/[^']*)'/g)].map(([, path]) => path);
  expect(known.toSorted()).toEqual(Object.keys(pages).toSorted());
});

describe.each([
  ['a desk', desktop],
  ['a phone', phone],
])('on %s', (_, size) => {
  test.each(Object.entries(pages))('%s', async (path, { by, from }) => {
    const page = await visit.as(by, `/console${from ?? path}`, size);
    await settled(page);
    if (from !== undefined) {
      await page.locator('main :is(table, .cards) a').first().click();
      await page.waitForURL((url) => url.pathname !== `/console${from}`);
      await settled(page);
    }
    for (const type of ['normal', 'large']) {
      await page.evaluate(`localStorage.setItem('type-size', '${type}')`);
      await page.reload();
      await settled(page);
      expect({ type, faults: await faultsOf(page) }).toEqual({ type, faults: [] });
      const width = (await page.evaluate('document.documentElement.scrollWidth')) as number;
      expect({ type, isTooWide: width > size.width }).toEqual({ type, isTooWide: false });
    }
    await page.context().close();
  });
});

test('at the door, and where there is no page', async () => {
  for (const size of [desktop, phone]) {
    const door = await visit.guest('/console/', size);
    await settled(door);
    expect(await faultsOf(door)).toEqual([]);
    const lost = await visit.as('mediator-411303', '/console/no-such-page', size);
    await settled(lost);
    expect(await faultsOf(lost)).toEqual([]);
  }
});

test('no page asked another host for anything, and none broke', () => {
  expect(visit.strayed).toEqual([]);
  expect(visit.faults).toEqual([]);
});
