/** The pages for workers and enterprises in a browser: on a narrow phone, with script and without, in normal and large type. */
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { anAgreement } from '../api/law-acts.ts';
import { aSlip } from '../api/visits.ts';
import { desktop, type Size, startVisit, type Visit } from './visit.ts';

const narrow: Size = { width: 360, height: 740 };
const photo = (text: string) => ({
  name: `${text}.jpg`,
  mimeType: 'image/jpeg',
  buffer: Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), Buffer.from(`JFIF\0${text}`)]),
});

let visit: Visit;
beforeAll(async () => {
  visit = await startVisit();
}, 120_000);
afterAll(() => visit.end());

/** A worker applies by tapping; `check` is done before it is sent; ends on the page that shows the code once. */
async function apply(page: Page, check: () => Promise<void> = async () => {}): Promise<void> {
  const on = async (name: string) => page.getByRole('button', { name, exact: true }).click();
  await on('开始填写');
  await page.getByText('我是劳动者').click();
  await on('保存，下一步');
  await page.getByLabel('您的姓名').fill('赵示例');
  await page.getByLabel('联系电话').fill('13800000077');
  await on('保存，下一步');
  await page.getByLabel('单位全称').fill('南阳示例服装有限公司');
  await on('保存，下一步');
  await page.getByLabel('区县').selectOption({ label: '卧龙区' });
  await page.getByLabel('工作地点').fill('示例路服装厂');
  await on('保存，下一步');
  await page.getByLabel('争议发生的日期').fill('2026-03-01');
  await on('保存，下一步');
  await page.getByText('拖欠的工资').click();
  await page.getByLabel('多少元').fill('8400');
  await page.getByLabel('怎么来的').fill('两个月工资没发');
  await on('加上这一项');
  await page.getByRole('link', { name: '填好了，下一步' }).click();
  await page.getByLabel('事情经过').fill('三月和四月的工资没有发。');
  await on('保存，下一步');
  await page.getByLabel('从相册或者文件里选').setInputFiles([photo('工资条'), photo('工牌')]);
  await on('上传');
  await page.getByRole('link', { name: '下一步', exact: true }).click();
  await check();
  await page.getByLabel('我同意调解').check();
  await on('提交申请');
  await page.getByRole('heading', { name: '申请已经收到' }).waitFor();
}

test.each([true, false])(
  'a worker applies by tapping, with photos, and follows the case (script off: %s)',
  async (isScriptOff) => {
    const page = await visit.guest('/', narrow, { isScriptOff });
    await page.getByRole('main').getByRole('link', { name: '申请调解' }).click();
    await apply(page);
    await page.getByRole('button', { name: '已经保存，查看进度' }).click();
    await page.getByRole('heading', { name: '我的案件' }).waitFor();
    expect(await page.getByText('申请已经收到。').count()).toBe(1);
    await page.getByRole('link', { name: '补交证据' }).click();
    await page.getByLabel('从相册或者文件里选').setInputFiles([photo('考勤')]);
    await page.getByRole('button', { name: '上传' }).click();
    expect(await page.getByText('考勤.jpg').count()).toBe(1);
    await page.getByRole('link', { name: '回到我的案件' }).click();
    await page.getByRole('button', { name: '退出查询' }).click();
    await page.getByText('已经退出').waitFor();
  },
  120_000,
);

type Found = { passes: unknown[]; violations: { id: string; nodes: { html: string }[] }[] };

/** What somebody could not read, reach or tap, and what is too heavy. */
async function faultsOf(page: Page): Promise<string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe.source);
  const { passes, violations } = (await page.evaluate('axe.run(document)')) as Found;
  expect(passes.length).toBeGreaterThan(5);
  const small =
    (await page.evaluate(`[...document.querySelectorAll('main a, main button, header a, footer a, main .choice, main select, main input:not([type=hidden], [type=radio], [type=checkbox]), main summary')]
    .filter((one) => one.checkVisibility() && !one.disabled && getComputedStyle(one).display !== 'inline')
    .map((one) => [one.textContent.trim() || one.name, one.getBoundingClientRect()])
    .filter(([, { width, height }]) => Math.min(width, height) < 43.5)
    .map(([name, { width, height }]) => name + ' ' + Math.round(width) + 'x' + Math.round(height))`)) as string[];
  const over = (await page.evaluate('document.documentElement.scrollWidth - innerWidth')) as number;
  const bytes = (await page.evaluate(
    `[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].reduce((sum, one) => sum + one.transferSize, 0)`,
  )) as number;
  return [
    ...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`),
    ...small.map((one) => `small: ${one}`),
    ...(over > 0 ? [`wider by ${over}`] : []),
    ...(bytes < 100_000 ? [] : [`${bytes} bytes`]),
  ];
}

const open = ['/', '/follow', '/apply', '/reply', '/check', '/privacy'];
const applying = [
  ...['/apply/tasks', '/apply/side', '/apply/who', '/apply/other', '/apply/where', '/apply/when'],
  ...['/apply/claims', '/apply/story', '/apply/photos', '/apply/check', '/apply/sent'],
];
const following = ['/follow/case', '/follow/evidence'];

test('every page is readable, no wider than the screen, its targets large enough, and light: phone and desk, normal and large type', async () => {
  const dispute = await anAgreement(await visit.city.as('clerk'), await visit.city.as('mediator-411303'));
  const slip = await aSlip(await visit.city.as('clerk'), dispute, 'worker');
  const faults: string[] = [];
  for (const size of [narrow, desktop]) {
    const page = await visit.guest('/apply', size);
    const look = async (paths: readonly string[]) => {
      for (const path of paths)
        for (const type of ['normal', 'large']) {
          await page.goto(`${visit.city.url}${path}?type=${type}`);
          expect([path, await page.getByRole('heading', { name: '现在办不了' }).count()]).toEqual([path, 0]);
          for (const one of await faultsOf(page)) faults.push(`${path} ${type} ${size.width}: ${one}`);
          if (process.env.WANHE_SHOTS)
            await page.screenshot({
              path: `${process.env.WANHE_SHOTS}/${path.replaceAll('/', '_')}-${type}-${size.width}.png`,
              fullPage: true,
            });
        }
    };
    await look(open);
    await page.goto(`${visit.city.url}/apply?type=normal`);
    await apply(page, () => look(['/apply/check']));
    await look(['/apply/sent']);
    await page.goto(`${visit.city.url}/follow/code/${slip.number}/${slip.code.replace('-', '')}`);
    await look(following);
    const again = await visit.guest('/apply', size);
    await again.getByRole('button', { name: '开始填写' }).click();
    await page.context().clearCookies();
    await page.context().addCookies(await again.context().cookies());
    await look(applying.filter((path) => path !== '/apply/sent' && path !== '/apply/check'));
  }
  expect(faults).toEqual([]);
}, 240_000);

test('no request has left the host, and no page broke', () => {
  expect([visit.strayed, visit.faults]).toEqual([[], []]);
});
