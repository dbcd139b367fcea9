/** At the table: sessions put off, proposals, a period both sides extend, notes that are nobody else's business. */
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
  running,
  taken,
  terms,
} from './dispute-course.ts';
import { type Instance, startInstance } from './instance.ts';
import { act, later } from './law-acts.ts';

let city: Instance;
let desk: Desk;
let mediator: Caller;
beforeAll(async () => {
  city = await startInstance({ engine: true });
  desk = await deskOf(city);
  mediator = desk.mediator;
}, 60_000);
afterAll(() => city.stop());

test('a session is put off by someone, for a reason, to a day that is still to come', async () => {
  const id = await accepted(desk);
  await act(mediator, id, 'plan-session', {
    on: '2026-03-06',
    plannedOn: '2026-03-10',
    at: '09:00',
    place: '一楼',
  });
  const postpone = { no: 1, plannedOn: '2026-03-12', at: '14:30', by: 'worker', note: '劳动者生病' };
  const asked = (changes: object) =>
    refused(mediator, id, 'postpone-session', { on: '2026-03-09', ...postpone, ...changes });
  expect(await asked({ no: 2 })).toEqual([422, 'session/unknown']);
  expect(await asked({ plannedOn: '2026-03-08' })).toEqual([422, 'day/reversed']);
  expect(await asked({ at: '25:00' })).toEqual([400, 'input/invalid']);
  expect(await asked({ note: undefined })).toEqual([400, 'input/invalid']);
  await act(mediator, id, 'postpone-session', { on: '2026-03-09', ...postpone });
  await act(mediator, id, 'postpone-session', {
    on: '2026-03-11',
    ...postpone,
    plannedOn: '2026-03-13',
    by: 'employer',
  });
  const { sessions, tasks } = await detail(desk.clerk, id);
  expect(sessions).toMatchObject([
    {
      ...{ no: 1, plannedOn: '2026-03-13', heldOn: null },
      postponed: [
        { from: '2026-03-10', by: 'worker', on: '2026-03-09' },
        { from: '2026-03-12', by: 'employer', on: '2026-03-11' },
      ],
    },
  ]);
  expect(tasks).toMatchObject([{ why: 'hold-session', dueOn: '2026-03-13' }]);
  const held = { on: '2026-03-13', no: 1, minutes: '双方到场。', from: '09:00' };
  const backwards = await mediator.post(`/api/disputes/${id}/hold-session`, { ...held, to: '08:30' });
  expect(backwards.status).toBe(400);
  expect(backwards.body.detail).toBe('「结束时刻」不能早于开始时刻 09:00，请核对');
  await act(mediator, id, 'hold-session', { ...held, to: '10:30' });
  expect(await asked({ on: '2026-03-13', plannedOn: '2026-03-20' })).toEqual([409, 'session/already-held']);
  expect(await refused(mediator, id, 'hold-session', { no: 1, minutes: '再开' })).toEqual([
    409,
    'session/already-held',
  ]);
});

test('a proposal is answered once by each side; whoever makes it has said yes to it', async () => {
  const id = await mediated(desk);
  await act(mediator, id, 'record-proposal', { by: 'mediator', amount: '10000.00', note: '一次付清' });
  await act(mediator, id, 'record-proposal', { by: 'worker', note: '先道歉' });
  await act(mediator, id, 'answer-proposal', { no: 1, side: 'worker', answer: 'accepted' });
  await act(mediator, id, 'answer-proposal', { no: 1, side: 'employer', answer: 'refused', note: '太多' });
  expect((await detail(desk.clerk, id)).proposals).toMatchObject([
    { no: 1, by: 'mediator', amount: '10000.00', answers: { worker: 'accepted', employer: 'refused' } },
    { no: 2, by: 'worker', amount: null, answers: { worker: 'accepted' } },
  ]);
  const answer = { no: 1, side: 'worker', answer: 'refused' };
  expect(await refused(mediator, id, 'answer-proposal', answer)).toEqual([409, 'proposal/already-answered']);
  expect(await refused(mediator, id, 'answer-proposal', { ...answer, no: 2 })).toEqual([
    409,
    'proposal/already-answered',
  ]);
  expect(await refused(mediator, id, 'answer-proposal', { ...answer, no: 3 })).toEqual([
    422,
    'proposal/unknown',
  ]);
  const nothing = { by: 'mediator', amount: '0.00', note: '不付' };
  expect(await refused(mediator, id, 'record-proposal', nothing)).toEqual([422, 'money/not-positive']);
});

describe('the period', () => {
  const longer = {
    until: '2026-04-03',
    workerOn: '2026-03-18',
    employerOn: '2026-03-19',
    note: '双方书面同意',
  };

  test('is made longer by both sides while it runs, and a new clock runs from then', async () => {
    const id = await mediated(desk);
    expect(running(await detail(desk.clerk, id))['mediation.direct.acceptance']).toMatchObject({
      ...{ startedOn: '2026-03-05', dueOn: '2026-03-20' },
      rung: expect.any(String),
      explanation: expect.arrayContaining([expect.stringMatching(/\p{Script=Han}/u)]),
    });
    // On the last day still, though it is typed in later.
    await act(mediator, id, 'extend-period', { on: '2026-03-23', ...longer, employerOn: '2026-03-20' });
    const dispute = await detail(desk.clerk, id);
    expect(running(dispute)['mediation.extended']).toMatchObject({ dueOn: '2026-04-03' });
    expect(dispute.clocks.find(({ rule }) => rule === 'mediation.direct.acceptance')).toMatchObject({
      outcome: 'moved',
    });
    // The worker's own day from receipt stays.
    expect(running(dispute)['mediation.direct']).toMatchObject({ dueOn: '2026-03-17' });
    const again = {
      on: '2026-03-30',
      until: '2026-04-13',
      workerOn: '2026-03-30',
      employerOn: '2026-03-30',
      note: '再延',
    };
    await act(mediator, id, 'extend-period', again);
    const clocks = (await detail(desk.clerk, id)).clocks.filter(({ rule }) => rule === 'mediation.extended');
    expect(clocks.map(({ dueOn, outcome }) => [dueOn, outcome]).sort()).toEqual([
      ['2026-04-03', 'moved'],
      ['2026-04-13', null],
    ]);
  });

  test.each<[what: string, changes: object, answer: unknown[]]>([
    ['after its last day', { on: '2026-03-23', employerOn: '2026-03-21' }, [409, 'mediation/period-over']],
    ['by nothing', { on: '2026-03-19', until: '2026-03-20' }, [422, 'mediation/not-longer']],
    ['before anyone accepted', { on: '2026-03-19', workerOn: '2026-03-04' }, [422, 'day/before-step']],
    ['with a consent that is still to come', { on: '2026-03-18' }, [422, 'day/reversed']],
    ['by one side alone', { on: '2026-03-19', employerOn: undefined }, [400, 'input/invalid']],
  ])('is not made longer %s', async (_what, changes, answer) => {
    const id = await accepted(desk);
    expect(await refused(mediator, id, 'extend-period', { ...longer, ...changes })).toEqual(answer);
    expect(running(await detail(desk.clerk, id))['mediation.extended']).toBeUndefined();
  });

  test('cannot be made longer before there is one', async () => {
    const id = await taken(desk);
    expect(await refused(mediator, id, 'extend-period', { on: '2026-03-19', ...longer })).toEqual([
      409,
      'case/not-in-this-state',
    ]);
  });
});

test('a mediation fails for time once its period is over, not before', async () => {
  const id = await mediated(desk);
  const said = { reason: 'time-over', note: '期满未成' };
  expect(await refused(mediator, id, 'fail', { on: later, ...said })).toEqual([409, 'mediation/period-runs']);
  await act(mediator, id, 'fail', { on: '2026-05-06', ...said });
  expect(await detail(desk.clerk, id)).toMatchObject({ state: 'failed', concludedOn: '2026-05-06' });
});

test('a draft that is dropped is void, and terms are open again', async () => {
  const id = await mediated(desk);
  await act(mediator, id, 'draft-agreement', terms);
  await act(mediator, id, 'drop-draft', { note: '请求还要变更' });
  const { agreement, papers } = (await detail(desk.clerk, id)) as {
    agreement: unknown;
    papers: { kind: string; status: string }[];
  };
  expect(agreement).toBeNull();
  expect(papers.filter(({ kind }) => kind === 'agreement')).toMatchObject([{ status: 'void' }]);
});

test.each(['refused', 'too-far-apart', 'would-not-sign'] as const)(
  'a mediation that fails (%s) ends its clocks and says so in a paper',
  async (reason) => {
    const id = await mediated(desk);
    await act(mediator, id, 'fail', { reason, note: '双方分歧过大' });
    const dispute = await detail(desk.clerk, id);
    expect(dispute).toMatchObject({ state: 'failed', concludedOn: later });
    expect(Object.keys(running(dispute))).toEqual(['file.close']);
    expect((await drawn(mediator, id)).find(({ kind }) => kind === 'termination')?.pages).toBeGreaterThan(0);
  },
);

describe('a note', () => {
  const textsOf = async (who: Caller, id: string, seq: number) =>
    (await course(who, id)).find((one) => one.seq === seq)?.texts;
  const lastSeq = async (id: string) => (await detail(mediator, id)).seq;

  test('is confidential unless it is said not to be: for the owner and the manager alone', async () => {
    const id = await taken(desk);
    await act(mediator, id, 'add-note', { note: '劳动者的底线是八千元', title: '背对背' });
    const secret = await lastSeq(id);
    await act(desk.manager, id, 'add-note', { note: '请本周内联系', isConfidential: false });
    const open = await lastSeq(id);
    for (const who of [mediator, desk.manager])
      expect(await textsOf(who, id, secret)).toEqual({ note: '劳动者的底线是八千元', title: '背对背' });
    for (const who of [desk.clerk, desk.auditor]) {
      expect(await textsOf(who, id, secret)).toEqual({});
      expect(await textsOf(who, id, open)).toEqual({ note: '请本周内联系' });
      for (const path of ['', '/events'])
        expect((await who.get(`/api/disputes/${id}${path}`)).text).not.toContain('八千');
    }
    const note = { note: '窗口记事' };
    expect(await refused(desk.clerk, id, 'add-note', note)).toEqual([403, 'case/not-yours-to-do']);
    expect(await refused(mediator, id, 'add-note', { note: ' ' })).toEqual([400, 'input/invalid']);
  });

  test('that is put right stays as confidential as it was', async () => {
    const id = await taken(desk);
    await act(mediator, id, 'add-note', { note: '底线八千元' });
    const seq = await lastSeq(id);
    await act(mediator, id, 'correct', { seq, field: 'note', text: '底线九千元', note: '听错了' });
    expect(await textsOf(mediator, id, seq)).toMatchObject({
      note: '底线九千元',
      corrected: { note: '底线八千元' },
    });
    expect(await textsOf(desk.manager, id, seq + 1)).toMatchObject({ text: '底线九千元' });
    for (const who of [desk.clerk, desk.auditor])
      expect((await who.get(`/api/disputes/${id}/events`)).text).not.toMatch(/[八九]千元/);
  });
});
