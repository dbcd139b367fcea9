/** Drafts: half a form kept for its writer alone, saved by version, sent once. */
import { intakeBody } from './bodies.ts';
import type { Caller } from './caller.ts';
import { type Instance, startInstance } from './instance.ts';

let city: Instance;
let clerk: Caller;
let mediator: Caller;
beforeAll(async () => {
  city = await startInstance({ engine: false });
  clerk = await city.as('clerk');
  mediator = await city.as('mediator-411303');
});
afterAll(() => city.stop());

const form = (content: Record<string, unknown> = {}, title = '木工班欠薪') => ({
  kind: 'dispute-intake',
  title,
  content,
});

async function aDraft(content: Record<string, unknown> = {}, title?: string): Promise<string> {
  const { status, body } = await clerk.post('/api/drafts', form(content, title));
  expect(status).toBe(201);
  return String(body.id);
}

test('a form half filled in is kept as it is', async () => {
  const content = {
    workers: [{ name: '', phone: '138' }],
    claims: [{ head: null, amount: '一万' }],
    step: 2,
  };
  const id = await aDraft(content);
  const { status, body } = await clerk.get(`/api/drafts/${id}`);
  expect([status, body]).toEqual([
    200,
    { ...form(content), id, version: 1, savedAt: expect.stringMatching(/^\d{4}-.*Z$/), sentAs: null },
  ]);
});

test('a draft whose answer was lost is stored once', async () => {
  const sending = () => clerk.with({ 'idempotency-key': 'draft-one' }).post('/api/drafts', form({ step: 1 }));
  const [first, second] = [await sending(), await sending()];
  expect(second.body).toEqual(first.body);
  const other = await mediator.with({ 'idempotency-key': 'draft-one' }).post('/api/drafts', form());
  expect(other.body.id).not.toBe(first.body.id);
});

describe('saving', () => {
  const save = (id: string, version: number, content: Record<string, unknown>, title = '木工班欠薪') =>
    clerk.post(`/api/drafts/${id}`, { version, title, content });

  test('makes the next version', async () => {
    const id = await aDraft({ facts: '一' });
    expect((await save(id, 1, { facts: '一二' })).body).toMatchObject({ id, version: 2 });
    expect((await clerk.get(`/api/drafts/${id}`)).body).toMatchObject({
      version: 2,
      content: { facts: '一二' },
    });
  });

  test('over what was saved elsewhere is refused, and names the fields that differ', async () => {
    const id = await aDraft({ facts: '一', place: '工地', since: '2026-01-01' });
    await save(id, 1, { facts: '二', place: '工地', since: '2026-01-01' });
    const late = await save(
      id,
      1,
      { facts: '三', place: '工地', since: '2026-01-01', amount: '1' },
      '新标题',
    );
    expect([late.status, late.body.code, late.body.facts]).toEqual([
      409,
      'draft/changed-meanwhile',
      { seen: 1, now: 2, field: ['title', 'facts', 'amount'] },
    ]);
    expect(late.body.detail).toContain('标题、事实与理由、金额');
    expect((await clerk.get(`/api/drafts/${id}`)).body).toMatchObject({
      version: 2,
      content: { facts: '二' },
    });
  });

  test('the same content once more, its answer lost, is answered as before', async () => {
    const id = await aDraft({ facts: '一' });
    const first = await save(id, 1, { facts: '二', workers: [{ name: '甲', phone: null }] });
    const again = await save(id, 1, { workers: [{ phone: null, name: '甲' }], facts: '二' });
    expect([again.status, again.body]).toEqual([200, first.body]);
  });

  test('from two windows at the same moment lets one in', async () => {
    const id = await aDraft({ facts: '一' });
    const both = await Promise.all(['甲', '乙'].map((facts) => save(id, 1, { facts })));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

test.each([
  ['more than 200 kB', { facts: '字'.repeat(70_000) }, '「内容」太大，最多 200 kB'],
  ['a control character', { facts: 'a\u0000b' }, '「内容」「事实与理由」含有看不见的控制字符'],
  ['no object', ['a'], '「内容」应为'],
])('%s is refused in a sentence', async (_what, content, sentence) => {
  const { status, body } = await clerk.post('/api/drafts', { ...form(), content });
  expect([status, body.code]).toEqual([400, 'input/invalid']);
  expect(body.detail).toContain(sentence);
});

describe('another’s draft', () => {
  let id: string;
  beforeAll(async () => {
    id = await aDraft({ facts: '只给自己看' }, '窗口的草稿');
  });

  test.each<[string, (who: Caller) => ReturnType<Caller['get']>]>([
    ['read', (who) => who.get(`/api/drafts/${id}`)],
    ['saved', (who) => who.post(`/api/drafts/${id}`, { version: 1, title: '改', content: {} })],
    ['discarded', (who) => who.post(`/api/drafts/${id}/discard`, {})],
  ])('is not there to be %s, and answered like one that never was', async (_what, ask) => {
    for (const who of [mediator, await city.as('manager')]) {
      const { status, body } = await ask(who);
      expect([status, body.code]).toEqual([404, 'draft/not-found']);
    }
    expect((await clerk.get(`/api/drafts/${id}`)).body).toMatchObject({ version: 1, title: '窗口的草稿' });
  });

  test('is on no other list', async () => {
    const titles = async (who: Caller) =>
      ((await who.get('/api/drafts?limit=500')).body.items as { title: string }[]).map(({ title }) => title);
    expect(await titles(clerk)).toContain('窗口的草稿');
    expect(await titles(mediator)).not.toContain('窗口的草稿');
  });
});

test('a liaison officer has no drafts', async () => {
  expect((await (await city.as('liaison-hr')).get('/api/drafts')).status).toBe(403);
});

describe('sent as a dispute, with its id as the key', () => {
  let id: string;
  let dispute: unknown;
  const send = () =>
    clerk.with({ 'idempotency-key': id }).post('/api/disputes', intakeBody({ facts: '由草稿登记' }));
  beforeAll(async () => {
    id = await aDraft({ facts: '由草稿登记' }, '要登记的');
    dispute = (await send()).body.case;
  });

  test('a draft sent twice is one case', async () => {
    const before = (await city.count()).dispute;
    expect((await send()).body.case).toBe(dispute);
    expect((await city.count()).dispute).toBe(before);
  });

  test('the draft says which case it became, without anyone marking it', async () => {
    expect((await clerk.get(`/api/drafts/${id}`)).body.sentAs).toBe(dispute);
    const listed = async (query: string) =>
      ((await clerk.get(`/api/drafts?${query}`)).body.items as { id: string }[]).map((one) => one.id);
    expect(await listed('isSent=true')).toEqual([id]);
    expect(await listed('isSent=false&limit=500')).not.toContain(id);
  });

  test('it is saved no more, and discarded without harm to the case', async () => {
    const late = await clerk.post(`/api/drafts/${id}`, { version: 1, title: '晚了', content: {} });
    expect([late.status, late.body.code]).toEqual([409, 'draft/already-sent']);
    expect((await clerk.post(`/api/drafts/${id}/discard`, {})).body).toEqual({ discarded: true });
    expect((await clerk.get(`/api/drafts/${id}`)).status).toBe(404);
    expect((await clerk.get(`/api/disputes/${String(dispute)}`)).status).toBe(200);
  });

  test('another’s case sent with that key is not this draft’s', async () => {
    const mine = await aDraft({}, '别人用了同样的键');
    await mediator
      .with({ 'idempotency-key': mine })
      .post('/api/disputes', intakeBody({ facts: '调解员用草稿号作键' }));
    expect((await clerk.get(`/api/drafts/${mine}`)).body.sentAs).toBeNull();
  });
});

test('drafts are listed newest first, searched and paged', async () => {
  for (const title of ['翻页甲', '翻页乙', '翻页丙']) await aDraft({}, title);
  const page = async (query: string) =>
    (await clerk.get(`/api/drafts?${query}`)).body as {
      items: { title: string }[];
      nextCursor: string | null;
    };
  const first = await page(`q=${encodeURIComponent('翻页')}&limit=2`);
  expect(first.items.map(({ title }) => title)).toEqual(['翻页丙', '翻页乙']);
  const rest = await page(`q=${encodeURIComponent('翻页')}&limit=2&cursor=${first.nextCursor}`);
  expect([rest.items.map(({ title }) => title), rest.nextCursor]).toEqual([['翻页甲'], null]);
  const { text } = await clerk.get(`/api/drafts?format=csv&q=${encodeURIComponent('翻页')}`);
  expect(text.split('\r\n')[0]?.replace(/^\uFEFF/, '')).toBe('名称,种类,保存时间,版本,已登记为');
  expect(text).toContain('争议登记');
});
