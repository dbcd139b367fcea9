/** Found by what people remember: a piece of a name, how it is read, the last figures of a number; and only what one may see. */
import { randomUUID } from 'node:crypto';
import { intakeBody } from './bodies.ts';
import type { Caller } from './caller.ts';
import { type Instance, startInstance } from './instance.ts';

let city: Instance;
let clerk: Caller;
let mediator: Caller;
let other: Caller;
const ids: Record<string, string> = {};
beforeAll(async () => {
  city = await startInstance({ engine: false });
  clerk = await city.as('clerk');
  mediator = await city.as('mediator-411303');
  other = await city.as('mediator-411302');
  for (const [key, worker, employer, receivedOn, externalNumber] of disputes) {
    const { body } = await clerk.post(
      '/api/disputes',
      intakeBody({
        ...{ receivedOn, since: '2026-01-01', facts: key },
        workers: [{ name: worker, phone: '13900001234', idNumber: '411303198506150014' }],
        employers: [{ name: employer }],
        ...(externalNumber === undefined ? {} : { externalNumber }),
      }),
    );
    ids[key] = String(body.case);
  }
});
afterAll(() => city.stop());

const disputes: [key: string, worker: string, employer: string, receivedOn: string, external?: string][] = [
  ['shan', '单雄信', '南阳电机厂', '2026-03-02'],
  ['shanwei', '单位明', '单雄信餐饮店', '2026-03-03'],
  ['zeng', '曾小乐', '南阳市重型机械有限公司', '2026-03-04', '（2026）豫1303民诉前调456号'],
  ['zeng2', '曾小', '示例物流（南阳）公司', '2026-03-05'],
  ['dong', '董曾小', 'ＡＢＣ电子', '2026-03-06'],
];

const keyOf = (id: string) => Object.keys(ids).find((key) => ids[key] === id) ?? id;
const listed = async (q: string, caller = clerk) => {
  const { status, body } = await caller.get(`/api/disputes?limit=500&q=${encodeURIComponent(q)}`);
  expect([status, q]).toEqual([200, q]);
  // The demo city has disputes of its own.
  return (body.items as { id: string }[])
    .map(({ id }) => keyOf(id))
    .filter((key) => key in ids)
    .sort();
};
type Hit = {
  kind: string;
  id: string;
  title: string;
  matched: { by: string; text: string; sentence: string }[];
};
const search = async (q: string, caller = clerk) => {
  const { status, body } = await caller.get(`/api/search?q=${encodeURIComponent(q)}`);
  expect([status, q]).toEqual([200, q]);
  return body as Record<'disputes' | 'referrals' | 'papers' | 'drafts', Hit[]>;
};
const receiptOf = async (key: string) =>
  String((await clerk.get(`/api/disputes/${ids[key]}`)).body.receiptNumber);

test.each([
  ['雄信', ['shan', 'shanwei']],
  ['单', ['shan', 'shanwei']],
  ['shanxiongxin', ['shan', 'shanwei']],
  ['sxx', ['shan', 'shanwei']],
  ['nydjc', ['shan']],
  ['nanyang', ['shan', 'zeng', 'zeng2']],
  ['zengxiaoyue', ['zeng']],
  ['cengxiaole', ['zeng']],
  ['曾小 重型', ['zeng']],
  ['zxl nanyang', ['zeng']],
  ['abc', ['dong']],
  ['示例物流(南阳)', ['zeng2']],
  ['456', ['zeng']],
  ['豫1303民诉前调456号', ['zeng']],
  ['雄阳', []],
])('the list finds by %s', async (q, keys) => {
  expect(await listed(q)).toEqual([...keys].sort());
});

test('a dispute is found by its receipt number as people say it', async () => {
  const whole = await receiptOf('zeng2');
  const [year = '', no = ''] = whole.split('-');
  for (const said of [
    whole,
    whole.replace('-', ''),
    `${year}-${Number(no)}`,
    `${year.slice(2)}-${Number(no)}`,
  ])
    expect(await listed(said)).toEqual(['zeng2']);
  expect((await search(String(Number(no)))).disputes[0]?.id).toBe(ids.zeng2);
  expect((await search(`${Number(no)}号`)).disputes[0]?.matched).toEqual([
    { by: 'receipt-number', text: whole, sentence: `受理编号：${whole}` },
  ]);
});

test('the box puts the whole name first, then beginnings, then what is in the midst; each says what it was found by', async () => {
  const found = (await search('曾小')).disputes;
  expect(found.map(({ id }) => keyOf(id))).toEqual(['zeng2', 'zeng', 'dong']);
  expect(found[0]).toMatchObject({
    title: `${await receiptOf('zeng2')} 曾小与示例物流（南阳）公司 登记中`,
    matched: [{ by: 'worker', text: '曾小', sentence: '劳动者：曾小' }],
  });
  const [both] = (await search('zxl zhongxing')).disputes;
  expect(both?.matched.map(({ sentence }) => sentence)).toEqual([
    '劳动者：曾小乐',
    '用人单位：南阳市重型机械有限公司',
  ]);
});

test('neither box nor list shows what is of another district', async () => {
  expect(await listed('单雄信', other)).toEqual([]);
  expect(await search('单雄信', other)).toEqual({ disputes: [], referrals: [], papers: [], drafts: [] });
  expect(await listed('单雄信', mediator)).toEqual(['shan', 'shanwei']);
});

test('a paper is found by a part of its number, with its case; a void one is not', async () => {
  const write = (number: string, status: string) =>
    city.orm.em.fork().execute(
      `insert into paper (id, case_id, seq, kind, about, number, issuer, issued_on, facts, check_code, status)
       values (?, ?, 1, 'acceptance-notice', ?, ?, '示例', '2026-03-06', '{}', ?, ?)`,
      [randomUUID(), ids.dong, number, number, number, status],
    );
  await write('宛工调受〔2026〕7号', 'issued');
  await write('宛工调受〔2026〕77号', 'void');
  for (const said of ['宛工调受〔2026〕7号', '工调受', '2026 7号'])
    expect((await search(said)).papers).toMatchObject([{ kind: 'paper', case: ids.dong }]);
  expect((await search('工调受', other)).papers).toEqual([]);
});

test('one’s own drafts are found by title, another’s are not', async () => {
  const content = { workers: [{ name: '仇草稿', phone: '13800000000' }, {}], employers: 'x' };
  await clerk.post('/api/drafts', { kind: 'dispute-intake', title: '木工班 100%', content });
  for (const said of ['mgb', '木工', '%'])
    expect((await search(said)).drafts).toMatchObject([{ kind: 'draft', title: '木工班 100%（草稿）' }]);
  expect((await search('木工', mediator)).drafts).toEqual([]);
});

test('what another body brings is found by the number it came with, by us and by that body alone', async () => {
  const court = await city.as('liaison-court');
  const brought = await court.post('/api/referrals', {
    ...{ fromBody: 'court-411303', toBody: 'union-411303', channel: 'court-delegated' },
    ...{ otherNumber: '（2026）豫1303诉前调009号', receivedOn: '2026-03-02', contact: '0377-6000003' },
    ...{ reason: '当事人同意先行调解', request: '请调解', materials: ['起诉状'] },
    workers: [{ name: '解移送' }],
    employers: [{ name: '南阳示例物流有限公司' }],
    ...{ place: '卧龙区某仓库', since: '2025-11-30', facts: '两个月工资未付。' },
    claims: [{ head: 'wages', amount: '8000.00', basis: '两个月工资未付' }],
  });
  expect(brought.status).toBe(202);
  const items = async (caller: Caller, q: string) =>
    ((await caller.get(`/api/referrals?q=${encodeURIComponent(q)}`)).body.items as Hit[]).map(({ id }) => id);
  const id = brought.body.case;
  for (const said of ['诉前调009', '豫1303 009号']) {
    expect(await items(mediator, said)).toEqual([id]);
    expect(await items(court, said)).toEqual([id]);
    expect(await items(await city.as('liaison-hr'), said)).toEqual([]);
    expect(await items(other, said)).toEqual([]);
  }
  expect((await search('诉前调009')).referrals).toMatchObject([
    { kind: 'referral', id, title: expect.stringMatching(/^（2026）豫1303诉前调009号 .*移送/) },
  ]);
  expect((await court.get('/api/search?q=a')).status).toBe(403);
});

describe('numbers of people', () => {
  test.each([
    '13900001234',
    '139 0000 1234',
    '１３９００００１２３４',
    '张三 13900001234',
    '411303198506150014',
    '411303 19850615 0014',
    '41130319850615001x',
    '0377-63000001',
  ])('%s is refused in every list and in the box, with what to do instead', async (q) => {
    for (const path of ['disputes', 'referrals', 'drafts', 'imports', 'mediators', 'search']) {
      const caller = path === 'mediators' ? await city.as('manager') : clerk;
      const { status, body } = await caller.get(`/api/${path}?q=${encodeURIComponent(q)}`);
      expect([path, status, body.code]).toEqual([path, 422, 'search/personal-number']);
      expect(body.detail).toContain('按号码查找');
      expect(JSON.stringify(body)).not.toContain(q);
    }
    expect(city.log.join('\n')).not.toContain(q);
  });

  test('are in no key', async () => {
    const [{ keys }] = (await city.orm.em
      .fork()
      .execute(`select string_agg(searched || array_to_string(search, ' '), ' ') as keys from party`)) as [
      { keys: string },
    ];
    expect(keys).not.toMatch(/1234|139|4113|0014/);
  });
});

test('a name written past the house, without what it is found by, is not kept', async () => {
  const em = city.orm.em.fork();
  const byHand = (sql: string) => em.execute(sql, [ids.dong]);
  await expect(byHand(`update party set name = '改名' where dispute_id = ?`)).rejects.toThrow(
    /party_is_searched_as_named/,
  );
  await expect(
    byHand(`insert into party (id, dispute_id, no, side, name, details, searched, search)
      values (gen_random_uuid(), ?, 9, 'worker', '无名', '{}', '', '{}')`),
  ).rejects.toThrow(/party_is_searched_as_named/);
});

test('whatever is typed, the answer is a list', async () => {
  for (const q of [
    '(',
    '[a-',
    '\\',
    "'",
    '"',
    '%',
    '_',
    '?',
    '$1',
    '{}',
    '*',
    '.',
    '，',
    '号',
    '0',
    'a',
    '张?',
  ])
    expect((await clerk.get(`/api/search?q=${encodeURIComponent(q)}`)).status).toBe(200);
});
