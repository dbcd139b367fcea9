/** A referral over the API: what its letter claims, who may list it, and how a silent body is done with. */
import { setTimeout as sleep } from 'node:timers/promises';
import { readPdf } from '../papers/read-pdf.ts';
import { aDisputeTakenIn } from './bodies.ts';
import type { Caller } from './caller.ts';
import { type Instance, startInstance } from './instance.ts';
import { act, received, severance, shown } from './law-acts.ts';

let city: Instance;
let clerk: Caller;
let mediator: Caller;
let manager: Caller;
beforeAll(async () => {
  city = await startInstance({ engine: true });
  [clerk, mediator, manager] = [
    await city.as('clerk'),
    await city.as('mediator-411303'),
    await city.as('manager'),
  ];
}, 60_000);
afterAll(() => city.stop());

const wish = { reason: '涉嫌欠薪', request: '请核实', contact: '0377-6000002', isWorkerConsenting: true };

/** A referral of a new dispute to this body, opened on 2 March 2026. */
async function aReferral(body: string, changes: Record<string, unknown> = {}) {
  const dispute = await aDisputeTakenIn(clerk, {
    facts: `移送${body}${JSON.stringify(changes)}`,
    ...changes,
  });
  await act(mediator, dispute, 'refer', { on: received, body, ...wish });
  const [one] = (await mediator.get(`/api/referrals?parent=${dispute}`)).body.items as { id: string }[];
  return { dispute, path: `/api/referrals/${one?.id}` };
}
const done = async (caller: Caller, path: string, body: object) => {
  const { status, text } = await caller.post(path, body);
  expect([path, status, text]).toEqual([path, 200, expect.any(String)]);
};

async function letterOf(body: string, changes: Record<string, unknown> = {}): Promise<string> {
  const { dispute, path } = await aReferral(body, changes);
  await done(mediator, `${path}/send`, { on: received });
  const [paper] = (await shown(mediator, dispute)).papers;
  const file = await mediator.getSettled(paper?.file ?? '');
  expect(file.status).toBe(200);
  const response = await fetch(`${city.url}${paper?.file}`, { headers: mediator.headers });
  return (await readPdf(Buffer.from(await response.arrayBuffer()))).text;
}

describe('the letter', () => {
  const grounds: [kind: string, said: string[], unsaid: string][] = [
    [
      'hr',
      ['《中华人民共和国劳动争议调解仲裁法》第九条', '《河南省工会条例》第二十五条、第二十六条'],
      '一函两书',
    ],
    ['court', ['《中华人民共和国民事诉讼法》', '诉调对接'], '河南省工会条例'],
    ['procuratorate', ['一函两书', '《中华人民共和国民事诉讼法》第十五条'], '河南省工会条例'],
    ['justice', ['《中华人民共和国法律援助法》第三十一条'], '河南省工会条例'],
  ];
  test.each(grounds)('to a body of kind %s rests on what concerns it', async (kind, said, unsaid) => {
    const text = await letterOf(`${kind}-411303`);
    for (const one of said) expect(text).toContain(one);
    expect(text).not.toContain(unsaid);
    expect(text).toContain('劳动者已于2026年3月2日同意移送并转交案件材料。');
  });

  test('asks for the slip by the day its first clock falls due, and for the result without a day', async () => {
    const text = await letterOf('hr-411303', { place: '回执' });
    expect(text).not.toMatch(/请于[^。]*函复/);
    expect(text).toContain('并于2026年3月3日前（含当日）退回我单位');
    expect(text).toContain('在接受后的规定期限内将办理结果函复我单位');
  });

  const limits: [what: string, changes: Record<string, unknown>, said: string][] = [
    ['no employment known to have ended', {}, '本案没有劳动关系终止的记录'],
    ['a calendar that is not out yet', severance, '所依据的放假安排尚未公布'],
    ['no labour relation', { workers: [{ name: '钱骑', kind: 'platform' }] }, '诉讼时效期间为三年'],
    [
      'a firm day',
      { receivedOn: '2025-03-03', since: '2024-06-28', employmentEndedOn: '2024-06-28' },
      '时效期间的最后一日为2026年3月3日',
    ],
  ];
  test.each(limits)('states limitation with %s as the record has it', async (_what, changes, said) => {
    expect(await letterOf('hr-411303', { ...changes, place: '时效' })).toContain(said);
  });

  test('is not asked for without the worker’s consent', async () => {
    const id = await aDisputeTakenIn(clerk, { facts: '没有同意' });
    for (const isWorkerConsenting of [undefined, false]) {
      const { status, body } = await mediator.post(`/api/disputes/${id}/refer`, {
        ...{ ...wish, on: received, body: 'hr-411303', isWorkerConsenting },
      });
      expect([status, body.code]).toEqual([400, 'input/invalid']);
      expect(body.detail).toContain('劳动者同意移送并转交材料后才能移送');
    }
  });

  test('is not opened from a dispute that is withdrawn', async () => {
    const id = await aDisputeTakenIn(clerk, { facts: '撤回以后' });
    await act(mediator, id, 'withdraw', { note: '撤回' });
    const { status, body } = await mediator.post(`/api/disputes/${id}/refer`, { ...wish, body: 'hr-411303' });
    expect([status, body.code]).toEqual([409, 'case/not-in-this-state']);
  });
});

describe('a body that stays silent', () => {
  test('is done with: the referral is recalled and closed, and the dispute hears of it', async () => {
    const { dispute, path } = await aReferral('court-411303', { place: '久不答复' });
    await done(mediator, `${path}/send`, { on: received });
    // Months late by today's clock, so that all that may be done about silence is offered.
    expect((await mediator.get(path)).body.actions).toEqual([
      ...['reply', 'send-materials', 'remind', 'escalate', 'recall', 'reissue-letter', 'give-up'],
    ]);
    expect((await mediator.post(`${path}/recall`, { on: received })).status).toBe(400);
    await done(mediator, `${path}/recall`, { on: '2026-03-20', note: '对方久不答复' });
    expect((await mediator.get(path)).body).toMatchObject({
      state: 'returned',
      outcome: 'recalled',
      clocks: [{ outcome: 'moot' }],
    });
    for (let tries = 0; tries < 100; tries += 1) {
      if ((await manager.post(`${path}/close`, { on: '2026-03-20' })).status === 200) break;
      await sleep(100);
    }
    const kinds = async () =>
      ((await mediator.get(`/api/disputes/${dispute}/events`)).body.items as { kind: string }[]).map(
        ({ kind }) => kind,
      );
    for (
      let tries = 0;
      tries < 100 && (await kinds()).filter((kind) => kind === 'referral-heard').length < 2;
      tries += 1
    )
      await sleep(100);
    expect((await kinds()).filter((kind) => kind === 'referral-heard')).toHaveLength(2);
  });

  test('or answers on paper, which the manager writes down', async () => {
    const { path } = await aReferral('justice-411303', { place: '书面答复' });
    await done(manager, `${path}/send`, { on: received });
    await done(manager, `${path}/receive`, { on: received, note: '书面回执' });
    await done(manager, `${path}/accept`, { on: received });
    await done(manager, `${path}/report`, { on: '2026-03-10', outcome: 'supported', note: '书面反馈' });
    expect((await mediator.get(path)).body).toMatchObject({ state: 'reported', outcome: 'supported' });
  });
});

test('the list shows what the policy shows: a liaison officer with another role sees no more of it', async () => {
  const { path } = await aReferral('court-411303', { place: '名单' });
  await done(mediator, `${path}/send`, { on: received });
  const listed = async (login: string) =>
    ((await (await city.as(login)).get('/api/referrals?limit=100')).body.items as { toBody: string }[]).map(
      ({ toBody }) => toBody,
    );
  await city.orm.em
    .fork()
    .execute(`update account set roles = '{liaison,campaign-officer}' where login = 'liaison-hr'`);
  expect(new Set(await listed('liaison-hr'))).toEqual(new Set(['hr-411303']));
  expect(new Set(await listed('mediator-411303')).size).toBeGreaterThan(2);
});

test('buttons are for acts a person can ask for', async () => {
  const { dispute, path } = await aReferral('hr-411303', { place: '按钮' });
  for (const caller of [clerk, mediator, manager])
    for (const one of [path, `/api/disputes/${dispute}`]) {
      const actions = (await caller.get(one)).body.actions as string[];
      for (const engineOnly of ['hear-referral', 'open']) expect(actions).not.toContain(engineOnly);
      if (one !== path) expect(actions).not.toContain('receive');
    }
});

test('a paper drawn meanwhile holds nobody up: who saw the act that called for it has seen enough', async () => {
  const { path } = await aReferral('hr-411303', { place: '回执已生成' });
  const hr = await city.as('liaison-hr');
  await done(mediator, `${path}/send`, { on: received });
  await done(hr, `${path}/receive`, { on: received });
  const { seq } = (await hr.post(`${path}/accept`, { on: received })).body as { seq: number };
  const now = async () => (await hr.get(path)).body as { seq: number };
  for (let tries = 0; tries < 100 && (await now()).seq === seq; tries++) await sleep(100);
  expect((await now()).seq).toBeGreaterThan(seq);
  const report = { on: received, outcome: 'payment-ordered', note: '已责令支付' };
  expect((await hr.with({ 'if-match': `"${seq - 1}"` }).post(`${path}/report`, report)).body.code).toBe(
    'case/changed-meanwhile',
  );
  expect((await hr.with({ 'if-match': `"${seq}"` }).post(`${path}/report`, report)).status).toBe(200);
});
