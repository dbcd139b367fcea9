/** Who read what: on record with the answer, told to managers and auditors, itself not read in secret. */
import { randomUUID } from 'node:crypto';
import type { Day } from '../../src/domain/day.ts';
import type { AccountId, CaseId, CommandId } from '../../src/domain/ids.ts';
import { Evidence } from '../../src/persistence/evidence.entity.ts';
import { Paper } from '../../src/persistence/paper.entity.ts';
import { Reading } from '../../src/persistence/reading.entity.ts';
import { intakeBody } from './bodies.ts';
import type { Caller } from './caller.ts';
import { type Instance, startInstance } from './instance.ts';

let city: Instance;
let clerk: Caller;
let id: string;
beforeAll(async () => {
  city = await startInstance({ engine: false });
  clerk = await city.as('clerk');
  const { body } = await clerk.post('/api/disputes', intakeBody());
  id = String(body.case);
});
afterAll(() => city.stop());

const accountOf = (login: string) => city.logins.find((one) => one.login === login)!.account;
const on = async (login: string) =>
  (
    await city.orm.em.fork().find(Reading, { account: accountOf(login) as never }, { orderBy: { no: 'asc' } })
  ).map(({ what, caseId, about, rowCount }) => [what, caseId ?? null, about ?? null, rowCount ?? null]);
type Item = Record<'id' | 'at' | 'account' | 'what' | 'whatName' | 'case' | 'receiptNumber', string>;
const items = (answer: { body: Record<string, unknown> }) => answer.body.items as Item[];

test('a dispute that is looked at is on record, once for as long as one looks', async () => {
  const mediator = await city.as('mediator-411303');
  for (const path of ['', '', '/events', '/evidence']) await mediator.get(`/api/disputes/${id}${path}`);
  expect(await on('mediator-411303')).toEqual([['dispute', id, null, null]]);
  city.later(11 * 60_000);
  await mediator.get(`/api/disputes/${id}`);
  expect(await on('mediator-411303')).toHaveLength(2);
});

test('what one may not see, or what is not there, leaves no reading', async () => {
  const stranger = await city.as('mediator-411302');
  expect((await stranger.get(`/api/disputes/${id}`)).status).toBe(404);
  expect((await stranger.get('/api/papers/00000000-0000-4000-8000-000000000000/file')).status).toBe(404);
  expect(await on('mediator-411302')).toEqual([]);
});

test('a list on the screen is none; taken along it is, each time, with its rows and how it was narrowed, without names', async () => {
  await clerk.get('/api/disputes');
  expect(await on('clerk')).toEqual([]);
  const path = `/api/disputes?state=new&q=${encodeURIComponent('李')}`;
  const { headers } = await clerk.get(`${path}&format=csv`);
  expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
  await clerk.get(`${path}&format=csv`);
  await clerk.get('/api/disputes?limit=1&format=xlsx');
  const all = await on('clerk');
  expect(all.map(([what, , about]) => [what, about])).toEqual([
    ['export', 'disputes.csv?state=new'],
    ['export', 'disputes.csv?state=new'],
    ['export', 'disputes.xlsx'],
  ]);
  expect(all.map(([, , , rows]) => rows)).toEqual([expect.any(Number), expect.any(Number), 1]);
});

test('looking for look-alikes and reading a sheet are on record', async () => {
  const before = (await on('clerk')).length;
  await clerk.post('/api/look-alikes', { workers: [{ name: '李小花' }], employers: [], heads: [] });
  await clerk.post('/api/sheets/wage-sheet/read', { text: '姓名\t欠薪金额\n李小花\t100' });
  expect((await on('clerk')).slice(before).map(([what]) => what)).toEqual(['look-alike', 'sheet']);
});

test('a file is on record with its case', async () => {
  const em = city.orm.em.fork();
  const [file, paper] = [randomUUID(), randomUUID()];
  const content = Buffer.from('聊天记录');
  const caseId = id as CaseId;
  em.create(Evidence, {
    ...{
      id: file,
      caseId,
      no: 1,
      name: '聊天.txt',
      mediaType: 'text/plain',
      bytes: content.length,
      sha256: 'x',
    },
    ...{ addedBy: 'x' as AccountId, addedAt: new Date(), addedOn: '2026-03-02' as Day, status: 'kept' },
    ...{ commandId: 'c' as CommandId, content },
  });
  const drawn = em.create(Paper, {
    ...{ id: paper, caseId, seq: 1, kind: 'agreement', about: '', number: '1', issuer: 'x', facts: {} },
    ...{ issuedOn: '2026-03-02' as Day, checkCode: 'x', status: 'issued' },
  });
  await em.flush();
  const before = (await on('clerk')).length;
  const shown = await clerk.get(`/api/evidence/${file}/file`);
  expect([shown.text, shown.headers.get('content-type')]).toEqual(['聊天记录', 'text/plain']);
  expect((await clerk.get(`/api/papers/${paper}/file`)).status).toBe(202);
  drawn.file = content;
  await em.flush();
  expect((await clerk.get(`/api/papers/${paper}/file`)).status).toBe(200);
  expect((await on('clerk')).slice(before)).toEqual([
    ['evidence', id, file, null],
    ['paper', id, paper, null],
  ]);
});

test('without a record there is no answer, and nothing of it', async () => {
  const admin = city.orm.em.fork();
  await admin.execute('alter table reading rename to reading_away');
  try {
    const one = await clerk.get(`/api/disputes/${id}`);
    expect([one.status, one.body.code]).toEqual([500, 'service/fault']);
    const csv = await clerk.get('/api/disputes?format=csv');
    expect([csv.status, csv.headers.get('content-disposition')]).toEqual([500, null]);
    expect((await clerk.get('/api/disputes')).status).toBe(200);
  } finally {
    await admin.execute('alter table reading_away rename to reading');
  }
});

describe('the log', () => {
  test('is read by the auditor and by managers, who are on record themselves', async () => {
    const auditor = await city.as('auditor');
    const whole = await auditor.get('/api/readings');
    expect(whole.status).toBe(200);
    expect(items(whole).length).toBeGreaterThan(4);
    expect(items(whole)[0]).toMatchObject({ whatName: expect.stringMatching(/\p{Script=Han}/u) });
    expect(items(whole).map(({ at }) => at)).toEqual(
      items(whole)
        .map(({ at }) => at)
        .sort()
        .reverse(),
    );
    expect(await on('auditor')).toEqual([['readings', null, null, null]]);
    for (const login of ['clerk', 'mediator-411303', 'admin', 'liaison-court'])
      expect((await (await city.as(login)).get('/api/readings')).status).toBe(403);
  });

  test('is narrowed by case, account, kind, day and name', async () => {
    const manager = await city.as('manager');
    const list = async (query: string) => items(await manager.get(`/api/readings?limit=100&${query}`));
    const ofCase = await list(`case=${id}`);
    expect(new Set(ofCase.map((one) => one.case))).toEqual(new Set([id]));
    expect(ofCase[0]?.receiptNumber).toMatch(/^\d{4}-/);
    const account = accountOf('mediator-411303');
    expect(new Set((await list(`account=${account}`)).map((one) => one.account))).toEqual(new Set([account]));
    expect(new Set((await list('what=export')).map(({ what }) => what))).toEqual(new Set(['export']));
    expect((await list(`q=${ofCase[0]!.receiptNumber}`)).length).toBe(ofCase.length);
    expect((await list(`q=${encodeURIComponent('窗口')}&what=export`)).length).toBe(3);
    const day = new Date(Date.parse(ofCase[0]!.at) + 8 * 3_600_000).toISOString().slice(0, 10);
    expect((await list(`case=${id}&from=${day}&until=${day}`)).length).toBeGreaterThan(0);
    expect(await list(`until=2020-01-01`)).toEqual([]);
    expect(await list(`from=2100-01-01`)).toEqual([]);
  });

  test('of one dispute stands beside it, page by page, and is taken along', async () => {
    const manager = await city.as('manager');
    await manager.get(`/api/disputes/${id}/readings`);
    const whole = items(await manager.get(`/api/disputes/${id}/readings`));
    const first = await manager.get(`/api/disputes/${id}/readings?limit=1`);
    const rest = await manager.get(`/api/disputes/${id}/readings?cursor=${String(first.body.nextCursor)}`);
    expect([...items(first), ...items(rest)].map((one) => one.id)).toEqual(whole.map((one) => one.id));
    const { text } = await manager.get(`/api/disputes/${id}/readings?format=csv`);
    expect(text).toContain('案件详情');
    expect(await on('manager')).toContainEqual(['export', id, `disputes/${id}/readings.csv`, whole.length]);
    expect((await clerk.get(`/api/disputes/${id}/readings`)).status).toBe(403);
  });

  test('of other districts is not theirs: a county’s manager reads of its cases and people alone', async () => {
    await city.orm.em
      .fork()
      .execute(`update account set roles = '{manager}' where login = 'mediator-411302'`);
    const county = await city.as('mediator-411302');
    expect((await county.get(`/api/disputes/${id}/readings`)).status).toBe(404);
    expect(items(await county.get('/api/readings')).map(({ account }) => account)).toEqual([]);
    const own = items(await county.get('/api/readings'));
    expect(own.map(({ what }) => what)).toEqual(['readings']);
  });
});
