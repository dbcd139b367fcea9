/** The empty sheets that people fill in: the head and one line as an example, which is not read as long as it says 示例. */

/** A column: its title, what is typed there, its example. */
type TemplateColumn = readonly [
  title: string,
  kind: 'text' | 'day' | 'yuan' | 'integer',
  example: string | number,
];

export const exampleMark = '示例';

export const sheetTemplates = {
  'wage-sheet': [
    ['姓名', 'text', '张某某（示例）'],
    ['身份证号', 'text', '11010519491231002X'],
    ['手机号', 'text', '13800000000'],
    ['欠薪金额（元）', 'yuan', 1_234_560],
    ['欠薪起始日', 'day', '2026-01-01'],
    ['欠薪截止日', 'day', '2026-03-31'],
    ['请求类别', 'text', '劳动报酬'],
    ['是否同意调解', 'text', '是'],
  ],
  register: [
    ['原编号', 'text', '2025-001'],
    ['登记日期', 'day', '2025-03-05'],
    ['渠道', 'text', '窗口'],
    ['县区', 'text', '卧龙区'],
    ['申请人', 'text', '张某某（示例）、李某某'],
    ['申请人电话', 'text', '13800000000、13900000000'],
    ['被申请人', 'text', '某某建筑劳务有限公司'],
    ['统一社会信用代码', 'text', ''],
    ['事发地', 'text', '卧龙区某某路某某工地'],
    ['发生时间', 'day', '2025-01-31'],
    ['请求事项', 'text', '劳动报酬、解除或者终止劳动合同经济补偿'],
    ['金额（元）', 'yuan', 3_600_000],
    ['案情', 'text', '2024 年 10 月起在该工地做木工，两人工资至今未付'],
    ['状态', 'text', '已结案'],
    ['结果', 'text', '已履行'],
    ['受理日期', 'day', '2025-03-07'],
    ['结果日期', 'day', '2025-03-20'],
    ['结案日期', 'day', '2025-05-08'],
    ['协议金额（元）', 'yuan', 3_000_000],
    ['履行期限（日期，或者结果日起的天数）', 'text', '30'],
    ['已付金额（元）', 'yuan', 3_000_000],
    ['调解员', 'text', ''],
    ['备注', 'text', ''],
  ],
} as const satisfies Record<string, readonly TemplateColumn[]>;
