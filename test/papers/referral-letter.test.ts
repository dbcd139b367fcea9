import type { ReferralLetterFacts } from '../../src/papers/facts.ts';
import { checkPaper, drawPaper } from '../../src/papers/index.ts';
import { day, letter } from './examples.ts';
import { readPdf } from './read-pdf.ts';

const draw = async (change: Partial<ReferralLetterFacts> = {}) => {
  const { facts, issue } = letter(change);
  const paper = await drawPaper('referral-letter', facts, issue);
  return { ...paper, read: await readPdf(paper.pdf) };
};

test('a letter names bodies, parties, grounds, what is asked by when, and whom to ask', async () => {
  const { read } = await draw();
  for (const said of [
    '南阳市卧龙区总工会急件宛工移〔2026〕35号关于移送张喆等12人与南阳示例建筑劳务有限公司追索劳动报酬纠纷的函',
    '南阳市卧龙区劳动保障监察大队：',
    '劳动者：张喆，联系电话：13800000000。',
    '《中华人民共和国劳动争议调解仲裁法》第九条。',
    '并于2026年9月7日前（含当日）退回我单位。决定接受的，请在接受后的规定期限内将办理结果函复我单位',
    '申请劳动争议仲裁的时效期间的最后一日为2027年6月30日',
    '涉案金额为人民币144,000.00元',
    '附件：1.移送材料清单（5份）2.回执南阳市卧龙区总工会2026年9月4日（联系人：周明远，联系电话：0377-60000001',
    '抄送：南阳市总工会权益保障部。',
  ])
    expect(read.text).toContain(said);
});

test('the first page of a letter bears no page number, and no check code stands on it', async () => {
  const { read } = await draw();
  expect(read.pages[0]).not.toMatch(/—1—/);
  expect(read.pages[1]).toMatch(/—2—$/);
  expect(read.text).not.toContain('核验码');
});

test('a letter to a body without an account bears the code by which it answers, on the first page alone', async () => {
  const { read } = await draw({ replyUrl: 'https://wanhe.example.org/reply/4HN8PWQ6ZKCD2345' });
  expect(read.pages[0]).toContain('扫码签收、回复回复码4HN8-PWQ6-ZKCD-2345');
  expect(read.text).toContain('或者打开https://wanhe.example.org/reply后输入首页的回复码');
  expect(read.text.match(/4HN8/g)).toHaveLength(1);
  expect((await draw()).read.text).not.toMatch(/回复码|二维码/);
});

test('the receipt slip repeats the number and stays on one page', async () => {
  const { read } = await draw();
  const slip = read.pages.find((page) => page.includes('附件2'))!;
  expect(slip).toContain('附件2（宛工移〔2026〕35号）回执');
  expect(slip).toContain('收函单位南阳市卧龙区劳动保障监察大队（印章）');
});

test('a long list of materials breaks over pages under a repeated head, each with the start of its hash', async () => {
  const { facts } = letter();
  const materials = Array.from({ length: 60 }, (_, index) => ({
    ...facts.materials[0]!,
    name: `证据材料第${index + 1}号`,
  }));
  const { read } = await draw({ materials });
  const withTable = read.pages.filter((page) => page.includes('序号材料名称形式页数校验值'));
  expect(withTable.length).toBeGreaterThanOrEqual(3);
  for (const [index, { name, sha256 }] of materials.entries())
    expect(read.text).toContain(`${index + 1}${name}原件3${sha256!.slice(0, 16)}`);
});

test('no limitation, no materials, no address: the letter says what there is', async () => {
  const { read } = await draw({
    limitation: { lastDay: null, reason: '劳动关系存续，时效期间尚未起算' },
    materials: [],
    contact: { name: '周明远', phone: '0377-60000001' },
    urgency: 'ordinary',
    copiesTo: [],
    receiptBy: null,
  });
  expect(read.text).toContain('请及时填写所附回执并退回我单位');
  expect(read.text).toContain('时效情况：劳动关系存续，时效期间尚未起算。');
  expect(read.text).toContain('附件：回执');
  expect(read.text).not.toContain('清单（');
  expect(read.text).not.toContain('急件');
  expect(read.text).toContain('（联系人：周明远，联系电话：0377-60000001）');
});

test('a provisional limitation or day of receipt is refused', () => {
  for (const [change, blank] of [
    [{ limitation: { lastDay: day('2027-06-30', true) } }, '时效届满日'],
    [{ receiptBy: day('2027-02-08', true) }, '回执日'],
  ] as const) {
    const { facts, issue } = letter(change);
    expect(() => checkPaper('referral-letter', facts, issue)).toThrow(
      expect.objectContaining({ code: 'paper/provisional-date', facts: expect.objectContaining({ blank }) }),
    );
  }
});

test('a letter of one page is small, and a long issuer name still fits its head', async () => {
  const { facts, issue } = letter({ materials: [], copiesTo: [] });
  const { pdf } = await drawPaper('referral-letter', facts, {
    ...issue,
    issuer: '河南省南阳市卧龙区新型工业园区行业工会联合会委员会',
  });
  const read = await readPdf(pdf);
  const mark = read.runs.filter((run) => run.page === 1 && run.top < 120);
  expect(Math.max(...mark.map((run) => run.right))).toBeLessThan(190 * (72 / 25.4) + 1);
  expect(pdf.length).toBeLessThan(100_000);
});
