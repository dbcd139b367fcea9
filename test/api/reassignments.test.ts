/** Cases handed to other mediators: the preview says what will happen and changes nothing; what was seen is then ordered as one job. */
import { randomUUID } from 'node:crypto';
import type { AccountId } from '../../src/domain/ids.ts';
import type { Caller } from './caller.ts';
import {
  accepted,
  accountOf,
  course,
  type Desk,
  deskOf,
  detail,
  drawn,
  mediated,
  signed,
  taken,
} from './dispute-course.ts';
import { type Instance, startInstance } from './instance.ts';
import { act, until } from './law-acts.ts';

type Preview = {
  items: {
    case: string;
    receiptNumber: string;
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

type Moved = { case: string; mediator: string | null; seq: number };
type Job = Record<'total' | 'done' | 'refused' | 'pending', number> & {
  id: string;
  sentence: string;
  isDone: boolean;
  refusals: object[];
};
type Send = () => ReturnType<typeof handOver>;
const movesOf = (items: Preview['items']): Moved[] =>
  items.map(({ case: id, to, seq }) => ({ case: id, mediator: to, seq }));

async function handOver(
  moves: Moved[],
  { caller = manager, ...more }: { caller?: Caller; note?: string } = {},
) {
  const answer = await caller.post('/api/reassignments', { moves, ...more });
  return { ...answer, body: answer.body as unknown as Job & { code?: string } };
}

/** The manager's job once it is over, found among their jobs. */
async function ended(id: string): Promise<Job> {
  const find = async () =>
    ((await manager.get('/api/jobs')).body.items as Job[]).find((one) => one.id === id)!;
  await until(async () => (await find()).isDone);
  return find();
}

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

test('what was previewed happens as one job, each case by an event of its own; where somebody was faster it is told, and the others go', async () => {
  const { items } = await preview({ cases: open, mediator: second });
  await act(desk.mediator, open[2]!, 'add-note', { note: '补记' });
  const { status, body } = await handOver(movesOf(items), { note: '调整分工' });
  expect([status, body]).toMatchObject([
    200,
    { kind: 'reassign', sentence: '案件改派给zz-second（示例）', total: 3 },
  ]);
  const changed = items.find((one) => one.case === open[2])!;
  expect(await ended(body.id)).toMatchObject({
    ...{ done: 2, refused: 1, pending: 0 },
    refusals: [
      {
        case: changed.case,
        receiptNumber: changed.receiptNumber,
        sentence: `您看到的是第 ${changed.seq} 步之后的内容，案件已经到第 ${changed.seq + 1} 步；请刷新后核对变化再办理`,
      },
    ],
  });
  expect(await Promise.all(open.map(async (id) => (await detail(manager, id)).owner))).toEqual([
    ...[second, second, own],
  ]);
  expect((await course(manager, open[0]!)).at(-1)).toMatchObject({
    ...{ kind: 'mediator-assigned', actor: accountOf(city, 'manager'), texts: { note: '调整分工' } },
  });
});

test('what a case did of itself since it was previewed does not hold it up', async () => {
  const id = await accepted(desk);
  await drawn(manager, id);
  await until(async () => (await course(manager, id)).some(({ kind }) => kind === 'paper-drawn'));
  const before = (await course(manager, id)).find(({ kind }) => kind === 'dispute-accepted')!;
  const { body } = await handOver([{ case: id, mediator: second, seq: before.seq }]);
  expect(await ended(body.id)).toMatchObject({ done: 1, refused: 0 });
});

test('to several mediators is one job, too; whom a case may not be given to is told of that case alone', async () => {
  const [one, other] = [await taken(desk), await taken(desk)];
  const { body } = await handOver([
    { case: one, mediator: second, seq: 1 },
    { case: other, mediator: beside, seq: 1 },
  ]);
  expect(body.sentence).toBe('案件改派');
  expect(await ended(body.id)).toMatchObject({
    ...{ done: 1, refused: 1 },
    refusals: [{ case: other, sentence: '这个账号不是本区县在岗的调解员，请改选其他人' }],
  });
});

test.each([
  ['one after the other', async (send: Send) => [await send(), await send()]],
  ['at the same moment', (send: Send) => Promise.all([send(), send()])],
])('the same order twice with one key, %s, is one job and one event a case', async (how, twice) => {
  const cases = [await taken(desk), await taken(desk)];
  const moves = cases.map((id) => ({ case: id, mediator: second, seq: 1 }));
  const once = manager.with({ 'idempotency-key': `hand-over ${how}`.replaceAll(' ', '-') });
  const [first, again] = await twice(() => handOver(moves, { caller: once }));
  expect([first?.status, again?.status, again?.body.id]).toEqual([200, 200, first?.body.id]);
  expect(await ended(first!.body.id)).toMatchObject({ total: 2, done: 2 });
  for (const id of cases) expect((await course(manager, id)).map(({ seq }) => seq)).toEqual([1, 2]);
  const before = await nothing();
  const later = await handOver(moves, { caller: once });
  expect(later.body).toMatchObject({ id: first!.body.id, isDone: true, done: 2 });
  const reused = await handOver(moves.slice(1), { caller: once });
  expect([reused.status, reused.body.code]).toEqual([422, 'command/key-reused']);
  expect(await nothing()).toBe(before);
});

test('without a key the same moves on the same states are the same order', async () => {
  const moves = [{ case: await taken(desk), mediator: second, seq: 1 }];
  const [first, again] = [await handOver(moves), await handOver(moves)];
  expect(again.body.id).toBe(first.body.id);
  expect(await ended(first.body.id)).toMatchObject({ total: 1, done: 1 });
});

test('with one case beyond the manager’s districts none is handed over; nor is one that is not there', async () => {
  const [here, elsewhere] = [
    await taken(desk),
    await taken({ ...desk, clerk: manager }, { district: '411302' }),
  ];
  await city.orm.em.fork().execute(`update account set roles = '{manager}' where login = 'mediator-411302'`);
  const county = await city.as('mediator-411302');
  const before = await nothing();
  for (const id of [here, '00000000-0000-4000-8000-0000000000ff']) {
    const moves = [elsewhere, id].map((one) => ({ case: one, mediator: beside, seq: 1 }));
    const { status, body } = await handOver(moves, { caller: county });
    expect([status, body.code]).toEqual([404, 'case/not-found']);
  }
  const { status, body } = await handOver([{ case: here, mediator: own, seq: 1 }], { caller: desk.mediator });
  expect([status, body.code]).toEqual([403, 'account/no-role']);
  expect(await nothing()).toBe(before);
});

test('a case is listed once, and at most five hundred are', async () => {
  const id = '00000000-0000-4000-8000-0000000000ff';
  const same = { case: id, mediator: second, seq: 1 };
  const many = Array.from({ length: 501 }, () => ({ ...same, case: randomUUID() }));
  for (const moves of [[], [same, same], many])
    expect((await handOver(moves)).body.code).toBe('input/invalid');
  expect((await handOver([same, same])).text).toContain('一件案件只能列一次');
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
  const other = await city.as('mediator-411302');
  expect((await other.post('/api/reassignments/preview', { cases: open })).body.code).toBe('case/not-found');
  expect((await preview({ owner: own }, other)).items).toEqual([]);
  for (const body of [{}, { cases: open, owner: own }])
    expect((await manager.post('/api/reassignments/preview', body)).body.code).toBe('input/invalid');
});
