/** Before acceptance: what the desk advises, who mediates, what the other side says, in what capacity the case is taken. */
import {
  accepted,
  accountOf,
  consulted,
  course,
  type Desk,
  deskOf,
  detail,
  drawn,
  employer,
  refused,
  running,
  sidesOf,
  taken,
} from './dispute-course.ts';
import { type Instance, startInstance } from './instance.ts';
import { act } from './law-acts.ts';

let city: Instance;
let desk: Desk;
let account: (login: string) => string;
beforeAll(async () => {
  city = await startInstance({ engine: true });
  desk = await deskOf(city);
  account = (login) => accountOf(city, login);
}, 60_000);
afterAll(() => city.stop());

const tasksOf = async (id: string) => (await detail(desk.clerk, id)).tasks.map(({ why: task }) => task);

test('what the desk advises decides what is next', async () => {
  const id = await taken(desk);
  for (const [result, next] of [
    ['refer', 'refer-out'],
    ['legal-aid', 'refer-out'],
    ['advise', 'decline-advised'],
    ['arbitrate', 'decline-advised'],
    ['mediate', 'consult-other-side'],
  ] as const) {
    await act(desk.clerk, id, 'triage', { result, note: '初步了解后的意见' });
    expect([result, await tasksOf(id)]).toEqual([result, expect.arrayContaining([next])]);
  }
  expect((await detail(desk.clerk, id)).triage).toBe('mediate');
  expect(await refused(desk.clerk, id, 'triage', { result: 'mediate' })).toEqual([400, 'input/invalid']);
  expect(
    await refused(desk.clerk, await accepted(desk), 'triage', { result: 'mediate', note: '晚' }),
  ).toEqual([409, 'case/not-in-this-state']);
});

describe('nobody can be reached', () => {
  const call = (id: string, party: string | undefined, on: string, isReached = false) =>
    act(desk.clerk, id, 'log-call', { on, party, way: 'phone', isReached, at: '09:30' });
  const decline = { reason: 'unreachable', note: '多次联系不上' };

  test('is proven by three calls on two days, and by no fewer', async () => {
    const id = await taken(desk);
    const { employers } = await sidesOf(desk.clerk, id);
    await call(id, employers[0], '2026-03-03');
    await call(id, employers[0], '2026-03-03');
    expect(await refused(desk.mediator, id, 'decline', decline)).toEqual([
      409,
      'dispute/unreachable-not-proven',
    ]);
    await call(id, employers[0], '2026-03-03');
    expect(await refused(desk.mediator, id, 'decline', decline)).toEqual([
      409,
      'dispute/unreachable-not-proven',
    ]);
    expect(running(await detail(desk.clerk, id))['mediation.first-contact']).toBeUndefined();
    await call(id, employers[0], '2026-03-04');
    await act(desk.mediator, id, 'decline', decline);
    const dispute = await detail(desk.clerk, id);
    expect(dispute).toMatchObject({ state: 'not-accepted', calls: { length: 4 } });
    expect((await drawn(desk.clerk, id)).map(({ kind }) => kind)).toEqual(['non-acceptance']);
  });

  test('calls to one firm say nothing of another, and whoever answered is counted anew', async () => {
    const id = await taken(desk, { employers: [employer(1), employer(2)] });
    const { employers } = await sidesOf(desk.clerk, id);
    for (const on of ['2026-03-03', '2026-03-04', '2026-03-05']) await call(id, employers[0], on);
    for (const on of ['2026-03-03', '2026-03-04']) await call(id, employers[1], on);
    expect(await refused(desk.mediator, id, 'decline', decline)).toEqual([
      409,
      'dispute/unreachable-not-proven',
    ]);
    await call(id, employers[1], '2026-03-05', true);
    for (const on of ['2026-03-06', '2026-03-09']) await call(id, employers[1], on);
    expect(await refused(desk.mediator, id, 'decline', decline)).toEqual([
      409,
      'dispute/unreachable-not-proven',
    ]);
    await call(id, employers[1], '2026-03-10');
    await act(desk.mediator, id, 'decline', decline);
    expect((await detail(desk.clerk, id)).state).toBe('not-accepted');
  });
});

describe('each firm is asked', () => {
  test('one refuses, one consents: the case goes on with whoever consents', async () => {
    const id = await consulted(desk, { employers: [employer(1), employer(2)] });
    const { workers, employers } = await sidesOf(desk.clerk, id);
    expect(await refused(desk.mediator, id, 'accept')).toEqual([409, 'dispute/consent-missing']);
    await act(desk.mediator, id, 'record-consent', { isGiven: false, party: employers[0] });
    expect(await refused(desk.mediator, id, 'accept')).toEqual([409, 'dispute/consent-missing']);
    await act(desk.mediator, id, 'record-consent', { isGiven: true, party: employers[1] });
    const wrong = { isGiven: true, party: workers[0] };
    expect(await refused(desk.mediator, id, 'record-consent', wrong)).toEqual([422, 'party/not-asked']);
    expect(await refused(desk.mediator, id, 'accept', { on: '2026-03-15' })).toEqual([
      422,
      'day/before-step',
    ]);
    await act(desk.mediator, id, 'accept');
    const dispute = await detail(desk.clerk, id);
    expect(dispute).toMatchObject({ state: 'accepted', isConsentGiven: true, acceptedOn: '2026-03-16' });
    expect(dispute.parties.map(({ side, isConsenting }) => [side, isConsenting])).toEqual([
      ['worker', true],
      ['employer', false],
      ['employer', true],
    ]);
  });

  test('all refuse: it cannot be accepted, and is declined in writing', async () => {
    const id = await consulted(desk, { employers: [employer(1), employer(2)] });
    await act(desk.mediator, id, 'record-consent', { isGiven: false });
    expect(await refused(desk.mediator, id, 'accept')).toEqual([409, 'dispute/other-side-refused']);
    expect(await tasksOf(id)).toContain('decline-refused');
    await act(desk.mediator, id, 'decline', { reason: 'refused', note: '两家都不同意' });
    expect((await detail(desk.clerk, id)).state).toBe('not-accepted');
  });
});

test.each(['refused', 'out-of-scope', 'other-path'] as const)(
  'a case that is declined (%s) says so in a paper, and closes',
  async (reason) => {
    const id = await taken(desk);
    expect(await refused(desk.mediator, id, 'decline', { reason })).toEqual([400, 'input/invalid']);
    await act(desk.mediator, id, 'decline', { reason, note: '已当面说明其他途径' });
    const [paper] = await drawn(desk.mediator, id);
    expect(paper).toMatchObject({ kind: 'non-acceptance', pages: expect.any(Number) });
    expect(await tasksOf(id)).toEqual(['close-file']);
    await act(desk.mediator, id, 'close');
    expect((await detail(desk.clerk, id)).state).toBe('closed');
  },
);

test('the sides settle between themselves before anything is accepted', async () => {
  const id = await consulted(desk);
  expect(await refused(desk.mediator, id, 'settle-between-sides')).toEqual([400, 'input/invalid']);
  await act(desk.mediator, id, 'settle-between-sides', { note: '单位已付清' });
  const dispute = await detail(desk.clerk, id);
  expect(dispute).toMatchObject({ state: 'negotiated', concludedOn: '2026-03-16' });
  expect(Object.keys(running(dispute)).sort()).toEqual(['file.close']);
  const late = { note: '晚' };
  expect(await refused(desk.mediator, await accepted(desk), 'settle-between-sides', late)).toEqual([
    409,
    'case/not-in-this-state',
  ]);
});

test('a mediator who stands aside is followed by another at once, and never has the case again', async () => {
  await city.orm.em.fork().execute(`update account set district = '411303' where login = 'mediator-411302'`);
  const id = await taken(desk);
  const first = (await detail(desk.clerk, id)).owner;
  const [mine, other] = ['mediator-411303', 'mediator-411302'].map(account);
  const [owner, heir] = first === mine ? [mine, other] : [other, mine];
  const recusal = { reason: 'kin', note: '与单位负责人是亲属' };
  await act(desk.manager, id, 'recuse', { mediator: owner, ...recusal });
  expect((await detail(desk.clerk, id)).owner).toBe(heir);
  expect(await refused(desk.manager, id, 'recuse', { mediator: owner, ...recusal })).toEqual([
    409,
    'dispute/mediator-recused',
  ]);
  expect(await refused(desk.manager, id, 'assign', { mediator: owner })).toEqual([
    409,
    'dispute/mediator-recused',
  ]);
  await act(desk.manager, id, 'recuse', { mediator: heir, ...recusal, reason: 'asked-by-party' });
  const dispute = await detail(desk.clerk, id);
  // Nobody is left in the district: a manager has to find someone.
  expect(dispute.tasks.map(({ why: task }) => task)).toEqual(expect.arrayContaining(['assign-mediator']));
  const consult = { result: 'reached' };
  expect((await desk.mediator.post(`/api/disputes/${id}/consult`, consult)).status).toBeGreaterThanOrEqual(
    400,
  );
  expect(await refused(desk.manager, id, 'assign', { mediator: account('clerk') })).toEqual([
    422,
    'account/not-a-mediator',
  ]);
  expect(
    (await course(desk.auditor, id))
      .filter(({ kind }) => kind === 'mediator-recused')
      .map(({ facts }) => facts.reason),
  ).toEqual(['kin', 'asked-by-party']);
  await city.orm.em.fork().execute(`update account set district = '411302' where login = 'mediator-411302'`);
});
