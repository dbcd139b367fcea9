/** Requests that wait for a second person, as the list shows them, and the caseload and stuck lists beside. */
import type { Caller } from './caller.ts';
import { accepted, accountOf, type Desk, deskOf, detail, promote, signed, taken } from './dispute-course.ts';
import { type Instance, startInstance } from './instance.ts';
import { act } from './law-acts.ts';

type Request = Record<string, unknown> & { case: string; no: number; seq: number };

let city: Instance;
let desk: Desk;
let manager: Caller;
beforeAll(async () => {
  city = await startInstance({ engine: true });
  desk = await deskOf(city);
  ({ manager } = desk);
}, 60_000);
afterAll(() => city.stop());

const requests = async (query = '', caller = manager) =>
  (await caller.get(`/api/requests?${query}`)).body.items as Request[];

describe('requests', () => {
  let id: string;
  beforeAll(async () => {
    id = await signed(desk);
    await act(desk.mediator, id, 'record-payment', { on: '2026-03-20', instalment: 1, amount: '12600.00' });
    await act(desk.mediator, id, 'correct-payment', {
      on: '2026-03-21',
      instalment: 1,
      paid: '12000.00',
      note: '银行回单为准',
    });
    const { body } = await desk.mediator.get(`/api/disputes/${id}/events`);
    const drafted = (body.items as { seq: number; kind: string }[]).find(
      ({ kind }) => kind === 'agreement-drafted',
    );
    await act(desk.mediator, id, 'correct', {
      on: '2026-03-21',
      seq: drafted?.seq,
      field: 'breach',
      text: '逾期可以申请支付令。',
      note: '与原件不符',
    });
  });

  test('show what was and what is to be, why, who asks, and of which step', async () => {
    const items = await requests();
    expect(items).toHaveLength(2);
    expect(items.find(({ what }) => what === 'payment')).toMatchObject({
      ...{ case: id, about: '第 1 期到账', was: '12600.00 元', becomes: '12000.00 元' },
      ...{ reason: '银行回单为准', on: '2026-03-21', byName: expect.stringContaining('示例'), isOwn: false },
    });
    expect(items.find(({ what }) => what === 'text')).toMatchObject({
      ...{ was: '逾期可以申请仲裁。', becomes: '逾期可以申请支付令。', reason: '与原件不符' },
      about: expect.stringMatching(/^第 \d+ 步（.*协议.*）的「.+」$/),
    });
    expect(await requests('what=reopen')).toEqual([]);
  });

  test('are those of one’s districts; whoever asked is told that another decides', async () => {
    await promote(city, 'mediator-411303');
    expect((await requests('', await city.as('mediator-411303'))).map(({ isOwn }) => isOwn)).toEqual([
      true,
      true,
    ]);
    await promote(city, 'mediator-411302');
    expect(await requests('', await city.as('mediator-411302'))).toEqual([]);
    expect((await desk.auditor.get('/api/requests')).body.code).toBe('account/no-role');
  });

  test('are gone once they are decided, by the case’s own acts', async () => {
    const [payment, text] = ['payment', 'text'].map(
      (what) => async () => (await requests()).find((one) => one.what === what)!,
    );
    const first = await payment!();
    await act(manager.with({ 'if-match': `"${first.seq}"` }), id, 'approve-request', { no: first.no });
    expect(await detail(manager, id)).toMatchObject({ state: 'performing' });
    const second = await text!();
    await act(manager, id, 'reject-request', { no: second.no, note: '与原件一致' });
    expect(await requests()).toEqual([]);
  });
});

test('the caseload counts what lies open on each desk and in each county, and what is overdue', async () => {
  const ids = [await taken(desk), await accepted(desk)];
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  const fresh = await taken(desk, { receivedOn: today, facts: '今天收到' });
  for (const [by, key] of [
    ['mediator', accountOf(city, 'mediator-411303')],
    ['district', '411303'],
  ]) {
    const { body } = await manager.get(`/api/caseload?caseloadBy=${by}`);
    const row = (body.items as Record<string, unknown>[]).find((one) => one.key === key)!;
    const { body: list } = await manager.get(
      `/api/disputes?${by === 'mediator' ? 'owner' : 'district'}=${key}&isOpen=true&limit=500`,
    );
    expect([by, row.open]).toEqual([by, (list.items as object[]).length]);
    const { body: tasks } = await manager.get('/api/tasks?mine=false&limit=500');
    const own = (tasks.items as { case: string; dueOn: string }[]).filter(({ dueOn }) => dueOn < today);
    expect([by, row.overdueTasks, row.overdueCases]).toEqual([
      by,
      own.length,
      new Set(own.map((one) => one.case)).size,
    ]);
    expect((row.ages as number[]).reduce((sum, one) => sum + one, 0)).toBe(row.open);
    // Three are of March; the city's own and the fresh one are of today.
    expect(row.ages).toEqual([Number(row.open) - 3, 0, 0, 0, 0, 3]);
    expect(row.oldestOn).toBe('2026-03-02');
  }
  const openBy = async (by: string) =>
    ((await manager.get(`/api/caseload?caseloadBy=${by}`)).body.items as { open: number }[]).reduce(
      (sum, { open }) => sum + open,
      0,
    );
  expect(await openBy('mediator')).toBe(await openBy('district'));
  const stuck = (await manager.get('/api/stuck?limit=500')).body.items as Record<string, unknown>[];
  expect(stuck.map((one) => one.id)).toEqual(expect.arrayContaining(ids));
  expect(stuck.map((one) => one.id)).not.toContain(fresh);
  expect(stuck.map(({ since }) => since)).toEqual(stuck.map(({ since }) => since).toSorted());
  for (const { why, sentence } of stuck)
    expect([why, sentence]).toEqual([
      [{ code: 'overdue', name: '待办逾期' }],
      expect.stringMatching(/\p{Script=Han}/u),
    ]);
});

test('a case whose mediator is no longer there is stuck for want of an owner', async () => {
  const id = await taken(desk);
  const em = city.orm.em.fork();
  await em.execute(`update account set is_active = false where login = 'mediator-411303'`);
  const stuck = (await manager.get('/api/stuck?stuckFor=owner')).body.items as {
    id: string;
    why: { code: string }[];
  }[];
  expect(stuck.find((one) => one.id === id)?.why.map(({ code }) => code)).toContain('owner');
  expect((await manager.get('/api/stuck?stuckFor=date')).body.items).toEqual([]);
  await em.execute(`update account set is_active = true where login = 'mediator-411303'`);
});
