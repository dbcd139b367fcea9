/** How people act in the console by clicking: an act opened, its form filled, what it will do looked at, and told done. */
import type { Locator, Page } from 'playwright-core';
import { idNumber } from '../api/dispute-course.ts';

type Fill = (form: Locator, page: Page) => Promise<void>;
const SURE = '核对无误，办理';

/** The city's day, as a date field takes it. */
export const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

/** Opens an act, fills its form, sends it, and waits until it is told done. */
export async function act(page: Page, name: string, fill: Fill = async () => {}): Promise<void> {
  await press(page, name);
  const form = page.getByRole('dialog', { name });
  await form.getByRole('button', { name: '确定' }).waitFor();
  await fill(form, page);
  const meanwhile = form.getByText('您查看之后');
  const gone = form.waitFor({ state: 'detached', timeout: 40_000 }).then(() => 'gone' as const);
  gone.catch(() => {});
  try {
    // A clock that rings in between is told; whoever has read it presses again.
    for (let tries = 0; tries < 3; tries += 1) {
      await form.getByRole('button', { name: '确定' }).click();
      await meanwhile.waitFor({ state: 'detached' });
      const sure = form.getByRole('button', { name: SURE });
      const next = await Promise.race([gone, sure.waitFor().then(() => 'look' as const), told(meanwhile)]);
      if (next === 'look') await sure.click();
      if (next === 'gone' || (await Promise.race([gone, told(meanwhile)])) === 'gone') return;
    }
    await gone;
  } catch {
    throw new Error(`${name}: ${(await form.innerText()).slice(-600)}`);
  }
}

const told = (meanwhile: Locator) => meanwhile.waitFor({ timeout: 40_000 }).then(() => 'told' as const);

/** The button of an act, at once or behind 其他办理, as soon as the engine has come so far. */
export async function press(page: Page, name: string): Promise<void> {
  const here = page.getByRole('region', { name: '可以办理' });
  const button = here.getByRole('button', { name, exact: true });
  const item = page.getByRole('menuitem', { name, exact: true });
  await here.waitFor();
  for (let tries = 0; tries < 40; tries += 1) {
    if (await button.isVisible()) return button.click();
    if (await unfolds(page, here)) {
      if (await item.isVisible()) return item.click();
      await page.keyboard.press('Escape');
    }
    await page.waitForTimeout(500);
    await page.reload();
    await here.waitFor();
  }
  throw new Error(`${name} is not offered: ${await here.innerText()}`);
}

/** Opens what stands behind 其他办理, if anything does; what the page takes away meanwhile counts as not there. */
async function unfolds(page: Page, here: Locator): Promise<boolean> {
  const more = here.getByRole('button', { name: '其他办理' });
  if (!(await more.isVisible())) return false;
  try {
    await more.click({ timeout: 2000 });
    await page.getByRole('menuitem').first().waitFor({ timeout: 2000 });
    return true;
  } catch {
    return false;
  }
}

/** Few options are told apart by buttons, many by a list. */
export async function choose(page: Page, field: Locator, option: string | RegExp): Promise<void> {
  if ((await field.getAttribute('role')) === 'radiogroup') {
    await field
      .getByLabel(option, { exact: typeof option === 'string' })
      .first()
      .check();
    return;
  }
  const box = field.locator('xpath=ancestor::*[contains(concat(" ", @class, " "), " ant-select ")][1]');
  // An option that still slides into place may miss the click.
  for (let tries = 0; tries < 3; tries += 1) {
    await field.click();
    // Long lists draw what is in sight: one types what one looks for.
    if (typeof option === 'string') await field.fill(option);
    const list = await field.getAttribute('aria-controls');
    const open = page.locator('.ant-select-dropdown').filter({ has: page.locator(`#${list}`) });
    await open.locator('.ant-select-item-option').filter({ hasText: option }).first().click();
    if (await shows(box, option)) return;
  }
  throw new Error(`${option} is not chosen: ${await box.innerText()}`);
}

const shows = (box: Locator, option: string | RegExp) =>
  box
    .filter({ hasText: option })
    .waitFor({ timeout: 2000 })
    .then(
      () => true,
      () => false,
    );

/** The side of a case's page. */
export const look = (page: Page, side: string): Promise<void> =>
  page.getByRole('radiogroup', { name: '案件的各个方面' }).getByText(side, { exact: true }).click();

/** Registers a dispute over two months' wages from the intake page, and stays on its page. */
export async function takeIn(page: Page, name: string): Promise<void> {
  const fill = (label: string, text: string, nth = 0) =>
    page.getByLabel(label, { exact: false }).nth(nth).fill(text);
  await fill('姓名或者名称', name);
  await fill('联系电话', '13800000088');
  await fill('住址或者住所', '南阳市卧龙区七一路8号');
  await page.getByLabel('男', { exact: true }).first().check();
  await fill('出生日期', '1985-06-15');
  await fill('公民身份号码', idNumber(31));
  await fill('姓名或者名称', '南阳示例纸业有限公司', 1);
  await fill('法定代表人', '吴示例');
  await fill('统一社会信用代码', '91411303MA0000000W');
  await fill('职务', '总经理');
  await fill('住址或者住所', '示例路8号', 1);
  await fill('联系电话', '0377-6000008', 1);
  await fill('工作地点', '卧龙区某车间');
  await choose(page, page.getByLabel('请求类别').first(), '工资');
  await fill('金额', '6000.00');
  await fill('请求依据', '两个月工资未付');
  await fill('争议发生日', '2026-10-31');
  await fill('事实与理由', '两个月工资未付。');
  await page
    .getByRole('radiogroup', { name: '申请人是否同意调解' })
    .getByLabel('是', { exact: true })
    .check();
  await page.getByRole('button', { name: /^登记（/ }).click();
  await page.waitForURL(/\/disputes\//);
  await page.getByRole('region', { name: '可以办理' }).waitFor();
}

/** The terms of an agreement over one payment today. */
export const draft: Fill = async (form, page) => {
  await choose(page, form.getByRole('radiogroup', { name: '固定效力的方式' }), '不需要');
  await form.getByLabel('仲裁委员会或者法院').fill('双方选择不办理');
  await form.getByLabel('履行日期').first().fill(today());
  await form.getByLabel('金额').first().fill('6000.00');
  await form.getByLabel('地点').fill('调解室');
  await form.getByLabel('款项').fill('工资');
  await form.getByLabel('支付方式').fill('银行转账');
  await form.getByLabel('违约责任').fill('逾期可以申请仲裁。');
  await form.getByRole('radiogroup', { name: '是否一次了结' }).getByLabel('是', { exact: true }).check();
};

export const signatures: Fill = async (form, page) => {
  for (const [at, party, authority] of [
    [0, /劳动者/, '本人'],
    [1, /用人单位/, '法定代表人'],
  ] as const) {
    await choose(page, form.getByLabel('当事人').nth(at), party);
    await form.getByLabel('办理日期').nth(at).fill(today());
    await choose(page, form.getByLabel('签字权限').nth(at), authority);
  }
  await form.getByLabel('调解员签字日').fill(today());
  await form.getByLabel('盖章日').fill(today());
};
