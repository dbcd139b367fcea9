/** Lists: found by a fragment, sorted, read page by page, taken along as CSV. */
import { intakeBody } from './bodies.ts';
import type { Caller } from './caller.ts';
import { type Instance, startInstance } from './instance.ts';

let city: Instance;
let clerk: Caller;
beforeAll(async () => {
  city = await startInstance({ engine: false });
  clerk = await city.as('clerk');
  for (const [index, row] of rows.entries()) {
    const { name, employer, amount, receivedOn, channel = 'desk' } = row;
    await clerk.post(
      '/api/disputes',
      intakeBody({
        ...{ receivedOn, channel, since: '2026-01-01', facts: `第${index}件` },
        workers: [{ name }, { name: `${name}的同事` }],
        employers: [{ name: employer }],
        claims: [{ head: 'wages', amount, basis: '工资' }],
      }),
    );
  }
});
afterAll(() => city.stop());

type Row = { name: string; employer: string; amount: string; receivedOn: string; channel?: string };
const rows: Row[] = [
  { name: '张三丰', employer: '武当餐饮店', amount: '100', receivedOn: '2026-03-05' },
  {
    name: '张无忌',
    employer: '明教物流有限公司',
    amount: '20000',
    receivedOn: '2026-03-02',
    channel: 'phone',
  },
  { name: '=HYPERLINK("http://x")', employer: '+86示例"公司"', amount: '100', receivedOn: '2026-03-02' },
  { name: '@cmd', employer: '-1店,分店', amount: '9', receivedOn: '2026-03-02' },
  { name: '＝1+1', employer: '百分之100%店', amount: '100', receivedOn: '2026-03-02' },
  { name: '李_明', employer: '甲乙_丙店', amount: '100', receivedOn: '2026-03-02' },
  ...Array.from({ length: 6 }, (_, index) => ({
    name: `王某${index}`,
    employer: '同日同额店',
    amount: '100',
    receivedOn: '2026-03-03',
  })),
];
const DEMO = 3;
const ALL = rows.length + DEMO;

type Item = {
  id: string;
  worker: string;
  employer: string;
  amount: string;
  receivedOn: string;
  receiptNumber: string;
};
const list = async (query: string) => {
  const { status, body } = await clerk.get(`/api/disputes?${query}`);
  expect(status).toBe(200);
  return body as { items: Item[]; nextCursor: string | null };
};
const workersOf = async (query: string) => (await list(query)).items.map(({ worker }) => worker).sort();

test.each([
  ['张', ['张三丰', '张无忌']],
  ['三丰', ['张三丰']],
  ['明教', ['张无忌']],
  ['张三丰的同事', ['张三丰']],
  ['李_明', ['李_明']],
  ['_', ['李_明']],
  ['%', ['＝1+1']],
  ["';--", []],
])('a dispute is found by the fragment %s of a party’s name', async (fragment, workers) => {
  expect(await workersOf(`q=${encodeURIComponent(fragment)}`)).toEqual(workers);
});

test('a dispute is found by its receipt number', async () => {
  const [first] = (await list('limit=1')).items;
  expect((await list(`q=${first!.receiptNumber}`)).items).toEqual([first]);
});

test('filters narrow the list, each by itself and together', async () => {
  expect(await workersOf('channel=phone')).toEqual(['张无忌']);
  expect(await workersOf('channel=phone&q=张三')).toEqual([]);
  expect((await list('state=new')).items).toHaveLength(ALL);
  expect((await list('state=closed')).items).toEqual([]);
  expect((await list('isOpen=true')).items).toHaveLength(ALL);
  expect((await list('isOpen=false')).items).toEqual([]);
  expect((await list('district=411302')).items).toEqual([]);
  const { account } = city.logins.find(({ login }) => login === 'clerk')!;
  expect((await list(`owner=${account}`)).items).toHaveLength(ALL);
});

test.each([
  ['amount', (item: Item) => Number(item.amount)],
  ['receivedOn', (item: Item) => Date.parse(item.receivedOn)],
  ['receiptNumber', (item: Item) => Number(item.receiptNumber.replace('-', ''))],
])('disputes are sorted by %s, upwards and downwards', async (sort, read) => {
  const values = (await list(`sort=${sort}`)).items.map(read);
  expect(values).toEqual(values.toSorted((a, b) => a - b));
  const turned = (await list(`sort=-${sort}`)).items.map(read);
  expect(turned).toEqual(values.toReversed());
});

test.each([
  'receivedOn',
  '-receivedOn',
  'amount',
  '-amount',
  'nextOn',
  '-nextOn',
  'receiptNumber',
  '-receiptNumber',
])('pages by %s give every dispute once, in the order of the whole list', async (sort) => {
  const whole = (await list(`sort=${sort}`)).items.map(({ id }) => id);
  const read: string[] = [];
  let cursor: string | null = '';
  for (let pages = 0; cursor !== null && pages < 20; pages += 1) {
    const page = await list(`sort=${sort}&limit=4${cursor === '' ? '' : `&cursor=${cursor}`}`);
    read.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  }
  expect(read).toEqual(whole);
  expect(new Set(read).size).toBe(ALL);
});

test('a dispute that arrives while one turns the pages is not shown twice, and hides none', async () => {
  const first = await list('sort=-receiptNumber&limit=4');
  await clerk.post('/api/disputes', intakeBody({ facts: '翻页时新到的一件' }));
  const rest = await list(`sort=-receiptNumber&limit=100&cursor=${first.nextCursor}`);
  const ids = [...first.items, ...rest.items].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ALL);
});

test.each([
  ['what is no cursor', 'nonsense'],
  ['a cursor without its parts', Buffer.from('[1]').toString('base64url')],
  ['a cursor with a part that is no text', Buffer.from('[{},1]').toString('base64url')],
  ['a forged cursor', Buffer.from('["2026-03-02","not-an-id"]').toString('base64url')],
  [
    'a cursor of a list sorted otherwise',
    Buffer.from('["2026-000001","00000000-0000-4000-8000-000000000000"]').toString('base64url'),
  ],
  ['a cursor with a null character', Buffer.from('["\\u0000","\\u0000"]').toString('base64url')],
])('%s is refused in a sentence', async (_what, cursor) => {
  const { status, body } = await clerk.get(`/api/disputes?cursor=${cursor}`);
  expect([status, body.code]).toEqual([400, 'list/bad-cursor']);
});

test.each([
  'sort=name',
  'limit=0',
  'limit=501',
  'limit=many',
  'state=lost',
  'isOpen=perhaps',
  'owner=me',
  'colour=red',
  'format=xml',
])('the query %s is refused in a sentence that names it', async (query) => {
  const { status, body } = await clerk.get(`/api/disputes?${query}`);
  expect([status, body.code]).toEqual([400, 'input/invalid']);
  expect(body.detail).toMatch(
    /^(「(排序|每页条数|状态|是否未办结|承办人|格式)」|提交的内容含有不认识的字段 colour)/,
  );
});

describe('the list as CSV', () => {
  let lines: string[];
  beforeAll(async () => {
    const { headers, text } = await clerk.get('/api/disputes?format=csv&limit=500');
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''/);
    lines = text.split('\r\n');
  });

  test('opens as text in a spreadsheet: marked as UTF-8, headed in Chinese, a line a dispute', () => {
    // fetch takes the mark off; it is the first three bytes of the file.
    expect(lines[0]?.replace(/^\uFEFF/, '')).toBe(
      '编号,区县,状态,渠道,收到日,劳动者,人数,用人单位,请求金额（元）,承办人,下一步,期限',
    );
    expect(lines.at(-1)).toBe('');
    expect(lines.length).toBeGreaterThan(ALL);
  });

  test('a cell that begins like a formula is text', () => {
    const all = lines.join('\n');
    expect(all).toContain(`"'=HYPERLINK(""http://x"")"`);
    expect(all).toContain(`"'+86示例""公司"""`);
    expect(all).toContain(`'@cmd`);
    expect(all).toContain(`"'-1店,分店"`);
    expect(all).toContain(`'＝1+1`);
    expect(all).not.toMatch(/(^|,|"|\n)[=+\-@＝]/);
  });

  test('says states and steps in words', () => {
    expect(lines[1]).toMatch(/,登记中,(窗口|电话),/);
  });

  test('is a page, too: its cursor is in a header', async () => {
    const { headers } = await clerk.get('/api/disputes?format=csv&limit=2');
    const rest = await clerk.get(`/api/disputes?format=csv&limit=500&cursor=${headers.get('x-next-cursor')}`);
    expect(rest.text.trim().split('\r\n').length).toBe(lines.length - 1 - 2);
  });
});
