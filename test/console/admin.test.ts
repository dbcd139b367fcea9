/** The administrator's pages: accounts, keys, calendars, one's own sign-ins, the broken glass. */
import type { Page } from 'playwright-core';
import { invented2027 } from '../api/law-acts.ts';
import { publishPack } from './publish-pack.ts';
import { startVisit, type Visit } from './visit.ts';

let visit: Visit;
beforeAll(async () => {
  visit = await startVisit();
});
afterAll(() => visit.end());

const inAMonth = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);

async function choose(page: Page, field: string, option: string): Promise<void> {
  const box = page.getByRole('dialog').getByRole('combobox', { name: field });
  await box.fill(option);
  await page.locator('.ant-select-item-option-active', { hasText: option }).waitFor();
  await box.press('Enter');
  await page.getByRole('dialog').locator('.ant-select-content', { hasText: option }).first().waitFor();
  if (await page.locator('.ant-select-dropdown:visible').count()) await page.keyboard.press('Escape');
}

/** The secret of the window that shows it once. */
async function shownOnce(page: Page): Promise<string> {
  const secret = await page.getByRole('dialog').locator('code').innerText();
  await page.getByRole('button', { name: '已记下，关闭' }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  return secret.trim();
}

test('an account is made, its password shown once, and its owner chooses another and is in', async () => {
  const page = await visit.as('admin', '/console/accounts');
  await page.getByRole('button', { name: '建立账号' }).click();
  await page.getByRole('textbox', { name: '登录名' }).fill('xiao.li');
  await page.getByRole('textbox', { name: '姓名' }).fill('李小');
  await choose(page, '角色', '窗口');
  await choose(page, '区县', '卧龙区');
  await page.getByRole('button', { name: '确定' }).click();
  const oneTime = await shownOnce(page);
  expect(await page.getByText(oneTime).count()).toBe(0);
  await page.getByRole('link', { name: 'xiao.li' }).click();
  await page.getByText('待改密码').waitFor();

  const own = await visit.guest('/console/');
  const signIn = async (password: string) => {
    await own.getByLabel('登录名').fill('xiao.li');
    await own.getByLabel('密码', { exact: true }).fill(password);
    await own.getByRole('button', { name: '登录', exact: true }).click();
  };
  await signIn(oneTime);
  await own.getByLabel('一次性密码').fill(oneTime);
  await own.getByLabel('新密码').fill('风调雨顺五谷丰登1949');
  await own.getByRole('button', { name: '更改密码' }).click();
  await own.getByRole('link', { name: '李小' }).waitFor();

  await page.reload();
  await page.getByText('本人更改密码').waitFor();
  expect(await page.getByText('待改密码').count()).toBe(0);
  await page.getByRole('button', { name: '结束全部登录' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /确.?定/ })
    .click();
  await page.getByText('目前没有登录').waitFor();
  await own.goto(`${visit.city.url}/console/me`);
  await own.getByRole('heading', { name: '宛和 · 劳动争议调解' }).waitFor();
});

test('an account is changed, and somebody else’s change meanwhile is not overwritten', async () => {
  const page = await visit.as('admin', '/console/accounts?q=mediator-411302');
  await page.getByRole('link', { name: 'mediator-411302' }).click();
  await page.getByRole('button', { name: '更改账号' }).click();
  await page.getByLabel('姓名').fill('宛城区调解员（改名）');
  const admin = await visit.city.as('admin');
  const id = /accounts\/(.+)$/.exec(page.url())![1]!;
  expect((await admin.post(`/api/accounts/${id}/change`, { isActive: true, name: '抢先一步' })).status).toBe(
    200,
  );
  await page.getByRole('button', { name: '确定' }).click();
  await page.getByRole('alert').first().waitFor();
  await page.reload();
  await page.getByRole('heading', { name: /抢先一步/ }).waitFor();
});

test('a service key is shown once, opens what its scope says, and is revoked', async () => {
  const page = await visit.as('admin', '/console/service-keys');
  await page.getByRole('button', { name: '建立服务密钥' }).click();
  await page.getByRole('textbox', { name: '名称' }).fill('市大数据局');
  await choose(page, '权限', '查询规则');
  await choose(page, '区县', '南阳市');
  await page.getByRole('textbox', { name: '有效至' }).fill(inAMonth);
  await page.getByRole('button', { name: '确定' }).click();
  const key = await shownOnce(page);
  const ask = () => fetch(`${visit.city.url}/api/law/rules`, { headers: { Authorization: `Bearer ${key}` } });
  expect((await ask()).status).toBe(200);
  await page.getByRole('button', { name: '作废 市大数据局' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /确.?定/ })
    .click();
  await page.getByText('已作废').waitFor();
  expect((await ask()).status).toBe(401);
});

test('a year is published only as it was previewed, and then told apart from the pack before it', async () => {
  const page = await visit.as('admin', '/console/rule-packs');
  await page.getByRole('link', { name: '录入放假安排' }).click();
  const publish = page.getByRole('button', { name: '发布' });
  expect(await publish.isDisabled()).toBe(true);
  await page.getByRole('button', { name: '粘贴或者选取文件' }).click();
  await page.getByRole('textbox', { name: '粘贴或者选取文件' }).fill(JSON.stringify(invented2027));
  await page.getByRole('button', { name: '填入表格' }).click();
  await page.getByLabel('编号').fill('nanyang-2027.1');
  await page.getByLabel('名称', { exact: true }).fill('南阳市规则包2027年第1版');
  await page.getByRole('button', { name: '预览' }).click();
  await page.getByText('由“待定”变为确定的期限').waitFor();
  expect(await publish.isEnabled()).toBe(true);
  // Changed after it was looked at: looked at again first.
  await page.getByLabel('通知标题').fill('测试用通知');
  expect(await publish.isDisabled()).toBe(true);
  await page.getByRole('button', { name: '预览' }).click();
  await page.getByText('由“待定”变为确定的期限').waitFor();
  await publish.click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /确.?定/ })
    .click();
  await page.getByRole('heading', { name: '南阳市规则包2027年第1版' }).waitFor();
  await publishPack(visit, { id: 'nanyang-2027.2', lunarWork: '2027-02-20', reason: '通知更正' });
  await page.goto(`${visit.city.url}/console/rule-packs/nanyang-2027.2`);
  await page.getByRole('row', { name: /更改 放假安排 2027 春节.*2027-02-14.*2027-02-20/ }).waitFor();
});

test('one changes one’s own password and ends one’s sign-in elsewhere', async () => {
  const elsewhere = await visit.as('auditor');
  const page = await visit.as('auditor', '/console/me');
  await page.getByRole('button', { name: '结束', exact: true }).first().click();
  await page.getByText('已办理').waitFor();
  await elsewhere.reload();
  await elsewhere.getByLabel('登录名').waitFor();
  const old = visit.city.passwordOf('auditor');
  await page.getByLabel('原密码').fill(old);
  await page.getByLabel('新密码', { exact: true }).fill('五湖四海皆兄弟2026');
  await page.getByLabel('再输一遍新密码').fill('五湖四海皆兄弟2027');
  await page.getByRole('button', { name: '更改密码' }).click();
  await page.getByText('两次输入的新密码不一样').waitFor();
  await page.getByLabel('再输一遍新密码').fill('五湖四海皆兄弟2026');
  await page.getByRole('button', { name: '更改密码' }).click();
  await page.getByText('密码已更改').waitFor();
  await page.reload();
  await page.getByRole('heading', { name: '我的账号' }).waitFor();
  expect(await page.evaluate('JSON.stringify({...sessionStorage, ...localStorage})')).not.toContain(
    '五湖四海',
  );
});

test('a mediator of elsewhere breaks the glass from a page that is not there, and the manager is told', async () => {
  const owner = await visit.city.as('mediator-411303');
  const { items } = (await owner.get('/api/disputes?limit=1')).body as {
    items: { id: string; receiptNumber: string }[];
  };
  const { id, receiptNumber } = items[0]!;
  const page = await visit.as('mediator-411381', `/console/disputes/${id}`);
  await page.getByRole('link', { name: '写明理由紧急查阅' }).click();
  await page.getByLabel('理由').fill('当事人到本区窗口求助，需核对办到哪一步');
  await page.getByRole('button', { name: '开始查阅' }).click();
  await page.getByRole('heading', { name: new RegExp(receiptNumber) }).waitFor();

  const manager = await visit.as('manager', '/console/notices');
  await manager.getByText(`紧急查阅了案件 ${receiptNumber}`).waitFor();
  await manager.getByRole('button', { name: '标为看过' }).first().click();
  await manager.goto(`${visit.city.url}/console/break-glass`);
  await manager.getByRole('row', { name: /邓州市.*求助/ }).waitFor();
  await manager.goto(`${visit.city.url}/console/readings?what=break-glass`);
  await manager.getByRole('row', { name: new RegExp(`邓州市.*紧急查阅.*${receiptNumber}`) }).waitFor();
});

test('a body is added to the register, its papers numbered anew, and who did it stands below', async () => {
  const page = await visit.as('admin', '/console/city');
  await page.getByRole('button', { name: '增设单位' }).click();
  await page.getByRole('textbox', { name: '名称' }).fill('高新区劳动争议调解中心');
  await choose(page, '种类', '调解组织');
  await choose(page, '区县', '卧龙区');
  await page.getByRole('button', { name: '确定' }).click();
  const row = page.getByRole('row', { name: /高新区劳动争议调解中心/ });
  await row.getByRole('button', { name: '更改' }).click();
  await page.getByRole('button', { name: '添加' }).click();
  await choose(page, '文书', '调解协议书');
  await page.getByRole('textbox', { name: '格式' }).fill('宛工调高新第{n}号');
  await page.getByRole('button', { name: '确定' }).click();
  await page.getByText('须含有 {year} 和 {n}').first().waitFor();
  await page.getByRole('textbox', { name: '格式' }).fill('宛工调高新〔{year}〕第{n}号');
  await page.getByRole('button', { name: '确定' }).click();
  await row.getByText('1 种').waitFor();
  await page.getByText('经过', { exact: true }).click();
  await page.getByRole('row', { name: /高新区劳动争议调解中心 更改联动单位：文号格式/ }).waitFor();
});

test('no page asked another host for anything, and none broke', () => {
  expect(visit.strayed).toEqual([]);
  expect(visit.faults).toEqual([]);
});
