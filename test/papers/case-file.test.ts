/** The case file: everything in its place, numbered through, the same for the same papers, and nothing that keeps it from being bound. */
import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';
import { degrees, PDFDocument, PDFName, StandardFonts } from '@cantoo/pdf-lib';
import type { Day } from '../../src/domain/day.ts';
import { bindCaseFile, type CaseFileCover, type CaseFileItem } from '../../src/papers/case-file.ts';
import { drawPaper } from '../../src/papers/index.ts';
import { agreement, letter } from './examples.ts';
import { readPdf } from './read-pdf.ts';

const cover: CaseFileCover = {
  issuer: '卧龙区总工会劳动争议调解服务中心',
  number: '2026-000001',
  cause: '追索劳动报酬纠纷',
  workers: ['周大明'],
  employers: ['南阳示例建筑有限公司'],
  receivedOn: '2026-03-02' as Day,
  acceptedOn: '2026-03-05' as Day,
  closedOn: '2026-06-01' as Day,
  mediator: '李调解',
  outcome: '达成调解协议',
  retention: '不少于五年',
  boundOn: '2026-06-02' as Day,
};

function item(
  title: string,
  mediaType: string,
  bytes: Buffer,
  more: Partial<CaseFileItem> = {},
): CaseFileItem {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const on = '2026-03-03' as Day;
  return { title, on, number: null, mediaType, size: bytes.length, sha256, bytes, ...more };
}

const isStamp = ({ text, top }: { text: string; top: number }) => text !== '' && top > 800;

let papers: CaseFileItem[];
beforeAll(async () => {
  const [one, other] = [agreement(), letter()];
  const drawn = [
    {
      title: '移送函',
      issue: other.issue,
      ...(await drawPaper('referral-letter', other.facts, other.issue)),
    },
    { title: '调解协议书', issue: one.issue, ...(await drawPaper('agreement', one.facts, one.issue)) },
  ];
  papers = drawn.map(({ title, issue, pdf }) =>
    item(title, 'application/pdf', pdf, { number: issue.number, on: issue.issuedOn }),
  );
});

function png(width: number, height: number): Buffer {
  const chunk = (type: string, content: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), content]);
    const [size, check] = [Buffer.alloc(4), Buffer.alloc(4)];
    size.writeUInt32BE(content.length);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([size, body, check]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0], 8);
  const points = deflateSync(Buffer.alloc((width + 1) * height, 60));
  const mark = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const chunks = [chunk('IHDR', head), chunk('IDAT', points), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([mark, ...chunks]);
}

/** A grey photograph of 16 by 8 points; `turned` as cameras note it. */
function jpeg(turned = 1): Buffer {
  const plain = Buffer.from(
    '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/wAALCAAIABABAREA/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/9oACAEBAAA/APyqr//Z',
    'base64',
  );
  const exif = Buffer.from(
    `457869660000${'4d4d002a00000008'}${'0001'}${'011200030000000100'}0${turned}000000000000`,
    'hex',
  );
  const size = Buffer.alloc(2);
  size.writeUInt16BE(exif.length + 2);
  return Buffer.concat([plain.subarray(0, 2), Buffer.from([0xff, 0xe1]), size, exif, plain.subarray(2)]);
}

/** A scan: `pages` of these sizes, each turned so. */
async function scan(pages: [width: number, height: number, turned: number][]): Promise<Buffer> {
  const file = await PDFDocument.create();
  for (const [width, height, turned] of pages) file.addPage([width, height]).setRotation(degrees(turned));
  return Buffer.from(await file.save());
}

describe('a case file of papers, photographs and a recording', () => {
  let items: CaseFileItem[];
  let file: Awaited<ReturnType<typeof bindCaseFile>>;
  let read: Awaited<ReturnType<typeof readPdf>>;
  beforeAll(async () => {
    items = [
      ...papers,
      item('证据1　聊天截图.png', 'image/png', png(90, 200)),
      item('证据2　工资条.jpg', 'image/jpeg', jpeg()),
      item('证据3　录音.m4a', 'audio/mp4', Buffer.from('声音')),
    ];
    file = await bindCaseFile({ cover, items });
    read = await readPdf(file.pdf);
  });

  test('begins with a cover that names the case', () => {
    for (const stated of [
      '劳动争议调解卷宗',
      cover.issuer,
      cover.number,
      cover.cause,
      '周大明',
      '南阳示例建筑有限公司',
      '2026年3月2日',
      '李调解',
      '达成调解协议',
      '不少于五年',
      '5件',
    ])
      expect(read.pages[0]).toContain(stated);
  });

  test('has an index whose page numbers are those stamped on the pages', async () => {
    const index = read.pages[1] ?? '';
    const [first, second] = await Promise.all(
      papers.map(async ({ bytes }) => (await readPdf(bytes!)).pages.length),
    );
    const end = first! + second!;
    expect(index).toContain(`移送函${papers[0]?.number}`.replace(/\s/g, ''));
    for (const row of [`1-${first}`, `${first! + 1}-${end}`, `${end + 1}`, `${end + 2}`, `${end + 3}`])
      expect(index).toContain(row);
    const before = read.pages.length - end - 3;
    expect(read.pages[before + first!]).toContain('调解协议书');
    expect(file.pages).toBe(read.pages.length);
  });

  test('bears its running number at the outer lower corner of every page but cover and index', () => {
    const before = 2;
    for (let page = before + 1; page <= read.pages.length; page += 1) {
      const number = page - before;
      const stamp = read.runs.filter((run) => run.page === page && isStamp(run));
      expect([page, stamp.map(({ text }) => text)]).toEqual([page, [String(number)]]);
      if (number % 2 === 1) expect(stamp[0]?.right).toBeGreaterThan(560);
      else expect(stamp[0]?.left).toBeLessThan(35);
    }
    for (const page of [1, 2])
      expect(read.runs.filter((run) => run.page === page && isStamp(run))).toEqual([]);
  });

  test('has a bookmark for each of its parts', () => {
    expect(read.outline).toEqual(['封面', '卷内目录', ...items.map(({ title }) => title)]);
  });

  test('gives a recording a sheet with its name, size and hash', () => {
    const sheet = read.pages.at(-1) ?? '';
    for (const stated of ['未装订材料说明', '证据3录音.m4a', 'audio/mp4', '6字节', items.at(-1)!.sha256])
      expect(sheet).toContain(stated);
  });

  test('is the same to the byte for the same papers, and its hash is that of the bytes', async () => {
    const again = await bindCaseFile({ cover: { ...cover }, items: items.map((one) => ({ ...one })) });
    expect(again.pdf.equals(file.pdf)).toBe(true);
    expect(file.sha256).toBe(createHash('sha256').update(file.pdf).digest('hex'));
    const other = await bindCaseFile({ cover: { ...cover, number: '2026-000002' }, items });
    expect(other.sha256).not.toBe(file.sha256);
  });

  test('states its day and title, and no other time', () => {
    expect(read.info).toMatchObject({
      Title: '劳动争议调解卷宗 2026-000001',
      Author: cover.issuer,
      CreationDate: expect.stringMatching(/^D:20260602/),
      ModDate: expect.stringMatching(/^D:20260602/),
    });
    expect(read.lang).toBe('zh-CN');
  });
});

describe('what cannot be bound', () => {
  async function sheetOf(one: CaseFileItem): Promise<string> {
    const { pdf } = await bindCaseFile({ cover, items: [one] });
    const { pages } = await readPdf(pdf);
    expect(pages).toHaveLength(3);
    return pages[2] ?? '';
  }

  test.each<[string, () => CaseFileItem | Promise<CaseFileItem>, string]>([
    ['a PDF cut off', () => item('坏.pdf', 'application/pdf', papers[0]!.bytes!.subarray(0, 3000)), '已损坏'],
    [
      'a PDF that is none',
      () => item('假.pdf', 'application/pdf', Buffer.from('%PDF-1.7\nnothing')),
      '已损坏',
    ],
    ['a locked PDF', async () => item('锁.pdf', 'application/pdf', await locked()), '设有密码'],
    ['a PNG cut off', () => item('坏.png', 'image/png', png(40, 40).subarray(0, 60)), '已损坏'],
    ['a PNG that would fill the memory', () => item('巨.png', 'image/png', hugePng()), '文件过大'],
    ['a JPEG without a picture', () => item('坏.jpg', 'image/jpeg', jpeg().subarray(0, 60)), '已损坏'],
    ['a workbook', () => item('表.xlsx', 'application/vnd.ms-excel', Buffer.from('PK')), '不能印成纸页'],
    [
      'what is left out for its size',
      () => item('大.pdf', 'application/pdf', Buffer.from('x'), { bytes: null }),
      '文件过大',
    ],
  ])('%s gets a sheet that says why', async (_what, given, why) => {
    const one = await given();
    const sheet = await sheetOf(one);
    for (const stated of [one.title, `${one.size}字节`, one.sha256, why]) expect(sheet).toContain(stated);
  });

  async function locked(): Promise<Buffer> {
    const file = await PDFDocument.create();
    file.addPage();
    file.encrypt({ userPassword: 'geheim', ownerPassword: 'geheim' });
    return Buffer.from(await file.save({ useObjectStreams: false }));
  }

  function hugePng(): Buffer {
    const bytes = png(10, 10);
    bytes.writeUInt32BE(60_000, 16);
    bytes.writeUInt32BE(60_000, 20);
    return bytes;
  }
});

test('a scan lying on its side is numbered at the corner that is seen below', async () => {
  const turns = [0, 90, 180, 270];
  const bytes = await scan(turns.map((turned) => [500, 700, turned]));
  const { pdf } = await bindCaseFile({ cover, items: [item('扫描件', 'application/pdf', bytes)] });
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  for (const [index, turned] of turns.entries()) {
    const page = await document.getPage(3 + index);
    const seen = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    const stamp = items.find((one) => 'str' in one && one.str === String(index + 1));
    const [, , , , x = 0, y = 0] = (stamp as { transform: number[] }).transform;
    const [left = 0, top = 0] = seen.convertToViewportPoint(x, y);
    expect([turned, Math.round(seen.height - top)]).toEqual([turned, 26]);
    const isOdd = (index + 1) % 2 === 1;
    expect([turned, isOdd ? seen.width - left < 40 : left < 30]).toEqual([turned, true]);
  }
  await document.destroy();
});

test('a photograph is turned as its camera noted', async () => {
  const { getDocument, OPS, Util } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const isTall = async (turned: number) => {
    const { pdf } = await bindCaseFile({ cover, items: [item('照片', 'image/jpeg', jpeg(turned))] });
    const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
    const { fnArray, argsArray } = await (await document.getPage(3)).getOperatorList();
    const kept: number[][] = [];
    let at = [1, 0, 0, 1, 0, 0];
    for (const [index, operator] of fnArray.entries()) {
      if (operator === OPS.save) kept.push(at);
      if (operator === OPS.restore) at = kept.pop() ?? at;
      if (operator === OPS.transform) at = Util.transform(at, argsArray[index] as number[]) as number[];
      if (operator === OPS.paintImageXObject) break;
    }
    await document.destroy();
    const [a = 0, b = 0, c = 0, d = 0] = at.map(Math.abs);
    return b + d > a + c;
  };
  expect([await isTall(1), await isTall(3), await isTall(6), await isTall(8)]).toEqual([
    false,
    false,
    true,
    true,
  ]);
});

test('nothing in a file that was brought acts when the case file is opened', async () => {
  const given = await PDFDocument.create();
  const page = given.addPage();
  const run = { Type: 'Action', S: 'JavaScript', JS: 'app.alert(1)' };
  page.node.set(PDFName.of('AA'), given.context.obj({ O: run }));
  const link = { Type: 'Annot', Subtype: 'Link', Rect: [0, 0, 9, 9], A: run };
  page.node.set(PDFName.of('Annots'), given.context.obj([link]));
  const { pdf } = await bindCaseFile({
    cover,
    items: [item('带脚本.pdf', 'application/pdf', Buffer.from(await given.save()))],
  });
  const bound = (await PDFDocument.load(pdf)).getPage(2).node;
  expect(bound.get(PDFName.of('AA'))).toBeUndefined();
  expect(bound.Annots()?.toString()).not.toContain('/A ');
});

test('a name no font can show keeps nothing from being bound', async () => {
  const { pdf } = await bindCaseFile({ cover, items: [item('截图😀.png', 'image/png', png(20, 20))] });
  expect((await readPdf(pdf)).pages[1]).toContain('截图〓.png');
});

test('two hundred workers are named by the first three and their number', async () => {
  const workers = Array.from({ length: 200 }, (_, index) => `王某${index}`);
  const { pdf } = await bindCaseFile({ cover: { ...cover, workers }, items: papers });
  expect((await readPdf(pdf)).pages[0]).toContain('王某0、王某1、王某2等200人');
});

test('an index longer than a page goes on, its head repeated, and page numbers do not move', async () => {
  const items = Array.from({ length: 60 }, (_, index) => item(`证据${index + 1}`, 'image/png', png(8, 8)));
  const { pdf } = await bindCaseFile({ cover, items });
  const { pages, runs } = await readPdf(pdf);
  expect(pages.length).toBe(1 + 3 + 60);
  for (const page of [1, 2, 3]) expect(pages[page]).toContain('序号材料名称');
  expect(runs.filter((run) => run.page === 5 && isStamp(run)).map(({ text }) => text)).toEqual(['1']);
});

test('a page another program left in disorder does not carry the number away', async () => {
  const given = await PDFDocument.create();
  const page = given.addPage([595, 842]);
  const font = await given.embedFont(StandardFonts.Helvetica);
  page.scaleContent(0.5, 0.5);
  page.drawText('scaled', { font, size: 12 });
  const { pdf } = await bindCaseFile({
    cover,
    items: [item('缩放.pdf', 'application/pdf', Buffer.from(await given.save()))],
  });
  const stamp = (await readPdf(pdf)).runs.find((run) => run.page === 3 && run.text === '1');
  expect(stamp?.right).toBeGreaterThan(560);
});
