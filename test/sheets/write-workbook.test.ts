/** Lists out as workbooks: every cell comes back as it went in, and none of them runs. */
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { type Day, dayFromNumber, dayNumber } from '../../src/domain/day.ts';
import { fen, formatYuan, parseYuan } from '../../src/domain/money.ts';
import { readTable } from '../../src/sheets/read-table.ts';
import { type SheetColumn, writeWorkbook } from '../../src/sheets/write-workbook.ts';

const columns: SheetColumn[] = [
  { title: '事由', kind: 'text' },
  { title: '收到日', kind: 'day' },
  { title: '金额（元）', kind: 'yuan' },
  { title: '人数', kind: 'integer' },
];

async function openBook(bytes: Buffer): Promise<ExcelJS.Worksheet> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as never);
  return book.worksheets[0]!;
}

const row = fc.tuple(
  fc.oneof(
    fc
      .string({ unit: 'binary', maxLength: 30 })
      .map((text) => text.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, '')),
    fc.constantFrom(
      '=1+1',
      '+86',
      '-1',
      '@cmd',
      ' 两端有空格 ',
      '两行\n内容',
      '<b>&amp;"',
      '_x0041_',
      '001',
      '1e5',
      '2026-03-05',
    ),
  ),
  fc.integer({ min: dayNumber('1900-03-01' as Day), max: dayNumber('2199-12-31' as Day) }).map(dayFromNumber),
  fc.integer({ min: 0, max: 9_999_999_999_999 }).map((amount) => fen(amount)),
  fc.integer({ min: -1_000_000, max: 1_000_000_000 }),
);

test('a workbook read back has the cells that were written: text, day, amount to the fen, number', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }), async (rows) => {
      const bytes = await writeWorkbook('列表', columns, rows);
      const { rows: read } = await readTable({ name: 'a.xlsx', bytes });
      expect(read[0]).toEqual(columns.map(({ title }) => title));
      expect(read.length).toBe(rows.length + 1);
      for (const [index, [text, day, amount, count]] of rows.entries()) {
        const cells = read[index + 1] ?? [];
        expect(cells.slice(0, 2)).toEqual([text, day]);
        expect(parseYuan(cells[2] ?? '')).toBe(amount);
        expect(cells[3]).toBe(String(count));
      }
    }),
    { numRuns: 40 },
  );
});

test.each(['=HYPERLINK("http://x")', '+1', '-1', '@SUM(A1)', '\t=1', '＝1+1'])(
  'a cell that begins like the formula %j is text, and stays text when it is edited',
  async (text) => {
    const sheet = await openBook(await writeWorkbook('列表', columns, [[text, null, null, null]]));
    const cell = sheet.getCell('A2');
    expect([cell.type, cell.value, cell.numFmt]).toEqual([ExcelJS.ValueType.String, text, '@']);
  },
);

test('days and amounts are typed, so that a spreadsheet sorts and sums them', async () => {
  const sheet = await openBook(await writeWorkbook('列表', columns, [['甲', '2026-03-05', 123_456, 3]]));
  const [day, amount, count] = ['B2', 'C2', 'D2'].map((at) => sheet.getCell(at));
  expect([day!.value, day!.numFmt]).toEqual([new Date('2026-03-05T00:00:00Z'), 'yyyy-mm-dd']);
  expect([amount!.value, amount!.numFmt]).toEqual([1234.56, '"¥"#,##0.00']);
  expect([count!.value, count!.numFmt]).toEqual([3, '0']);
});

test('the head is bold and stays in view, and columns are as wide as what they hold', async () => {
  const sheet = await openBook(await writeWorkbook('列/表', columns, [['很'.repeat(15), null, null, null]]));
  expect(sheet.name).toBe('列 表');
  expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
  expect(sheet.getCell('A1').font).toMatchObject({ bold: true });
  expect(sheet.getColumn(1).width).toBe(32);
  expect(sheet.getColumn(3).width).toBeGreaterThan(formatYuan(fen(9_999_999_999)).length);
});

test('what is not there is an empty cell, a day before spreadsheets began is text', async () => {
  const sheet = await openBook(
    await writeWorkbook('列表', columns, [
      [null, '1899-12-31', null, null],
      ['末行', null, 0, 0],
    ]),
  );
  expect(sheet.getCell('A2').value).toBeNull();
  expect(sheet.getCell('B2').value).toBe('1899-12-31');
  expect([sheet.getCell('C3').value, sheet.getCell('D3').value]).toEqual([0, 0]);
});
