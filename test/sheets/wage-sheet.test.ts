/** A wage sheet: who is owed how much; each wrong cell named with how to mend it, the right lines kept. */
import fc from 'fast-check';
import type { Day } from '../../src/domain/day.ts';
import { fen, formatYuan } from '../../src/domain/money.ts';
import { isIdNumber } from '../../src/domain/numbers.ts';
import { readWageSheet } from '../../src/sheets/wage-sheet.ts';
import { claimWords } from '../../templates/zh-CN/claim-words.ts';
import { wageColumns } from '../../templates/zh-CN/sheet-columns.ts';
import { refused } from '../law/refused.ts';

const TODAY = '2026-03-31' as Day;
const ZHANG = '11010519491231002X';
const LI = '440524188001010014';
const read = (...rows: string[][]) => readWageSheet(rows, TODAY);
/** One line under a head of these columns, beside a name and an amount. */
const readOne = (column: string, cell: string) => read(['姓名', '金额', column], ['张三', '100', cell]);

test('a sheet as it comes from a site: a title above, numbers in front, a total and signatures below', () => {
  const { rows, problems, total } = read(
    ['某某工地 2026 年 3 月拖欠农民工工资表'],
    [],
    [
      '序号',
      '工人姓名',
      '身份证号码',
      '联系电话',
      '应发工资',
      '应发未发（元）',
      '欠薪期间',
      '是否同意调解',
      '备注',
    ],
    ['1', '张 三', ZHANG.toLowerCase(), '138 0000 0000', '9000', '￥12,345.60', '2026年1月-3月', '是', ''],
    ['2', '李四', `'${LI}`, '', '9000', '800元', '2026.2.1-2026.2.28', '不同意', '木工'],
    [],
    ['', '合 计', '', '', '18000', '13145.6', '', '', ''],
    ['制表人：王五', '', '', '审核：赵六'],
  );
  expect(problems).toEqual([]);
  expect(rows).toEqual([
    {
      row: 4,
      name: '张三',
      idNumber: ZHANG,
      phone: '13800000000',
      amount: 1_234_560,
      since: '2026-01-01',
      until: '2026-03-31',
      isConsenting: true,
      head: 'wages',
    },
    {
      row: 5,
      name: '李四',
      idNumber: LI,
      phone: null,
      amount: 80_000,
      since: '2026-02-01',
      until: '2026-02-28',
      isConsenting: false,
      head: 'wages',
    },
  ]);
  expect(total).toBe(1_314_560);
});

test('every name a column may have is known as that column', () => {
  for (const [column, names] of Object.entries(wageColumns))
    for (const name of names) {
      const titles = [column === 'name' ? name : '姓名', column === 'amount' ? name : '金额'];
      if (column !== 'name' && column !== 'amount') titles.push(name);
      // What is no name, no amount, no number and no day is complained of under the column's own title.
      const cells = titles.map((title) => (title === name ? '？？' : title === '金额' ? '100' : '张三'));
      expect(read(titles, cells).problems.map((problem) => problem.column)).toEqual([name]);
    }
});

test.each([
  ['身份证号', '11010519491231002', '不是有效的公民身份号码'],
  ['身份证号', '110105194912310021', '不是有效的公民身份号码'],
  ['身份证号', '411302199001011000', '被表格存成了数字'],
  ['身份证号', '4.11302E+17', '被表格存成了数字'],
  ['手机号', '1380000000', '不是有效的电话'],
  ['手机号', '12345', '不是有效的电话'],
  ['是否同意', '看情况', '看不出是否同意'],
  ['欠薪期间', '去年冬天', '读不出起止'],
  ['欠薪期间', '2026-03-31至2026-01-01', '早于'],
  ['欠薪期间', '1926-01至1926-03', '请核对年份'],
  ['起始日期', '2026-02-30', '不是有效的日期'],
  ['起始日期', '2026-04-01', '在今天（2026-03-31）之后'],
  ['请求类别', '精神损失费', '不是可以识别的请求'],
])('in the column %s the cell %j is named with how to mend it', (column, cell, sentence) => {
  const { rows, problems, total } = readOne(column, cell);
  expect(rows).toEqual([]);
  expect(total).toBe(0);
  expect(problems).toEqual([{ row: 2, column, sentence: expect.stringContaining(sentence) }]);
  expect(problems[0]?.sentence).toMatch(/^第 2 行「/);
  expect(problems[0]?.sentence).not.toMatch(/[{}]|undefined/);
});

test.each([
  ['', '没有填写'],
  ['0', '应当大于零'],
  ['0.00', '应当大于零'],
  ['-100', '是负数'],
  ['(100)', '是负数'],
  ['100.005', '两位以上的小数'],
  ['3333.33333333333', '两位以上的小数'],
  ['约一千', '不是有效的金额'],
  ['1,23', '不是有效的金额'],
  ['1.2.3', '不是有效的金额'],
  ['1e5', '不是有效的金额'],
  ['999999999999', '不是有效的金额'],
  ['美元100', '不是有效的金额'],
])('the amount %j is named with how to mend it', (cell, sentence) => {
  const { rows, problems } = read(['姓名', '金额'], ['张三', cell], ['李四', '5']);
  expect(problems).toEqual([{ row: 2, column: '金额', sentence: expect.stringContaining(sentence) }]);
  expect(rows.map(({ name }) => name)).toEqual(['李四']);
});

test.each([
  ['100', 10_000],
  ['0.01', 1],
  ['1,234,567.80', 123_456_780],
  ['１２３．４５', 12_345],
  ['¥ 88.8', 8880],
  ['100.500', 10_050],
  ['1.2万', 1_200_000],
  ['1.23456万元', 1_234_560],
  ['人民币500元整', 50_000],
])('the amount %j is %i fen', (cell, amount) => {
  expect(read(['姓名', '金额'], ['张三', cell]).rows.map((row) => row.amount)).toEqual([amount]);
});

test('a title that says 万元 is believed', () => {
  const { rows } = read(['姓名', '欠薪金额（万元）'], ['张三', '1.23456'], ['李四', '2']);
  expect(rows.map(({ amount }) => amount)).toEqual([1_234_560, 2_000_000]);
});

test('amounts keep every fen, and the total is their sum', () => {
  const amounts = fc.array(fc.integer({ min: 1, max: 99_999_999_999 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(amounts, (all) => {
      const lines = all.map((one, at) => [`职工${String.fromCodePoint(0x4e00 + at)}`, formatYuan(fen(one))]);
      const sum = all.reduce((total, one) => total + one, 0);
      const { rows, problems, total } = read(['姓名', '金额'], ...lines, ['合计', formatYuan(fen(sum))]);
      expect([problems, total, rows.map(({ amount }) => amount)]).toEqual([[], sum, all]);
    }),
  );
});

test.each(['200', '199.99', '0'])('a total line of %s under 100 and 100.01 does not pass', (written) => {
  const { rows, problems } = read(['姓名', '金额'], ['张三', '100'], ['李四', '100.01'], ['合计', written]);
  expect(rows).toHaveLength(2);
  expect(problems).toEqual([
    { row: 4, column: '金额', sentence: expect.stringMatching(/上面 2 行相加是 200\.01 元/) },
  ]);
});

test('a total over an amount that cannot be read is not complained about as well', () => {
  const { problems } = read(['姓名', '金额'], ['张三', '很多'], ['李四', '100'], ['合计', '300']);
  expect(problems.map(({ row }) => row)).toEqual([2]);
});

describe('whoever stands there twice', () => {
  const head = ['姓名', '身份证号', '电话', '金额', '欠薪期间', '请求类别'];
  const problemsOf = (...rows: string[][]) =>
    read(head, ...rows).problems.map(({ row, sentence }) => [row, sentence]);

  test.each([
    [
      'with one id number',
      ['张三', ZHANG, '', '1', '', ''],
      ['张三', ZHANG, '', '2', '', ''],
      '与第 2 行是同一人',
    ],
    [
      'with one phone',
      ['张三', '', '13800000000', '1', '', ''],
      ['张三', '', '13800000000', '2', '', ''],
      '与第 2 行是同一人',
    ],
    [
      'over days that overlap',
      ['张三', ZHANG, '', '1', '2026年1-2月', ''],
      ['张三', ZHANG, '', '2', '2026年2-3月', ''],
      '与第 2 行是同一人',
    ],
    ['by name alone', ['张三', '', '', '1', '', ''], ['张三', '', '', '2', '', ''], '与第 2 行姓名相同'],
    [
      'under another name',
      ['张三', ZHANG, '', '1', '', ''],
      ['李四', ZHANG, '', '2', '', ''],
      '与第 2 行的身份证号相同而姓名不同',
    ],
  ])('%s is named with both rows', (_what, one, two, sentence) => {
    expect(problemsOf(one, two)).toEqual([[3, expect.stringContaining(sentence)]]);
    expect(read(head, one, two).rows.map(({ row }) => row)).toEqual([2]);
  });

  test.each([
    [
      'for other months',
      ['张三', ZHANG, '', '1', '2026年1月', ''],
      ['张三', ZHANG, '', '2', '2026年2月', ''],
    ],
    ['for another claim', ['张三', ZHANG, '', '1', '', '工资'], ['张三', ZHANG, '', '2', '', '加班费']],
    ['but is another person by number', ['张三', ZHANG, '', '1', '', ''], ['张三', LI, '', '2', '', '']],
    [
      'but is another person by phone',
      ['张三', '', '13800000000', '1', '', ''],
      ['张三', '', '13900000000', '2', '', ''],
    ],
  ])('%s is right', (_what, one, two) => {
    expect(problemsOf(one, two)).toEqual([]);
  });
});

test('a line without a name, and one with only figures for a name, are named', () => {
  const { problems, rows } = read(['姓名', '金额'], ['', '100'], ['123', '100'], ['无', '5']);
  expect(rows).toEqual([]);
  expect(problems.map(({ row, column }) => [row, column])).toEqual([
    [2, '姓名'],
    [3, '姓名'],
    [4, '姓名'],
  ]);
});

test.each([
  ['张三、李四', '像是几个人'],
  ['张三 李四', '中间只有空格'],
])('the name %j is not one person’s', (name, sentence) => {
  expect(read(['姓名', '金额'], [name, '100'])).toMatchObject({
    rows: [],
    problems: [{ row: 2, column: '姓名', sentence: expect.stringContaining(sentence) }],
  });
});

test.each([
  ['张 三', '张三'],
  ['欧阳 修', '欧阳修'],
  ['阿卜杜拉·买买提', '阿卜杜拉·买买提'],
  ['John Smith', 'John Smith'],
])('the name %j is %s', (written, name) => {
  expect(read(['姓名', '金额'], [written, '100']).rows.map((row) => row.name)).toEqual([name]);
});

test('all problems of a line are said at once', () => {
  const { problems } = read(['姓名', '身份证号', '手机', '金额'], ['', '1', '2', 'x']);
  expect(problems.map(({ column }) => column).sort()).toEqual(['姓名', '手机', '身份证号', '金额'].sort());
});

test('no id number is repeated in a sentence', () => {
  const wrong = '110105194912310021';
  expect(isIdNumber(wrong)).toBe(false);
  expect(JSON.stringify(readOne('身份证号', wrong).problems)).not.toContain(wrong);
});

test('every head of claim is known by its own words', () => {
  for (const [head, word] of Object.entries(claimWords))
    expect(readOne('请求事项', word).rows.map((row) => row.head)).toEqual([head]);
});

test.each<[string, string[][], string]>([
  [
    'no head at all',
    [
      ['张三', '100'],
      ['李四', '200'],
    ],
    'sheet/no-header',
  ],
  [
    'one known word alone',
    [
      ['姓名', '车间'],
      ['张三', '一'],
    ],
    'sheet/no-header',
  ],
  [
    'no column of amounts',
    [
      ['姓名', '手机号'],
      ['张三', '13800000000'],
    ],
    'sheet/missing-column',
  ],
  [
    'two columns of one name',
    [
      ['姓名', '金额', '金额'],
      ['张三', '1', '2'],
    ],
    'sheet/doubled-column',
  ],
])('a sheet with %s is refused', (_what, rows, code) => {
  expect(refused(() => read(...rows)).code).toBe(code);
});

test('of two columns that may be the amount the one that says so more plainly is read', () => {
  expect(read(['姓名', '金额', '欠薪金额'], ['张三', '1', '2']).rows.map(({ amount }) => amount)).toEqual([
    200,
  ]);
});
