/** A dispute from its registration to the last yuan by clicking alone, each act by whom it belongs to. */
import type { Locator, Page } from 'playwright-core';
import { idNumber } from '../api/dispute-course.ts';
import { startVisit, type Visit } from './visit.ts';

let visit: Visit;
let mediator: Page;
beforeAll(async () => {
  visit = await startVisit();
}, 90_000);
afterAll(() => visit.end());

type Fill = (form: Locator, page: Page) => Promise<void>;

/** Opens an act, fills its form, sends it, and waits until it is told done. */
async function act(page: Page, name: string, fill: Fill = async () => {}): Promise<void> {
  const here = page.getByRole('region', { name: '可以办理' });
  const button = here.getByRole('button', { name, exact: true });
  await here.waitFor();
  for (let tries = 0; tries < 40 && !(await button.isVisible()); tries++) {
    const more = here.getByRole('button', { name: '其他办理' });
    if (await more.isVisible()) {
      await more.click();
      const item = page.getByRole('menuitem', { name, exact: true });
      if (await item.isVisible()) break;
      await page.keyboard.press('Escape');
    }
    await page.waitForTimeout(500);
    await page.reload();
    await here.waitFor();
  }
  if (await button.isVisible()) await button.click();
  else await page.getByRole('menuitem', { name, exact: true }).click();
  const form = page.getByRole('dialog', { name });
  await form.getByRole('button', { name: '确定' }).waitFor();
  await fill(form, page);
  const sure = form.getByRole('button', { name: '确定' });
  await sure.click();
  const meanwhile = form.getByText('您查看之后');
  const gone = form.waitFor({ state: 'detached', timeout: 20_000 }).then(() => true);
  try {
    // A clock that rings in between is told; whoever has read it presses again.
    if (!(await Promise.race([gone, meanwhile.waitFor().then(() => false)]))) await sure.click();
    await gone;
  } catch {
    throw new Error(`${name}: ${(await form.innerText()).slice(-400)}`);
  }
}

/** Few options are told apart by buttons, many by a list. */
const choose = async (page: Page, field: Locator, option: string | RegExp) => {
  if ((await field.getAttribute('role')) === 'radiogroup') {
    await field.getByLabel(option).first().check();
    return;
  }
  await field.click();
  const list = await field.getAttribute('aria-controls');
  const open = page.locator('.ant-select-dropdown').filter({ has: page.locator(`#${list}`) });
  await open.locator('.ant-select-item-option').filter({ hasText: option }).first().click();
};

test('registered by the clerk', async () => {
  const page = await visit.as('clerk', '/console/intake');
  const fill = (label: string, text: string, nth = 0) =>
    page.getByLabel(label, { exact: false }).nth(nth).fill(text);
  await fill('姓名或者名称', '冯示例');
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
  await page.getByRole('button', { name: /^登记/ }).click();
  await page.waitForURL(/\/disputes\//);
  mediator = await visit.as('mediator-411303', new URL(page.url()).pathname);
});

test('consulted, accepted, mediated by the mediator it was given to', async () => {
  await act(mediator, '征询对方意见', (form) => form.getByLabel('联系上', { exact: true }).check());
  await act(mediator, '记录对方是否同意', (form) =>
    form.getByRole('radiogroup').first().getByLabel('是', { exact: true }).check(),
  );
  await act(mediator, '受理');
  await act(mediator, '安排调解会议', async (form) => {
    await form.getByLabel('会议日期').fill(await today());
    await form.getByLabel('地点').fill('调解室');
  });
  await act(mediator, '记录调解会议', async (form, page) => {
    await choose(page, form.getByLabel('序号').first(), /第 1 次/);
    await form.getByLabel('调解笔录').fill('双方同意分两期付清。');
  });
});

test('agreed in instalments, signed, in force', async () => {
  await act(mediator, '拟定协议', async (form, page) => {
    await form.getByLabel('不办理', { exact: false }).or(form.getByLabel('固定效力的方式')).first().click();
    const open = page.locator(
      '.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option',
    );
    if (await open.first().isVisible()) await open.last().click();
    await form.getByLabel('仲裁委员会或者法院').fill('双方选择不办理');
    await form
      .getByLabel('履行日期')
      .first()
      .fill(await today());
    await form.getByLabel('金额').first().fill('6000.00');
    await form.getByLabel('地点').fill('调解室');
    await form.getByLabel('款项').fill('工资');
    await form.getByLabel('支付方式').fill('银行转账');
    await form.getByLabel('违约责任').fill('逾期可以申请仲裁。');
    await form.getByRole('radiogroup', { name: '是否一次了结' }).getByLabel('是', { exact: true }).check();
  });
  await act(mediator, '记录签字盖章', async (form, page) => {
    for (const [at, party, authority] of [
      [0, /劳动者/, '本人'],
      [1, /用人单位/, '法定代表人'],
    ] as const) {
      await choose(page, form.getByLabel('当事人').nth(at), party);
      await form
        .getByLabel('办理日期')
        .nth(at)
        .fill(await today());
      await choose(page, form.getByLabel('签字权限').nth(at), authority);
    }
    await form.getByLabel('调解员签字日').fill(await today());
    await form.getByLabel('盖章日').fill(await today());
  });
});

test('paid in full', async () => {
  await act(mediator, '登记到账', async (form, page) => {
    const field = form.getByLabel('期次');
    await choose(page, field, /第 1 期/);
    await form.getByLabel('金额').fill('6000.00');
  });
  await mediator.getByRole('radiogroup', { name: '案件的各个方面' }).getByText('协议与履行').click();
  const row = mediator.locator('main table tbody tr').filter({ hasText: '6000.006000.000.00' });
  await row.waitFor();
  expect((await row.locator('td').allInnerTexts()).slice(2, 5)).toEqual(['6000.00', '6000.00', '0.00']);
});

test('nothing strayed, nothing broke', () => {
  expect(visit.strayed).toEqual([]);
  expect(visit.faults).toEqual([]);
});

/** The city's day, as a date field takes it. */
const today = async () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
