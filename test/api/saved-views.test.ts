/** Views of lists that people keep under a name: their own, in their own order. */
import type { Caller } from './caller.ts';
import { type Instance, startInstance } from './instance.ts';

let city: Instance;
let mediator: Caller;
let clerk: Caller;
beforeAll(async () => {
  city = await startInstance({ engine: false });
  mediator = await city.as('mediator-411303');
  clerk = await city.as('clerk');
});
afterAll(() => city.stop());

type View = { id: string; page: string; name: string; query: string };
const views = async (caller = mediator) => (await caller.get('/api/views')).body.items as View[];
const names = async () => (await views()).map(({ name }) => name);

async function keep(name: string, query = 'due=overdue', page = '/disputes', caller = mediator) {
  const { status, body, text } = await caller.post('/api/views', { page, name, query });
  expect([status, text]).toEqual([201, expect.any(String)]);
  return body as View;
}

test('a view is kept with its filters as they stand in the address, and seen by its owner alone', async () => {
  const view = await keep('欠薪超期', 'due=overdue&q=%E5%BB%BA%E7%AD%91&sort=nextOn');
  expect(view).toMatchObject({ page: '/disputes', query: 'due=overdue&q=%E5%BB%BA%E7%AD%91&sort=nextOn' });
  expect(await views()).toEqual([view]);
  expect(await views(clerk)).toEqual([]);
  for (const [path, body] of [
    [`/api/views/${view.id}`, { name: '别人的' }],
    [`/api/views/${view.id}/discard`, {}],
    ['/api/views/00000000-0000-4000-8000-0000000000ff', { name: '没有的' }],
  ] as const) {
    const answer = await clerk.post(path, body);
    expect([path, answer.status, answer.body.code]).toEqual([path, 404, 'view/not-found']);
  }
});

test('what a list refuses to be searched for is not kept as a view either', async () => {
  for (const body of [
    { page: '/disputes', name: '张三', query: 'q=138%200000%200001' },
    { page: '/disputes', name: '13800000001', query: '' },
  ])
    expect((await mediator.post('/api/views', body)).body.code).toBe('search/personal-number');
});

test('renamed, given other filters, put in another order, deleted', async () => {
  const [first] = await views();
  const second = await keep('本周');
  const third = await keep('我的待办', 'mine=true', '/');
  await mediator.post(`/api/views/${second.id}`, { name: '本周到期', query: 'due=week' });
  expect((await views())[1]).toEqual({ ...second, name: '本周到期', query: 'due=week' });
  const { body } = await mediator.post('/api/views/order', { ids: [third.id, second.id] });
  expect((body.items as View[]).map(({ id }) => id)).toEqual([third.id, second.id, first!.id]);
  expect(await names()).toEqual(['我的待办', '本周到期', '欠薪超期']);
  expect((await mediator.post(`/api/views/${third.id}/discard`, {})).body).toEqual({ discarded: true });
  expect(await names()).toEqual(['本周到期', '欠薪超期']);
});

test('an order that names another’s view moves one’s own alone', async () => {
  const theirs = await keep('窗口的', 'state=received', '/disputes', clerk);
  const mine = (await views()).map(({ id }) => id);
  await mediator.post('/api/views/order', { ids: [theirs.id, ...mine.toReversed()] });
  expect((await views()).map(({ id }) => id)).toEqual(mine.toReversed());
  expect(await views(clerk)).toEqual([theirs]);
});

test.each([
  ['without a name', { page: '/disputes', name: '  ', query: '' }],
  ['of another host', { page: '//example.org', name: '外面', query: '' }],
  ['with a query that is none', { page: '/disputes', name: '坏的', query: 'a b<script>' }],
])('a view %s is refused in a sentence', async (_what, body) => {
  const { status, body: problem } = await mediator.post('/api/views', body);
  expect([status, problem.code]).toEqual([400, 'input/invalid']);
  expect(problem.detail).toMatch(/^「(名称|姓名或者名称|页面|筛选)」/);
});

test('thirty are enough', async () => {
  const there = (await views()).length;
  for (let no = there; no < 30; no += 1) await keep(`第${no}个`);
  const { status, body } = await mediator.post('/api/views', { page: '/', name: '多一个', query: '' });
  expect([status, body.code, body.detail]).toEqual([
    409,
    'view/too-many',
    '最多存 30 个视图，请先删去不用的',
  ]);
});

test('how many rows a view shows is asked of its list, and is as many as the list has', async () => {
  for (const query of ['', 'isOpen=true', 'state=new', 'due=week', 'q=%E7%A4%BA%E4%BE%8B', 'state=closed']) {
    const whole = (await mediator.get(`/api/disputes?limit=500&${query}`)).body.items as object[];
    const { body } = await mediator.get(`/api/disputes?format=count&${query}`);
    expect([query, body]).toEqual([query, { items: [], nextCursor: null, total: whole.length }]);
  }
});
