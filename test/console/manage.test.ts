/** The manager's pages: a figure opens its cases, charts are taken along, cases are handed over after a look, requests are decided. */
import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import type { Page } from 'playwright-core';
import { Command } from '../../src/persistence/command.entity.ts';
import { accountOf, detail } from '../api/dispute-course.ts';
import { until } from '../api/law-acts.ts';
import { aMonthOfCases } from './a-month-of-cases.ts';
import { phone, startVisit, type Visit } from './visit.ts';

let visit: Visit;
let paid: string;
const second = '00000000-0000-4000-8000-00000000a001';
beforeAll(async () => {
  visit = await startVisit();
  // The city's own cases come in now, and not in the midst of a test.
  const em = visit.city.orm.em.fork();
  await em.execute(`update command set next_try_at = now() where status = 'pending'`);
  await until(async () => (await em.fork().count(Command, { status: 'pending' })) === 0);
  ({ paid } = await aMonthOfCases(visit));
  // A second mediator in the county, to whom cases can go.
  await visit.city.orm.em.fork().execute(
    `insert into account (id, login, name, password_hash, roles, district, body, is_active, created_at)
     values (?, 'second', '接手调解员', '', '{mediator}', '411303', null, true, now())`,
    [second],
  );
}, 120_000);
afterAll(() => visit.end());

const march = 'from=2026-03-01&until=2026-03-31';
const rowsOf = (page: Page) => page.locator('main table tbody tr.ant-table-row');

test('a figure stands with its definition, and opens just the cases it counts', async () => {
  const page = await visit.as('manager', `/console/figures?${march}`);
  const card = page.getByRole('listitem').filter({ hasText: '调解成功率' }).first();
  await card.getByText('50.0%').waitFor();
  await card.getByText('口径').click();
  await card.getByText('不予受理、撤回、双方自行和解的既不在分子，也不在分母').waitFor();
  await card.getByRole('link', { name: '2' }).click();
  await page.getByRole('heading', { level: 1, name: /调解成功率：2 件/ }).waitFor();
  await rowsOf(page).nth(1).waitFor();
  expect(await rowsOf(page).count()).toBe(2);
  await page.getByRole('link', { name: '回到统计' }).click();
  await page.getByRole('link', { name: '收到 5 件' }).click();
  await page.getByRole('heading', { level: 1, name: /收到：5 件/ }).waitFor();
  await rowsOf(page).nth(4).waitFor();
  expect(await rowsOf(page).count()).toBe(5);
});

test('the period is typed or chosen, stands in the address, and has both its days in', async () => {
  const page = await visit.as('manager', `/console/figures?${march}`);
  await page.getByRole('link', { name: '调解不成 1 件' }).waitFor();
  await page.getByLabel('到', { exact: true }).fill('2026-03-30');
  await page.getByRole('link', { name: '调解不成 0 件' }).waitFor();
  expect(page.url()).toContain('until=2026-03-30');
  await page.getByRole('button', { name: /上一年度/ }).click();
  await page.waitForURL(/from=20\d\d-10-01/);
  expect(page.url()).toMatch(/until=20\d\d-09-30/);
});

test('a chart is had as a picture, and its numbers as a workbook', async () => {
  const page = await visit.as('manager', `/console/figures?${march}`);
  const chart = page.getByRole('region', { name: '按区县' });
  const picture = page.waitForEvent('download');
  await chart.getByRole('button', { name: '下载图片' }).click();
  const png = readFileSync((await (await picture).path())!);
  expect((await picture).suggestedFilename()).toBe('按区县.png');
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  // Width and height of a picture twice as fine as the screen.
  expect(png.readUInt32BE(16)).toBeGreaterThan(1000);
  const sheet = page.waitForEvent('download');
  await chart.getByRole('link', { name: '下载表格' }).click();
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile((await (await sheet).path())!);
  const cells = (book.worksheets[0]!.getSheetValues() as unknown[][])
    .map((row) => JSON.stringify(row))
    .join('\n');
  expect(cells).toContain('卧龙区');
  expect(cells).toContain('调解成功率');
});

test('a number in a chart’s table opens its cases', async () => {
  const page = await visit.as('manager', `/console/figures?${march}`);
  await page.getByRole('region', { name: '按区县' }).getByRole('link', { name: '卧龙区 达成协议 1' }).click();
  await page.getByRole('heading', { level: 1, name: /达成协议 · 卧龙区：1 件/ }).waitFor();
  expect(await rowsOf(page).count()).toBe(1);
});

test('three cases go to another mediator after a preview that changes nothing', async () => {
  const own = accountOf(visit.city, 'mediator-411303');
  const theirs = `owner=${own}&isOpen=true&sort=receiptNumber`;
  const page = await visit.as('manager', `/console/disputes?${theirs}`);
  const manager = await visit.city.as('manager');
  const chosen = ((await manager.get(`/api/disputes?${theirs}&limit=3`)).body as { items: { id: string }[] })
    .items;
  await rowsOf(page).nth(2).waitFor();
  for (const index of [0, 1, 2]) await rowsOf(page).nth(index).getByRole('checkbox').check();
  await page.getByRole('button', { name: '改派所选 3 件' }).click();
  const drawer = page.getByRole('dialog', { name: '改派' });
  await drawer.getByText('可以改派 3 件').waitFor();
  await drawer.getByRole('combobox', { name: '交给' }).fill('接手');
  await page.locator('.ant-select-item-option-active', { hasText: '接手调解员' }).waitFor();
  await page.keyboard.press('Enter');
  const load = await drawer.getByText(/^接手调解员：在办（含移送） \d+ → \d+ 件$/).innerText();
  const [before, after] = [...load.matchAll(/\d+/g)].map(Number);
  expect(after).toBe(before! + 3);
  const owners = () => Promise.all(chosen.map(async ({ id }) => (await detail(manager, id)).owner));
  expect(await owners()).toEqual([own, own, own]);
  await drawer.getByLabel('说明（可不填）').fill('调整分工');
  await drawer.getByRole('button', { name: '改派 3 件' }).click();
  await drawer.getByText('已改派 3 / 3 件').waitFor({ timeout: 30_000 });
  await drawer.getByText('已改派', { exact: true }).nth(2).waitFor();
  await drawer.getByRole('button', { name: '完成' }).click();
  expect(await owners()).toEqual([second, second, second]);
});

test('a hand-over goes on after its drawer is closed, is found again on another page, and names what was refused', async () => {
  const page = await visit.as('manager', `/console/disputes?owner=${second}&isOpen=true&sort=receiptNumber`);
  const manager = await visit.city.as('manager');
  const { body } = await manager.get(`/api/disputes?owner=${second}&isOpen=true&sort=receiptNumber`);
  const [first, changed] = body.items as { id: string; receiptNumber: string }[];
  await rowsOf(page).nth(1).waitFor();
  for (const index of [0, 1]) await rowsOf(page).nth(index).getByRole('checkbox').check();
  await page.getByRole('button', { name: '改派所选 2 件' }).click();
  const drawer = page.getByRole('dialog', { name: '改派' });
  await drawer.getByText('可以改派 2 件').waitFor();
  expect((await manager.post(`/api/disputes/${changed!.id}/add-note`, { note: '补记' })).status).toBe(200);
  // Held up on the first case until the drawer is closed.
  const em = visit.city.orm.em.fork();
  await em.begin();
  await em.execute('select id from case_record where id = ? for no key update', [first!.id]);
  await drawer.getByRole('button', { name: '改派 2 件' }).click();
  await drawer.getByText('已改派 0 / 2 件，1 件没有办成').waitFor();
  await drawer
    .getByRole('row', { name: changed!.receiptNumber })
    .getByText('请刷新后核对变化再办理')
    .waitFor();
  await drawer.getByText('可以关闭这个窗口或者页面').waitFor();
  await drawer.getByRole('button', { name: '关闭', exact: true }).last().click();
  await drawer.waitFor({ state: 'hidden' });
  await page.goto(`${visit.city.url}/console/caseload`);
  await page.getByRole('button', { name: '进行中 1 项，50%' }).click();
  const jobs = page.getByRole('tooltip');
  await jobs
    .getByRole('link', { name: /^案件改派/ })
    .first()
    .waitFor();
  await jobs.getByText('请刷新后核对变化再办理').waitFor();
  await em.commit();
  await jobs.getByText('共 2 件，已办 1 件，没有办成 1 件').waitFor({ timeout: 30_000 });
  expect(await detail(manager, first!.id)).not.toMatchObject({ owner: second });
  expect(await detail(manager, changed!.id)).toMatchObject({ owner: second });
});

test('who leaves hands over what is left, from the caseload', async () => {
  const page = await visit.as('manager', '/console/caseload');
  const name = visit.city.logins.find(({ login }) => login === 'mediator-411303')?.name;
  await page.getByRole('button', { name: `移交 ${name}` }).click();
  const drawer = page.getByRole('dialog', { name: `移交全部未办结案件：${name}` });
  await drawer.getByText(/可以改派 [1-9]\d* 件/).waitFor();
  await drawer.getByRole('button', { name: /取.?消/ }).click();
  await page.getByRole('heading', { name: '停滞案件' }).waitFor();
  expect(await rowsOf(page).count()).toBeGreaterThan(5);
});

test('a request is approved with a word, and is gone from the list', async () => {
  const page = await visit.as('manager', '/console/approvals');
  const asked = page.getByRole('article');
  await asked.getByText('以银行回单为准').waitFor();
  await asked.getByText('12000.00 元').waitFor();
  await asked.getByRole('button', { name: /^不批准/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: '不批准' }).click();
  await page.getByText('请填写说明').waitFor();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /取.?消/ })
    .click();
  await asked.getByRole('button', { name: /^批准/ }).click();
  await page.getByRole('dialog').getByLabel('说明（可不填）').fill('已核对回单');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /批.?准/ })
    .click();
  await page.getByText('没有等待批准的申请').waitFor();
  expect(await detail(await visit.city.as('manager'), paid)).toMatchObject({ state: 'performing' });
});

test('the figures are read on a phone, too', async () => {
  const page = await visit.as('manager', `/console/figures?${march}`, phone);
  await page.getByRole('region', { name: '按月' }).getByRole('img').waitFor();
  await page.getByRole('region', { name: '按月' }).locator('canvas').waitFor();
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(phone.width);
});

test('no page asked another host for anything, and none broke', () => {
  expect(visit.strayed).toEqual([]);
  expect(visit.faults).toEqual([]);
});
