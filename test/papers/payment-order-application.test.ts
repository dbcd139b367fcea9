import { crowdOf, drawing, refusal } from './drawing.ts';
import { worker, yuan } from './examples.ts';

const { facts, draw, check, without } = drawing('payment-order-application');
const [line] = facts.unpaid;

test('a worker asks for what is due and unpaid, with the working, and says what the court needs', async () => {
  const { read } = await draw();
  for (const said of [
    '支付令申请书申请人（劳动者）：张喆',
    '被申请人（用人单位）：南阳示例建筑劳务有限公司，统一社会信用代码：91411300MA00000000',
    '拖欠的劳动报酬人民币10,000.00元（大写：人民币壹万元整）',
    '1劳动报酬：2026年5月、6月的工资第1期2026年9月30日6,000.002,000.004,000.00',
    '应付合计12,000.00元，减去已付合计2,000.00元，尚未给付10,000.00元',
    '未到期的各期款项视为全部到期',
    '调解协议书（编号：宛工调字〔2026〕第12号），该协议自2026年9月10日起生效',
    '申请人与被申请人之间没有其他债务纠纷；被申请人的住所为河南省南阳市宛城区示例大道88号，支付令能够送达被申请人',
    '《中华人民共和国劳动争议调解仲裁法》第十六条和《中华人民共和国民事诉讼法》第二百二十五条',
    '1.调解协议书原件一份。',
    '此致南阳市宛城区人民法院',
  ])
    expect(read.text).toContain(said);
  expect(read.text).not.toContain('核验码');
});

test('each of the four heads is named once', async () => {
  const unpaid = (['wages', 'economic-compensation', 'wages', 'injury-medical', 'damages'] as const).map(
    (head) => ({ ...line!, head }),
  );
  const { read } = await draw({ unpaid });
  expect(read.text).toContain('拖欠的劳动报酬、经济补偿、工伤医疗费、赔偿金人民币20,000.00元');
});

test('many workers and many lines break over pages', async () => {
  const unpaid = Array.from({ length: 60 }, (_, index) => ({ ...line!, item: `第${index + 1}人的工资` }));
  const { read } = await draw({ workers: crowdOf(60).map(({ name }) => worker(name)), unpaid });
  expect(read.text).toContain('申请人（劳动者）：张喆1等60人');
  expect(read.text).toContain('60劳动报酬：第60人的工资2026年9月30日');
  expect(read.text).toContain('人民币240,000.00元');
  expect(read.pages.filter((page) => page.includes('序号类别及款项')).length).toBeGreaterThan(2);
  expect((await without(['working'])).read.text).not.toContain('视为全部到期');
});

test.each([
  ['nothing is left', yuan(6000)],
  ['more was paid than due', yuan(6001)],
  ['less than nothing was paid', yuan(-1)],
])('where %s it is refused', (_, paid) => {
  expect(check({ unpaid: [{ ...line!, paid }] })).toThrow(
    expect.objectContaining({ code: 'paper/negative-amount' }),
  );
});

test.each([
  ['款项类别', { unpaid: [] }],
  ['证据', { evidence: [] }],
  ['事实', { facts: [] }],
  ['住所', { employer: { ...facts.employer, address: '' } }],
])('without %s it is refused', (blank, change) => {
  expect(check(change)).toThrow(refusal('paper/blank-without-fact', blank));
});

test('all that is missing is named at once', () => {
  const change = { facts: [], employer: { ...facts.employer, address: '' } };
  for (const blank of ['事实', '住所'])
    expect(check(change)).toThrow(refusal('paper/blank-without-fact', blank));
});
