/** Who is in a dispute and what they ask: people who come later, claims changed, agents, elements; and who may read of it. */

import { readConfig } from '../../src/config.ts';
import type { CaseId, PartyId } from '../../src/domain/ids.ts';
import { connectClient } from '../../src/engine/connect.ts';
import { Party } from '../../src/persistence/dispute.entity.ts';
import { workflowIdOf } from '../../workflows/messages.ts';
import {
  course,
  type Desk,
  deskOf,
  detail,
  employer,
  idNumber,
  mediated,
  refused,
  sidesOf,
  signed,
  taken,
  terms,
  wages,
  why,
  worker,
} from './dispute-course.ts';
import { type Instance, startInstance } from './instance.ts';
import { act } from './law-acts.ts';

let city: Instance;
let desk: Desk;
beforeAll(async () => {
  city = await startInstance({ engine: true });
  desk = await deskOf(city);
}, 60_000);
afterAll(() => city.stop());

test('workers who come later bring claims of their own, a second firm stands beside the first', async () => {
  const id = await taken(desk);
  const claims = [wages('300.00', { worker: 2, from: '2026-01-01', until: '2026-01-31' }), wages('5.00')];
  await act(desk.clerk, id, 'add-parties', { side: 'worker', people: [worker(2), worker(3)], claims });
  await act(desk.clerk, id, 'add-parties', {
    side: 'employer',
    people: [employer(2, { kind: 'contractor' })],
  });
  const dispute = await detail(desk.clerk, id);
  expect(dispute.parties.map(({ side, name }) => [side, name])).toEqual([
    ['worker', '周示例1'],
    ['employer', '南阳示例第1建筑有限公司'],
    ['worker', '周示例2'],
    ['worker', '周示例3'],
    ['employer', '南阳示例第2建筑有限公司'],
  ]);
  expect(dispute.claims).toMatchObject([
    { no: 1, party: null },
    { no: 2, amount: '300.00', party: dispute.parties[3]?.id, from: '2026-01-01', until: '2026-01-31' },
    { no: 3, amount: '5.00', party: null },
  ]);
  expect(dispute.amount).toBe('12905.00');
  expect(dispute.group).toMatchObject({ members: { length: 3 }, isCollective: false });
  // The new firm is asked like the first.
  await act(desk.mediator, id, 'consult', { result: 'reached' });
  await act(desk.mediator, id, 'record-consent', { isGiven: true, party: dispute.parties[1]?.id });
  expect(await refused(desk.mediator, id, 'accept')).toEqual([409, 'dispute/other-side-not-asked']);
});

test('people are not added by halves, nor to terms that already name who gets what', async () => {
  const id = await taken(desk);
  const add = (body: object) => desk.clerk.post(`/api/disputes/${id}/add-parties`, body);
  const outside = await add({ side: 'worker', people: [worker(2)], claims: [wages('1.00', { worker: 2 })] });
  expect(why(outside)).toEqual([400, 'input/invalid']);
  expect(outside.body.fields).toMatchObject([
    { path: 'claims[0].worker', message: expect.stringContaining('应在 1 至 1 之间') },
  ]);
  const claiming = await add({ side: 'employer', people: [employer(2)], claims: [wages('1.00')] });
  expect(why(claiming)).toEqual([400, 'input/invalid']);
  const platform = { side: 'employer', people: [employer(2, { kind: 'past-retirement' })] };
  expect(why(await add(platform))).toEqual([400, 'input/invalid']);
  expect(why(await add({ side: 'worker', people: [{ ...worker(2), gender: '女' }] }))).toEqual([
    400,
    'input/invalid',
  ]);
  expect((await detail(desk.clerk, id)).parties).toHaveLength(2);
  const drafted = await mediated(desk);
  await act(desk.mediator, drafted, 'draft-agreement', terms);
  const people = { side: 'worker', people: [worker(2)] };
  expect(await refused(desk.clerk, drafted, 'add-parties', people)).toEqual([
    409,
    'agreement/already-drafted',
  ]);
  const claims = { claims: [wages('1.00')] };
  expect(await refused(desk.clerk, drafted, 'change-claims', claims)).toEqual([
    409,
    'agreement/already-drafted',
  ]);
  expect(await refused(desk.clerk, await signed(desk), 'add-parties', people)).toEqual([
    409,
    'case/not-in-this-state',
  ]);
});

test('changed claims stand in place of the old ones, whose workings are gone', async () => {
  const id = await taken(desk);
  const { workers } = await sidesOf(desk.clerk, id);
  const periods = [{ from: '2025-10-01', to: '2025-12-20', monthlyWage: '4200', paid: '1000' }];
  const facts = { kind: 'wage-arrears', periods };
  const path = `/api/disputes/${id}/claims`;
  const written = await desk.mediator.post(`${path}/1/facts`, facts);
  if (written.status !== 200) throw new Error(written.text);
  await desk.mediator.post(`${path}/compute`, {});
  expect((await detail(desk.clerk, id)).claims[0]?.working).not.toBeNull();
  await act(desk.clerk, id, 'change-claims', {
    claims: [wages('900.00', { party: workers[0] }), { head: 'overtime', amount: '100.00', basis: '加班' }],
    note: '劳动者当面变更',
  });
  const { claims, amount } = await detail(desk.clerk, id);
  expect(claims).toMatchObject([
    { no: 1, head: 'wages', amount: '900.00', party: workers[0], working: null, facts: null },
    { no: 2, head: 'overtime', amount: '100.00', party: null, working: null },
  ]);
  expect(amount).toBe('1000.00');
  expect(why(await desk.mediator.post(`${path}/compute`, {}))).toEqual([409, 'claim/no-facts']);
  const stranger = { claims: [wages('1.00', { party: id })] };
  expect(await refused(desk.clerk, id, 'change-claims', stranger)).toEqual([422, 'party/unknown']);
});

test('elements are filled in section by section, field by field, and what is not said stays', async () => {
  const id = await taken(desk, { elements: { contract: { isWritten: true, post: undefined } } });
  await act(desk.clerk, id, 'record-elements', {
    elements: { contract: { place: '工地' }, injury: { grade: '九级' } },
  });
  await act(desk.clerk, id, 'record-elements', { elements: { contract: { isWritten: false } } });
  expect((await detail(desk.clerk, id)).elements).toEqual({
    contract: { isWritten: false, place: '工地' },
    injury: { grade: '九级' },
  });
  const odd = { elements: { injury: { grade: 9 } } };
  expect(await refused(desk.clerk, id, 'record-elements', odd)).toEqual([400, 'input/invalid']);
});

test('an agent is there with their authority; a party of another case is not known here', async () => {
  const id = await taken(desk);
  const { employers } = await sidesOf(desk.clerk, id);
  const agent = { name: '贾示例', occupation: '法务', phone: '13800000099' };
  await act(desk.clerk, id, 'appoint-agent', { party: employers[0], scope: 'general', ...agent });
  await act(desk.clerk, id, 'appoint-agent', { party: employers[0], scope: 'special', ...agent });
  const { parties } = await detail(desk.clerk, id);
  expect(parties[1]?.agent).toEqual({ name: '贾示例', occupation: '法务', scope: 'special' });
  for (const [kind, body] of [
    ['appoint-agent', { scope: 'special', ...agent }],
    ['complete-party', { phone: '13800000098' }],
    ['log-call', { isReached: false }],
  ] as const)
    expect([kind, ...(await refused(desk.clerk, id, kind, { party: id, ...body }))]).toEqual([
      kind,
      422,
      'party/unknown',
    ]);
});

test('a worker’s kind put right later opens and shuts the door to arbitration review', async () => {
  const id = await taken(desk, { workers: [worker(1, { kind: 'service' })] });
  const { workers } = await sidesOf(desk.clerk, id);
  const review = async () =>
    (await detail(desk.clerk, id)).doors.find(({ door }) => door === 'arbitration-review')?.isOpen;
  expect(await review()).toBe(false);
  await act(desk.clerk, id, 'complete-party', { party: workers[0], kind: 'employee' });
  expect(await review()).toBe(true);
  expect((await detail(desk.clerk, id)).parties[0]?.kind).toBe('employee');
  await act(desk.clerk, id, 'complete-party', { party: workers[0], kind: 'platform' });
  await act(desk.clerk, id, 'add-parties', { side: 'worker', people: [worker(2, { kind: 'service' })] });
  expect(await review()).toBe(false);
  await act(desk.clerk, id, 'add-parties', { side: 'worker', people: [worker(3)] });
  expect(await review()).toBe(true);
});

describe('what is told to nobody', () => {
  const secrets = [
    idNumber(7),
    idNumber(8),
    '13800009901',
    '13800009902',
    '13800009903',
    '13800009904',
    '南阳市秘密路',
  ];
  let id: string;
  beforeAll(async () => {
    id = await taken(desk, { workers: [worker(7, { phone: '13800009901' })] });
    const { workers, employers } = await sidesOf(desk.clerk, id);
    await act(desk.clerk, id, 'complete-party', {
      ...{ party: workers[0], phone: '13800009902', address: '南阳市秘密路1号' },
      details: { job: '木工', serviceAddress: '南阳市秘密路2号' },
    });
    await act(desk.clerk, id, 'complete-party', { party: workers[0], details: { job: '瓦工' } });
    await act(desk.clerk, id, 'add-parties', {
      side: 'worker',
      people: [worker(8, { address: '南阳市秘密路3号' })],
    });
    const agent = { scope: 'general', name: '贾示例', occupation: '职员', phone: '13800009903' };
    await act(desk.clerk, id, 'appoint-agent', { party: employers[0], ...agent });
    await act(desk.clerk, id, 'record-elements', {
      elements: { service: { phone: '13800009904', address: '南阳市秘密路4号' } },
    });
    const [completed] = (await course(desk.clerk, id)).filter(({ kind }) => kind === 'party-completed');
    await act(desk.mediator, id, 'correct', {
      ...{ seq: completed?.seq, field: 'address', text: '南阳市秘密路5号', note: '门牌写错' },
    });
  });

  test('numbers and addresses are not in the course of the case, which tells what was changed', async () => {
    for (const caller of Object.values(desk)) {
      const { text } = await caller.get(`/api/disputes/${id}/events`);
      expect(secrets.filter((one) => text.includes(one))).toEqual([]);
    }
    const told = (await course(desk.auditor, id)).map(({ kind, texts }) => [kind, texts]);
    expect(told).toEqual(
      expect.arrayContaining([
        ['party-completed', { changed: ['party', 'phone', 'address', 'details'].slice(1) }],
        ['elements-recorded', { changed: ['elements'] }],
        ['text-corrected', { changed: ['address'] }],
      ]),
    );
  });

  test('telephones are shown with their middle left out; what else was filled in is kept together', async () => {
    const { parties, elements } = await detail(desk.auditor, id);
    expect(parties[0]?.phone).toBe('138****9902');
    expect(elements).toEqual({ service: { phone: '138****9904', address: '南阳市秘密路4号' } });
    const { details } = await city.orm.em.fork().findOneOrFail(Party, { id: parties[0]?.id as PartyId });
    expect(details).toMatchObject({ job: '瓦工', serviceAddress: '南阳市秘密路2号' });
  });

  test('the workflow’s history knows none of it', async () => {
    const temporalAddress = process.env.WANHE_TEST_TEMPORAL_ADDRESS ?? '';
    const client = await connectClient({ ...readConfig({}), temporalAddress });
    const { events } = await client.workflow.getHandle(workflowIdOf('dispute', id as CaseId)).fetchHistory();
    await client.connection.close();
    const text = JSON.stringify(events).replace(/"data":"([^"]+)"/g, (_, payload: string) =>
      Buffer.from(payload, 'base64').toString(),
    );
    expect(text).toContain('"kind":"parties-added"');
    expect([...secrets, '贾示例', '周示例8', '木工'].filter((one) => text.includes(one))).toEqual([]);
  });
});
