/** Cases handed to other mediators: the preview says what will happen and changes nothing; each case is handed over by its own act. */
import { randomUUID } from 'node:crypto';
import type { AccountId } from '../../src/domain/ids.ts';
import type { Caller } from './caller.ts';
import { accountOf, type Desk, deskOf, detail, mediated, signed, taken } from './dispute-course.ts';
import { type Instance, startInstance } from './instance.ts';
import { act } from './law-acts.ts';

type Preview = {
  items: {
    case: string;
    seq: number;
    to: string | null;
    toName: string | null;
    fromName: string;
    isOpen: boolean;
    isSame: boolean;
    sentence: string | null;
  }[];
  loads: { account: string; name: string; before: number; after: number }[];
  candidates: { account: string; cases: number; openCases: number }[];
  isCut: boolean;
  referrals: number;
};

let city: Instance;
let desk: Desk;
let manager: Caller;
let own: string;
let beside: string;
/** Two more in the county, one of whom has room for a single case. */
const [second, third] = [randomUUID(), randomUUID()] as string[] as [AccountId, AccountId];
const open: string[] = [];
let performed: string;
let closed: string;

beforeAll(async () => {
  city = await startInstance({ engine: true });
  desk = await deskOf(city);
  ({ manager } = desk);
  own = accountOf(city, 'mediator-411303');
  beside = accountOf(city, 'mediator-411302');
  for (let count = 0; count < 3; count += 1) open.push(await taken(desk));
  performed = await signed(desk);
  await act(desk.mediator, performed, 'record-payment', {
    on: '2026-03-20',
    instalment: 1,
    amount: '12600.00',
  });
  closed = await mediated(desk);
  await act(desk.mediator, closed, 'withdraw', { on: '2026-03-16', note: '不申请了' });
  for (const { file } of (await detail(manager, closed)).papers) await manager.getSettled(file);
  await act(desk.mediator, closed, 'close', { on: '2026-03-17' });
  for (const [id, login] of [
    [second, 'zz-second'],
    [third, 'zz-third'],
  ] as const)
    await city.orm.em.fork().execute(
      `insert into account (id, login, name, password_hash, roles, district, body, is_active, created_at)
       values (?, ?, ?, '', '{mediator}', '411303', null, true, now())`,
      [id, login, `${login}（示例）`],
    );
  await manager.post(`/api/mediators/${third}/profile`, { skills: [], maxCases: 1 });
}, 60_000);
afterAll(() => city.stop());

async function preview(body: object, caller = manager): Promise<Preview> {
  const answer = await caller.post('/api/reassignments/preview', body);
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.body as unknown as Preview;
}
const nothing = async () => JSON.stringify(await city.count());

test('asked to whom, each goes to the best, what was given before counted in; nothing is changed by asking', async () => {
  const before = await nothing();
  const { items, loads, candidates, isCut } = await preview({ cases: open });
  expect(items.map(({ to, isOpen, sentence }) => [to, isOpen, sentence])).toEqual([
    // The third has room for one; once it is full, the second is the only one with room.
    ...[
      [second, true, null],
      [third, true, null],
      [second, true, null],
    ],
  ]);
  expect(new Map(loads.map(({ account, before: was, after }) => [account, [was, after]]))).toEqual(
    new Map([
      [own, [4, 1]],
      [second, [0, 2]],
      [third, [0, 1]],
    ]),
  );
  expect(candidates.filter(({ cases }) => cases === 3).map(({ account }) => account)).toEqual(
    expect.arrayContaining([own, second, third]),
  );
  expect(isCut).toBe(false);
  expect(await nothing()).toBe(before);
});

test('to one named, it says who is refused and why, and what speaks against it', async () => {
  const elsewhere = await preview({ cases: open, mediator: beside });
  expect(elsewhere.items.map(({ isOpen }) => isOpen)).toEqual([false, false, false]);
  expect(elsewhere.items[0]?.sentence).toContain('不是本区县在岗的调解员');
  const full = await preview({ cases: open, mediator: third });
  expect(full.items.map(({ isOpen, sentence }) => [isOpen, sentence === null])).toEqual([
    ...[
      [true, true],
      [true, false],
      [true, false],
    ],
  ]);
  const same = await preview({ cases: open, mediator: own });
  expect(same.items.map(({ isSame, isOpen }) => [isSame, isOpen])).toEqual(Array(3).fill([true, false]));
  expect(same.loads).toEqual([expect.objectContaining({ account: own, before: 4, after: 4 })]);
});

test('whoever stepped aside from a case is not given it again', async () => {
  const id = await taken(desk);
  await act(manager, id, 'assign', { mediator: second });
  await act(manager, id, 'recuse', { mediator: second, reason: 'kin', note: '亲属' });
  const { items } = await preview({ cases: [id], mediator: second });
  expect(items).toMatchObject([{ isOpen: false, sentence: expect.stringContaining('回避') }]);
  expect((await preview({ cases: [id] })).items[0]?.to).not.toBe(second);
});

test('a file at rest is not handed on', async () => {
  expect((await preview({ cases: [closed] })).items).toMatchObject([
    { isOpen: false, sentence: expect.stringContaining('已办结') },
  ]);
});

test('what was previewed happens, one case after the other, and is refused where somebody was faster', async () => {
  const { items } = await preview({ cases: open, mediator: second });
  await act(desk.clerk, open[2] as string, 'add-note', { text: '补记' }).catch(() => {});
  const [first, other] = items;
  for (const { case: id, seq, to } of [first!, other!]) {
    const answer = await manager
      .with({ 'if-match': `"${seq}"` })
      .post(`/api/disputes/${id}/assign`, { mediator: to });
    expect(answer.status).toBe(200);
    expect(await detail(manager, id)).toMatchObject({ owner: second });
  }
  const again = await manager
    .with({ 'if-match': `"${first!.seq}"` })
    .post(`/api/disputes/${first!.case}/assign`, { mediator: third });
  expect([again.status, again.body.code]).toEqual([409, 'case/changed-meanwhile']);
});

test('who leaves hands over all they have open, performed cases too, closed ones not', async () => {
  const { items, loads, referrals } = await preview({ owner: own });
  const { body } = await manager.get(`/api/disputes?owner=${own}&isOpen=true&limit=500`);
  const theirs = (body.items as { id: string }[]).map(({ id }) => id);
  expect(items.map((one) => one.case).sort()).toEqual(theirs.sort());
  expect(theirs).toContain(performed);
  expect(theirs).not.toContain(closed);
  expect(items.every(({ to }) => to !== null && to !== own)).toBe(true);
  expect(loads.find(({ account }) => account === own)?.after).toBe(0);
  expect(referrals).toBe(0);
});

test('only a manager previews, and only cases of their districts; cases or a mediator are named, not both', async () => {
  expect((await desk.mediator.post('/api/reassignments/preview', { cases: open })).body.code).toBe(
    'account/no-role',
  );
  await city.orm.em.fork().execute(`update account set roles = '{manager}' where login = 'mediator-411302'`);
  const other = await city.as('mediator-411302');
  expect((await other.post('/api/reassignments/preview', { cases: open })).body.code).toBe('case/not-found');
  expect((await preview({ owner: own }, other)).items).toEqual([]);
  for (const body of [{}, { cases: open, owner: own }])
    expect((await manager.post('/api/reassignments/preview', body)).body.code).toBe('input/invalid');
});
