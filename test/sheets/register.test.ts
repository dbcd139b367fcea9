/** A running register: each line a case as far as it has come; what contradicts itself is named, the right lines are kept. */
import type { Day } from '../../src/domain/day.ts';
import { channels } from '../../src/domain/dispute/parts.ts';
import type { AccountId, DistrictCode } from '../../src/domain/ids.ts';
import { readTable } from '../../src/sheets/read-table.ts';
import { errorsWorkbook, templateWorkbook } from '../../src/sheets/ready-workbooks.ts';
import { readRegister } from '../../src/sheets/register.ts';
import type { RegisterKnown } from '../../src/sheets/register-row.ts';
import { readWageSheet } from '../../src/sheets/wage-sheet.ts';
import { claimWords } from '../../templates/zh-CN/claim-words.ts';
import { channelSynonyms, headSynonyms, stateSynonyms } from '../../templates/zh-CN/sheet-words.ts';
import { refused } from '../law/refused.ts';

const WOLONG = '411303' as DistrictCode;
const WANCHENG = '411302' as DistrictCode;
const account = (id: string) => id as AccountId;
const known: RegisterKnown = {
  today: '2026-03-31' as Day,
  districts: [
    { code: WOLONG, name: '卧龙区' },
    { code: WANCHENG, name: '宛城区' },
  ],
  mediators: [
    { account: account('m1'), name: '王调解', districts: [WOLONG] },
    { account: account('m2'), name: '刘两地', districts: [WOLONG, WANCHENG] },
    { account: account('m3'), name: '同名', districts: [WOLONG] },
    { account: account('m4'), name: '同名', districts: [WANCHENG] },
    { account: account('m5'), name: '重名', districts: [WOLONG] },
    { account: account('m6'), name: '重名', districts: [WOLONG] },
  ],
};
const read = (...rows: string[][]) => readRegister(rows, known);

/** A case that was settled and paid; a test changes what it is about. */
const settled: Readonly<Record<string, string>> = {
  原编号: '2025-001',
  登记日期: '2025/3/5',
  渠道: '来访',
  县区: '卧龙区',
  申请人: '张三、李四',
  申请人电话: '13800000000、13900000000',
  被申请人: '某某建筑劳务有限公司',
  统一社会信用代码: '91350100M000100Y43',
  事发地: '某某路工地',
  发生时间: '2025年1月31日',
  请求事项: '1.拖欠工资及经济补偿金；2.押金',
  '金额（元）': '36,000',
  案情: '两人做木工，工资未付',
  状态: '已履行',
  受理日期: '2025-03-07',
  结果日期: '20250320',
  '协议金额（元）': '30000',
  '履行期限（日）': '30',
  已付金额: '30000',
  调解员: '王调解',
  备注: '',
};
function readWith(...changes: Record<string, string>[]) {
  const rows = changes.map((change) => ({ ...settled, ...change }));
  const titles = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return read(
    titles,
    ...rows.map((row) => titles.map((title) => (row as Record<string, string>)[title] ?? '')),
  );
}

test('a line becomes codes, days and fen', () => {
  const { rows, problems } = readWith({});
  expect(problems).toEqual([]);
  expect(rows).toEqual([
    {
      row: 2,
      oldNumber: '2025-001',
      receivedOn: '2025-03-05',
      channel: 'desk',
      district: WOLONG,
      workers: [
        { name: '张三', phone: '13800000000' },
        { name: '李四', phone: '13900000000' },
      ],
      employers: [{ name: '某某建筑劳务有限公司', creditCode: '91350100M000100Y43' }],
      place: '某某路工地',
      since: '2025-01-31',
      heads: ['wages', 'economic-compensation', 'deposit'],
      amount: 3_600_000,
      facts: '两人做木工，工资未付',
      state: 'performed',
      outcome: null,
      acceptedOn: '2025-03-07',
      concludedOn: '2025-03-20',
      closedOn: '2025-03-20',
      agreedAmount: 3_000_000,
      dueOn: '2025-04-19',
      paid: 3_000_000,
      mediator: 'm1',
      note: null,
    },
  ]);
});

test.each<[what: string, change: Record<string, string>, column: string, sentence: string]>([
  ['no day of receipt', { 登记日期: '' }, '登记日期', '没有填写'],
  ['a day that does not exist', { 登记日期: '2025-02-30' }, '登记日期', '不是有效的日期'],
  [
    'a day to come',
    {
      登记日期: '2026-04-01',
      状态: '已登记',
      受理日期: '',
      结果日期: '',
      发生时间: '',
      '履行期限（日）': '',
    },
    '登记日期',
    '在今天（2026-03-31）之后',
  ],
  ['acceptance before receipt', { 受理日期: '2025-03-04' }, '受理日期', '早于「登记日期」的 2025-03-05'],
  ['a result before acceptance', { 结果日期: '2025-03-06' }, '结果日期', '早于「受理日期」的 2025-03-07'],
  [
    'a result before receipt',
    { 受理日期: '', 结果日期: '2025-03-01', 状态: '撤回' },
    '结果日期',
    '早于「登记日期」的 2025-03-05',
  ],
  ['receipt before the dispute', { 发生时间: '2025-03-06' }, '登记日期', '早于「发生时间」的 2025-03-06'],
  [
    'a term before the result',
    { '履行期限（日）': '2025-03-19' },
    '履行期限（日）',
    '早于「结果日期」的 2025-03-20',
  ],
  ['a way unknown', { 渠道: '托梦' }, '渠道', '不是可以识别的渠道'],
  ['no district', { 县区: '' }, '县区', '没有填写'],
  ['a district of others', { 县区: '洛阳市涧西区' }, '县区', '411303（卧龙区）'],
  ['nobody who asks', { 申请人: '' }, '申请人', '没有填写'],
  ['people not all named', { 申请人: '张三等5人' }, '申请人', '没有写全'],
  ['people not all named, in figures', { 申请人: '张三、李四等十二名' }, '申请人', '没有写全'],
  [
    'phones that do not match the people',
    { 申请人电话: '13800000000、13900000000、13700000000' },
    '申请人电话',
    '有 3 个电话、2 个人',
  ],
  ['a wrong phone', { 申请人电话: '138' }, '申请人电话', '不是有效的电话'],
  ['no employer', { 被申请人: '' }, '被申请人', '没有填写'],
  [
    'a wrong credit code',
    { 统一社会信用代码: '91350100M000100Y44' },
    '统一社会信用代码',
    '不是有效的统一社会信用代码',
  ],
  ['a claim unknown', { 请求事项: '工资、精神损失费' }, '请求事项', '“精神损失费”不是可以识别的请求'],
  ['a wrong amount', { '金额（元）': '三万' }, '金额（元）', '不是有效的金额'],
  ['no state', { 状态: '' }, '状态', '没有填写'],
  ['a state unknown', { 状态: '不了了之' }, '状态', '不是可以识别的状态'],
  ['an agreement of nothing', { '协议金额（元）': '0', 已付金额: '' }, '协议金额（元）', '应当大于零'],
  ['more paid than agreed', { 已付金额: '30000.01' }, '已付金额', '多于协议金额 30000.00 元'],
  ['performed and not paid', { 已付金额: '100' }, '已付金额', '只有 100.00 元'],
  ['performing and all paid', { 状态: '履行中' }, '已付金额', '状态请填“已履行”'],
  ['paid without an agreement', { 状态: '已结案', '协议金额（元）': '' }, '协议金额（元）', '没有填写'],
  ['a mediator unknown', { 调解员: '无此人' }, '调解员', '不是该县区在册的调解员'],
  ['a mediator of another district', { 县区: '宛城区' }, '调解员', '不是该县区在册的调解员'],
  ['two mediators of one name', { 调解员: '重名' }, '调解员', '不止一位'],
])('a line with %s is named with how to mend it, and not taken', (_what, change, column, sentence) => {
  const { rows, problems } = readWith(change, { 原编号: '2025-002', 登记日期: '2025-03-06' });
  expect(problems).toEqual([{ row: 2, column, sentence: expect.stringContaining(sentence) }]);
  expect(problems[0]?.sentence).not.toMatch(/[{}]|undefined/);
  expect(rows.map(({ oldNumber }) => oldNumber)).toEqual(['2025-002']);
});

describe('what a state needs', () => {
  const bare = { 受理日期: '', 结果日期: '', '协议金额（元）': '', '履行期限（日）': '', 已付金额: '' };
  const lacking = (state: string, more: Record<string, string> = {}) =>
    readWith({ ...bare, 状态: state, ...more }).problems.map(({ column }) => column);
  const AGREED = ['受理日期', '结果日期', '协议金额（元）'];
  test.each<[state: string, columns: string[]]>([
    ['已登记', []],
    ['征询意见', []],
    ['已受理', ['受理日期']],
    ['调解中', ['受理日期']],
    ['已达成协议', AGREED],
    ['履行中', [...AGREED, '履行期限（日）']],
    ['已履行', AGREED],
    ['违约', [...AGREED, '履行期限（日）']],
    ['调解不成', ['受理日期', '结果日期']],
    ['撤回', ['结果日期']],
    ['不予受理', ['结果日期']],
    ['已结案', ['结果日期']],
    ['已归档', ['结果日期']],
  ])('%s needs %j', (state, columns) => {
    expect(lacking(state)).toEqual(columns);
    const given = {
      受理日期: '2025-03-07',
      结果日期: '2025-03-20',
      '协议金额（元）': '1',
      '履行期限（日）': '2025-04-01',
    };
    expect(lacking(state, given)).toEqual([]);
  });

  test('where a sheet has a day of its own for closing, that is the day a closed case needs', () => {
    expect(lacking('已结案', { 结案日期: '' })).toEqual(['结案日期']);
    const { rows } = readWith({ 状态: '已结案', 结果: '履行完毕', 结案日期: '2025-05-08' });
    expect(
      rows.map(({ state, outcome, concludedOn, closedOn }) => [state, outcome, concludedOn, closedOn]),
    ).toEqual([['closed', 'performed', '2025-03-20', '2025-05-08']]);
  });

  test('a sheet with a day of closing only means the result by it too', () => {
    const { 结果日期: day, ...others } = settled;
    const row: Record<string, string> = { ...others, 结案日期: day ?? '' };
    const { rows, problems } = read(Object.keys(row), Object.values(row));
    expect(problems).toEqual([]);
    expect(rows[0]).toMatchObject({ concludedOn: '2025-03-20', closedOn: '2025-03-20', dueOn: '2025-04-19' });
  });
});

describe('a case written down twice', () => {
  test('by its number', () => {
    const { problems, rows } = readWith({}, { 登记日期: '2025-03-01', 申请人: '王五', 申请人电话: '' });
    expect(problems).toEqual([
      { row: 3, column: '原编号', sentence: expect.stringContaining('与第 2 行的原编号相同') },
    ]);
    expect(rows.map(({ row }) => row)).toEqual([2]);
  });

  test('by the same people, employer and day, in whatever order they are named', () => {
    const twice = { 原编号: '2025-009', 申请人: '李四,张三', 申请人电话: '' };
    expect(readWith({}, twice).problems).toEqual([
      {
        row: 3,
        column: '申请人',
        sentence: expect.stringContaining('与第 2 行的申请人、被申请人和登记日期都相同'),
      },
    ]);
    expect(readWith({}, { ...twice, 登记日期: '2025-03-04' }).problems).toEqual([]);
    expect(readWith({}, { ...twice, 被申请人: '另一家公司' }).problems).toEqual([]);
  });
});

describe('words', () => {
  test('of the states, as people write them', () => {
    for (const [state, words] of Object.entries(stateSynonyms))
      for (const word of words) {
        const isPaid = !['performing', 'defaulted'].includes(state);
        const { rows, problems } = readWith({ 状态: word, 已付金额: isPaid ? '30000' : '1' });
        expect([word, problems, rows[0]?.state]).toEqual([word, [], state]);
      }
  });

  test('of the ways in: each way has some', () => {
    expect(Object.keys(channelSynonyms).sort()).toEqual([...channels].sort());
    for (const [channel, words] of Object.entries(channelSynonyms))
      for (const word of words)
        expect([word, readWith({ 渠道: word }).rows[0]?.channel]).toEqual([word, channel]);
  });

  test('of the claims, the house’s own and others; no word means two', () => {
    const all = Object.values(headSynonyms).flat();
    expect(new Set(all).size).toBe(all.length);
    for (const [head, words] of Object.entries(headSynonyms)) {
      expect(words[0]).toBe(claimWords[head as keyof typeof claimWords]);
      for (const word of words)
        expect([word, readWith({ 请求事项: word }).rows[0]?.heads]).toEqual([word, [head]]);
    }
  });

  test.each([
    ['411303', WOLONG],
    ['卧龙', WOLONG],
    ['南阳市卧龙区', WOLONG],
    ['河南省南阳市宛城区', WANCHENG],
  ])('of the district %s', (word, code) => {
    expect(readWith({ 县区: word, 调解员: '刘两地' }).rows[0]?.district).toBe(code);
  });

  test('of two mediators with one name the one who works in the district is meant', () => {
    expect(readWith({ 调解员: '同名' }).rows[0]?.mediator).toBe('m3');
    expect(readWith({ 调解员: '同 名', 县区: '宛城区' }).rows[0]?.mediator).toBe('m4');
  });
});

test('a term may be a day, a month or a number of days after the result', () => {
  const dueOn = (cell: string) => readWith({ '履行期限（日）': cell }).rows[0]?.dueOn;
  expect(['2025-06-30', '2025年6月', '15', '15日内', '0', '45838'].map(dueOn)).toEqual([
    '2025-06-30',
    '2025-06-30',
    '2025-04-04',
    '2025-04-04',
    '2025-03-20',
    '2025-06-30',
  ]);
  expect(readWith({ '履行期限（日）': '2026' }).problems.map(({ column }) => column)).toEqual([
    '履行期限（日）',
  ]);
});

test('one phone is the first one’s; empty words leave a cell empty; totals and empty lines are no cases', () => {
  const head = Object.keys(settled);
  const row = Object.values({ ...settled, 申请人电话: '13800000000', 渠道: '不详', 备注: '/' });
  const { rows, problems } = read(head, [], row, ['合计', '', '', '', '', '', '', '', '', '', '', '36000']);
  expect(problems).toEqual([]);
  expect(
    rows.map(({ row: no, workers, channel, note }) => [no, workers.map(({ phone }) => phone), channel, note]),
  ).toEqual([[3, ['13800000000', null], null, null]]);
});

test('a sheet without its needed columns is refused with their names', () => {
  const { code, facts } = refused(() =>
    read(['登记日期', '申请人', '状态'], ['2025-01-01', '张三', '已登记']),
  );
  expect([code, facts]).toEqual(['sheet/missing-column', { row: 1, columns: ['县区', '被申请人'] }]);
});

describe('the templates', () => {
  const rowsOf = async (kind: 'wage-sheet' | 'register') =>
    (await readTable({ name: 'a.xlsx', bytes: await templateWorkbook(kind) })).rows;
  const filled = (rows: string[][]) => rows.map((row) => row.map((cell) => cell.replace('（示例）', '')));

  test('are read as they are without a row and without a problem: the example is no case', async () => {
    expect(readRegister(await rowsOf('register'), known)).toEqual({ rows: [], problems: [] });
    expect(readWageSheet(await rowsOf('wage-sheet'), known.today)).toEqual({
      rows: [],
      problems: [],
      total: 0,
    });
  });

  test('show lines that would be right', async () => {
    const register = readRegister(filled(await rowsOf('register')), known);
    expect(register.problems).toEqual([]);
    expect(register.rows).toMatchObject([
      { state: 'closed', outcome: 'performed', paid: 3_000_000, dueOn: '2025-04-19' },
    ]);
    const wages = readWageSheet(filled(await rowsOf('wage-sheet')), '2026-12-31' as Day);
    expect([wages.problems, wages.total]).toEqual([[], 1_234_560]);
  });
});

test('the problems of a sheet are a sheet of their own', async () => {
  const { problems } = readWith({ 状态: '' }, { 登记日期: '' });
  const { rows } = await readTable({ name: 'a.xlsx', bytes: await errorsWorkbook(problems) });
  expect(rows).toEqual([
    ['行', '列', '问题'],
    ...problems.map(({ row, column, sentence }) => [String(row), column, sentence]),
  ]);
  expect(rows).toHaveLength(3);
});
