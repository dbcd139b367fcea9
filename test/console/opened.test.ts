/** What opens over a page and within it: the form of an act, the look before it is done, how a day was found, lists of choices, what a search finds. */
import type { Locator, Page } from 'playwright-core';
import { consulted, type Desk, deskOf } from '../api/dispute-course.ts';
import { act } from '../api/law-acts.ts';
import { press } from './acting.ts';
import { faultsOf } from './axe.ts';
import { desktop, phone, type Size, startVisit, type Visit } from './visit.ts';

let visit: Visit;
let address: string;
beforeAll(async () => {
  visit = await startVisit();
  const desk: Desk = await deskOf(visit.city);
  const id = await consulted(desk);
  await act(desk.mediator, id, 'record-consent', { on: '2026-03-04', isGiven: true });
  const station = (no: number, body: string, after: number[] = []) => ({ no, body, after, why: 'arrears' });
  const stations = [
    station(1, 'hr-411303'),
    station(2, 'justice-411303'),
    station(3, 'court-411303', [1, 2]),
  ];
  await act(desk.mediator, id, 'plan-chain', { stations });
  address = `/console/disputes/${id}`;
}, 90_000);
afterAll(() => visit.end());

const steady = async (one: Locator) => {
  await one.waitFor();
  // Drawers slide in: half seen they are half as dark.
  await one.page().waitForTimeout(500);
};

async function read(page: Page, what: string, width: number): Promise<void> {
  expect({ what, faults: await faultsOf(page) }).toEqual({ what, faults: [] });
  const wide = (await page.evaluate('document.documentElement.scrollWidth')) as number;
  expect({ what, isTooWide: wide > width }).toEqual({ what, isTooWide: false });
}

/** Nothing of what opened is cut off at a side. */
async function inSight(page: Page, { width }: Size): Promise<void> {
  const box = await page.locator('.ant-select-dropdown:visible').boundingBox();
  expect(box?.x).toBeGreaterThanOrEqual(0);
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
}

describe.each([
  ['a desk', desktop],
  ['a phone', phone],
])('on %s', (_, size) => {
  test.each(['normal', 'large'])(
    'over a case, in %s type',
    async (type) => {
      const page = await visit.as('mediator-411303', address, size);
      await page.evaluate(`localStorage.setItem('type-size', '${type}')`);
      await page.reload();
      const clock = page.getByRole('region', { name: '期限' }).locator('details').first();
      await clock.locator('summary').click();
      await clock.getByRole('listitem').first().waitFor();
      await read(page, 'how a day was found', size.width);

      await page.keyboard.press('/');
      await page.keyboard.type('示例');
      await steady(page.locator('.search-heading + .ant-select-item-option:visible').first());
      await read(page, 'what a search finds', size.width);
      await inSight(page, size);
      await page.keyboard.press('Escape');

      await press(page, '移送');
      const sending = page.getByRole('dialog', { name: '移送' });
      await sending.getByLabel('接收单位').click();
      await steady(page.locator('.ant-select-item-option:visible').first());
      await read(page, 'a list of choices', size.width);
      await inSight(page, size);
      // The first closes the list, the second the form.
      await page.keyboard.press('Escape');
      await page.locator('.ant-select-dropdown:visible').waitFor({ state: 'detached' });
      await page.keyboard.press('Escape');
      await sending.waitFor({ state: 'detached' });

      await press(page, '受理');
      const form = page.getByRole('dialog', { name: '受理' });
      await steady(form.getByRole('button', { name: '确定' }));
      await read(page, 'the form of an act', size.width);
      await form.getByRole('button', { name: '确定' }).click();
      await steady(form.getByRole('button', { name: '核对无误，办理' }));
      await form.locator('summary').first().click();
      await read(page, 'what it will do', size.width);
      await page.keyboard.press('Escape');
      await form.waitFor({ state: 'detached' });

      await page.getByRole('button', { name: '为什么不能办别的' }).click();
      await steady(page.getByRole('dialog').getByRole('listitem').first());
      await read(page, 'why another act is not offered', size.width);
      await page.keyboard.press('Escape');

      await page.goto(`${visit.city.url}${address}#chain`);
      await page.reload();
      await page.getByRole('list', { name: '联动链' }).getByText('卧龙区人民法院').waitFor();
      await read(page, 'the chain', size.width);

      await page.goto(`${visit.city.url}${address}#claims`);
      await page.reload();
      await page.getByRole('button', { name: /填写计算事实$/ }).click();
      await steady(page.getByRole('dialog').getByRole('button', { name: '确定' }));
      await read(page, 'the facts of a claim', size.width);
      await page.keyboard.press('Escape');

      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await page.context().close();
    },
    120_000,
  );
});

test('nothing strayed, nothing broke', () => {
  expect(visit.strayed).toEqual([]);
  expect(visit.faults).toEqual([]);
});
