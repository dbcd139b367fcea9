import { crowdOf, drawing, refusal } from './drawing.ts';
import { yuan } from './examples.ts';

const { facts, draw, check, without } = drawing('same-day-record');

test('what was settled on the day stands on one page, with number, check code and room to sign', async () => {
  const { read, pages } = await draw();
  expect(pages).toBe(1);
  expect(read.pages[0]).toContain('核验码7KPM3RTW9XCF');
  for (const said of [
    '宛工简卧龙〔2026〕第15号简易调解登记表',
    '劳动者张喆（13800000000）用人单位南阳示例餐饮有限公司（0377-60000003）',
    '工作地点卧龙区示例路12号门店争议发生日2026年9月1日',
    '请求事项劳动报酬（2026年8月工资）请求金额1,800.00元',
    '收到日期2026年9月14日调解日期2026年9月14日',
    '协议内容公司当场向张喆付清2026年8月工资1,800.00元，双方就此再无争议。',
    '当场给付人民币1,800.00元（大写：人民币壹仟捌佰元整），收款人已当场收讫。',
    '已读给双方听',
    '劳动者签名、捺印年月日用人单位签名、盖章年月日调解员签名（周明远）年月日',
    '人民调解委员会（印章）',
  ])
    expect(read.text).toContain(said);
});

test('the eight fields of intake and the outcome suffice', async () => {
  const { read, pages } = await without(['paid', 'satisfaction', 'headcount'], {
    workers: [{ name: '张喆' }],
    employers: [{ name: '南阳示例餐饮有限公司' }],
    claims: [{ name: '出具离职证明' }],
  });
  expect(pages).toBe(1);
  expect(read.text).toContain('劳动者张喆用人单位南阳示例餐饮有限公司');
  expect(read.text).toContain('请求金额无');
  expect(read.text).toContain('当场给付无');
});

test('a group is told by its number, so that the page holds', async () => {
  const { read, pages } = await draw({ workers: crowdOf(9), headcount: 11 });
  expect(pages).toBe(1);
  expect(read.text).toContain('张喆1、张喆2、张喆3等11人');
  expect((await draw({ workers: crowdOf(2) })).read.text).toContain('张喆1、张喆2用人单位');
});

test('several claims are summed', async () => {
  const claims = [
    { name: '劳动报酬', amount: yuan(1800), basis: '2026年8月工资' },
    { name: '加班工资', amount: yuan(200.5) },
    { name: '出具离职证明', amount: yuan(0) },
  ];
  const { read } = await draw({ claims });
  expect(read.text).toContain('劳动报酬（2026年8月工资）；加班工资；出具离职证明请求金额2,000.50元');
});

test('long words flow to a second page and lose nothing', async () => {
  const agreed = '公司在今后的用工中按月足额发放工资，并向劳动者提供工资清单；'.repeat(20);
  const { read, pages } = await draw({ agreed });
  expect(pages).toBe(2);
  expect(read.text).toContain(agreed);
  expect(read.pages[1]).toContain('劳动者签名、捺印');
});

test.each([
  ['劳动者', { workers: [] }],
  ['协议内容', { agreed: '' }],
  ['主要事实', { facts: '' }],
  ['请求事项', { claims: [] }],
  ['工作地点', { place: '' }],
])('without %s it is refused', (blank, change) => {
  expect(check({ ...facts, ...change })).toThrow(refusal('paper/blank-without-fact', blank));
});
