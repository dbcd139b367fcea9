/** Parts of a case's page: what is known of its employer, its chain as a picture, claims worked out from their facts. */
import type { Page } from 'playwright-core';
import { type Desk, deskOf, employer, taken, worker } from '../api/dispute-course.ts';
import { act as ordered } from '../api/law-acts.ts';
import { act, choose, look } from './acting.ts';
import { startVisit, type Visit } from './visit.ts';

let visit: Visit;
let page: Page;
beforeAll(async () => {
  visit = await startVisit();
  const desk: Desk = await deskOf(visit.city);
  const firm = employer(1, { name: '南阳示例纺织有限公司' });
  await taken(desk, { employers: [firm], workers: [worker(2)] });
  const id = await taken(desk, { employers: [firm] });
  const station = (no: number, body: string, after: number[] = []) => ({ no, body, after, why: 'arrears' });
  await ordered(desk.mediator, id, 'plan-chain', {
    stations: [
      station(1, 'hr-411303'),
      station(2, 'justice-411303'),
      station(3, 'court-411303', [1]),
      station(4, 'procuratorate-411303', [1, 2]),
    ],
  });
  page = await visit.as('mediator-411303', `/console/disputes/${id}`);
  await page.getByRole('region', { name: '可以办理' }).waitFor();
}, 90_000);
afterAll(() => visit.end());

test('the employer’s other cases stand on the page, this one not among them', async () => {
  const card = page.getByRole('region', { name: '用人单位以往案件' });
  await card.getByText('该单位以往案件 1 件').waitFor();
  await card.locator('summary').click();
  expect(await card.getByRole('link').count()).toBe(1);
  const own = /\d{4}-\d{6}/.exec(await page.getByRole('heading', { level: 1 }).innerText())?.[0];
  expect(await card.getByRole('link').innerText()).not.toBe(own);
});

test('stations side by side stand in one column, those that wait for them in the next', async () => {
  await look(page, '联动链');
  const list = page.getByRole('list', { name: '联动链' });
  const boxOf = async (name: string) =>
    (await list.getByRole('listitem').filter({ hasText: name }).boundingBox())!;
  const [here, hr, justice, court, prosecutor] = await Promise.all(
    ['本案', '人力资源和社会保障局', '司法局', '人民法院', '人民检察院'].map(boxOf),
  );
  expect(here!.x).toBeLessThan(hr!.x);
  expect(justice!.x).toBe(hr!.x);
  expect(justice!.y).toBeGreaterThan(hr!.y);
  expect(court!.x).toBeGreaterThan(hr!.x);
  expect(prosecutor!.x).toBe(court!.x);
  // What the lines say stands in words, too.
  await list.getByText('第 4 站（等第 1、2 站）').waitFor();
  expect(await page.locator('.chain path').count()).toBe(5);
});

test('a claim is worked out from the facts entered for it, step by step', async () => {
  await look(page, '请求与时效');
  await page.getByRole('button', { name: /：填写计算事实$/ }).click();
  const form = page.getByRole('dialog');
  // Only sums of this head are offered.
  await form.getByText('拖欠的工资').first().waitFor();
  await form.getByLabel('起算日').fill('2025-10-01');
  await form.getByLabel('止于').fill('2025-12-31');
  await form.getByLabel('月工资（元）').fill('5000.00');
  await form.getByRole('button', { name: '确定' }).click();
  await form.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: /：改计算事实$/ }).waitFor();
  await page.getByRole('button', { name: '计算数额', exact: true }).click();
  await form.getByRole('button', { name: '确定' }).click();
  await form.waitFor({ state: 'detached' });
  await page.locator('.ant-table-row-expand-icon').first().click();
  await page.getByText('计算过程').waitFor();
  await page
    .getByText(/15000\.00 元/)
    .first()
    .waitFor();
});

test('a case leads back to its list as it was filtered', async () => {
  await page.goto(`${visit.city.url}/console/disputes?district=411303`);
  await page
    .getByRole('link', { name: /^\d{4}-\d+$/ })
    .first()
    .click();
  await page.getByRole('link', { name: /劳动争议列表/ }).click();
  await page.waitForURL(/\/disputes\?district=411303/);
});

test('all of a case is printed as one document', async () => {
  await page
    .getByRole('link', { name: /^\d{4}-\d+$/ })
    .last()
    .click();
  await page.evaluate('window.print = () => { window.isPrinted = true }');
  await page.getByRole('button', { name: '打印全案' }).click();
  for (let tries = 0; tries < 40 && !(await page.evaluate('window.isPrinted === true')); tries += 1)
    await page.waitForTimeout(250);
  await page.emulateMedia({ media: 'print' });
  const whole = page.locator('.whole-case');
  for (const side of ['经过', '请求与时效', '联动链', '调解', '协议与履行', '证据', '文书', '工作笔记'])
    expect(await whole.getByRole('heading', { name: side, exact: true }).first().isVisible()).toBe(true);
  expect(await page.getByRole('banner').isVisible()).toBe(false);
  expect(await page.getByRole('region', { name: '可以办理' }).isVisible()).toBe(false);
  await page.emulateMedia({ media: null });
});

test('a manager approves what the mediator asked to have corrected', async () => {
  const desk = await deskOf(visit.city);
  const id = await taken(desk);
  await ordered(desk.mediator, id, 'decline', {
    on: '2026-03-04',
    reason: 'other-path',
    note: '应当走另一条路。',
  });
  await page.goto(`${visit.city.url}/console/disputes/${id}`);
  await act(page, '更正记录', async (form) => {
    await choose(page, form.getByLabel('步骤'), /不予受理/);
    await choose(page, form.getByLabel('栏目'), '说明');
    await form.getByLabel('内容').fill('应当先向人社局投诉。');
    await form.getByLabel('说明', { exact: true }).last().fill('原文写错');
  });
  const manager = await visit.as('manager', `/console/disputes/${id}`);
  await act(manager, '批准申请', async (form) => {
    await choose(manager, form.getByLabel('序号'), /更正文字/);
  });
  const course = manager.getByRole('list', { name: '经过' });
  await course.getByText('应当先向人社局投诉。').first().waitFor();
  await course.getByText('更正前：应当走另一条路。').waitFor();
});

test('nothing strayed, nothing broke', () => {
  expect(visit.strayed).toEqual([]);
  expect(visit.faults).toEqual([]);
});
