/** From the inbox to the act in one click, and what is due in its counters; a liaison officer accepts in two. */
import type { Page } from 'playwright-core';
import { dayAt } from '../../src/domain/day.ts';
import { aDisputeTakenIn } from '../api/bodies.ts';
import { act } from '../api/law-acts.ts';
import { aReferralSent } from './a-referral-sent.ts';
import { phone, startVisit, type Visit } from './visit.ts';

let visit: Visit;
let page: Page;
let dispute: string;
const today = dayAt(Date.now());
beforeAll(async () => {
  visit = await startVisit();
  const mediator = await visit.city.as('mediator-411303');
  dispute = await aDisputeTakenIn(await visit.city.as('clerk'), {
    receivedOn: today,
    facts: '今天要开会的一件',
    workers: [{ name: '欧阳今天', phone: '13800000001' }],
  });
  await act(mediator, dispute, 'consult', { on: today, result: 'reached' });
  await act(mediator, dispute, 'record-consent', { on: today, isGiven: true });
  await act(mediator, dispute, 'accept', { on: today });
  await act(mediator, dispute, 'plan-session', { on: today, plannedOn: today, place: '第一调解室' });
  await aDisputeTakenIn(await visit.city.as('clerk'), { receivedOn: today, facts: '还没有征询的一件' });
  page = await visit.as('mediator-411303');
}, 90_000);
afterAll(() => visit.end());

const counters = () => page.getByRole('navigation', { name: '待办分类' });
const countOf = async (name: string) =>
  Number((await counters().getByRole('link', { name }).innerText()).replace(/\D/g, ''));

test('a counter filters what it counts, stands in the address, and survives a reload', async () => {
  await counters()
    .getByRole('link', { name: /今日到期 \d/ })
    .click();
  await page.waitForURL(/\?due=today$/);
  await page.reload();
  const rows = page.locator('main table tbody tr.ant-table-row');
  await rows.first().waitFor();
  expect(await rows.count()).toBe(await countOf('今日到期'));
  const row = rows.filter({ hasText: '欧阳今天' });
  expect(await row.innerText()).toMatch(
    /今天到期[\s\S]*召开调解会议[\s\S]*起，已 \d 天[\s\S]*欧阳今天 与 南阳示例建筑有限公司/,
  );
  await page.getByRole('list', { name: '已筛选' }).getByText('到期：今日到期').waitFor();
});

test('one click leads from the task to the form of its act; closing it leaves the case', async () => {
  await page.locator('tr', { hasText: '欧阳今天' }).getByRole('link', { name: '记录调解会议' }).click();
  await page.waitForURL(new RegExp(`/disputes/${dispute}\\?act=hold-session$`));
  const form = page.getByRole('dialog');
  await form
    .getByRole('heading', { name: '记录调解会议' })
    .or(form.getByText('记录调解会议').first())
    .first()
    .waitFor();
  await page.reload();
  await form.waitFor();
  await form.getByRole('button', { name: '取消' }).click();
  await page.waitForURL(new RegExp(`/disputes/${dispute}$`));
});

test('an act that is not open any more is told as such', async () => {
  await page.goto(`${visit.city.url}/console/disputes/${dispute}?act=consult`);
  await page.getByText(/“征询对方意见”现在不能办/).waitFor();
  expect(await page.getByRole('dialog').count()).toBe(0);
});

test('the inbox is searched by pinyin, and says which clock asks under which article', async () => {
  await page.goto(`${visit.city.url}/console/?mine=false`);
  await page.getByRole('main').getByRole('searchbox').fill('ouyang');
  await page.waitForURL(/q=ouyang/);
  await page.getByText('共 1 条').waitFor();
  await page.getByRole('main').getByRole('searchbox').fill('');
  await page
    .getByText(/企业劳动争议协商调解规定第22条/)
    .first()
    .waitFor();
});

test('`/` goes to the search box, arrows and Enter choose, and what was opened is found again', async () => {
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('/');
  await page.keyboard.type('欧阳今天');
  await page.locator('.ant-select-item-option').filter({ hasText: '欧阳今天' }).first().waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(new RegExp(`/disputes/${dispute}`));
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('/');
  await page.locator('.search-heading').filter({ hasText: '最近打开' }).waitFor();
  await page.keyboard.press('Escape');
});

test('a liaison officer accepts from the inbox in two clicks, returns with a reason, reports by one form', async () => {
  for (const reason of ['接受的一件', '退回的一件']) await aReferralSent(visit, reason);
  const officer = await visit.as('liaison-hr', '/console/');
  const rows = officer.locator('main table tbody tr.ant-table-row');
  await rows.nth(1).waitFor();
  await rows.first().getByRole('button', { name: '接受' }).click();
  await officer.getByRole('tooltip').getByRole('button', { name: '确定' }).click();
  await officer.getByRole('link', { name: '反馈结果' }).click();
  const form = officer.getByRole('dialog');
  await form.getByLabel('结果').click();
  await officer.locator('.ant-select-item-option').filter({ hasText: '责令支付' }).click();
  await form.getByLabel('说明').fill('已责令单位十日内支付。');
  await form.getByRole('button', { name: '确定' }).click();
  await officer.getByRole('list', { name: '往来' }).getByText('已责令单位十日内支付。').waitFor();
  await officer.goto(`${visit.city.url}/console/`);
  await rows.first().getByRole('button', { name: '退回' }).click();
  await form.getByLabel('不属于职责范围').check();
  await form.getByLabel('说明').fill('用人单位不在本区。');
  await form.getByRole('button', { name: '确定' }).click();
  await officer.getByRole('list', { name: '往来' }).getByText('用人单位不在本区。').waitFor();
});

test('on a phone each task is a card with its button', async () => {
  const small = await visit.as('mediator-411303', '/console/?due=today', phone);
  const card = small.locator('.cards > li').filter({ hasText: '欧阳今天' });
  await card.getByRole('link', { name: '记录调解会议' }).click();
  await small.waitForURL(/act=hold-session$/);
  expect(visit.faults).toEqual([]);
  expect(visit.strayed).toEqual([]);
});
