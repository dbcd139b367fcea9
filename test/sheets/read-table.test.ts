/** A table is read as people hand it in: workbooks, CSV in any encoding of the office, what is pasted; and never more than is good. */
import { numberText } from '../../src/sheets/cell-text.ts';
import { readTable } from '../../src/sheets/read-table.ts';
import { unpackedSize } from '../../src/sheets/unpacked-size.ts';
import { bookOf, fileOf, refusedLater } from './books.ts';
import { zipOf } from './zip-of.ts';

const rowsOf = async (source: Parameters<typeof readTable>[0]) => (await readTable(source)).rows;

describe('a workbook', () => {
  test('gives days as days, amounts to the cent, texts as they are', async () => {
    const book = await bookOf(
      {
        '3月': [
          ['姓名', '金额', '日'],
          ['张三', 1234.56, '001'],
          ['李四', 0.1 + 0.2, null],
        ],
      },
      (one) => {
        const sheet = one.worksheets[0]!;
        sheet.getCell('C3').value = new Date('2026-03-05T00:00:00Z');
        sheet.getCell('C3').numFmt = 'yyyy"年"m"月"d"日"';
      },
    );
    expect(await readTable(book)).toEqual({
      sheet: '3月',
      rows: [
        ['姓名', '金额', '日'],
        ['张三', '1234.56', '001'],
        ['李四', '0.3', '2026-03-05'],
      ],
      unread: [],
    });
  });

  test('keeps empty rows between, so that a row has the number a person sees, and drops those at the end', async () => {
    const book = await bookOf({ 表: [['甲'], [], [null, '乙'], [null, ' '], []] });
    expect(await rowsOf(book)).toEqual([['甲'], [], ['', '乙']]);
  });

  test('is read from its first sheet that holds anything; the others are named', async () => {
    const table = await readTable(await bookOf({ 空: [], '2月': [['甲', '乙']], '3月': [['丙']], 备注: [] }));
    expect(table).toEqual({ sheet: '2月', rows: [['甲', '乙']], unread: ['3月'] });
  });

  test('is read beside others, whatever becomes of those', async () => {
    const books = await Promise.all([1, 2, 3].map((amount) => bookOf({ 表: [['甲', amount]] })));
    const torn = readTable(fileOf(brokenBook('<worksheet><'), 'a.xlsx')).catch(() => 'torn');
    expect(await Promise.all([torn, ...books.map(rowsOf)])).toEqual([
      'torn',
      [['甲', '1']],
      [['甲', '2']],
      [['甲', '3']],
    ]);
  });

  test('gives what a formula came to, and nothing where it failed', async () => {
    const cells = [
      { formula: 'B1*2', result: 42.5 },
      { formula: '1/0', result: { error: '#DIV/0!' as never } },
      { richText: [{ text: '富' }, { text: '文本' }] },
      true,
    ];
    expect(await rowsOf(await bookOf({ 表: [cells] }))).toEqual([['42.5', '', '富文本', 'TRUE']]);
  });
});

test.each([
  ['1234.5600000000001', '1234.56'],
  ['0.30000000000000004', '0.3'],
  ['1E-3', '0.001'],
  ['-5', '-5'],
  ['0', '0'],
  ['100', '100'],
  ['4.11302199001011E+17', '411302199001011000'],
  ['13812345678', '13812345678'],
  ['3333.3333333333335', '3333.33333333333'],
  ['99999999999.99', '99999999999.99'],
])('the number %s of a workbook is %s', (written, text) => {
  expect(numberText(written)).toBe(text);
});

/** 姓名,金额 / 张三,100 as a Chinese Windows saves it. */
const GBK = Buffer.from([
  0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xbd, 0xf0, 0xb6, 0xee, 0x0d, 0x0a, 0xd5, 0xc5, 0xc8, 0xfd, 0x2c, 0x31, 0x30,
  0x30,
]);
const CELLS = [
  ['姓名', '金额'],
  ['张三', '100'],
];
describe('a text file', () => {
  test.each([
    ['UTF-8', Buffer.from('姓名,金额\n张三,100\n')],
    ['UTF-8 with a mark', Buffer.from('\uFEFF姓名,金额\r\n张三,100\r\n')],
    ['GB18030', GBK],
    ['UTF-16 with a mark', Buffer.from('\uFEFF姓名\t金额\r\n张三\t100', 'utf16le')],
    ['semicolons', Buffer.from('姓名;金额\n张三;100')],
    ['full-width commas', Buffer.from('姓名，金额\n张三，100')],
  ])('in %s is read', async (_what, bytes) => {
    expect(await rowsOf(fileOf(bytes))).toEqual(CELLS);
  });

  test('may have commas, quotation marks and line ends in its cells', async () => {
    const text = '姓名,住址\n"张三","卧龙区 ""甲"" 路,1号\n二楼"\n\n李四,"x"';
    expect(await rowsOf(fileOf(text))).toEqual([
      ['姓名', '住址'],
      ['张三', '卧龙区 "甲" 路,1号\n二楼'],
      [],
      ['李四', 'x'],
    ]);
  });

  test('pasted from a spreadsheet has tabs; its commas stand in cells', async () => {
    expect(await rowsOf({ text: '姓名\t金额\n张三\t1,234.50\n李四\t2,000' })).toEqual([
      ['姓名', '金额'],
      ['张三', '1,234.50'],
      ['李四', '2,000'],
    ]);
  });
});

describe('what cannot be read is refused, with what to do', () => {
  const pdf = Buffer.from('%PDF-1.7\n%âãÏÓ');
  const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
  test.each([
    ['an old or a locked workbook', () => fileOf(old, '台账.xls'), 'sheet/old-or-locked'],
    ['a PDF', () => fileOf(pdf, '台账.csv'), 'sheet/unreadable'],
    [
      'bytes that are no text',
      () => fileOf(Buffer.from([0xff, 0x00, 0x9f, 0xfe, 0x00, 0xc3]), 'a.csv'),
      'sheet/unreadable',
    ],
    ['a text called a workbook', () => fileOf('姓名,金额', '台账.xlsx'), 'sheet/unreadable'],
    [
      'another zip file',
      () => fileOf(zipOf([{ name: 'a.txt', bytes: Buffer.from('甲') }]), 'a.xlsx'),
      'sheet/unreadable',
    ],
    [
      'half a workbook',
      async () => fileOf((await bookOf({ 表: [['甲']] })).bytes.subarray(0, 900), 'a.xlsx'),
      'sheet/unreadable',
    ],
    [
      'a workbook whose sheet is no XML',
      () => fileOf(brokenBook('<worksheet><sheetData><row><c><v>'), 'a.xlsx'),
      'sheet/unreadable',
    ],
    ['an empty file', () => fileOf('', 'a.csv'), 'sheet/empty'],
    ['a workbook without a word', () => bookOf({ 表: [] }), 'sheet/empty'],
    ['spaces', () => ({ text: ' \n \t ' }), 'sheet/empty'],
  ])('%s', async (_what, source, code) => {
    expect((await refusedLater(readTable(await source()))).code).toBe(code);
  });

  test('a quotation that never ends, with its line', async () => {
    const { code, facts } = await refusedLater(readTable({ text: '姓名,金额\n张三,"100\n李四,200' }));
    expect([code, typeof facts.line]).toEqual(['sheet/open-quote', 'number']);
  });
});

describe('what is too large is refused, and does no harm', () => {
  test.each([
    ['rows', () => ({ text: 'a,b\n'.repeat(20_001) })],
    ['columns', () => ({ text: Array.from({ length: 61 }, () => 'a').join('\t') })],
    ['rows of a workbook', () => bookOf({ 表: Array.from({ length: 20_001 }, (_, at) => [at]) })],
    ['columns of a workbook', () => bookOf({ 表: [Array.from({ length: 61 }, (_, at) => at + 1)] })],
  ])('%s', async (_what, source) => {
    expect((await refusedLater(readTable(await source()))).code).toBe('sheet/too-many-cells');
  });

  test('20,000 rows of 60 columns are read', async () => {
    const row = Array.from({ length: 60 }, (_, at) => String(at));
    expect(
      (await rowsOf({ text: Array.from({ length: 20_000 }, () => row.join(',')).join('\n') })).length,
    ).toBe(20_000);
  });

  test('more than 10 MB', async () => {
    expect((await refusedLater(readTable({ text: '甲'.repeat(4_000_000) }))).code).toBe('sheet/too-large');
  });

  test('a few bytes that would unpack to more than 50 MB, by what the file says of itself', async () => {
    const bomb = brokenBook(Buffer.alloc(60 * 1024 * 1024, 0x20));
    expect(bomb.length).toBeLessThan(200_000);
    expect(unpackedSize(bomb)?.bytes).toBeGreaterThan(60 * 1024 * 1024);
    expect((await refusedLater(readTable(fileOf(bomb, 'a.xlsx')))).code).toBe('sheet/too-large');
  });

  test('and by what it hides: beyond the size the file says of itself nothing is unpacked', async () => {
    const rows = Array.from(
      { length: 2000 },
      (_, at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>${at}</v></c></row>`,
    );
    const sheet = `<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`;
    expect(await rowsOf(fileOf(brokenBook(sheet), 'a.xlsx'))).toHaveLength(2000);
    const { code } = await refusedLater(readTable(fileOf(brokenBook(sheet, 300), 'a.xlsx')));
    expect(code).toBe('sheet/unreadable');
  });

  test('a cell a milliard rows away: the reading ends, the others go on', async () => {
    const far =
      '<worksheet><sheetData><row r="4000000000"><c r="A4000000000"><v>1</v></c></row></sheetData></worksheet>';
    let ticks = 0;
    const timer = setInterval(() => {
      ticks += 1;
    }, 20);
    const { code } = await refusedLater(readTable(fileOf(brokenBook(far), 'a.xlsx')));
    clearInterval(timer);
    expect(code).toBe('sheet/too-large');
    expect(ticks).toBeGreaterThan(5);
  });
});

/** A workbook with this for its sheet; `said` is the size its directory claims. */
function brokenBook(sheet: string | Buffer, said?: number): Buffer {
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const part = (name: string, text: string) => ({ name, bytes: Buffer.from(text) });
  return zipOf([
    part(
      'xl/workbook.xml',
      `<workbook xmlns:r="${relation}"><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    part(
      'xl/_rels/workbook.xml.rels',
      `<Relationships><Relationship Id="rId1" Type="${relation}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    { name: 'xl/worksheets/sheet1.xml', bytes: Buffer.from(sheet as Buffer), said },
  ]);
}
