/** Lists in the browser: filters as chips, views kept under a name, all rows taken along, progress found again, a server away for a while. */
import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import type { Page } from 'playwright-core';
import { writeImports } from '../../src/engine/write-imports.ts';
import { lineFault } from '../../templates/zh-CN/import-words.ts';
import { aDisputeTakenIn } from '../api/bodies.ts';
import { act, until } from '../api/law-acts.ts';
import { wholeRegister, workbookOf } from '../api/register.ts';
import { silent } from '../workflows/city.ts';
import { startVisit, type Visit } from './visit.ts';

let visit: Visit;
let page: Page;
const stopped = new AbortController();
let writing: Promise<void> = Promise.resolve();
beforeAll(async () => {
  visit = await startVisit();
  const clerk = await visit.city.as('clerk');
  for (let no = 0; no < 23; no += 1) await aDisputeTakenIn(clerk, { facts: `第${no}件` });
  page = await visit.as('mediator-411303', '/console/disputes');
}, 120_000);
afterAll(async () => {
  stopped.abort();
  await writing;
  await visit.end();
});

const main = () => page.getByRole('main');
const chips = () => page.getByRole('list', { name: '已筛选' });
const views = () => page.getByRole('navigation', { name: '视图' });

async function choose(label: string, option: string): Promise<void> {
  await main().getByLabel(label, { exact: true }).click();
  await page.locator('.ant-select-item-option').filter({ hasText: option }).first().click();
}

test('what is filtered stands as chips and in the address, and is taken off one by one', async () => {
  await choose('是否办结', '未办结');
  await choose('渠道', '窗口');
  await chips().getByText('渠道：窗口').waitFor();
  await page.waitForURL(/isOpen=true.*channel=desk|channel=desk.*isOpen=true/);
  await chips().getByLabel('去掉筛选：渠道').click();
  await page.waitForURL((url) => !url.search.includes('channel'));
  expect(await chips().innerText()).toContain('是否办结：未办结');
  await page.getByRole('button', { name: '清除筛选' }).click();
  await page.waitForURL((url) => url.search === '');
  await chips().waitFor({ state: 'detached' });
});

test('pages: so many rows each, which of how many, on and back', async () => {
  await page.goto(`${visit.city.url}/console/disputes?limit=20`);
  await page.getByText(/第 1 \/ 2 页，共 \d+ 条/).waitFor();
  await page.getByRole('button', { name: '下一页' }).click();
  await page.getByText(/第 2 \/ 2 页/).waitFor();
  await page.reload();
  await page.getByText(/第 2 \/ 2 页/).waitFor();
  await page.getByRole('button', { name: '回到第一页' }).click();
  await page.getByText(/第 1 \/ 2 页/).waitFor();
});

test('a view is kept under a name with its count, found after a reload, renamed, deleted', async () => {
  await page.goto(`${visit.city.url}/console/disputes?channel=desk&isOpen=true`);
  await page.getByRole('button', { name: '存为视图' }).click();
  await page.getByRole('dialog').getByLabel('视图名称').fill('窗口未结');
  await page.getByRole('dialog').getByRole('button', { name: '确定' }).click();
  const kept = views().getByRole('link', { name: /窗口未结 \d+/ });
  await kept.waitFor();
  await page.goto(`${visit.city.url}/console/disputes`);
  await kept.click();
  await page.waitForURL(/channel=desk/);
  const total = /共 (\d+) 条/.exec(
    await main()
      .getByText(/共 \d+ 条/)
      .innerText(),
  )?.[1];
  expect(await kept.innerText()).toBe(`窗口未结 ${total}`);
  await page.getByRole('button', { name: '管理我的视图' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('“窗口未结”的名称').fill('窗口在办');
  await form.getByLabel('“窗口未结”的名称').press('Enter');
  await views()
    .getByRole('link', { name: /窗口在办/ })
    .waitFor();
  await form.getByRole('button', { name: '删去“窗口在办”' }).click();
  await views()
    .getByRole('link', { name: /窗口在办/ })
    .waitFor({ state: 'detached' });
  // A colleague has none of it.
  expect(((await (await visit.city.as('clerk')).get('/api/views')).body.items as object[]).length).toBe(0);
});

test('a list is taken along whole, as it is filtered', async () => {
  await page.goto(`${visit.city.url}/console/disputes?limit=20&channel=desk`);
  const said = await page.getByText(/共 \d+ 条/).innerText();
  const total = Number(/共 (\d+) 条/.exec(said)?.[1]);
  expect(total).toBeGreaterThan(20);
  await page.getByRole('button', { name: '导出' }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'Excel' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('劳动争议.xlsx');
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(readFileSync(await file.path()) as never);
  expect(book.worksheets[0]!.rowCount).toBe(total + 1);
  await page.getByText('已导出，文件在浏览器的下载中。').waitFor();
});

test('on paper a list has its filters as a heading, all its rows, and no buttons', async () => {
  await page.goto(`${visit.city.url}/console/disputes?limit=20&channel=desk`);
  const total = Number(/共 (\d+) 条/.exec(await page.getByText(/共 \d+ 条/).innerText())?.[1]);
  await page.evaluate(
    'window.print = () => { window.printed = document.querySelectorAll("tr.ant-table-row").length }',
  );
  await page.getByRole('button', { name: '导出' }).click();
  await page.getByRole('menuitem', { name: '打印' }).click();
  // Not by waitForFunction, which looks a second time by eval: the page's policy refuses that.
  await until(async () => (await page.evaluate('window.printed')) !== undefined);
  expect(await page.evaluate('window.printed')).toBe(total);
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByText('渠道：窗口').isVisible()).toBe(true);
  for (const name of ['导出', '清除筛选', '退出登录'])
    expect([name, await page.getByRole('button', { name }).isVisible()]).toEqual([name, false]);
  await page.emulateMedia({ media: 'screen' });
});

test('an import’s progress stands in the frame, goes along from page to page, and is there after a reload', async () => {
  const clerk = await visit.as('clerk', '/console/disputes');
  const session = await visit.city.as('clerk');
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(await workbookOf(wholeRegister))]), '台账.xlsx');
  const headers = { ...session.headers, 'idempotency-key': crypto.randomUUID() };
  expect((await fetch(`${visit.city.url}/api/imports`, { method: 'POST', headers, body: form })).status).toBe(
    201,
  );
  await clerk.reload();
  const jobs = clerk.getByRole('banner').getByRole('button', { name: /进行中 1 项，\d+%/ });
  await jobs.waitFor();
  await clerk.getByRole('link', { name: '草稿' }).click();
  await jobs.waitFor();
  writing = writeImports(visit.city.orm, { column: '', sentence: lineFault }, silent, stopped.signal, 3);
  const ended = clerk.getByRole('button', { name: '批量办理已完成' });
  await ended.waitFor({ timeout: 60_000 });
  await ended.click();
  await clerk.getByText('共 30 件，已办 25 件').waitFor();
  await clerk.getByRole('link', { name: '导入台账“台账.xlsx”' }).click();
  await clerk.waitForURL(/\/imports\//);
}, 120_000);

test('a server that is away is told and waited for; what was typed is still there, and goes through once', async () => {
  const id = await aDisputeTakenIn(await visit.city.as('clerk'), { facts: '断网的一件' });
  await page.goto(`${visit.city.url}/console/disputes/${id}?act=add-note`);
  const form = page.getByRole('dialog');
  await form.getByLabel('说明').fill('断网以前写的');
  await page.context().setOffline(true);
  await form.getByRole('button', { name: '确定' }).click();
  await form.getByText(/连不上服务器/).waitFor();
  await page.getByText('连不上服务器，正在重试……').waitFor();
  await page.context().setOffline(false);
  await page.getByText('连不上服务器，正在重试……').waitFor({ state: 'detached', timeout: 15_000 });
  expect(await form.getByLabel('说明').inputValue()).toBe('断网以前写的');
  await form.getByRole('button', { name: '确定' }).click();
  await form.waitFor({ state: 'detached' });
  const { body } = await (await visit.city.as('mediator-411303')).get(`/api/disputes/${id}/events`);
  expect((body.items as { kind: string }[]).filter(({ kind }) => kind === 'note-added')).toHaveLength(1);
});

test('a colleague was faster: what they did is shown, and what was typed goes on on top of it', async () => {
  const id = await aDisputeTakenIn(await visit.city.as('clerk'), { facts: '两人同时办的一件' });
  await page.goto(`${visit.city.url}/console/disputes/${id}?act=add-note`);
  const form = page.getByRole('dialog');
  await form.getByLabel('说明').fill('我写的');
  await act(await visit.city.as('mediator-411303'), id, 'add-note', { note: '同事先写的' });
  await form.getByRole('button', { name: '确定' }).click();
  await form.getByText(/您查看之后，案件有了变动/).waitFor();
  expect(await form.getByRole('alert').innerText()).toContain('卧龙区调解员');
  expect(await form.getByLabel('说明').inputValue()).toBe('我写的');
  await form.getByRole('button', { name: '确定' }).click();
  await form.waitFor({ state: 'detached' });
});

test('a form survives a reload, and a lost session asks to sign in over it and goes on', async () => {
  const id = await aDisputeTakenIn(await visit.city.as('clerk'), { facts: '会话中断的一件' });
  await page.goto(`${visit.city.url}/console/disputes/${id}?act=add-note`);
  const form = page.getByRole('dialog').filter({ hasText: '说明' });
  await form.getByLabel('说明').fill('写到一半');
  await page.reload();
  expect(await form.getByLabel('说明').inputValue()).toBe('写到一半');
  await page.context().clearCookies();
  await form.getByRole('button', { name: '确定' }).click();
  await page.getByText('登录已失效，请重新登录').waitFor();
  await page.getByLabel('密码', { exact: true }).fill(visit.city.passwordOf('mediator-411303'));
  await page.getByRole('dialog').getByRole('button', { name: '登录' }).click();
  await form.waitFor({ state: 'detached' });
  const { body } = await (await visit.city.as('mediator-411303')).get(`/api/disputes/${id}/events`);
  expect(JSON.stringify(body)).toContain('写到一半');
});

test('nothing strayed, nothing broke', () => {
  expect(visit.strayed).toEqual([]);
  expect(visit.faults.filter((said) => !/ERR_INTERNET_DISCONNECTED/.test(said))).toEqual([]);
});
