/** The linkage chain of a dispute: planned, changed with a reason, gone through in turn; and a dispute with all its parts, as it is shown. */
import { disputeDetail } from '../../src/api/dispute/present.ts';
import { readPdf } from '../papers/read-pdf.ts';
import type { Caller } from './caller.ts';
import {
  accepted,
  course,
  type Desk,
  deskOf,
  detail,
  drawn,
  mediated,
  refused,
  sidesOf,
  sign,
  taken,
  terms,
  worker,
} from './dispute-course.ts';
import { type Instance, startInstance } from './instance.ts';
import { act, later, shown } from './law-acts.ts';

let city: Instance;
let desk: Desk;
let mediator: Caller;
beforeAll(async () => {
  city = await startInstance({ engine: true });
  desk = await deskOf(city);
  mediator = desk.mediator;
}, 60_000);
afterAll(() => city.stop());

const station = (no: number, body: string, after: number[] = []) => ({ no, body, after, why: 'arrears' });
const stations = [
  station(1, 'hr-411303'),
  station(2, 'court-411303', [1]),
  station(3, 'justice-411303', [2]),
];
const letter = {
  ...{ reason: '涉嫌拖欠工资', request: '请核实', materials: ['工资表'] },
  ...{ contact: '0377-6000002', isWorkerConsenting: true },
};
const planned = async () => {
  const id = await taken(desk);
  await act(mediator, id, 'plan-chain', { stations });
  return id;
};
const statuses = async (id: string) => (await detail(desk.clerk, id)).chain.map(({ status }) => status);

test('a plan is numbered from one, each station after earlier ones, of bodies there are', async () => {
  const id = await taken(desk);
  const plan = (...all: object[]) => refused(mediator, id, 'plan-chain', { stations: all });
  expect(await plan(station(2, 'hr-411303'))).toEqual([422, 'chain/bad-order']);
  expect(await plan(station(1, 'hr-411303', [1]))).toEqual([422, 'chain/bad-order']);
  expect(await plan(station(1, 'hr-411303', [2]), station(2, 'court-411303'))).toEqual([
    422,
    'chain/bad-order',
  ]);
  expect(await plan(station(1, 'hr-999999'))).toEqual([422, 'body/unknown']);
  expect(await plan()).toEqual([400, 'input/invalid']);
  expect(await refused(desk.clerk, id, 'plan-chain', { stations })).toEqual([403, 'case/not-yours-to-do']);
  expect(await statuses(id)).toEqual([]);
});

test('a plan is changed only with a reason', async () => {
  const id = await planned();
  const other = { stations: [station(1, 'procuratorate-411303'), station(2, 'hr-411303')] };
  expect(await refused(mediator, id, 'plan-chain', other)).toEqual([422, 'chain/reason-missing']);
  await act(mediator, id, 'plan-chain', { ...other, note: '单位涉嫌恶意欠薪' });
  expect((await detail(desk.clerk, id)).chain.map(({ body }) => body)).toEqual([
    'procuratorate-411303',
    'hr-411303',
  ]);
  expect((await course(desk.clerk, id)).at(-1)).toMatchObject({
    kind: 'chain-planned',
    texts: { note: '单位涉嫌恶意欠薪' },
  });
});

test('a station waits for those before it, goes to its own body, and goes once', async () => {
  const id = await planned();
  const refer = (no: number, body: string, more: object = {}) =>
    refused(mediator, id, 'refer', { station: no, body, ...letter, ...more });
  expect(await refer(2, 'court-411303')).toEqual([409, 'chain/station-waits']);
  expect(await refer(1, 'court-411303')).toEqual([422, 'chain/other-body']);
  expect(await refer(4, 'hr-411303')).toEqual([422, 'chain/unknown-station']);
  expect(await refused(mediator, id, 'refer', { body: 'union-411303', ...letter })).toEqual([
    422,
    'referral/to-own-body',
  ]);
  expect(await refused(mediator, id, 'refer', { body: 'hr-999999', ...letter })).toEqual([
    422,
    'body/unknown',
  ]);
  expect(await refer(1, 'hr-411303', { isWorkerConsenting: false })).toEqual([400, 'input/invalid']);
  expect((await detail(desk.clerk, id)).referrals).toEqual([]);

  expect((await detail(desk.clerk, id)).tasks.map(({ why }) => why)).toContain('refer-station');
  await act(mediator, id, 'refer', { station: 1, body: 'hr-411303', ...letter });
  expect(await statuses(id)).toEqual(['out', 'planned', 'planned']);
  const { referrals, chain } = await detail(desk.clerk, id);
  expect(referrals).toMatchObject([{ id: chain[0]?.referral, state: 'drafted' }]);
  expect(await refer(1, 'hr-411303')).toEqual([409, 'chain/station-used']);
  expect(await refused(mediator, id, 'skip-station', { no: 1, note: '不去了' })).toEqual([
    409,
    'chain/station-used',
  ]);
  const moved = { stations: [station(1, 'court-411303')], note: '改' };
  expect(await refused(mediator, id, 'plan-chain', moved)).toEqual([409, 'chain/station-used']);

  expect(await refused(mediator, id, 'skip-station', { no: 2 })).toEqual([400, 'input/invalid']);
  await act(mediator, id, 'skip-station', { no: 2, note: '双方愿意调解' });
  await act(mediator, id, 'refer', { station: 3, body: 'justice-411303', ...letter });
  expect(await statuses(id)).toEqual(['out', 'skipped', 'out']);
});

test('a body sends it back: the station may be tried again, and a report makes it done', async () => {
  const id = await planned();
  const hr = await city.as('liaison-hr');
  const out = async () => {
    await act(mediator, id, 'refer', { station: 1, body: 'hr-411303', ...letter });
    const { chain } = await detail(desk.clerk, id);
    const path = `/api/referrals/${chain[0]?.referral}`;
    await mediator.post(`${path}/send`, { on: '2026-03-16' });
    await hr.post(`${path}/receive`, { on: '2026-03-17' });
    return path;
  };
  const first = await out();
  await hr.post(`${first}/return`, { on: '2026-03-17', reason: 'incomplete', note: '缺工资表' });
  await heard(id, 'came-back');
  const second = await out();
  for (const step of ['accept', 'start-work']) await hr.post(`${second}/${step}`, { on: '2026-03-18' });
  await hr.post(`${second}/report`, { on: '2026-03-19', outcome: 'payment-ordered', note: '已责令支付' });
  await heard(id, 'done');
  await act(mediator, id, 'refer', { on: '2026-03-19', station: 2, body: 'court-411303', ...letter });
  expect(await statuses(id)).toEqual(['done', 'out', 'planned']);
});

const heard = async (id: string, status: string) => {
  for (let tries = 0; tries < 100 && (await statuses(id))[0] !== status; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 100));
  expect((await statuses(id))[0]).toBe(status);
};

describe('a mediation that fails', () => {
  const failed = { reason: 'too-far-apart', note: '分歧过大' };

  test('goes on to the next body in the same step', async () => {
    const id = await accepted(desk);
    await act(mediator, id, 'plan-chain', { stations: [station(1, 'hr-411303')] });
    const referral = { body: 'hr-411303', station: 1, ...letter };
    await act(mediator, id, 'fail', { ...failed, referral });
    expect((await drawn(mediator, id)).map(({ kind }) => kind)).toContain('termination');
    const { state, chain, referrals } = await detail(mediator, id);
    expect([state, chain[0]?.status]).toEqual(['failed', 'out']);
    expect(referrals).toMatchObject([{ id: chain[0]?.referral, state: 'drafted', toBody: 'hr-411303' }]);
    const hop = await mediator.get(`/api/referrals/${chain[0]?.referral}`);
    await mediator.post(`/api/referrals/${chain[0]?.referral}/send`, { on: later });
    const paper = (await shown(mediator, id)).papers.find(({ kind }) => kind === 'referral-letter');
    await mediator.getSettled(paper?.file ?? '');
    const sent = await fetch(`${city.url}${paper?.file}`, { headers: mediator.headers });
    const { text } = await readPdf(Buffer.from(await sent.arrayBuffer()));
    expect(text).toContain('劳动者已于2026年3月16日同意移送并转交案件材料');
    expect(hop.body).toMatchObject({ reason: '涉嫌拖欠工资', request: '请核实', materials: ['工资表'] });
    expect(await refused(mediator, id, 'close')).toEqual([409, 'dispute/still-open']);
  });

  test('does not fail by half: with a referral that cannot go, nothing is written', async () => {
    const id = await accepted(desk);
    await act(mediator, id, 'plan-chain', { stations });
    const fail = (referral: object) =>
      refused(mediator, id, 'fail', { ...failed, referral: { ...letter, ...referral } });
    expect(await fail({ body: 'court-411303', station: 2 })).toEqual([409, 'chain/station-waits']);
    expect(await fail({ body: 'union-411303' })).toEqual([422, 'referral/to-own-body']);
    expect(await fail({ body: 'hr-999999' })).toEqual([422, 'body/unknown']);
    expect(await fail({ body: 'hr-411303', isWorkerConsenting: false })).toEqual([400, 'input/invalid']);
    expect(await refused(mediator, id, 'fail', { reason: 'unreachable', note: '无人接听' })).toEqual([
      409,
      'dispute/unreachable-not-proven',
    ]);
    expect(await detail(mediator, id)).toMatchObject({ state: 'accepted', referrals: [] });
    expect((await course(mediator, id)).map(({ kind }) => kind)).not.toContain('mediation-failed');
  });
});

test('a dispute with all its parts is shown as the document says, with no field more and none less', async () => {
  const id = await mediated(desk, { workers: [worker(1), worker(2)], externalNumber: '外第1号' });
  const { workers, employers } = await sidesOf(desk.clerk, id);
  const [worker1 = '', employer1 = ''] = [workers[0], employers[0]];
  const acts: [kind: string, body: object][] = [
    ['separate-members', { parties: workers.slice(1), why: 'withdrew', note: '本人撤回' }],
    ['plan-session', { plannedOn: '2026-03-18', place: '调解室', way: 'online' }],
    ['postpone-session', { no: 2, plannedOn: '2026-03-19', by: 'other', note: '网络故障' }],
    ['plan-chain', { stations }],
    ['refer', { station: 1, body: 'hr-411303', ...letter }],
    ['record-proposal', { by: 'worker', note: '一次付清' }],
    ['log-call', { party: worker1, isReached: true }],
    [
      'appoint-agent',
      { party: employer1, scope: 'special', name: '贾示例', occupation: '法务', phone: '13800000099' },
    ],
    ['record-elements', { elements: { contract: { isWritten: true }, service: { phone: '13800009999' } } }],
    [
      'draft-agreement',
      { ...terms, duties: [{ who: employer1, duty: '开具离职证明', dueOn: '2026-03-25' }] },
    ],
  ];
  for (const [kind, said] of acts) await act(mediator, id, kind, said);
  await sign(desk, id);
  await act(mediator, id, 'correct-payment', { instalment: 1, paid: '1.00', note: '核对' });
  await act(mediator, id, 'declare-default', { on: '2026-03-23', instalment: 1, note: '未付' });
  await act(mediator, id, 'choose-remedy', { on: '2026-03-23', remedy: 'wait', note: '等待' });
  await drawn(mediator, id);
  const { body } = await mediator.get(`/api/disputes/${id}`);
  expect(disputeDetail.parse(body)).toEqual(body);
  const full = [
    'parties',
    'claims',
    'calls',
    'chain',
    'sessions',
    'proposals',
    'doors',
    'requests',
    'clocks',
    'tasks',
    'papers',
    'referrals',
    'actions',
  ];
  expect(full.filter((part) => (body[part] as unknown[]).length === 0)).toEqual([]);
  expect([body.agreement, body.capacity, body.remedy, body.externalNumber].includes(null)).toBe(false);
});
