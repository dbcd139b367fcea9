/** Worker and enterprise on a phone of 360 px: the agreement signed on the canvas, and without script by a photo; every page readable by all. */
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { aSignature } from '../a-signature.ts';
import { accepted, type Desk, deskOf, detail, mediated, terms } from '../api/dispute-course.ts';
import { act, until } from '../api/law-acts.ts';
import { aSlip } from '../api/visits.ts';
import { startVisit, type Visit } from './visit.ts';

const small = { width: 360, height: 740 };

let visit: Visit;
let desk: Desk;
beforeAll(async () => {
  visit = await startVisit();
  desk = await deskOf(visit.city);
});
afterAll(() => visit.end());

async function drafted(): Promise<string> {
  const id = await mediated(desk);
  await act(desk.mediator, id, 'draft-agreement', {
    ...{ ...terms, instalments: [{ dueOn: '2099-03-20', amount: '12600.00' }] },
  });
  const isDrawn = async () =>
    (await detail(desk.mediator, id)).papers.some((one) => one.kind === 'agreement' && one.sha256 !== null);
  await until(isDrawn);
  return id;
}

/** A party's own case, opened by number and code. */
async function opened(id: string, side: 'worker' | 'employer', isScriptOff = false): Promise<Page> {
  const { number, code } = await aSlip(desk.clerk, id, side);
  const page = await visit.guest('/follow', small, { isScriptOff });
  await page.getByLabel('受理编号').fill(number);
  await page.getByLabel('查询码').fill(code);
  await page.getByRole('button', { name: '查询' }).click();
  await page.waitForURL('**/follow/case');
  return page;
}

async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env.WANHE_SHOTS;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

/** In both sizes of type: nothing wrong, nothing wider than the screen, nothing too small to be hit. */
async function isFit(page: Page, name: string): Promise<void> {
  for (const type of ['large', 'normal']) {
    const [wanted, other] = type === 'large' ? ['大字版', '标准字号'] : ['标准字号', '大字版'];
    await page.getByRole('link', { name: wanted }).click();
    await page.getByRole('link', { name: other }).waitFor();
    // Its style sheet too.
    await page.waitForLoadState();
    await page.evaluate(axe.source);
    const { violations } = (await page.evaluate('axe.run(document)')) as {
      violations: { id: string; nodes: { html: string }[] }[];
    };
    expect({ name, type, wrong: violations.map((one) => [one.id, one.nodes[0]?.html]) }).toEqual({
      ...{ name, type, wrong: [] },
    });
    const [width, tooSmall] = (await page.evaluate(`[
      document.documentElement.scrollWidth,
      [...document.querySelectorAll('a.step, a.button, button:not([hidden]), summary, label.choice, input:not([type=hidden], [type=radio], [type=checkbox]), footer a')]
        .filter((one) => one.offsetParent !== null && one.getBoundingClientRect().height < 44).map((one) => one.outerHTML),
    ]`)) as [number, string[]];
    expect({ name, type, width: width <= small.width, tooSmall }).toEqual({
      ...{ name, type, width: true, tooSmall: [] },
    });
    await shoot(page, `${name}-${type}`);
  }
}

test('a worker reads the agreement and signs it with a finger; the employer signs without script, by a photo', async () => {
  const id = await drafted();
  const worker = await opened(id, 'worker');
  await isFit(worker, 'case');
  await worker.getByRole('link', { name: '阅读调解协议书并签名' }).click();
  await isFit(worker, 'agreement');
  await worker.getByLabel('我已读完协议全文').check();
  await worker.getByRole('button', { name: '去核对并签名' }).click();
  const canvas = worker.locator('canvas');
  await canvas.scrollIntoViewIfNeeded();
  const box = (await canvas.boundingBox())!;
  await worker.mouse.move(box.x + 40, box.y + 40);
  await worker.mouse.down();
  for (const [x, y] of [
    [120, 90],
    [70, 110],
    [200, 50],
    [240, 100],
  ] as const)
    await worker.mouse.move(box.x + x, box.y + y, { steps: 8 });
  await worker.mouse.up();
  await shoot(worker, 'sign-normal');
  await worker.getByRole('button', { name: '确认签名' }).click();
  await worker.getByText('签名已存档').waitFor();
  await worker.getByRole('img', { name: '您的签名' }).waitFor();
  await until(
    async () => (await worker.evaluate(`document.querySelector('img.signature').naturalWidth`)) === 900,
  );
  await isFit(worker, 'signed');

  const employer = await opened(id, 'employer', true);
  await employer.getByRole('link', { name: '阅读调解协议书并签名' }).click();
  await employer.getByLabel('签名人姓名').fill('吴示例');
  await employer.getByLabel('职务').fill('总经理');
  await shoot(employer, 'agreement-employer');
  await employer.getByLabel('我已读完协议全文').check();
  await employer.getByRole('button', { name: '去核对并签名' }).click();
  expect(await employer.locator('canvas').isVisible()).toBe(false);
  await shoot(employer, 'sign-no-script');
  await employer.getByRole('button', { name: '确认签名' }).click();
  await employer.getByText('请先签名，或者选择签名的照片').first().waitFor();
  await employer
    .getByLabel('签名的照片')
    .setInputFiles({ name: '签名.png', mimeType: 'image/png', buffer: aSignature() });
  await employer.getByRole('button', { name: '确认签名' }).click();
  await employer.getByText('签名已存档').waitFor();
  expect((await detail(desk.mediator, id)).agreement?.onScreen).toHaveLength(2);

  const mediator = await visit.as('mediator-411303', `/console/disputes/${id}`);
  await mediator.getByText('协议与履行', { exact: true }).click();
  await mediator.getByRole('img', { name: '周示例1的签名' }).waitFor();
  await shoot(mediator, 'console-agreement');
});

test('where the page is wrong it can be put right: the place to sign too', async () => {
  const worker = await opened(await drafted(), 'worker');
  await worker.goto(`${visit.city.url}/follow/agreement`);
  await worker.getByRole('button', { name: '去核对并签名' }).click();
  await worker.getByText('请读完全文后勾选这一项').first().waitFor();
  await worker.getByLabel('我已读完协议全文').check();
  await worker.getByRole('button', { name: '去核对并签名' }).click();
  await worker.getByRole('button', { name: '确认签名' }).click();
  await worker.getByText('请先签名，或者选择签名的照片').first().waitFor();
  await worker.locator('canvas').waitFor();
});

test('a session is answered, and an instalment confirmed', async () => {
  const id = await accepted(desk);
  await act(desk.mediator, id, 'plan-session', {
    ...{ on: '2026-03-05', plannedOn: '2099-03-10', at: '09:00', place: '第一调解室' },
  });
  const worker = await opened(id, 'worker');
  await worker.getByRole('link', { name: '答复第1次调解会议' }).click();
  await isFit(worker, 'session');
  await worker.getByLabel('想换个时间').check();
  await worker.getByRole('button', { name: '答复' }).click();
  await worker.getByText('已记下您的答复').waitFor();

  const paid = await mediated(desk);
  await act(desk.mediator, paid, 'draft-agreement', terms);
  const { parties } = await detail(desk.mediator, paid);
  await act(desk.mediator, paid, 'sign-agreement', {
    signatures: parties.map(({ id: party, side }) => ({
      ...{ party, on: terms.on, authority: side === 'worker' ? 'self' : 'legal-representative' },
    })),
    ...{ mediatorOn: terms.on, sealedOn: terms.on },
  });
  const employer = await opened(paid, 'employer');
  await employer.getByRole('link', { name: '告知第1期已经付款' }).click();
  await isFit(employer, 'instalment-employer');
  await employer.getByRole('button', { name: '告知已经付款' }).click();
  await employer.getByText('已记下，并请劳动者确认').waitFor();
  const receiver = await opened(paid, 'worker');
  await receiver.getByRole('link', { name: '确认第1期款项到账' }).click();
  await isFit(receiver, 'instalment-worker');
  await receiver.getByLabel('全部收到了').check();
  await receiver.getByRole('button', { name: '确认' }).click();
  await receiver.getByText('这一期已经付清').waitFor();
});

test('nothing was asked of another host, and nothing broke', () => {
  expect(visit.strayed).toEqual([]);
  expect(visit.faults).toEqual([]);
});
