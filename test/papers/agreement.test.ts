import type { Fen } from '../../src/domain/money.ts';
import type { AgreementFacts } from '../../src/papers/facts.ts';
import { checkPaper, drawPaper } from '../../src/papers/index.ts';
import { AREA } from '../../src/papers/sheet.ts';
import { aSignature } from '../a-signature.ts';
import { agreement, day, instalments, worker, yuan } from './examples.ts';
import { readPdf } from './read-pdf.ts';

const draw = async (change: Partial<AgreementFacts> = {}) => {
  const { facts, issue } = agreement(change);
  const paper = await drawPaper('agreement', facts, issue);
  return { ...paper, read: await readPdf(paper.pdf) };
};
const check = (change: Partial<AgreementFacts>) => {
  const { facts, issue } = agreement(change);
  return () => checkPaper('agreement', facts, issue);
};
const refusal = (code: string, facts: object) =>
  expect.objectContaining({ code, facts: expect.objectContaining(facts) });
const [payment] = agreement().facts.payments;

test('an agreement says who pays whom what by which day, and how it is locked in', async () => {
  const { read, pages, template } = await draw();
  expect(read.pages).toHaveLength(pages);
  for (const said of [
    '南阳市卧龙区职工服务中心劳动争议人民调解委员会调解协议书编号：宛工调字〔2026〕第12号',
    '甲方（劳动者，申请人）：张喆',
    '公民身份号码：411302199003150000',
    '统一社会信用代码：91411300MA00000000',
    '共计人民币12,000.00元（大写：人民币壹万贰仟元整）',
    '12026年9月30日6,000.00人民币陆仟元整',
    '应当自本协议生效之日起15日内（自然日）共同向南阳市卧龙区劳动人事争议仲裁委员会提出申请',
    '提出申请的最后一日为2026年9月25日',
    '可以持本协议书依法向人民法院申请支付令',
    '乙方：南阳示例建筑劳务有限公司（签署人：王翀，委托代理人，附特别授权委托书）',
    '调解员：周明远签名：',
    '本协议书一式三份',
  ])
    expect(read.text).toContain(said);
  expect(read.pages.at(-1)).toContain('调解委员会（印章）2026年9月10日');
  expect(read.pages[0]).toMatch(/核验码7K3M9XQ2WTRB—1—$/);
  expect(template).toMatch(/^agreement@/);
});

describe('signed on a screen', () => {
  const at = '2026年9月10日 15:04:05';
  const [own, other] = agreement().facts.signatories;
  const onScreen = { picture: 'signature-1', at, sha256: 'ab'.repeat(32), read: 'cd'.repeat(32) };
  const signatories = [{ ...own!, onScreen }, other!];
  const { facts, issue } = agreement({ signatories });
  const drawn = (picture = aSignature()) =>
    drawPaper('agreement', facts, issue, new Map([['signature-1', picture]]));

  test('it shows the picture, the time and both hashes; whoever signs on paper keeps the line', async () => {
    const paper = await drawn();
    const { text } = await readPdf(paper.pdf);
    expect(text).toContain(`于${at.replace(' ', '')}在手机上阅读本协议后签名`);
    expect(text).toContain(`签名图像的SHA-256值：${'ab'.repeat(32)}`);
    expect(text).toContain(`SHA-256值：${'cd'.repeat(32)}`);
    expect(text.match(/签名、捺印：|签名、盖章：/g)).toEqual(['签名、盖章：']);
    expect(paper.pdf.toString('latin1')).toContain('/Subtype /Image');
    expect((await draw()).pdf.toString('latin1')).not.toContain('/Subtype /Image');
  });
  test('it is the same file as often as it is drawn, and another with another picture', async () => {
    const first = await drawn();
    expect((await drawn()).sha256).toBe(first.sha256);
    expect((await drawn(aSignature(90))).sha256).not.toBe(first.sha256);
  });
  test('it is not drawn without the picture', async () => {
    await expect(drawPaper('agreement', facts, issue)).rejects.toThrow('signature-1');
  });
});

test('it carries its number, issuer, language and sections', async () => {
  const { read } = await draw();
  expect(read.info).toMatchObject({
    Title: '调解协议书 宛工调字〔2026〕第12号',
    Subject: '南阳市卧龙区职工服务中心劳动争议人民调解委员会调解协议书',
    Author: '南阳市总工会',
    CreationDate: 'D:20260910040000Z',
  });
  expect(read.lang).toBe('zh-CN');
  expect(read.outline[0]).toBe('一、纠纷的主要事实');
  expect(read.outline.at(-1)).toBe('五、协议的效力和保障');
});

test('the same facts give the same bytes, whatever was drawn between', async () => {
  const first = await draw();
  await draw({ cause: '⼀般的劳动报酬纠纷，fi ½ Ⅳ', payments: [] });
  const second = await draw();
  expect(second.sha256).toBe(first.sha256);
  expect(second.pdf.equals(first.pdf)).toBe(true);
});

test('text keeps within the text area, and page numbers stand on the outer side', async () => {
  const { read, pages } = await draw({ payments: [{ ...payment!, ...instalments(40) }] });
  const [left, right] = [AREA.left, AREA.left + AREA.width];
  for (const run of read.runs.filter(({ text }) => text.trim() !== '')) {
    expect(run.left).toBeGreaterThan(left - 9);
    expect(run.right).toBeLessThan(right + 9);
    expect(run.top).toBeLessThan(AREA.top + AREA.height + 40);
  }
  for (let page = 1; page <= pages; page += 1) {
    expect(read.pages[page - 1]).toMatch(new RegExp(`—${page}—$`));
    const number = read.runs.findLast((run) => run.page === page && run.text.includes('—'));
    if (page % 2 === 1) expect(number!.left).toBeGreaterThan(right - 80);
    else expect(number!.left).toBeLessThan(left + 20);
  }
});

test('forty instalments break over pages under a repeated head', async () => {
  const { read } = await draw({ payments: [{ ...payment!, ...instalments(40) }] });
  const withTable = read.pages.filter((page) => page.includes('期次付款日金额（元）大写金额'));
  expect(withTable.length).toBeGreaterThanOrEqual(2);
  for (let no = 1; no <= 40; no += 1)
    expect(read.text).toContain(
      `${no}${2027 + Math.floor((no - 1) / 12)}年${((no - 1) % 12) + 1}月15日1,000.00人民币壹仟元整`,
    );
  expect(read.text).toContain('分40期');
});

test('long terms flow to more pages and lose nothing', async () => {
  const clause = '公司未按期足额付款的，应当就未付款项按照法律规定承担逾期付款的责任；';
  const long = Array.from({ length: 200 }, (_, index) => `${index + 1}${clause}`).join('');
  const { read, pages } = await draw({ breach: [long] });
  expect(pages).toBeGreaterThan(12);
  expect(read.text).toContain(long);
});

test('several workers and employers are named, numbered, and sign', async () => {
  const { facts } = agreement();
  const names = ['张喆', '李堃', '王翀', '赵玥', '陈䶮'];
  const { read } = await draw({
    workers: names.map(worker),
    employers: [facts.employers[0]!, { ...facts.employers[0]!, name: '示例平台企业', role: '平台企业' }],
    signatories: names.map((name) => ({ side: 'worker', party: name, signer: name, authority: 'self' })),
    payments: names.map((name) => ({
      ...payment!,
      payee: name,
      amount: yuan(100),
      instalments: [{ dueOn: day('2026-09-30'), amount: yuan(100) }],
    })),
  });
  for (const [index, name] of names.entries()) {
    expect(read.text).toContain(`甲方（${index + 1}）（劳动者，申请人）：${name}`);
    expect(read.text).toContain(`甲方：${name}（签署人：${name}，本人）签名、捺印：`);
  }
  expect(read.text).toContain('乙方（2）（平台企业，被申请人）：示例平台企业');
  expect(read.text).toContain('以上各笔款项合计人民币500.00元（大写：人民币伍佰元整）');
});

test('signatures, mediator and seal stand on one page, with text above them', async () => {
  for (const lines of [0, 3, 6, 9, 12]) {
    const { read } = await draw({
      breach: Array.from({ length: lines + 1 }, () => '一方违约的，承担违约责任。'),
    });
    const last = read.pages.at(-1)!;
    expect(last).toMatch(/存档一份，具有同等效力.*甲方：张喆.*乙方：.*调解员：.*（印章）2026年9月10日/);
  }
});

test('many signatures run over pages, the seal never alone on one', async () => {
  for (let count = 5; count <= 16; count += 1) {
    const signatories = Array.from({ length: count }, (_, index) => ({
      ...agreement().facts.signatories[0]!,
      party: `张${index + 1}`,
    }));
    const { read } = await draw({ signatories });
    expect(read.pages.at(-1)).toMatch(/调解员：周明远签名：.*（印章）2026年9月10日/);
    for (const page of read.pages) expect(page).not.toMatch(/本人）—\d+—$/);
  }
});

const group = (count: number, dues: readonly string[], parts = dues.map(() => yuan(100))) => ({
  workers: Array.from({ length: count }, (_, index) => worker(`张喆${index + 1}`)),
  payments: [
    {
      ...payment!,
      payee: `张喆1等${count}人`,
      amount: yuan(count * 100 * dues.length),
      instalments: dues.map((due) => ({ dueOn: day(due), amount: yuan(count * 100) })),
      shares: Array.from({ length: count }, (_, index) => ({ payee: `张喆${index + 1}`, amounts: parts })),
    },
  ],
});
const months = ['2027-01-15', '2027-02-15', '2027-03-15', '2027-04-15', '2027-05-15'];

test('two hundred payees stand in a table that breaks over pages, with what each gets and the sums', async () => {
  const { read } = await draw(group(200, months.slice(0, 2)));
  expect(read.text).toContain('收款人共200人，每人每期应得的金额见附件2《付款明细表》');
  expect(read.text).toContain('附件2（宛工调字〔2026〕第12号）付款明细表');
  const pages = read.pages.filter((page) => page.includes('序号收款人第1期（2027年1月15日）'));
  expect(pages.length).toBeGreaterThanOrEqual(6);
  for (let no = 1; no <= 200; no += 1) expect(read.text).toContain(`${no}张喆${no}100.00100.00200.00`);
  expect(read.text).toContain('合计200人20,000.0020,000.0040,000.00');
  expect(read.text).toContain('本协议的附件是本协议的组成部分');
});

test('a crowd of workers is named in an annex, each with document, birth, address and phone', async () => {
  const { read } = await draw(group(12, months.slice(0, 1)));
  expect(read.pages[0]).toContain('甲方（劳动者，申请人）：张喆1等12人，每人的基本情况见附件1《劳动者名单》');
  expect(read.pages[0]).not.toContain('性别：');
  expect(read.text).toContain('12张喆12男，1990年3月15日411302199003150000，13800000000河南省南阳市');
  expect(read.text).toContain('应付金额（2027年1月15日）1张喆1100.00');
});

test('eleven workers are still named one by one, the annex of payments is the first', async () => {
  const { read } = await draw(group(11, months.slice(0, 1)));
  expect(read.pages[0]).toContain('甲方（1）（劳动者，申请人）：张喆1性别：男');
  expect(read.text).not.toContain('劳动者名单');
  expect(read.text).toContain('附件1《付款明细表》');
});

test('more instalments than stand side by side go on in a second table, each with the sum of all', async () => {
  const { read } = await draw(group(12, months));
  expect(read.text).toContain(
    '第2期（2027年2月15日）第3期（2027年3月15日）各期合计1张喆1100.00100.00100.00500.00',
  );
  expect(read.text).toContain(
    '序号收款人第4期（2027年4月15日）第5期（2027年5月15日）各期合计1张喆1100.00100.00500.00',
  );
});

test('a member of a crowd keeps the agent named', async () => {
  const { workers, payments } = group(12, months.slice(0, 1));
  const agent = { name: '周全', occupation: '律师', authority: '特别授权（进行和解）' };
  workers[4] = { ...workers[4]!, agent };
  const { read } = await draw({ workers, payments });
  expect(read.text).toContain('张喆5的委托代理人：周全（律师）代理权限：特别授权（进行和解）');
});

test.each<[string, string[], Fen[], string, object]>([
  [
    'short of it',
    ['2027-01-15'],
    [yuan(99)],
    'paper/shares-do-not-add-up',
    { no: 1, instalment: 1, total: '1200.00', sum: '1188.00' },
  ],
  [
    'for fewer instalments',
    ['2027-01-15', '2027-02-15'],
    [yuan(100)],
    'paper/shares-do-not-add-up',
    { no: 1, instalment: 1 },
  ],
  ['for more instalments', ['2027-01-15'], [yuan(100), yuan(1)], 'paper/shares-do-not-add-up', { no: 1 }],
  ['for nothing', ['2027-01-15'], [], 'paper/negative-amount', { blank: '付款明细表', no: 1 }],
  ['below nought', ['2027-01-15'], [yuan(-100)], 'paper/negative-amount', { blank: '金额' }],
])('parts of a payment %s are refused', (_, dues, parts, code, facts) => {
  expect(check(group(12, dues, parts))).toThrow(refusal(code, facts));
});

test('who gets nothing of one instalment may stand in the list', async () => {
  const change = group(12, months.slice(0, 2));
  const [paid] = change.payments;
  const amounts = (index: number) =>
    index === 0 ? [yuan(200), yuan(0)] : index === 1 ? [yuan(0), yuan(200)] : [yuan(100), yuan(100)];
  const shares = paid!.shares.map((share, index) => ({ ...share, amounts: amounts(index) }));
  const { read } = await draw({ ...change, payments: [{ ...paid!, shares }] });
  expect(read.text).toContain('1张喆1200.000.00200.002张喆20.00200.00200.00');
});

test('an elected representative signs for the group, with the consents annexed named', async () => {
  const signatory = {
    side: 'worker',
    party: '张喆等12人',
    signer: '李堃',
    authority: 'representative',
  } as const;
  const { read } = await draw({ signatories: [{ ...signatory, consents: '全体成员同意本协议的签名册' }] });
  expect(read.text).toContain(
    '甲方：张喆等12人（签署人：李堃，推选的代表人，附全体成员同意本协议的签名册）签名、捺印：',
  );
  expect(check({ signatories: [signatory] })).toThrow(
    refusal('paper/blank-without-fact', { blank: '成员同意文件' }),
  );
});

test.each([
  ['judicial-confirmation', '双方选择申请司法确认：应当自本协议生效之日起30日内'],
  ['none', '双方确认本协议不申请仲裁审查或者司法确认，理由：款项已当场付清。'],
] as const)('the door %s is told', async (door, said) => {
  const lockIn =
    door === 'none'
      ? { door, reason: '款项已当场付清' }
      : { door, at: '南阳市卧龙区人民法院', days: 30, expected: null };
  const { read } = await draw({ lockIn });
  expect(read.text).toContain(said);
  expect(read.text).not.toContain('最后一日');
});

test('a payment order is told of only where a head of article 16 is paid', async () => {
  const { read } = await draw({ payments: [{ ...payment!, opensPaymentOrder: false }] });
  expect(read.text).not.toContain('支付令（');
});

test('pasted radicals become the characters they look like, invisible marks go', async () => {
  const { read } = await draw({ cause: '追索\u200b劳动报酬纠纷（⼯资）' });
  expect(read.text).toContain('因追索劳动报酬纠纷（工资），');
});

test.each<[string, Partial<AgreementFacts>, string, object]>([
  ['a blank without its fact', { cause: ' ' }, 'paper/blank-without-fact', { blank: '案由' }],
  [
    'a day never given',
    { workers: [{ ...worker('张喆'), bornOn: '' as never }] },
    'paper/blank-without-fact',
    { blank: '出生日期' },
  ],
  ['no liability for breach', { breach: [] }, 'paper/blank-without-fact', { blank: '违约责任' }],
  ['a missing branch', { breach: undefined as never }, 'paper/blank-without-fact', { blank: '违约责任' }],
  [
    'a day that does not exist',
    { receivedOn: '2026-02-30' as never },
    'day/invalid',
    { blank: '收到申请日' },
  ],
  [
    'a name no font has',
    { workers: [worker('张𠮷')] },
    'paper/missing-glyph',
    { character: '𠮷', codePoint: 'U+20BB7', blank: '姓名' },
  ],
  [
    'a smiley in a term',
    { breach: ['违约的，承担责任😀'] },
    'paper/missing-glyph',
    { character: '😀', blank: '内容' },
  ],
  [
    'a provisional due day',
    {
      payments: [
        { ...payment!, amount: yuan(1), instalments: [{ dueOn: day('2027-02-08', true), amount: yuan(1) }] },
      ],
    },
    'paper/provisional-date',
    { blank: '付款日', day: '2027-02-08' },
  ],
  [
    'a provisional last day',
    {
      lockIn: {
        door: 'arbitration-review',
        at: '仲裁委员会',
        days: 15,
        expected: { effectiveOn: day('2026-12-25'), lastDay: day('2027-01-11', true) },
      },
    },
    'paper/provisional-date',
    { blank: '预计生效日' },
  ],
  [
    'a negative amount',
    { payments: [{ ...payment!, amount: -1 as Fen }] },
    'paper/negative-amount',
    { blank: '金额' },
  ],
  [
    'a nought instalment',
    {
      payments: [
        {
          ...payment!,
          instalments: [...payment!.instalments, { dueOn: day('2026-11-30'), amount: yuan(0) }],
        },
      ],
    },
    'paper/negative-amount',
    { no: 1 },
  ],
  [
    'instalments short of the total',
    { payments: [{ ...payment!, amount: yuan(12_001) }] },
    'paper/instalments-do-not-add-up',
    { no: 1, total: '12001.00', sum: '12000.00' },
  ],
  [
    'a payment without a day',
    { payments: [{ ...payment!, instalments: [] }] },
    'paper/blank-without-fact',
    { blank: '各期' },
  ],
])('%s is refused', (_, change, code, facts) => {
  expect(check(change)).toThrow(refusal(code, facts));
});

test('drawing refuses what checking refuses', async () => {
  const { facts, issue } = agreement({ place: '' });
  await expect(drawPaper('agreement', facts, issue)).rejects.toThrow(
    refusal('paper/blank-without-fact', { blank: '调解地点' }),
  );
  await expect(drawPaper('agreement', agreement().facts, { ...issue, number: '' })).rejects.toThrow(
    refusal('paper/blank-without-fact', { blank: '编号' }),
  );
});
