/** One dispute on its page: where it stands, each of its sides, and acts done by clicking. */
import type { Locator, Page } from 'playwright-core';
import { startVisit, type Visit } from './visit.ts';

let visit: Visit;
let page: Page;
beforeAll(async () => {
  visit = await startVisit();
  page = await visit.as('mediator-411303', '/console/disputes');
  await page
    .getByRole('link', { name: /^\d{4}-\d+$/ })
    .first()
    .click();
  await page.getByRole('region', { name: '可以办理' }).waitFor();
  // The engine gives the case to its mediator.
  const note = page.getByRole('button', { name: '记工作笔记' });
  for (let tries = 0; tries < 20 && !(await note.isVisible()); tries++) {
    await page.waitForTimeout(1000);
    await page.reload();
    await page.getByRole('region', { name: '可以办理' }).waitFor();
  }
}, 90_000);
afterAll(() => visit.end());
beforeEach(async () => {
  await page.goto(page.url().replace(/#.*/, ''));
  await page.reload();
  await page.getByRole('region', { name: '可以办理' }).waitFor();
});

async function look(side: string): Promise<void> {
  await page.getByRole('radiogroup', { name: '案件的各个方面' }).getByText(side, { exact: true }).click();
}

const course = (): Locator => page.getByRole('list', { name: '经过' }).getByRole('listitem');

test('a sentence says where it stands and what comes next', async () => {
  await expect(page.getByText('下一步：').textContent()).resolves.toMatch(
    /\d{4}-\d\d-\d\d 收到.*下一步：.+（由.+，期限/,
  );
});

test('how a day was found opens on a click', async () => {
  const clock = page.getByRole('region', { name: '期限' }).getByRole('group').first();
  expect(await clock.getByRole('listitem').first().isVisible()).toBe(false);
  await clock.locator('summary').click();
  expect(await clock.getByRole('listitem').first().innerText()).toMatch(/\d/);
});

test('why another act is not offered is said from the same table', async () => {
  await page.getByRole('button', { name: '为什么不能办别的' }).click();
  const why = page.getByRole('dialog', { name: '为什么不能办别的' });
  await why.getByText('现在由别人办理').waitFor();
  expect(await why.getByRole('listitem').filter({ hasText: '指派' }).first().innerText()).toContain('主管');
  expect(await why.getByRole('listitem').filter({ hasText: /^归档/ }).innerText()).toContain('已办结');
});

test('a note written stands in the course and among the notes', async () => {
  const before = await course().count();
  await page.getByRole('button', { name: '记工作笔记' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('说明', { exact: false }).fill('下周二再联系单位财务。');
  await form.getByLabel('是', { exact: true }).check();
  await form.getByRole('button', { name: '确定' }).click();
  await page.getByText('已办理').waitFor();
  await course().filter({ hasText: '下周二再联系单位财务。' }).first().waitFor();
  expect(await course().count()).toBeGreaterThan(before);
  await look('工作笔记');
  const notes = page.getByRole('list', { name: '工作笔记' }).getByRole('listitem');
  expect(await notes.first().innerText()).toMatch(/保密[\s\S]*下周二再联系单位财务。/);
});

test('every side can be opened, is kept in the address, and a reload stays on it', async () => {
  for (const [side, shows] of [
    ['请求与时效', '最后安全日'],
    ['联动链', '接收单位'],
    ['调解', '调解会'],
    ['协议与履行', '还没有协议'],
  ] as const) {
    await look(side);
    await page.getByText(shows).first().waitFor();
  }
  expect(new URL(page.url()).hash).toBe('#agreement');
  await page.reload();
  await page.getByText('还没有协议').waitFor();
});

test('evidence is sent from the page and listed', async () => {
  await look('证据');
  await page.getByLabel('说明').fill('手机转账截图');
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '工资转账.png', mimeType: 'image/png', buffer: png });
  const row = page.getByRole('row').filter({ hasText: '工资转账.png' });
  await row.waitFor();
  expect(await row.innerText()).toContain('手机转账截图');
});

test('a paper is issued, drawn and shown in the page', async () => {
  await page.getByRole('button', { name: '出具文书' }).click();
  const form = page.getByRole('dialog');
  await form.getByRole('combobox').first().click();
  await page.getByRole('option', { name: '调解申请书' }).first().waitFor({ state: 'attached' });
  await page.locator('.ant-select-item-option').filter({ hasText: '调解申请书' }).first().click();
  await form.getByRole('button', { name: '确定' }).click();
  await page.getByText('已办理').waitFor();
  await look('文书');
  await page.getByRole('button', { name: /^预览/ }).first().click();
  const frame = page.getByRole('dialog').locator('iframe');
  await frame.waitFor();
  expect(await frame.getAttribute('src')).toMatch(/^blob:/);
  await page.keyboard.press('Escape');
});

test('a number written down is shown whole only with a reason', async () => {
  await page.getByRole('button', { name: '其他办理' }).click();
  await page.getByRole('menuitem', { name: '补充当事人信息' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('当事人').first().click();
  await page.locator('.ant-select-item-option').filter({ hasText: '劳动者' }).first().click();
  await form.getByLabel('联系电话', { exact: false }).first().fill('13800000021');
  await form.getByRole('button', { name: '确定' }).click();
  await page.getByText('138****0021').waitFor();
  await page
    .getByRole('button', { name: /：看完整号码$/ })
    .first()
    .click();
  await form.getByLabel('电话', { exact: true }).check();
  await form.getByLabel('原因', { exact: false }).fill('电话联系劳动者');
  await form.getByRole('button', { name: '确定' }).click();
  await page.getByText('13800000021').waitFor();
});

test('nothing strayed, nothing broke', () => {
  expect(visit.strayed).toEqual([]);
  expect(visit.faults).toEqual([]);
});
