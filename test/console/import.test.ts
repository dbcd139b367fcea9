/** A register is pasted in: its progress shows, right lines become cases, wrong ones say how to mend them. */
import { writeImports } from '../../src/engine/write-imports.ts';
import { lineFault } from '../../templates/zh-CN/import-words.ts';
import { silent } from '../workflows/city.ts';
import { pastedRegister } from './an-import.ts';
import { startVisit, type Visit } from './visit.ts';

let visit: Visit;
const stopped = new AbortController();
let writing: Promise<void> = Promise.resolve();
beforeAll(async () => {
  visit = await startVisit();
  writing = writeImports(visit.city.orm, { column: '', sentence: lineFault }, silent, stopped.signal, 7);
}, 90_000);
afterAll(async () => {
  stopped.abort();
  await writing;
  await visit.end();
});

test('pasted, followed to its end, left and found again', async () => {
  const page = await visit.as('manager', '/console/imports');
  await page.getByLabel('粘贴表格内容（连同表头）').fill(pastedRegister);
  await page.getByRole('button', { name: '导入粘贴的内容' }).click();
  await page.waitForURL(/\/imports\/[0-9a-f-]+$/);
  await page.getByText('全部处理完毕。').waitFor({ timeout: 60_000 });
  expect(await page.getByRole('status').last().innerText()).toContain('已导入 1，有错误 1');
  const lines = page.locator('main table tbody tr');
  expect(await lines.filter({ hasText: '有误' }).first().innerText()).toMatch(/县区.*无此县/);
  await page.goto(`${visit.city.url}/console/imports`);
  await page.getByRole('link', { name: '粘贴的内容' }).first().click();
  // Both pages have a table: the one left stands until the next one's code is there.
  await page.waitForURL(/\/imports\/[0-9a-f-]+$/);
  await page.locator('main table').getByRole('link').first().click();
  await page.getByText('孙示例').first().waitFor();
  expect(visit.strayed).toEqual([]);
  expect(visit.faults).toEqual([]);
}, 120_000);
