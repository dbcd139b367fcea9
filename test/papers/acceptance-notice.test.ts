import { crowdOf, drawing, refusal } from './drawing.ts';
import { day } from './examples.ts';

const { facts, draw, check, without } = drawing('acceptance-notice');

test('a notice of acceptance names both sides, the days, the mediator and their rights', async () => {
  const { read, pages } = await draw();
  expect(pages).toBe(2);
  for (const said of [
    '劳动争议调解受理通知书宛工调受〔2026〕第12号',
    '申请人（劳动者）：张喆被申请人（用人单位）：南阳示例建筑劳务有限公司',
    '张喆与南阳示例建筑劳务有限公司追索劳动报酬纠纷（编号：2026-000031），本调解组织于2026年8月31日收到调解申请',
    '决定于2026年9月2日受理',
    '调解期限为15日（自然日），自受理调解申请之日起计算，最后一日为2026年9月17日。',
    '双方当事人同意延长调解期限的，可以延长。',
    '自收到调解申请之日起15日内（最后一日为2026年9月15日）',
    '本争议由周明远担任调解员',
    '有权书面或者口头申请其回避',
    '调解以双方自愿为原则',
    '申请调解引起仲裁时效中断',
    '（联系人：周明远，联系电话：0377-60000001）',
  ])
    expect(read.text).toContain(said);
  expect(read.pages[0]).toMatch(/核验码7K3M9XQ2WTRC—1—$/);
});

const { period } = facts;

test('where holidays are not published yet, it says that the last days will be told', async () => {
  const { lastDay: _, ...unknown } = period;
  const { read } = await without(['contact'], {
    period: unknown,
    receiptPeriod: { length: 15 },
    mediators: [],
  });
  expect(read.text.match(/放假安排尚未公布，待公布并算定后另行告知/g)).toHaveLength(2);
  expect(read.text).toContain('本争议的调解员确定后另行通知');
  expect(read.text).not.toMatch(/最后一日为|联系人/);
});

test('a case entrusted by a commission has its own period and no freedom from receipt', async () => {
  const { read } = await without(['receiptPeriod'], {
    period: { length: 10, dayType: 'working', trigger: '当事人同意委托调解之日', isExtendable: false },
  });
  expect(read.text).toContain('调解期限为10个工作日，自当事人同意委托调解之日起计算');
  expect(read.text).not.toMatch(/可以延长|自收到调解申请之日起/);
});

test('a provisional day is never printed', () => {
  const later = day('2027-02-08', true);
  expect(check({ period: { ...period, lastDay: later } })).toThrow(
    refusal('paper/provisional-date', '期限末日'),
  );
  expect(check({ receiptPeriod: { length: 15, lastDay: later } })).toThrow(
    refusal('paper/provisional-date', '收到期末日'),
  );
});

test.each([
  [{ cause: '' }, '案由'],
  [{ caseNumber: ' ' }, '案号'],
  [{ workers: [] }, '申请人'],
  [{ employers: [] }, '被申请人'],
])('without %j it is refused', (change, blank) => {
  expect(check(change)).toThrow(refusal('paper/blank-without-fact', blank));
});

test('two hundred workers are named in an annex, three a row, and several employers in the text', async () => {
  const { read } = await draw({ workers: crowdOf(200), employers: [{ name: '甲公司' }, { name: '乙公司' }] });
  expect(read.text).toContain(
    '申请人（劳动者）：张喆1等200人（名单附后）被申请人（用人单位）：甲公司、乙公司',
  );
  expect(read.text).toContain('张喆1等200人与甲公司等2家单位追索劳动报酬纠纷');
  expect(read.text).toContain('附件：劳动者名单');
  expect(read.text).toContain('附件（宛工调受〔2026〕第12号）劳动者名单（共200人）');
  expect(read.text).toContain('198张喆198199张喆199200张喆200');
  for (let no = 1; no <= 200; no += 1) expect(read.text).toContain(`${no}张喆${no}`);
});

test('eleven workers are named on the spot', async () => {
  const { read } = await draw({ workers: crowdOf(11) });
  expect(read.text).toContain('张喆10、张喆11被申请人');
  expect(read.text).not.toContain('附件');
});

test('the seal stands under the last paragraph, not alone', async () => {
  for (const count of [1, 4, 7, 11]) {
    const { read } = await draw({ workers: crowdOf(count) });
    expect(read.pages.at(-1)).toMatch(/申请调解引起仲裁时效中断.*（印章）2026年9月2日/);
  }
});
