/** Sheets over the API: read without writing, refused in a sentence, templates and lists given out as workbooks. */

import { routes } from '../../src/api/app.ts';
import { rolesThrough, type Wall } from '../../src/domain/walls.ts';
import { readTable } from '../../src/sheets/read-table.ts';
import { writeWorkbook } from '../../src/sheets/write-workbook.ts';
import { intakeBody } from './bodies.ts';
import type { Caller } from './caller.ts';
import { type Instance, startInstance } from './instance.ts';

let city: Instance;
let clerk: Caller;
beforeAll(async () => {
  city = await startInstance({ engine: false });
  clerk = await city.as('clerk');
});
afterAll(() => city.stop());

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
type Bytes = Uint8Array<ArrayBuffer>;

async function send(path: string, init: RequestInit & { as?: Caller } = {}) {
  const { as = clerk, headers, ...rest } = init;
  const response = await fetch(`${city.url}/api${path}`, { ...rest, headers: { ...as.headers, ...headers } });
  const bytes = Buffer.from(await response.arrayBuffer());
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  const body = (isJson ? JSON.parse(bytes.toString()) : {}) as Record<string, unknown>;
  return { status: response.status, headers: response.headers, bytes, body };
}

function upload(path: string, name: string, bytes: Buffer, as = clerk) {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(bytes) as Bytes]), name);
  return send(path, { method: 'POST', body: form, as });
}

const wages = () =>
  writeWorkbook(
    '3月',
    [
      { title: '姓名', kind: 'text' },
      { title: '身份证号', kind: 'text' },
      { title: '欠薪金额（元）', kind: 'yuan' },
      { title: '欠薪起始日', kind: 'day' },
    ],
    [
      ['张三', '11010519491231002X', 1_234_560, '2026-01-01'],
      ['李四', '110105194912310021', 80_000, null],
      ['合计', null, 1_314_560, null],
    ],
  );

test('a wage sheet is read as it would be taken: right lines, wrong cells, the total', async () => {
  const before = await city.count();
  const { status, body } = await upload('/sheets/wage-sheet/read', '工资表.xlsx', await wages());
  expect([status, body]).toEqual([
    200,
    {
      sheet: '3月',
      unread: [],
      total: '12345.60',
      rows: [
        {
          ...{ row: 2, name: '张三', idNumber: '11010519491231002X', phone: null, amount: '12345.60' },
          ...{ since: '2026-01-01', until: null, isConsenting: null, head: 'wages' },
        },
      ],
      problems: [
        {
          row: 3,
          column: '身份证号',
          sentence: expect.stringMatching(/^第 3 行「身份证号」不是有效的公民身份号码/),
        },
      ],
    },
  ]);
  expect(await city.count()).toEqual(before);
});

test('what is pasted is read the same way', async () => {
  const { status, body } = await clerk.post('/api/sheets/wage-sheet/read', {
    text: '姓名\t金额\n张三\t1,234.5',
  });
  expect([status, body.total, body.sheet]).toEqual([200, '1234.50', null]);
});

const REGISTER = ['登记日期,县区,申请人,被申请人,状态,调解员'];
test('a register is read against the reader’s own districts and mediators', async () => {
  const mediator = city.logins.find(({ login }) => login === 'mediator-411303')!;
  const { name } = (await (await city.as('mediator-411303')).get('/api/me')).body;
  const text = [
    ...REGISTER,
    `2026-01-05,卧龙区,张三,某某公司,已登记,${String(name)}`,
    '2026-01-05,411302,李四,某某公司,已登记,',
    '2999-01-05,卧龙,王五,某某公司,已登记,',
  ].join('\n');
  const { status, body } = await upload('/sheets/register/read', '台账.csv', Buffer.from(text));
  expect(status).toBe(200);
  expect(body.rows).toMatchObject([
    { row: 2, district: '411303', mediator: mediator.account, state: 'received', amount: null },
  ]);
  expect(
    (body.problems as { row: number; column: string }[]).map(({ row, column }) => [row, column]),
  ).toEqual([
    [3, '县区'],
    [4, '登记日期'],
  ]);
});

test('the problems are given as a workbook where that is asked for', async () => {
  const { headers, bytes } = await upload('/sheets/wage-sheet/read?problemsAs=xlsx', 'a.xlsx', await wages());
  expect(headers.get('content-type')).toBe(XLSX);
  const { rows } = await readTable({ name: 'a.xlsx', bytes });
  expect(rows.map((row) => row.slice(0, 2))).toEqual([
    ['行', '列'],
    ['3', '身份证号'],
  ]);
});

test.each<[what: string, path: string, name: string, bytes: Buffer, status: number, code: string]>([
  [
    'an old workbook',
    'register',
    '台账.xls',
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    422,
    'sheet/old-or-locked',
  ],
  ['a table without a head', 'register', 'a.csv', Buffer.from('张三,100\n李四,200'), 422, 'sheet/no-header'],
  ['too many rows', 'wage-sheet', 'a.csv', Buffer.from('a,b\n'.repeat(20_001)), 413, 'sheet/too-many-cells'],
  [
    'more than 10 MB',
    'wage-sheet',
    'a.csv',
    Buffer.alloc(10 * 1024 * 1024 + 1, 0x61),
    413,
    'upload/too-large',
  ],
  ['an empty file', 'wage-sheet', 'a.csv', Buffer.alloc(0), 422, 'upload/missing'],
])('%s is refused in a sentence', async (_what, path, name, bytes, status, code) => {
  const { status: got, body } = await upload(`/sheets/${path}/read`, name, bytes);
  expect([got, body.code]).toEqual([status, code]);
  expect(body.detail).toMatch(/\p{Script=Han}/u);
  expect(body.detail).not.toMatch(/[{}]/);
});

test('nothing given at all, and a field nobody asked for, are refused', async () => {
  const nothing = await clerk.post('/api/sheets/register/read', {});
  expect([nothing.status, nothing.body.code]).toEqual([422, 'upload/missing']);
  const surprise = await clerk.post('/api/sheets/register/read', { text: 'a', colour: 'red' });
  expect([surprise.status, surprise.body.code]).toEqual([400, 'input/invalid']);
});

describe('a file needs what every write needs', () => {
  const file = Buffer.from('姓名,金额\n张三,1');
  test.each<[what: string, as: () => Promise<Caller>, status: number, code: string]>([
    ['a sign-in', async () => clerk.with({ cookie: '' }), 401, 'account/signed-out'],
    ['the CSRF token', async () => clerk.with({ 'x-csrf-token': '' }), 403, 'account/csrf'],
    ['the right CSRF token', async () => clerk.with({ 'x-csrf-token': 'x' }), 403, 'account/csrf'],
    ['a role that takes cases in', () => city.as('liaison-court'), 403, 'account/no-role'],
  ])('%s', async (_what, as, status, code) => {
    const { status: got, body } = await upload('/sheets/wage-sheet/read', 'a.csv', file, await as());
    expect([got, body.code]).toEqual([status, code]);
  });

  test('and is then read', async () => {
    for (const login of ['clerk', 'mediator-411303', 'manager'])
      expect((await upload('/sheets/wage-sheet/read', 'a.csv', file, await city.as(login))).status).toBe(200);
  });
});

test.each(['wage-sheet', 'register'])(
  'the template of the %s is a workbook that is read without a problem',
  async (kind) => {
    const { status, headers, bytes } = await send(`/sheets/${kind}/template`);
    expect([status, headers.get('content-type')]).toEqual([200, XLSX]);
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''%.*\.xlsx$/);
    const { status: read, body } = await upload(`/sheets/${kind}/read`, '模板.xlsx', bytes);
    expect([read, body.rows, body.problems]).toEqual([200, [], []]);
  },
);

test('there is no template of anything else', async () => {
  expect((await send('/sheets/payroll/template')).status).toBe(400);
});

describe('lists as workbooks', () => {
  const COUNT = 60;
  beforeAll(async () => {
    for (let index = 0; index < COUNT; index += 1)
      await clerk.post(
        '/api/disputes',
        intakeBody({
          ...{ receivedOn: '2026-03-02', since: '2026-01-01', facts: `第${index}件` },
          workers: [{ name: index === 0 ? '=HYPERLINK("http://x")' : `工人${index}号` }],
          employers: [{ name: `公司${index}` }],
          claims: [{ head: 'wages', amount: '1234.56', basis: '工资' }],
        }),
      );
  });
  const rowsOf = async (query: string) =>
    (await readTable({ name: 'a.xlsx', bytes: (await send(`/disputes?format=xlsx${query}`)).bytes })).rows;

  test('have all rows, where JSON has a page', async () => {
    const page = (await clerk.get('/api/disputes')).body.items as unknown[];
    expect(page).toHaveLength(50);
    const rows = await rowsOf('');
    expect(rows.length).toBeGreaterThan(COUNT);
    const csv = (await clerk.get('/api/disputes?format=csv')).text.trim().split('\r\n');
    expect(csv.length).toBe(rows.length);
    expect(csv[0]?.replace(/^\uFEFF/, '').split(',')).toEqual(rows[0]);
  });

  test('have a page where one is asked for, and say where it goes on', async () => {
    const { headers } = await send('/disputes?format=xlsx&limit=2');
    expect(headers.get('x-next-cursor')).not.toBe('');
    expect(await rowsOf('&limit=2')).toHaveLength(3);
  });

  test('have days and amounts that can be summed, and names that do not run', async () => {
    const rows = await rowsOf('&limit=500&q=HYPERLINK');
    const cell = (title: string) => rows[1]?.[rows[0]?.indexOf(title) ?? -1];
    expect([cell('收到日'), cell('请求金额（元）'), cell('劳动者')]).toEqual([
      '2026-03-02',
      '1234.56',
      '=HYPERLINK("http://x")',
    ]);
  });

  test('are there for every list', async () => {
    const lists = routes.filter(
      ({ query }) => query !== undefined && 'shape' in query && 'format' in (query.shape as object),
    );
    expect(lists.length).toBeGreaterThanOrEqual(3);
    const { paths } = (await clerk.get('/api/openapi.json')).body as {
      paths: Record<string, { get: { responses: Record<string, { content: object }> } }>;
    };
    for (const { path, wall } of lists) {
      const described = paths[`/api${path.replace(/:(\w+)/g, '{$1}')}`]?.get.responses['200']?.content ?? {};
      expect([path, Object.keys(described)]).toEqual([path, ['application/json', 'text/csv', XLSX]]);
      if (path.includes(':')) continue;
      const by = rolesThrough(wall as Wall).includes('manager') ? 'manager' : 'admin';
      const { status, headers } = await send(`${path}?format=xlsx`, { as: await city.as(by) });
      expect([path, status, headers.get('content-type')]).toEqual([path, 200, XLSX]);
    }
  });
});

test('the document shows a sheet as a form with a file, and as JSON', async () => {
  const { paths } = (await clerk.get('/api/openapi.json')).body as {
    paths: Record<string, { post: { requestBody: { content: Record<string, { schema: object }> } } }>;
  };
  const { content } = paths['/api/sheets/register/read']!.post.requestBody;
  expect(Object.keys(content).sort()).toEqual(['application/json', 'multipart/form-data']);
  expect(content['multipart/form-data']?.schema).toMatchObject({
    properties: { file: { type: 'string', format: 'binary' }, text: { type: 'string' } },
    required: ['file'],
  });
});
