/** A liaison officer answers what was handed over: signs for it, accepts, reports; or returns it with a reason. */
import type { Page } from 'playwright-core';
import { aReferralSent } from './a-referral-sent.ts';
import { startVisit, type Visit } from './visit.ts';

let visit: Visit;
let page: Page;
beforeAll(async () => {
  visit = await startVisit();
  for (const reason of ['接收的一件', '退回的一件']) await aReferralSent(visit, reason);
  page = await visit.as('liaison-hr', '/console/referrals');
}, 90_000);
afterAll(() => visit.end());

async function open(reason: string): Promise<void> {
  await page.goto(`${visit.city.url}/console/referrals?state=sent`);
  const links = page.locator('main table a');
  await links.first().waitFor();
  for (const address of await links.evaluateAll((all) => all.map((one) => one.getAttribute('href')))) {
    await page.goto(visit.city.url + String(address));
    await page.getByRole('region', { name: '可以办理' }).waitFor();
    if (await page.getByText(reason, { exact: true }).isVisible()) return;
  }
  throw new Error(`no referral says ${reason}`);
}

const press = (name: string) => page.getByRole('button', { name, exact: true }).click();

async function done(): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: '确定' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

test('what is due stands first: signed for and accepted in two clicks each, then reported', async () => {
  await open('接收的一件');
  const first = page.getByRole('region', { name: '可以办理' }).getByRole('button').first();
  expect(await first.innerText()).toBe('签收');
  await press('签收');
  await done();
  await press('接受移送');
  await done();
  await page.getByText('已受理', { exact: true }).first().waitFor();
  await press('反馈结果');
  const form = page.getByRole('dialog');
  await form.getByLabel('结果').click();
  await page.locator('.ant-select-item-option').filter({ hasText: '责令支付' }).click();
  await form.getByLabel('说明').fill('已责令单位十日内支付。');
  await done();
  const thread = page.getByRole('list', { name: '往来' });
  await thread.getByText('已责令单位十日内支付。').waitFor();
  expect(await page.getByRole('main').innerText()).toContain('责令支付');
});

test('returned with a reason; without one the form says so', async () => {
  await open('退回的一件');
  await press('退回');
  const form = page.getByRole('dialog');
  await form.getByLabel('不属于职责范围').check();
  await form.getByRole('button', { name: '确定' }).click();
  await form.getByText('请填写说明').waitFor();
  await form.getByLabel('说明').fill('用人单位不在本区。');
  await done();
  await page.getByRole('list', { name: '往来' }).getByText('用人单位不在本区。').waitFor();
});

test('why another act is not offered is said by the API', async () => {
  await press('为什么不能办别的');
  const why = page.getByRole('dialog').getByRole('listitem');
  await why.first().waitFor();
  expect(await why.filter({ hasText: '收悉并办结移送' }).innerText()).toMatch(/：.{5,}/);
});

test('another body’s referral is written down and opened', async () => {
  const desk = await visit.as('clerk', '/console/referrals');
  await desk.getByRole('button', { name: '登记来件' }).click();
  const form = desk.getByRole('dialog');
  const choose = async (label: string, option: string) => {
    await form.getByLabel(label, { exact: true }).first().click();
    await desk.keyboard.type(option);
    await desk.locator('.ant-select-item-option').filter({ hasText: option }).first().waitFor();
    await desk.keyboard.press('Enter');
  };
  await choose('移送单位', '卧龙区人民法院');
  await choose('接收单位', '卧龙区总工会');
  await form.getByLabel('法院委派（立案前）').check();
  await choose('请求类别', '工资');
  for (const [label, typed] of [
    ['原因', '当事人同意先行调解'],
    ['移送请求', '请调解'],
    ['地点', '卧龙区某仓库'],
    ['争议发生日', '2025-11-30'],
    ['事实与理由', '两个月工资未付。'],
    ['金额', '8000.00'],
    ['请求依据', '两个月工资未付'],
  ] as const)
    await form.getByLabel(label, { exact: true }).first().fill(typed);
  await form.getByLabel('联系电话', { exact: true }).first().fill('0377-6000003');
  const names = form.getByLabel('姓名或者名称', { exact: true });
  await names.nth(0).fill('吴示例');
  await names.nth(1).fill('南阳示例物流有限公司');
  await form.getByRole('button', { name: '确定' }).click();
  await desk.waitForURL(/\/referrals\/[0-9a-f-]+$/);
  await desk.getByText('来件所载的争议').waitFor();
  expect(await desk.getByRole('main').innerText()).toMatch(
    /吴示例[\s\S]*南阳示例物流有限公司[\s\S]*8000\.00/,
  );
  expect(visit.faults).toEqual([]);
});

test('nothing strayed, nothing broke', () => {
  expect(visit.strayed).toEqual([]);
  expect(visit.faults).toEqual([]);
});
