/** After the signing: money in whole and in part, duties, defaults and what becomes of them, sums put right by two people. */
import type { Caller } from './caller.ts';
import {
  course,
  type Desk,
  deskOf,
  detail,
  employer,
  mediated,
  promote,
  refused,
  running,
  sidesOf,
  sign,
  signed,
  terms,
  why,
  worker,
} from './dispute-course.ts';
import { type Instance, startInstance } from './instance.ts';
import { act } from './law-acts.ts';

let city: Instance;
let desk: Desk;
let mediator: Caller;
beforeAll(async () => {
  city = await startInstance({ engine: true });
  desk = await deskOf(city);
  mediator = desk.mediator;
}, 60_000);
afterAll(() => city.stop());

const one = (amount: string, dueOn = '2026-03-20') => ({ dueOn, amount });
const pay = (id: string, on: string, amount: string, more: object = {}) =>
  act(mediator, id, 'record-payment', { on, instalment: 1, amount, ...more });
const sums = async (id: string) =>
  (await detail(desk.clerk, id)).agreement?.instalments.map(({ paid, shares }) => [
    paid,
    ...shares.map((share) => share.paid),
  ]);

test('money of two workers comes in by whom it was for, in part, and then whole', async () => {
  const id = await mediated(desk, { workers: [worker(1), worker(2)] });
  const { workers, employers } = await sidesOf(desk.clerk, id);
  const share = (place: number, amount: string) => ({ payer: employers[0], payee: workers[place], amount });
  const instalments = [
    { ...one('5000.00'), shares: [share(0, '2000.00'), share(1, '3000.00')] },
    { ...one('2000.00', '2026-04-20'), shares: [share(0, '1000.00'), share(1, '1000.00')] },
  ];
  await act(mediator, id, 'draft-agreement', { ...terms, instalments });
  await sign(desk, id);
  const asked = (body: object) =>
    refused(mediator, id, 'record-payment', { on: '2026-03-19', instalment: 1, amount: '1.00', ...body });
  expect(await asked({})).toEqual([422, 'instalment/payee-missing']);
  expect(await asked({ payee: workers[0], amount: '2000.01' })).toEqual([422, 'instalment/too-much']);
  expect(await asked({ payee: employers[0] })).toEqual([422, 'party/not-a-member']);
  expect(await asked({ instalment: 3 })).toEqual([422, 'instalment/unknown']);
  expect(await asked({ amount: '0.00' })).toEqual([422, 'money/not-positive']);
  expect(await asked({ on: '2026-03-15' })).toEqual([422, 'day/before-step']);

  await pay(id, '2026-03-19', '500.00', { payee: workers[0] });
  expect(await sums(id)).toEqual([
    ['500.00', '500.00', '0.00'],
    ['0.00', '0.00', '0.00'],
  ]);
  expect((await detail(desk.clerk, id)).state).toBe('performing');
  await pay(id, '2026-03-23', '1500.00', { payee: workers[0] });
  expect(await asked({ payee: workers[0] })).toEqual([409, 'instalment/already-paid']);
  await pay(id, '2026-03-23', '3000.00', { payee: workers[1] });
  expect(await asked({ amount: '1.00' })).toEqual([409, 'instalment/already-paid']);
  await pay(id, '2026-04-20', '2000.00', { instalment: 2 });
  expect(await sums(id)).toEqual([
    ['5000.00', '2000.00', '3000.00'],
    ['2000.00', '1000.00', '1000.00'],
  ]);
  const dispute = await detail(desk.clerk, id);
  expect(dispute.state).toBe('performed');
  expect(running(dispute)['file.close']).toMatchObject({ startedOn: '2026-04-20' });
  expect(running(dispute)['agreement.instalment']).toBeUndefined();
  const paid = (await course(desk.auditor, id)).filter(({ kind }) => kind === 'payment-recorded');
  expect(paid.map(({ facts }) => [facts.isLate, facts.isLast])).toEqual([
    [false, false],
    [true, false],
    [true, false],
    [false, true],
  ]);
});

test('of two employers’ money it is written down which of them paid, and put right for that one alone', async () => {
  await promote(city, 'mediator-411303');
  const id = await mediated(desk, { employers: [employer(1), employer(2)] });
  const { workers, employers } = await sidesOf(desk.clerk, id);
  const share = (place: number, amount: string) => ({ payer: employers[place], payee: workers[0], amount });
  const instalments = [{ ...one('15000.00'), shares: [share(0, '10000.00'), share(1, '5000.00')] }];
  await act(mediator, id, 'draft-agreement', { ...terms, instalments });
  await sign(desk, id);
  const payment = { on: '2026-03-19', instalment: 1, amount: '3000.00' };
  expect(await refused(mediator, id, 'record-payment', payment)).toEqual([422, 'instalment/payer-missing']);
  expect(await refused(mediator, id, 'record-payment', { ...payment, payer: workers[0] })).toEqual([
    422,
    'party/not-an-employer',
  ]);
  await act(mediator, id, 'record-payment', { ...payment, payer: employers[1] });
  expect(await sums(id)).toEqual([['3000.00', '0.00', '3000.00']]);
  const correction = { on: '2026-03-20', instalment: 1, paid: '2000.00', note: '回单为2000元' };
  expect(await refused(mediator, id, 'correct-payment', correction)).toEqual([
    422,
    'instalment/payer-missing',
  ]);
  await act(mediator, id, 'correct-payment', { ...correction, payer: employers[1] });
  const [request] = (await detail(desk.clerk, id)).requests;
  expect(request).toMatchObject({ payer: employers[1], payee: null, seen: '3000.00', paid: '2000.00' });
  const approve = { on: '2026-03-20', no: request?.no };
  await act(mediator, id, 'record-payment', { ...payment, amount: '1000.00', payer: employers[1] });
  expect(await refused(desk.manager, id, 'approve-request', approve)).toEqual([409, 'approval/paid-since']);
  await act(desk.manager, id, 'reject-request', { ...approve, note: '其间又到账1000元' });
  await act(mediator, id, 'correct-payment', { ...correction, paid: '3000.00', payer: employers[1] });
  const [again] = (await detail(desk.clerk, id)).requests;
  await act(desk.manager, id, 'approve-request', { ...approve, no: again?.no });
  expect(await sums(id)).toEqual([['3000.00', '0.00', '3000.00']]);
});

test('a double click on money is one payment, an equal one later is another', async () => {
  const id = await signed(desk);
  const payment = { on: '2026-03-19', instalment: 1, amount: '1000.00' };
  const send = (headers: Record<string, string> = {}) =>
    mediator.with(headers).post(`/api/disputes/${id}/record-payment`, payment);
  const seen = { 'if-match': `"${(await detail(desk.clerk, id)).seq}"` };
  const [once, twice] = [await send(seen), await send(seen)];
  expect([once.status, twice.status, twice.body.command]).toEqual([200, 200, once.body.command]);
  expect(await sums(id)).toEqual([['1000.00', '1000.00']]);
  expect((await send()).body.command).not.toBe(once.body.command);
  expect(await sums(id)).toEqual([['2000.00', '2000.00']]);
});

test('a default is declared once the day is over, and the worker says what is to be done', async () => {
  const id = await signed(desk, {}, { instalments: [one('6000.00'), one('6600.00', '2026-04-20')] });
  const declare = (body: object) =>
    refused(mediator, id, 'declare-default', { on: '2026-03-23', note: '未付', ...body });
  expect(await declare({ on: '2026-03-20', instalment: 1 })).toEqual([409, 'instalment/not-yet-due']);
  expect(await declare({ instalment: 2 })).toEqual([409, 'instalment/not-yet-due']);
  expect(await declare({})).toEqual([400, 'input/invalid']);
  expect(await declare({ instalment: 1, duty: 1 })).toEqual([400, 'input/invalid']);
  expect(await declare({ duty: 1 })).toEqual([422, 'duty/unknown']);
  expect(await refused(mediator, id, 'choose-remedy', { remedy: 'wait', note: '等' })).toEqual([
    409,
    'case/not-in-this-state',
  ]);
  await act(mediator, id, 'declare-default', { on: '2026-03-23', instalment: 1, note: '到期未付' });
  const next = async () => (await detail(desk.clerk, id)).tasks.map((task) => task.why);
  expect(await next()).toContain('ask-remedy');
  const enforce = { remedy: 'enforcement', note: '申请执行' };
  expect(await refused(mediator, id, 'choose-remedy', enforce)).toEqual([409, 'remedy/nothing-to-enforce']);
  await act(mediator, id, 'choose-remedy', { remedy: 'payment-order', note: '申请支付令' });
  expect((await detail(desk.clerk, id)).remedy).toBe('payment-order');
  expect(await next()).toContain('prepare-remedy');
  await act(mediator, id, 'choose-remedy', { remedy: 'wait', note: '单位承诺三日内付清' });
  expect(await next()).not.toContain('prepare-remedy');
  // Not by the first fen.
  await pay(id, '2026-03-24', '1.00');
  expect((await detail(desk.clerk, id)).state).toBe('defaulted');
  await pay(id, '2026-03-25', '5999.00');
  expect(await detail(desk.clerk, id)).toMatchObject({ state: 'performing', remedy: null });
  expect(await declare({ on: '2026-03-25', instalment: 1 })).toEqual([409, 'instalment/already-paid']);
});

test('what was granted by arbitration or court may be enforced', async () => {
  const id = await signed(desk, {}, { door: 'arbitration-review', lockInAt: '卧龙区' });
  await act(mediator, id, 'lock-in', { on: '2026-03-18', outcome: 'granted' });
  await act(mediator, id, 'declare-default', { on: '2026-03-23', instalment: 1, note: '未付' });
  await act(mediator, id, 'choose-remedy', { on: '2026-03-24', remedy: 'enforcement', note: '申请强制执行' });
  expect((await detail(desk.clerk, id)).remedy).toBe('enforcement');
});

test('another duty is watched, broken and done like money', async () => {
  const id = await mediated(desk);
  const { employers } = await sidesOf(desk.clerk, id);
  const duties = [{ who: employers[0], duty: '开具离职证明', dueOn: '2026-03-18' }];
  await act(mediator, id, 'draft-agreement', { ...terms, duties });
  await sign(desk, id);
  expect(running(await detail(desk.clerk, id))['agreement.duty']).toMatchObject({
    dueOn: '2026-03-18',
    about: '1',
  });
  const declare = { on: '2026-03-18', duty: 1, note: '未开具' };
  expect(await refused(mediator, id, 'declare-default', declare)).toEqual([409, 'instalment/not-yet-due']);
  await act(mediator, id, 'declare-default', { ...declare, on: '2026-03-19' });
  expect(await refused(mediator, id, 'record-duty', { no: 2 })).toEqual([422, 'duty/unknown']);
  await act(mediator, id, 'record-duty', { on: '2026-03-20', no: 1 });
  const done = await detail(desk.clerk, id);
  expect(done).toMatchObject({ state: 'performing', agreement: { duties: [{ doneOn: '2026-03-20' }] } });
  expect(running(done)['agreement.duty']).toBeUndefined();
  expect(await refused(mediator, id, 'record-duty', { on: '2026-03-20', no: 1 })).toEqual([
    409,
    'duty/already-done',
  ]);
  await pay(id, '2026-03-20', '12600.00');
  expect((await detail(desk.clerk, id)).state).toBe('performed');
});

test('a visit is made once after each instalment, and three times only of a group', async () => {
  const id = await signed(desk);
  const visit = { on: '2026-03-23', satisfaction: 'neutral', way: '电话', visited: '本人', next: '无' };
  const asked = (body: object) => refused(mediator, id, 'record-visit', { ...visit, ...body });
  expect(await asked({})).toEqual([400, 'input/invalid']);
  expect(await asked({ instalment: 1, after: 'first' })).toEqual([400, 'input/invalid']);
  expect(await asked({ after: 'first' })).toEqual([409, 'visit/not-called-for']);
  expect(await asked({ instalment: 2 })).toEqual([422, 'instalment/unknown']);
  await act(mediator, id, 'record-visit', { ...visit, instalment: 1 });
  const dispute = await detail(desk.clerk, id);
  expect(dispute.agreement?.instalments[0]?.visitedOn).toBe('2026-03-23');
  expect(running(dispute)['follow-up.visit']).toBeUndefined();
  expect(await asked({ instalment: 1 })).toEqual([409, 'visit/already-made']);
});

describe('a sum is put right', () => {
  beforeAll(() => promote(city, 'mediator-411303'));
  const correction = { instalment: 1, paid: '2600.00', note: '银行流水核对为2600元' };
  const asking = async () => {
    const id = await signed(desk);
    await pay(id, '2026-03-20', '12600.00');
    await act(mediator, id, 'correct-payment', { on: '2026-03-23', ...correction });
    const { requests } = await detail(desk.clerk, id);
    return { id, no: requests[0]?.no, requests };
  };

  test('by one person’s word and another’s approval, and what is owed again is watched again', async () => {
    const { id, no, requests } = await asking();
    expect(requests).toMatchObject([
      { what: 'payment', instalment: 1, paid: '2600.00', by: expect.any(String) },
    ]);
    const before = await detail(desk.clerk, id);
    expect([before.state, before.agreement?.instalments[0]?.paid]).toEqual(['performed', '12600.00']);
    expect(before.tasks.map((task) => task.why)).toContain('decide-request');
    expect(await refused(mediator, id, 'close', { on: '2026-03-23' })).toEqual([409, 'dispute/still-open']);
    expect(await refused(mediator, id, 'approve-request', { no })).toEqual([403, 'approval/own-request']);
    expect(await refused(desk.clerk, id, 'approve-request', { no })).toEqual([403, 'case/not-yours-to-do']);
    expect(await refused(desk.manager, id, 'approve-request', { no: 1 })).toEqual([422, 'approval/unknown']);
    await act(desk.manager, id, 'approve-request', { on: '2026-03-24', no });
    const after = await detail(desk.clerk, id);
    expect(after).toMatchObject({
      state: 'performing',
      requests: [],
      agreement: { instalments: [{ paid: '2600.00', shares: [{ paid: '2600.00' }] }] },
    });
    expect(running(after)['agreement.instalment']).toMatchObject({ about: '1', dueOn: '2026-03-20' });
    expect(running(after)['file.close']).toBeUndefined();
    expect(await refused(desk.manager, id, 'approve-request', { on: '2026-03-24', no })).toEqual([
      422,
      'approval/unknown',
    ]);
    await pay(id, '2026-03-25', '10000.00');
    expect((await detail(desk.clerk, id)).state).toBe('performed');
  });

  test('or it is not: then everything stays as it was', async () => {
    const { id, no } = await asking();
    expect(await refused(desk.manager, id, 'reject-request', { on: '2026-03-24', no })).toEqual([
      400,
      'input/invalid',
    ]);
    await act(desk.manager, id, 'reject-request', { on: '2026-03-24', no, note: '流水不全' });
    expect(await detail(desk.clerk, id)).toMatchObject({
      state: 'performed',
      requests: [],
      agreement: { instalments: [{ paid: '12600.00' }] },
    });
    expect((await course(desk.auditor, id)).at(-1)).toMatchObject({
      kind: 'request-rejected',
      texts: { note: '流水不全' },
    });
  });

  test.each<[what: string, body: object, answer: unknown[]]>([
    ['to more than was owed', { paid: '12600.01' }, [422, 'instalment/too-much']],
    ['of an instalment there is not', { instalment: 2 }, [422, 'instalment/unknown']],
    ['without a reason', { note: undefined }, [400, 'input/invalid']],
  ])('not %s', async (_what, body, answer) => {
    const id = await signed(desk);
    expect(
      why(
        await mediator.post(`/api/disputes/${id}/correct-payment`, {
          on: '2026-03-23',
          ...correction,
          ...body,
        }),
      ),
    ).toEqual(answer);
  });
});
