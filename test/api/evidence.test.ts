/** Evidence files: taken by what they are and not by what they are called, kept with the case, taken out of use but never lost. */
import { createHash, randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { evidenceTypeOf } from '../../src/api/evidence/media-type.ts';
import { evidenceLimits } from '../../src/domain/evidence.ts';
import { aDisputeTakenIn } from './bodies.ts';
import type { Caller } from './caller.ts';
import { type Instance, startInstance } from './instance.ts';

const bytesOf = (...parts: (string | number[])[]) =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))),
  );
const box = (brand: string) => bytesOf([0, 0, 0, 20], `ftyp${brand}`, [0, 0, 0, 0], brand, [0, 0, 0, 0]);
const pdf = (text = '') => Buffer.from(`%PDF-1.7\n%${text}\n%%EOF\n`);

/** A ZIP of one stored file. */
function zip(name: string, text: string): Buffer {
  const content = Buffer.from(text);
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt32LE(crc32(content), 14);
  head.writeUInt32LE(content.length, 18);
  head.writeUInt32LE(content.length, 22);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, Buffer.from(name), content]);
}
const office = (type: string) =>
  zip(
    '[Content_Types].xml',
    `<Types><Override PartName="/main.xml" ContentType="application/vnd.openxmlformats-officedocument.${type}.main+xml"/></Types>`,
  );

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
  'base64',
);

describe('what a file is', () => {
  test.each<[string, Buffer, string]>([
    ['合同.pdf', pdf(), 'application/pdf'],
    ['照片.JPG', bytesOf([0xff, 0xd8, 0xff, 0xe0, 0, 16], 'JFIF'), 'image/jpeg'],
    ['截图.png', png, 'image/png'],
    ['图.webp', bytesOf('RIFF', [0, 0, 0, 0], 'WEBPVP8 '), 'image/webp'],
    ['苹果手机.HEIC', box('heic'), 'image/heic'],
    ['苹果手机.heif', box('mif1'), 'image/heic'],
    ['说明.docx', office('wordprocessingml.document'), DOCX],
    ['工资表.xlsx', office('spreadsheetml.sheet'), XLSX],
    ['聊天记录.txt', Buffer.from('老板：下月发\r\n工人：上月也这么说😀'), 'text/plain'],
    ['记事本.txt', Buffer.from([0xb9, 0xa4, 0xd7, 0xca, 0x0d, 0x0a]), 'text/plain'],
    ['宽.txt', Buffer.from('\ufeff工资', 'utf16le'), 'text/plain'],
    [
      '录音.mp3',
      bytesOf('ID3', [3, 0, 0, 0, 0, 0, 0], [0xff, 0xfb, 0x90, 0x44], '\0'.repeat(64)),
      'audio/mpeg',
    ],
    ['录音.m4a', box('M4A '), 'audio/mp4'],
    ['安卓录音.m4a', box('isom'), 'audio/mp4'],
    ['录音.wav', bytesOf('RIFF', [0, 0, 0, 0], 'WAVEfmt '), 'audio/wav'],
    ['通话.amr', bytesOf('#!AMR\n', [0x3c, 0x91]), 'audio/amr'],
    ['视频.mp4', box('isom'), 'video/mp4'],
  ])('%s is known by its bytes', async (name, bytes, type) => {
    expect(await evidenceTypeOf(name, bytes)).toBe(type);
  });

  test.each<[string, string, Buffer]>([
    ['a program', '说明.pdf', bytesOf('MZ', [0x90, 0, 3, 0], '\0'.repeat(200))],
    ['a moving picture', '动图.gif', bytesOf('GIF89a', [1, 0, 1, 0, 0, 0, 0])],
    ['a page of markup', '页面.txt', Buffer.from('<?xml version="1.0"?><a/>')],
    ['an archive', '材料.zip', zip('a.txt', 'a')],
    [
      'an old workbook',
      '工资.xlsx',
      bytesOf([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], '\0'.repeat(600)),
    ],
    ['noise', '乱码.txt', bytesOf([0, 1, 2, 3, 0xff, 0xfe, 0xfd, 0x80])],
    ['half a character', '半个.txt', Buffer.from([0xe5, 0xb7, 0xff, 0xff])],
  ])('%s is not taken, and what is taken is said', async (_what, name, bytes) => {
    await expect(evidenceTypeOf(name, bytes)).rejects.toMatchObject({
      code: 'evidence/type-not-taken',
      facts: { known: expect.arrayContaining(['pdf', 'jpg', 'm4a']) },
    });
  });

  test.each<[string, Buffer, string[]]>([
    ['合同.jpg', pdf(), ['pdf']],
    ['合同', pdf(), ['pdf']],
    ['合同.pdf', office('wordprocessingml.document'), ['docx']],
    ['网页.html', Buffer.from('你好'), ['txt']],
    ['录音.mp3', box('M4A '), ['m4a']],
  ])('%s of another content is refused, and told how it should end', async (name, bytes, known) => {
    await expect(evidenceTypeOf(name, bytes)).rejects.toMatchObject({
      code: 'evidence/not-as-named',
      facts: { known },
    });
  });
});

describe('on a case', () => {
  let city: Instance;
  let clerk: Caller;
  let mediator: Caller;
  let id: string;
  beforeAll(async () => {
    city = await startInstance({ engine: true });
    clerk = await city.as('clerk');
    mediator = await city.as('mediator-411303');
    id = await aDisputeTakenIn(clerk, { facts: '带证据的案件' });
  }, 60_000);
  afterAll(() => city.stop());

  type Item = {
    id: string;
    no: number;
    name: string;
    status: string;
    file: string;
    sha256: string;
    note: string;
  };
  async function add(
    who: Caller,
    name: string,
    bytes: Buffer,
    more: { to?: string; note?: string; key?: string } = {},
  ): Promise<{ status: number; body: Record<string, unknown> }> {
    const form = new FormData();
    if (more.note !== undefined) form.append('note', more.note);
    form.append('file', new Blob([new Uint8Array(bytes)]), name);
    const headers = { ...who.headers, ...(more.key ? { 'idempotency-key': more.key } : {}) };
    const response = await fetch(`${city.url}/api/disputes/${more.to ?? id}/evidence`, {
      method: 'POST',
      headers,
      body: form,
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  }
  const list = async (query = '', of = id) =>
    (await clerk.get(`/api/disputes/${of}/evidence?${query}`)).body.items as Item[];
  const download = (who: Caller, file: string) => fetch(`${city.url}${file}`, { headers: who.headers });

  test('a file is kept with its number, its hash and who brought it, and is an event of the case', async () => {
    const to = await aDisputeTakenIn(clerk, { facts: '第一份证据' });
    const answer = await add(clerk, '劳动合同（扫描）.pdf', pdf('合同'), { to, note: '2024年签的合同' });
    expect([answer.status, answer.body]).toEqual([201, expect.objectContaining({ status: 'done', seq: 2 })]);
    const sha256 = createHash('sha256').update(pdf('合同')).digest('hex');
    expect(await list('', to)).toEqual([
      expect.objectContaining({
        ...{ no: 1, name: '劳动合同（扫描）.pdf', mediaType: 'application/pdf', bytes: pdf('合同').length },
        ...{ sha256, note: '2024年签的合同', status: 'kept', seq: 2, addedByName: '卧龙区窗口（示例）' },
      }),
    ]);
    const { items } = (await clerk.get(`/api/disputes/${to}/events`)).body as {
      items: { kind: string; facts: object; texts: object }[];
    };
    expect(items.at(-1)).toMatchObject({
      kind: 'evidence-added',
      facts: { sha256, mediaType: 'application/pdf' },
      texts: { name: '劳动合同（扫描）.pdf', note: '2024年签的合同' },
    });
  });

  test('the same file twice on a case is named, and not kept twice', async () => {
    const first = await add(clerk, '工资条.png', png);
    expect(first.status).toBe(201);
    const [{ no } = { no: 0 }] = (await list()).filter(({ name }) => name === '工资条.png');
    const again = await add(mediator, '又一次.png', png);
    expect([again.status, again.body.code]).toEqual([409, 'evidence/already-there']);
    expect(again.body.detail).toContain(`第 ${no} 号证据`);
    expect((await list()).filter(({ name }) => name === '又一次.png')).toEqual([]);
    const elsewhere = await aDisputeTakenIn(clerk, { facts: '另一件' });
    expect((await add(clerk, '工资条.png', png, { to: elsewhere })).status).toBe(201);
  });

  test('sent twice with one key it is one file and one answer; the key of another file is refused', async () => {
    const send = (text: string) => add(clerk, '两次.pdf', pdf(text), { key: 'evidence-twice' });
    const [first, second] = [await send('两次'), await send('两次')];
    expect([second.status, second.body]).toEqual([201, first.body]);
    expect((await list()).filter(({ name }) => name === '两次.pdf')).toHaveLength(1);
    const other = await send('换了一份');
    expect([other.status, other.body.code]).toEqual([422, 'command/key-reused']);
  });

  test('six files at the same moment are numbered without a gap', async () => {
    const to = await aDisputeTakenIn(clerk, { facts: '同时上传' });
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, index) => add(clerk, `第${index}份.pdf`, pdf(`同时${index}`), { to })),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(201));
    expect((await list('', to)).map(({ no }) => no)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test.each<[string, string, Buffer, number, string]>([
    ['of no kind that is taken', '程序.pdf', bytesOf('MZ', '\0'.repeat(300)), 415, 'evidence/type-not-taken'],
    ['with a false ending', '合同.jpg', pdf('假后缀'), 422, 'evidence/not-as-named'],
    ['that is empty', '空.pdf', Buffer.alloc(0), 422, 'upload/missing'],
    [
      'above 20 MB',
      '大.pdf',
      Buffer.concat([pdf(), Buffer.alloc(evidenceLimits.fileBytes)]),
      413,
      'upload/too-large',
    ],
  ])('a file %s is refused, and leaves nothing behind', async (_what, name, bytes, status, code) => {
    const before = await list();
    const answer = await add(clerk, name, bytes);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.body.detail).toMatch(/^\p{Script=Han}/u);
    expect(await list()).toEqual(before);
  });

  test('a file of nearly 20 MB comes back to the byte', async () => {
    const bytes = Buffer.concat([pdf('大文件'), randomBytes(evidenceLimits.fileBytes - 100)]);
    expect((await add(clerk, '大文件.pdf', bytes)).status).toBe(201);
    const [item] = await list(`q=${encodeURIComponent('大文件')}`);
    const response = await download(clerk, item!.file);
    const back = Buffer.from(await response.arrayBuffer());
    expect(createHash('sha256').update(back).digest('hex')).toBe(item!.sha256);
  });

  describe('at the case’s limits', () => {
    const fill = (of: string, files: number, bytes: number) =>
      city.orm.em.fork().execute(
        `insert into evidence (id, case_id, no, name, media_type, bytes, sha256, added_by, added_at, added_on, status, command_id, content)
         select gen_random_uuid(), ?, n, 'f', 'application/pdf', ?, n::text, 'x', now(), '2026-03-02', 'kept', 'x', ''
         from generate_series(1, ?) n`,
        [of, bytes, files],
      );

    test('the two hundredth file is taken, the next is not, until one is withdrawn', async () => {
      const to = await aDisputeTakenIn(clerk, { facts: '很多证据' });
      await fill(to, 199, 10);
      expect((await add(clerk, '第二百份.pdf', pdf('200'), { to })).status).toBe(201);
      const late = await add(clerk, '第二百零一份.pdf', pdf('201'), { to });
      expect([late.status, late.body.code]).toEqual([409, 'evidence/too-many']);
      expect((await clerk.post(`/api/disputes/${to}/evidence/200/withdraw`, { note: '重复' })).status).toBe(
        200,
      );
      expect((await add(clerk, '第二百零一份.pdf', pdf('201'), { to })).status).toBe(201);
    });

    test('500 MB together are taken, a byte more is not', async () => {
      const to = await aDisputeTakenIn(clerk, { facts: '很大的证据' });
      const last = pdf('最后一份');
      await fill(to, 1, evidenceLimits.bytes - last.length);
      const late = await add(clerk, '多一字节.pdf', pdf('最后一份!'), { to });
      expect([late.status, late.body.code]).toEqual([409, 'evidence/case-full']);
      expect((await add(clerk, '最后一份.pdf', last, { to })).status).toBe(201);
    });
  });

  test('what the case does not allow is refused, and the file is gone', async () => {
    const { status, body } = await add(await city.as('manager'), '管理者的.pdf', pdf('管理者'));
    const files = await city.orm.em
      .fork()
      .execute<{ n: number }[]>(`select count(*)::int as n from evidence where name = '管理者的.pdf'`);
    expect([status, body.code, files[0]?.n]).toEqual([403, 'case/not-yours-to-do', 0]);
  });

  describe('a file', () => {
    let items: Item[];
    beforeAll(async () => {
      const to = await aDisputeTakenIn(clerk, { facts: '下载' });
      await add(clerk, '合同’扫描”(1).pdf', pdf('下载'), { to });
      await add(clerk, '聊天.txt', Buffer.from('<script>alert(1)</script>'), { to });
      await add(clerk, '录音.m4a', box('M4A '), { to });
      items = await list('', to);
    });

    test('is given under its own name, and shown only where that is harmless', async () => {
      const heads = await Promise.all(
        items.map(async ({ file }) => {
          const { headers } = await download(clerk, file);
          return [
            headers.get('content-type'),
            headers.get('content-disposition'),
            headers.get('x-content-type-options'),
          ];
        }),
      );
      const name = (text: string) => encodeURIComponent(text).replace('(', '%28').replace(')', '%29');
      expect(heads).toEqual([
        ['application/pdf', `inline; filename*=UTF-8''${name('合同’扫描”(1).pdf')}`, 'nosniff'],
        ['text/plain', `attachment; filename*=UTF-8''${name('聊天.txt')}`, 'nosniff'],
        ['audio/mp4', `attachment; filename*=UTF-8''${name('录音.m4a')}`, 'nosniff'],
      ]);
    });

    test('is there for those who see the case; absent and not one’s own are alike', async () => {
      const file = items[0]!.file;
      for (const login of ['clerk', 'mediator-411303', 'manager', 'auditor'])
        expect([login, (await download(await city.as(login), file)).status]).toEqual([login, 200]);
      const stranger = await city.as('mediator-411302');
      const answers = await Promise.all(
        [file, '/api/evidence/00000000-0000-4000-8000-000000000000/file'].map((path) => stranger.get(path)),
      );
      expect(answers.map(({ status, body }) => [status, body.code])).toEqual(
        Array(2).fill([404, 'case/not-found']),
      );
      expect((await (await city.as('liaison-hr')).get(file)).status).toBe(403);
      expect((await stranger.get(`/api/disputes/${id}/evidence`)).status).toBe(404);
      expect((await add(stranger, '别县.pdf', pdf('别县'))).body.code).toBe('case/not-found');
    });
  });

  test('a file is withdrawn with a reason, stays on record, and may be brought again', async () => {
    const to = await aDisputeTakenIn(clerk, { facts: '撤回证据' });
    await add(clerk, '传错了.pdf', pdf('传错'), { to });
    const path = `/api/disputes/${to}/evidence/1/withdraw`;
    const bare = await clerk.post(path, {});
    expect([bare.status, bare.body.detail]).toEqual([400, '「说明」没有填写，请补上']);
    expect((await clerk.post(path, { note: '别的案件的合同' })).status).toBe(200);
    const [item] = await list('state=withdrawn', to);
    expect(item).toMatchObject({ no: 1, status: 'withdrawn' });
    expect((await download(clerk, item!.file)).status).toBe(200);
    const again = await clerk.post(path, { note: '再撤一次' });
    expect([again.status, again.body.code]).toEqual([422, 'evidence/unknown']);
    expect((await clerk.post(`/api/disputes/${to}/evidence/9/withdraw`, { note: '没有' })).body.code).toBe(
      'evidence/unknown',
    );
    expect((await add(clerk, '传错了.pdf', pdf('传错'), { to })).status).toBe(201);
    expect((await list('', to)).map(({ no, status }) => [no, status])).toEqual([
      [1, 'withdrawn'],
      [2, 'kept'],
    ]);
  });

  test('the list is searched, sorted, paged and taken along as CSV', async () => {
    const to = await aDisputeTakenIn(clerk, { facts: '证据列表' });
    for (const [name, note] of [
      ['乙.pdf', '合同'],
      ['甲.pdf', '工资条'],
      ['丙.pdf', '=1+1'],
    ] as const)
      await add(clerk, name, pdf(name), { to, note });
    const names = async (query: string) => (await list(query, to)).map(({ name }) => name);
    expect(await names('')).toEqual(['乙.pdf', '甲.pdf', '丙.pdf']);
    expect(await names('sort=-no')).toEqual(['丙.pdf', '甲.pdf', '乙.pdf']);
    expect(await names(`q=${encodeURIComponent('工资')}`)).toEqual(['甲.pdf']);
    const page = (await clerk.get(`/api/disputes/${to}/evidence?limit=2`)).body;
    expect(await names(`limit=2&cursor=${String(page.nextCursor)}`)).toEqual(['丙.pdf']);
    const { text } = await clerk.get(`/api/disputes/${to}/evidence?format=csv`);
    const [head, first, , last] = text.replace(/^\uFEFF/, '').split('\r\n');
    expect(head).toBe('序号,文件名,类型,字节数,SHA-256,说明,提交人,提交日,状态');
    expect(first).toMatch(/^1,乙\.pdf,application\/pdf,/);
    expect(last).toContain(`'=1+1`);
    expect(last).toMatch(/,在案$/);
  });
});
