/** A running register as a county keeps it: thirty cases in every state, five of them wrong. Everyone in it is invented. */
import { type SheetCell, type SheetColumn, writeWorkbook } from '../../src/sheets/write-workbook.ts';

const columns = [
  { title: '原编号', kind: 'text' },
  { title: '登记日期', kind: 'day' },
  { title: '渠道', kind: 'text' },
  { title: '县区', kind: 'text' },
  { title: '申请人', kind: 'text' },
  { title: '被申请人', kind: 'text' },
  { title: '请求事项', kind: 'text' },
  { title: '金额（元）', kind: 'yuan' },
  { title: '状态', kind: 'text' },
  { title: '结果', kind: 'text' },
  { title: '受理日期', kind: 'day' },
  { title: '结果日期', kind: 'day' },
  { title: '结案日期', kind: 'day' },
  { title: '协议金额（元）', kind: 'yuan' },
  { title: '履行期限', kind: 'day' },
  { title: '已付金额（元）', kind: 'yuan' },
  { title: '调解员', kind: 'text' },
] as const satisfies readonly SheetColumn[];
type Title = (typeof columns)[number]['title'];
export type Line = Partial<Record<Title, SheetCell>>;

export const MEDIATOR = '卧龙区调解员（示例）';

const accepted: Line = { 受理日期: '2026-01-12' };
const concluded: Line = { ...accepted, 结果日期: '2026-01-20' };
const agreed: Line = { ...concluded, '协议金额（元）': 1_000_000, 履行期限: '2026-04-30' };

/** Each state as a register says it, with what it needs there. */
const states: [word: string, more: Line, state: string][] = [
  ['已登记', {}, 'received'],
  ['征询意见', {}, 'consulting'],
  ['已受理', accepted, 'accepted'],
  ['调解中', accepted, 'mediating'],
  ['已达成协议', agreed, 'agreed'],
  ['履行中', { ...agreed, '已付金额（元）': 400_000 }, 'performing'],
  ['已履行', agreed, 'performed'],
  ['违约', { ...agreed, 履行期限: '2026-02-01' }, 'defaulted'],
  ['调解不成', concluded, 'failed'],
  ['撤回', { 结果日期: '2026-01-20' }, 'withdrawn'],
  ['不予受理', { 结果日期: '2026-01-20' }, 'not-accepted'],
  ['已结案', { ...agreed, 结案日期: '2026-02-02', 结果: '调解成功' }, 'closed'],
  ['已归档', { ...concluded, 结案日期: '2026-02-02', 结果: '调解不成' }, 'archived'],
];

const surnames = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏';

const base = (at: number): Line => ({
  原编号: `2026-${String(at + 1).padStart(3, '0')}`,
  ...{ 登记日期: '2026-01-09', 渠道: '来访', 县区: '卧龙区', 申请人: `${surnames[at]}某某` },
  ...{ 被申请人: `南阳示例第${at + 1}建筑有限公司`, 请求事项: '工资、经济补偿', '金额（元）': 1_500_000 },
  调解员: at % 2 === 0 ? MEDIATOR : null,
});

/** The good lines, each with the state it is to have; every state comes once or twice. */
export const good: [line: Line, state: string][] = Array.from({ length: 25 }, (_, at) => {
  const [word, more, state] = states[at % states.length]!;
  return [{ ...base(at), 状态: word, ...more }, state];
});

/** The wrong lines, each with the column it is wrong in, and how it is mended. */
export const bad: [line: Line, column: string, mended: Line][] = [
  [{ 状态: '已登记', 申请人: null }, '申请人', { 申请人: '金某某' }],
  [{ 状态: '办了一半' }, '状态', { 状态: '调解中', ...accepted }],
  [{ 状态: '已受理' }, '受理日期', accepted],
  [{ 状态: '已登记', 县区: '某某区' }, '县区', { 县区: '411303' }],
  [{ ...agreed, 状态: '已达成协议', 履行期限: null }, '履行期限', { 履行期限: '2026-04-30' }],
].map(([line, column, mended], index) => [
  { ...base(25 + index), ...(line as Line) },
  column as string,
  mended as Line,
]);

export const FIRST_ROW = 2;
export const wholeRegister: Line[] = [...good.map(([line]) => line), ...bad.map(([line]) => line)];
export const mendedLines: Line[] = bad.map(([line, , mended]) => ({ ...line, ...mended }));

export function workbookOf(lines: readonly Line[]): Promise<Buffer> {
  return writeWorkbook(
    '台账',
    columns,
    lines.map((line) => columns.map(({ title }) => line[title] ?? null)),
  );
}
