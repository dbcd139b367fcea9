import { drawing, refusal } from './drawing.ts';
import { day, yuan } from './examples.ts';

const { facts, draw, check, without } = drawing('visit-record');
const [first] = facts.instalments!;

test('a visit tells how the agreement is performed, what is new, and what is done next', async () => {
  const { read } = await draw();
  for (const said of [
    '宛工访卧龙〔2026〕第4号回访记录',
    '回访日期2026年10月9日回访方式电话回访人周明远受访人张喆（劳动者）',
    '12026年9月30日6,000.002,000.002026年9月30日，银行回单逾期，部分未付',
    '22026年10月31日6,000.000.00—未到期',
    '应付合计12,000.00元，已付合计2,000.00元，逾期未付4,000.00元',
    '向张喆出具解除劳动合同的证明2026年9月24日已履行',
    '要求补缴在职期间的社会保险费',
    '同工地另有三名工友',
    '告知张喆可以申请支付令。完成日期：2026年10月16日前（含当日）',
    '回访人：周明远签名：',
  ])
    expect(read.text).toContain(said);
});

test('a record of the house bears a number and no check code', async () => {
  const { read } = await draw();
  expect(read.text).not.toContain('核验码');
  expect(read.info.Title).toBe('回访记录 宛工访卧龙〔2026〕第4号');
});

test.each([
  ['2026-10-08', 6000, '已付清', '0.00'],
  ['2026-10-08', 5999, '逾期，部分未付', '1.00'],
  ['2026-10-08', 0, '逾期未付', '6,000.00'],
  ['2026-10-09', 0, '未到期', '0.00'],
])('due on %s with %i paid is %s', async (dueOn, paid, state, overdue) => {
  const { read } = await draw({ instalments: [{ ...first!, dueOn: day(dueOn).day, paid: yuan(paid) }] });
  expect(read.text).toContain(`银行回单${state}`);
  expect(read.text).toContain(`逾期未付${overdue}元`);
});

test('the answer about satisfaction is ticked, and no other', async () => {
  const ticked = async (satisfaction: typeof facts.satisfaction) => (await draw({ satisfaction })).pdf;
  const drawn = await Promise.all([ticked('satisfied'), ticked('neutral'), ticked('satisfied')]);
  expect(drawn[0]!.equals(drawn[1]!)).toBe(false);
  expect(drawn[0]!.equals(drawn[2]!)).toBe(true);
});

test('without payments, claims, risks or a known day it says so', async () => {
  const { read, pages } = await without([
    'instalments',
    'duties',
    'said',
    'newClaims',
    'risks',
    'nextOn',
    'satisfaction',
    'agreementNumber',
  ]);
  expect(pages).toBe(1);
  expect(read.text).toContain('没有应当支付的款项。');
  expect(read.text).toContain('新的诉求无。三、风险未发现。');
  expect(read.text).not.toContain('完成日期');
});

test('sixty instalments break over pages under a repeated head', async () => {
  const instalments = Array.from({ length: 60 }, (_, index) => ({ ...first!, no: index + 1 }));
  const { read } = await draw({ instalments });
  expect(read.pages.filter((page) => page.includes('期次付款日应付（元）')).length).toBeGreaterThan(2);
  expect(read.text).toContain('应付合计360,000.00元');
});

test('what must be known is asked for, and a provisional day refused', () => {
  expect(check({ visitor: '' })).toThrow(refusal('paper/blank-without-fact', '回访人'));
  expect(check({ next: '' })).toThrow(refusal('paper/blank-without-fact', '下一步'));
  expect(check({ nextOn: day('2027-02-08', true) })).toThrow(refusal('paper/provisional-date', '下一步日期'));
});
