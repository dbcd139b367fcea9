/** What two bodies say to each other over a referral, what goes along, and what is done about silence. */
import { recordEvent } from '../../activities/record-event.ts';
import { type CaseState, ring } from '../../src/domain/case.ts';
import { dayAt } from '../../src/domain/day.ts';
import type { CaseId, CommandId } from '../../src/domain/ids.ts';
import { snapshotOf } from '../../src/persistence/case.listing.ts';
import { readPdf } from '../papers/read-pdf.ts';
import { aDisputeTakenIn } from './bodies.ts';
import type { Answer, Caller } from './caller.ts';
import { type Instance, startInstance } from './instance.ts';
import { act, received, shown, until } from './law-acts.ts';

let city: Instance;
let clerk: Caller;
let mediator: Caller;
let manager: Caller;
let hr: Caller;
let court: Caller;
beforeAll(async () => {
  city = await startInstance({ engine: true });
  clerk = await city.as('clerk');
  mediator = await city.as('mediator-411303');
  manager = await city.as('manager');
  hr = await city.as('liaison-hr');
  court = await city.as('liaison-court');
}, 60_000);
afterAll(() => city.stop());

const wish = { reason: '涉嫌欠薪', request: '请核实', contact: '0377-6000002', isWorkerConsenting: true };

/** A referral of a new dispute to labour inspection, opened on 2 March 2026, with a certificate on its file. */
async function aReferral(place: string) {
  const dispute = await aDisputeTakenIn(clerk, { facts: `往来${place}`, place });
  await act(mediator, dispute, 'refer', { on: received, body: 'hr-411303', ...wish });
  const [one] = (await mediator.get(`/api/referrals?parent=${dispute}`)).body.items as { id: string }[];
  return { dispute, id: one!.id, path: `/api/referrals/${one?.id}` };
}
async function done(caller: Caller, path: string, body: object): Promise<void> {
  const { status, text } = await caller.post(path, { on: received, ...body });
  expect([path, status, text]).toEqual([path, 200, expect.any(String)]);
}
type Shown = {
  state: string;
  outcome: string | null;
  thread: {
    side: string;
    kind: string;
    text: string | null;
    actorName: string;
    on: string;
    materials: string[];
  }[];
  tasks: { why: string; dueOn: string; ownerName: string }[];
  hops: { hop: string; endedOn: string | null; outcome: string | null }[];
  actions: string[];
  withheld: { action: string; reason: string }[];
  outcomes: { code: string; name: string }[];
};
const see = async (caller: Caller, path: string) => (await caller.get(path)).body as unknown as Shown;
const heardBy = async (dispute: string) =>
  ((await mediator.get(`/api/disputes/${dispute}/events`)).body.items as { kind: string; facts: object }[])
    .filter(({ kind }) => kind === 'referral-heard')
    .map(({ facts }) => facts);
const why = ({ status, body }: Answer) => [status, body.code];

test('replies and materials make a thread, each with its side, its person and its day', async () => {
  const { path } = await aReferral('回复');
  await done(mediator, `${path}/send`, {});
  await done(hr, `${path}/receive`, {});
  await done(hr, `${path}/reply`, { text: '请问用人单位现住所？' });
  await done(mediator, `${path}/reply`, { text: '住所如函所载。' });
  await done(hr, `${path}/ask-materials`, { text: '请补工资流水', neededOn: '2026-03-06' });
  expect((await see(mediator, path)).tasks.map(({ why: task, dueOn }) => [task, dueOn])).toContainEqual([
    ...['send-materials', '2026-03-06'],
  ]);
  await done(mediator, `${path}/send-materials`, { materials: ['工资流水', '考勤表'] });
  await done(manager, `${path}/reply`, { text: '来电：材料收到', side: 'receiver' });
  const { thread, tasks } = await see(hr, path);
  expect(thread.map(({ side, kind, text, materials }) => [side, kind, text, materials])).toEqual([
    ['sender', 'referral-sent', null, []],
    ['receiver', 'referral-replied', '请问用人单位现住所？', []],
    ['sender', 'referral-replied', '住所如函所载。', []],
    ['receiver', 'materials-asked', '请补工资流水', []],
    ['sender', 'materials-sent', null, ['工资流水', '考勤表']],
    ['receiver', 'referral-replied', '来电：材料收到', []],
  ]);
  expect(thread[1]).toMatchObject({ actorName: expect.stringContaining('人力资源'), on: received });
  // What our house has to do is no business of theirs.
  expect(tasks).toEqual([]);
  expect((await see(mediator, path)).tasks.map(({ why: task }) => task)).toEqual(['watch-referral']);
});

test('another body’s officer sees nothing of it, and an officer cannot speak for the union', async () => {
  const { path } = await aReferral('旁人');
  await done(mediator, `${path}/send`, {});
  expect(why(await court.get(path))).toEqual([404, 'case/not-found']);
  expect(why(await court.post(`${path}/reply`, { text: '我来答' }))).toEqual([404, 'case/not-found']);
  expect(why(await hr.post(`${path}/reply`, { text: '代工会', side: 'sender' }))).toEqual([
    ...[403, 'case/not-yours-to-do'],
  ]);
});

test('papers of the case go along with their hashes, and the receiver can read them; others are refused', async () => {
  const { dispute, path } = await aReferral('随附');
  const other = await aReferral('随附别案');
  for (const one of [dispute, other.dispute])
    await act(mediator, one, 'certify-limitation', { on: received });
  const certificateOf = async (one: string) => {
    const paper = (await shown(mediator, one)).papers.find(({ kind }) => kind === 'limitation-certificate');
    await mediator.getSettled(paper?.file ?? '');
    return { paper, id: /papers\/([^/]+)\//.exec(paper?.file ?? '')?.[1] ?? '' };
  };
  const [mine, theirs] = [await certificateOf(dispute), await certificateOf(other.dispute)];
  const refused = await mediator.post(`${path}/send`, { on: received, enclosed: [theirs.id] });
  expect(why(refused)).toEqual([422, 'referral/file-unknown']);
  await done(mediator, `${path}/send`, { enclosed: [mine.id] });
  const { thread } = (await hr.get(path)).body as unknown as {
    thread: { enclosed: Record<string, string>[] }[];
  };
  const [enclosed] = thread[0]!.enclosed;
  expect(enclosed).toMatchObject({ id: mine.id, name: mine.paper?.number, kind: 'limitation-certificate' });
  expect(enclosed?.sha256).toMatch(/^[0-9a-f]{64}$/);
  const file = await fetch(`${city.url}${enclosed?.file}`, { headers: hr.headers });
  const bytes = new Uint8Array(await file.arrayBuffer());
  const hash = Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex');
  expect([file.status, hash]).toEqual([200, enclosed?.sha256]);
  expect((await hr.get(`${path}/files/${theirs.id}`)).status).toBe(404);
  expect((await hr.get(mine.paper?.file ?? '')).status).toBe(404);
});

test('what our house says to itself does not reach the other body', async () => {
  const { path } = await aReferral('内部');
  await done(mediator, `${path}/send`, {});
  await done(mediator, `${path}/remind`, { on: '2026-03-10' });
  await done(mediator, `${path}/escalate`, { on: '2026-03-16', note: '内部：对方惯于拖延' });
  expect((await manager.get(path)).text).toContain('惯于拖延');
  const theirs = await hr.get(path);
  expect(theirs.text).not.toContain('惯于拖延');
  const { events, tasks } = theirs.body as unknown as { events: { kind: string }[]; tasks: object[] };
  expect(events.map(({ kind }) => kind)).toEqual(['referral-sent', 'referral-reminded']);
  expect(tasks).toEqual([]);
});

test.each([
  ['recalled', (path: string) => done(mediator, `${path}/recall`, { note: '双方已和解' })],
  ['returned', (path: string) => done(hr, `${path}/return`, { reason: 'other', note: '不归我局管' })],
])('a referral %s leaves the body its own words and none of our files', async (how, takeBack) => {
  const { dispute, path } = await aReferral(`取回${how}`);
  await act(mediator, dispute, 'certify-limitation', { on: received });
  const paper = (await shown(mediator, dispute)).papers.find(({ kind }) => kind === 'limitation-certificate');
  await mediator.getSettled(paper?.file ?? '');
  const id = /papers\/([^/]+)\//.exec(paper?.file ?? '')?.[1] ?? '';
  await done(mediator, `${path}/send`, { enclosed: [id] });
  await done(hr, `${path}/reply`, { text: '请问住所？' });
  type Sent = { papers: { kind: string; file: string }[]; thread: { enclosed: object[] }[]; reason: string };
  const letterOf = ({ papers }: Sent) => papers.find(({ kind }) => kind === 'referral-letter')?.file ?? '';
  const before = (await hr.get(path)).body as unknown as Sent;
  expect((await hr.getSettled(letterOf(before))).status).toBe(200);
  expect((await hr.get(`${path}/files/${id}`)).status).toBe(200);
  await takeBack(path);
  const answer = await hr.get(path);
  const after = answer.body as unknown as Sent;
  expect([after.reason, letterOf(after), after.thread.flatMap(({ enclosed }) => enclosed)]).toEqual([
    '',
    '',
    [],
  ]);
  expect(answer.text).toContain('请问住所？');
  expect(answer.text).not.toContain(wish.reason);
  expect((await hr.get(letterOf(before))).status).toBe(404);
  expect((await hr.get(`${path}/files/${id}`)).status).toBe(404);
  expect((await mediator.get(`${path}/files/${id}`)).status).toBe(200);
  expect((await mediator.get(letterOf(before))).status).toBe(200);
});

test('a body reports what is its to report, and is told so otherwise', async () => {
  const { path } = await aReferral('结果');
  await done(mediator, `${path}/send`, {});
  for (const step of ['receive', 'accept', 'start-work']) await done(hr, `${path}/${step}`, {});
  const { outcomes } = await see(hr, path);
  expect(outcomes.length).toBeGreaterThan(5);
  await done(hr, `${path}/report`, { note: '已责令七日内支付', outcome: 'payment-ordered' });
  const { hops, outcome, thread } = await see(mediator, path);
  expect(outcome).toBe('payment-ordered');
  expect(hops.map(({ hop, outcome: met }) => [hop, met])).toEqual([
    ...[
      ['receive', 'met'],
      ['decide', 'met'],
      ['report', 'met'],
    ],
  ]);
  expect(thread.at(-1)).toMatchObject({ side: 'receiver', text: '已责令七日内支付' });
});

test('whoever accepts or returns gives a slip, whatever they write beside it, and closing waits for its drawing', async () => {
  const slipOf = async (path: string) => {
    const { slip } = (await mediator.get(path)).body as { slip: { file: string } | null };
    expect((await mediator.getSettled(slip?.file ?? '')).status).toBe(200);
    const file = await fetch(`${city.url}${slip?.file}`, { headers: hr.headers });
    return (await readPdf(Buffer.from(await file.arrayBuffer()))).text;
  };
  const taken = await aReferral('回执接受');
  await done(mediator, `${taken.path}/send`, {});
  expect((await mediator.get(taken.path)).body.slip).toBeNull();
  for (const step of ['receive', 'accept']) await done(hr, `${taken.path}/${step}`, {});
  const accepted = await slipOf(taken.path);
  for (const said of ['移送回执', '答复日期2026年3月2日', '周大明', '卧龙区总工会'])
    expect(accepted).toContain(said);
  expect(accepted).not.toContain('退回理由');
  const back = await aReferral('回执退回');
  await done(mediator, `${back.path}/send`, {});
  await done(hr, `${back.path}/return`, {
    reason: 'incomplete',
    note: `缺材料${'很长的说明'.repeat(600)}𠮷`,
  });
  await done(mediator, `${back.path}/close`, {});
  const returned = await slipOf(back.path);
  for (const said of ['退回理由', '材料不齐']) expect(returned).toContain(said);
});

test('a clock that lapses is told to the dispute, which stays open for an answer', async () => {
  const { dispute, id, path } = await aReferral('逾期');
  await done(mediator, `${path}/send`, {});
  // Typed in long after, it would ring the next morning: the ring is recorded as the workflow would.
  const state = (await snapshotOf(city.orm.em.fork(), id as CaseId)) as CaseState;
  const clock = state.clocks[0]!;
  const [event] = await recordEvent(
    { orm: city.orm, publicUrl: city.url, now: () => new Date() },
    {
      ...{ caseId: state.id, seq: state.seq + 1, commandId: `ring:${clock.id}:lapsed` as CommandId },
      decision: ring({ clock, rung: 'lapsed', at: 0 }, Date.now()),
    },
  );
  expect(event?.kind).toBe('clock-rang');
  await until(async () => (await heardBy(dispute)).length > 0);
  expect(await heardBy(dispute)).toMatchObject([{ state: 'lapsed', outcome: null, isOpen: true }]);
  expect((await see(mediator, path)).tasks).toMatchObject([{ why: 'chase-referral' }]);
  // The case catches up with its record and goes on.
  await done(hr, `${path}/receive`, {});
});

test('silence is reminded of, taken to the manager and given up, and the dispute hears that it was silence', async () => {
  const { dispute, path } = await aReferral('沉默');
  await done(mediator, `${path}/send`, {});
  expect(why(await mediator.post(`${path}/remind`, { on: received }))).toEqual([
    409,
    'referral/not-yet-late',
  ]);
  await done(mediator, `${path}/remind`, { on: '2026-03-10' });
  expect((await see(mediator, path)).tasks).toMatchObject([{ why: 'await-reminder', dueOn: '2026-03-13' }]);
  await done(mediator, `${path}/escalate`, { on: '2026-03-16', note: '两次催办无果' });
  expect((await see(manager, path)).tasks).toMatchObject([
    { why: 'press-silent-body', dueOn: '2026-03-19', ownerName: expect.stringContaining('管理者') },
  ]);
  const tasks = (await manager.get('/api/tasks?limit=100')).body.items as { why: string }[];
  expect(tasks.map(({ why: task }) => task)).toContain('press-silent-body');
  await done(manager, `${path}/give-up`, { on: '2026-03-20', note: '转下一站' });
  expect(await see(mediator, path)).toMatchObject({ state: 'returned', outcome: 'silent' });
  await until(async () => (await heardBy(dispute)).length > 0);
  expect(await heardBy(dispute)).toMatchObject([{ state: 'returned', outcome: 'silent', isOpen: true }]);
  await until(async () => (await mediator.post(`${path}/close`, { on: '2026-03-20' })).status === 200);
  await until(async () => (await heardBy(dispute)).length > 1);
  expect((await heardBy(dispute)).at(-1)).toMatchObject({
    state: 'closed',
    outcome: 'silent',
    isOpen: false,
  });
});

test('what is not offered says why', async () => {
  const { path } = await aReferral('理由');
  await done(mediator, `${path}/send`, { on: undefined });
  const { actions, withheld } = await see(mediator, path);
  const reasonOf = (action: string) => withheld.find((one) => one.action === action)?.reason;
  expect(actions).not.toContain('remind');
  expect(reasonOf('remind')).toMatch(/^期限还没有到，\d{4}-\d\d-\d\d起才能“催办”$/);
  expect(reasonOf('receive')).toContain('接收单位联络员');
  expect((await see(hr, path)).actions).toEqual(['reply', 'ask-materials', 'receive', 'return']);
});

test('an officer’s tasks are the referrals that wait for their body, by the day of the hop', async () => {
  const { id, path } = await aReferral('待办');
  type Task = { case: string; why: string; dueOn: string; sentence: string };
  const mine = async (caller: Caller) =>
    ((await caller.get('/api/tasks?limit=500')).body.items as Task[]).filter((task) => task.case === id);
  expect(await mine(hr)).toEqual([]);
  await done(mediator, `${path}/send`, {});
  expect(await mine(hr)).toMatchObject([{ why: 'answer-referral', dueOn: '2026-03-03' }]);
  expect(await mine(court)).toEqual([]);
  await done(hr, `${path}/receive`, {});
  expect(await mine(hr)).toMatchObject([{ why: 'answer-referral', dueOn: '2026-03-05' }]);
  await done(hr, `${path}/return`, { note: '不归我局管', reason: 'not-competent' });
  expect(await mine(hr)).toEqual([]);
  expect(await mine(mediator)).toMatchObject([{ why: 'close-referral' }]);
});

test('lists are cut by direction, body and delay, for either side', async () => {
  const { id, path } = await aReferral('名单');
  await done(mediator, `${path}/send`, {});
  const listed = async (caller: Caller, query: string) =>
    ((await caller.get(`/api/referrals?limit=500&${query}`)).body.items as { id: string }[]).some(
      (row) => row.id === id,
    );
  expect(await listed(mediator, 'direction=outgoing')).toBe(true);
  expect(await listed(mediator, 'direction=incoming')).toBe(false);
  expect(await listed(hr, 'direction=incoming')).toBe(true);
  expect(await listed(hr, 'direction=outgoing')).toBe(false);
  expect(await listed(mediator, 'body=hr-411303')).toBe(true);
  expect(await listed(mediator, 'body=court-411303')).toBe(false);
  expect(await listed(mediator, 'due=overdue')).toBe(true);
  // Answered today: what is due next is three days off.
  await done(hr, `${path}/return`, { on: dayAt(Date.now()), note: '退回', reason: 'other' });
  expect(await listed(mediator, 'due=overdue')).toBe(false);
});
