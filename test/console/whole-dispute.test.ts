/** A dispute from its registration to the bound file by clicking alone, each act by whom it belongs to. */
import type { Page } from 'playwright-core';
import { act, choose, draft, look, press, signatures, takeIn, today } from './acting.ts';
import { startVisit, type Visit } from './visit.ts';

let visit: Visit;
let mediator: Page;
let address: string;
beforeAll(async () => {
  visit = await startVisit();
  // A committee whose agreements a manager signs off.
  await visit.city.orm.em.fork().execute(
    `insert into capacity (id, body, kind, valid_from, is_sign_off_required, heading, confirmed)
     values ('strict', 'mediation-centre-411303', 'enterprise-committee', '2026-01-01', true, '示例调解组织', true)`,
  );
}, 90_000);
afterAll(() => visit.end());

const open = async (login: string) => {
  const page = await visit.as(login, address);
  await page.getByRole('region', { name: '可以办理' }).waitFor();
  return page;
};
const stands = (page: Page, state: string) => page.getByRole('heading', { level: 1, name: state }).waitFor();
const standing = (page: Page) => page.getByRole('heading', { level: 1 }).innerText();

test('the desk registers it', async () => {
  const clerk = await visit.as('clerk', '/console/intake');
  await takeIn(clerk, '冯示例');
  await stands(clerk, '已收到');
  address = new URL(clerk.url()).pathname;
});

test('the mediator consults the other side, and sees what accepting does before it is done', async () => {
  mediator = await open('mediator-411303');
  await act(mediator, '征询对方意见', (form) => form.getByLabel('联系上', { exact: true }).check());
  await act(mediator, '记录对方是否同意', (form) =>
    form.getByRole('radiogroup').first().getByLabel('是', { exact: true }).check(),
  );
  await press(mediator, '受理');
  const form = mediator.getByRole('dialog', { name: '受理' });
  await choose(mediator, form.getByLabel('受理身份'), /企业/);
  await form.getByRole('button', { name: '确定' }).click();
  const check = form.getByRole('region', { name: '请核对后办理' });
  await check.waitFor();
  expect(await check.innerText()).toMatch(/→[\s\S]*已受理[\s\S]*开始计算的期限[\s\S]*受理通知书/);
  await check.locator('summary').first().click();
  await check.getByText('民法典第201条').first().waitFor();
  // One may go back, and nothing was done.
  await check.getByRole('button', { name: '返回修改' }).click();
  await form.getByRole('button', { name: '确定' }).waitFor();
  expect(await standing(mediator)).not.toContain('已受理');
  await form.getByRole('button', { name: '确定' }).click();
  await check.getByRole('button', { name: '核对无误，办理' }).click();
  await form.waitFor({ state: 'detached' });
  await stands(mediator, '已受理');
});

test('HR is asked to help, and answers from its own desk in two clicks', async () => {
  await act(mediator, '移送', async (form, page) => {
    await choose(page, form.getByLabel('接收单位'), '卧龙区人力资源和社会保障局');
    await form.getByLabel('原因').fill('请核实欠薪');
    await form.getByLabel('移送请求').fill('核实工资发放情况');
    await form.getByLabel('联系电话').fill('0377-6000002');
    await form
      .getByRole('radiogroup', { name: /劳动者是否同意/ })
      .getByLabel('是', { exact: true })
      .check();
  });
  await look(mediator, '联动链');
  await mediator.getByRole('list', { name: '联动链' }).getByText('人力资源和社会保障局').first().waitFor();
  await mediator.getByRole('table').getByRole('link', { name: '看移送' }).click();
  // The page one leaves stands until the next one's code is there.
  await mediator.waitForURL(/\/referrals\//);
  await act(mediator, '发出');
  const letter = new URL(mediator.url()).pathname;
  const liaison = await visit.as('liaison-hr', letter);
  await act(liaison, '签收');
  await act(liaison, '接受移送');
  await act(liaison, '反馈结果', async (form, page) => {
    await choose(page, form.getByLabel('结果'), '责令支付');
    await form.getByLabel('说明').fill('已责令单位支付。');
  });
  await mediator.reload();
  await act(mediator, '收悉并办结移送');
  await mediator.goto(visit.city.url + address);
});

test('a session is planned and held', async () => {
  await act(mediator, '安排调解会议', async (form) => {
    await form.getByLabel('会议日期').fill(today());
    await form.getByLabel('地点').fill('调解室');
  });
  await act(mediator, '记录调解会议', async (form, page) => {
    await choose(page, form.getByLabel('序号').first(), /第 1 次/);
    await form.getByLabel('调解笔录').fill('双方同意今日付清。');
  });
});

test('the agreement is drafted by the mediator, checked and signed off by the manager, signed by all', async () => {
  await act(mediator, '拟定协议', draft);
  const manager = await open('manager');
  await act(manager, '核稿');
  await act(manager, '签发协议');
  await mediator.reload();
  await act(mediator, '记录签字盖章', signatures);
  await stands(mediator, '达成协议');
});

test('the money arrives, the visit is made, the file is closed and bound', async () => {
  await act(mediator, '登记到账', async (form, page) => {
    await choose(page, form.getByLabel('期次'), /第 1 期/);
    await form.getByLabel('金额').fill('6000.00');
  });
  await look(mediator, '协议与履行');
  const row = mediator.locator('main table tbody tr').filter({ hasText: '6000.006000.000.00' });
  await row.waitFor();
  expect((await row.locator('td').allInnerTexts()).slice(2, 5)).toEqual(['6000.00', '6000.00', '0.00']);
  await act(mediator, '登记回访', async (form, page) => {
    await choose(page, form.getByLabel('期次'), /第 1 期/);
    await choose(page, form.getByRole('radiogroup', { name: '满意程度' }), '满意');
  });
  await act(mediator, '办结');
  await act(mediator, '归档');
  await stands(mediator, '已归档');
  await look(mediator, '文书');
  await mediator.getByText('卷宗').first().waitFor();
});

test('the auditor reads all of it and may do nothing', async () => {
  const auditor = await open('auditor');
  await stands(auditor, '已归档');
  await auditor.getByText('您现在没有可以办理的事项').waitFor();
  const course = auditor.getByRole('list', { name: '经过' });
  for (const told of ['受理', '移送其他单位', '归档']) await course.getByText(told).first().waitFor();
});

test('nothing strayed, nothing broke', () => {
  expect(visit.strayed).toEqual([]);
  expect(visit.faults).toEqual([]);
});
