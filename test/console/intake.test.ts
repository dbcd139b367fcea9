/** A dispute is registered by keyboard alone; nothing typed is lost, look-alikes show, sums are worked out beside it. */
import type { Page } from 'playwright-core';
import { wageSheet } from '../../src/cli/stories/wage-sheet.ts';
import { startVisit, type Visit } from './visit.ts';

let visit: Visit;
let page: Page;
beforeAll(async () => {
  visit = await startVisit();
}, 90_000);
afterAll(() => visit.end());

const labelOfFocused = () =>
  page.evaluate(`(() => {
    const one = document.activeElement;
    const labels = [...(one?.labels ?? [])].map((label) => label.textContent);
    const group = one?.closest('.ant-form-item')?.querySelector('label')?.textContent ?? '';
    return [one?.getAttribute('aria-label') ?? '', ...labels, group, one?.textContent ?? ''].join('|');
  })()`) as Promise<string>;

/** Tab until the field, as one does who does not touch the mouse. */
async function to(label: string, most = 60): Promise<void> {
  const seen: string[] = [];
  for (let steps = 0; steps < most; steps += 1) {
    await page.keyboard.press('Tab');
    const at = await labelOfFocused();
    if (at.includes(label)) return;
    seen.push(at);
  }
  throw new Error(`no way to ${label} by Tab, past ${seen.join(' / ')}`);
}
async function type(label: string, text: string): Promise<void> {
  await to(label);
  await page.keyboard.type(text);
}
async function choose(label: string, option: string): Promise<void> {
  await type(label, option);
  await page.locator('.ant-select-item-option').filter({ hasText: option }).first().waitFor();
  await page.keyboard.press('Enter');
}

test('a whole intake without the mouse', async () => {
  page = await visit.as('clerk');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await to('登记');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: '登记劳动争议' }).waitFor();
  await type('姓名或者名称', '赵示例');
  await type('联系电话', '13800000077');
  await type('姓名或者名称', '南阳示例纺织有限公司');
  await type('工作地点', '卧龙区某车间');
  await choose('请求类别', '工资');
  await type('金额', '9600.00');
  await type('请求依据', '四个月工资未付');
  await to('争议发生日');
  // Day by day fields of the browser: month, day, year as it shows them.
  await page.keyboard.type('12312025');
  await type('事实', '在车间做工，四个月工资未付。');
  await to('申请人是否同意调解');
  await page.keyboard.press('Space');
  await page.getByText('草稿已保存').waitFor();
  await to('登记（Ctrl+Enter）');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/disputes\//);
  await page.getByRole('heading', { level: 1, name: /^\d{4}-\d{6}/ }).waitFor();
  await page.getByRole('region', { name: '可以办理' }).waitFor();
  const main = await page.getByRole('main').innerText();
  expect(main).toContain('赵示例');
  expect(main).toContain('9600.00');
  expect(main).toContain('2025-12-31');
}, 90_000);

test('a wage sheet pasted in becomes members with their amounts', async () => {
  page = await visit.as('clerk', '/console/intake');
  await page.getByRole('button', { name: '粘贴工资表' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('工资表内容').fill(`${wageSheet}\n孙示例\t\t\t没有写\t\t\t`);
  await sheet.getByRole('button', { name: '读取' }).click();
  await sheet.getByText('下面各行没有读进来').waitFor();
  const found = await sheet.getByRole('status').innerText();
  expect(found).toMatch(/读到 12 行，合计 136600\.00 元/);
  await sheet.getByRole('button', { name: '填入登记表' }).click();
  await sheet.waitFor({ state: 'detached' });
  // Many rows are folded up; each opens on a click.
  await page.getByText(/^12\. 杨秀英/).waitFor();
  await page.getByRole('button', { name: /^展开 2\. 吴小山/ }).click();
  expect(await page.getByLabel('公民身份号码', { exact: false }).first().inputValue()).toBe(
    '411303199001010010',
  );
  await page.getByLabel('姓名或者名称', { exact: false }).last().fill('南阳示例建筑有限公司');
  await page.getByLabel('工作地点', { exact: false }).fill('卧龙区某工地');
  await page.getByLabel('争议发生日', { exact: false }).fill('2025-12-31');
  await page.getByLabel('事实', { exact: false }).fill('十二人三个月工资未付。');
  await page
    .getByRole('radiogroup', { name: '申请人是否同意调解' })
    .getByLabel('是', { exact: true })
    .check();
  await page.getByRole('button', { name: /^登记（/ }).click();
  await page.waitForURL(/\/disputes\//);
  await page.getByText('136600.00').first().waitFor();
  await page.getByText('集体争议').first().waitFor();
});

test('what was typed survives a reload and is found again among the drafts', async () => {
  page = await visit.as('clerk', '/console/intake');
  await page.getByLabel('姓名或者名称', { exact: false }).first().fill('钱示例');
  await page.reload();
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await page.getByLabel('姓名或者名称', { exact: false }).first().inputValue()).toBe('钱示例');
  await page.getByLabel('联系电话', { exact: false }).first().fill('13800000078');
  await page.getByText('草稿已保存').waitFor();
  await page.goto(`${visit.city.url}/console/drafts`);
  await page.getByRole('link', { name: /钱示例/ }).click();
  await page.getByRole('heading', { level: 1, name: '登记劳动争议' }).waitFor();
  expect(await page.getByLabel('联系电话', { exact: false }).first().inputValue()).toBe('13800000078');
});

test('a case like it shows while typing; a wrong number is said at its field', async () => {
  page = await visit.as('clerk', '/console/intake');
  await page.getByLabel('姓名或者名称', { exact: false }).first().fill('赵示例');
  const alike = page.getByRole('region', { name: '查重' });
  await page.getByLabel('联系电话', { exact: false }).first().fill('13800000077');
  await alike.getByText('可能是同一件').waitFor();
  await alike.getByRole('link').first().waitFor();
  await page.getByLabel('公民身份号码', { exact: false }).first().fill('411303199001011234');
  await page.getByLabel('姓名或者名称', { exact: false }).nth(1).fill('南阳示例机械有限公司');
  await page.getByRole('button', { name: /^登记/ }).click();
  await page
    .getByText(/^请填写/)
    .first()
    .waitFor();
  expect(new URL(page.url()).pathname).toBe('/console/intake');
});

test('a sum is worked out in steps and taken into the form', async () => {
  page = await visit.as('clerk', '/console/intake');
  const sums = page.getByRole('region', { name: '请求计算' });
  await sums.getByLabel('算什么').click();
  await page.keyboard.type('经济补偿');
  await page.keyboard.press('Enter');
  await sums.getByLabel('入职日期', { exact: false }).fill('2020-03-01');
  await sums.getByLabel('终止日期', { exact: false }).first().fill('2025-12-31');
  await sums.getByLabel('前十二个月月平均工资', { exact: false }).fill('5000');
  await sums.getByRole('button', { name: '计算', exact: true }).click();
  await sums.getByRole('listitem').first().waitFor();
  expect(await sums.innerText()).toMatch(/劳动合同法/);
  await sums.getByRole('button', { name: '填入请求事项' }).click();
  expect(await page.getByLabel('金额', { exact: false }).first().inputValue()).toBe('30000.00');
});

test('nothing strayed, nothing broke', () => {
  expect(visit.strayed).toEqual([]);
  expect(visit.faults).toEqual([]);
});
