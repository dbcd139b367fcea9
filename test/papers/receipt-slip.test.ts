import { crowdOf, drawing, refusal } from './drawing.ts';

const { draw, check, without } = drawing('receipt-slip');

test('a slip tells one party the number and the code, and how to follow the case with them, on one page', async () => {
  const { read, pages } = await draw();
  expect(pages).toBe(1);
  for (const said of [
    '扫码查询进度查询码7K3M-WTRC',
    '调解申请回执宛工调收卧龙〔2026〕第31号张喆：',
    '2026年8月31日，我单位收到张喆与南阳示例建筑劳务有限公司追索劳动报酬纠纷的调解申请',
    '受理编号2026-000031查询码7K3M-WTRC查询网址https://wanhe.example.org/follow1.',
    '只给您本人使用',
    '本回执只说明申请已经收到；是否受理，另行书面通知。',
    '卧龙区总工会劳动争议调解服务中心（印章）2026年8月31日（联系人：周明远）',
  ])
    expect(read.text).toContain(said);
});

test('once accepted, and without a mediator, it does not say what is no longer so', async () => {
  const { read, pages } = await without(['contact'], { isAccepted: true, workers: crowdOf(200) });
  expect(pages).toBe(1);
  expect(read.text).toContain('张喆1等200人与');
  expect(read.text).not.toMatch(/是否受理|联系人/);
});

test.each([
  [{ to: '' }, '收件人'],
  [{ checkCode: '' }, '查询码'],
  [{ caseNumber: ' ' }, '案号'],
])('without %j it is refused', (change, blank) => {
  expect(check(change)).toThrow(refusal('paper/blank-without-fact', blank));
});
