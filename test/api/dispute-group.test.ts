/** A group: its representatives, each member's own consent, and those who go their own way. */
import type { Caller } from './caller.ts';
import {
  course,
  type Desk,
  deskOf,
  detail,
  drawn,
  employer,
  mediated,
  refused,
  sidesOf,
  signaturesOf,
  taken,
  terms,
  wages,
  worker,
} from './dispute-course.ts';
import { type Instance, startInstance } from './instance.ts';
import { act, later, until } from './law-acts.ts';

let city: Instance;
let desk: Desk;
let mediator: Caller;
beforeAll(async () => {
  city = await startInstance({ engine: true });
  desk = await deskOf(city);
  mediator = desk.mediator;
}, 60_000);
afterAll(() => city.stop());

const people = (size: number) => Array.from({ length: size }, (_, index) => worker(index + 1));
const claimsOf = (size: number) =>
  Array.from({ length: size }, (_, index) => wages('1000.00', { worker: index + 1 }));
const group = (size: number) => ({ workers: people(size), claims: claimsOf(size) });
/** One instalment of a thousand yuan for each. */
const termsFor = (payer: string | undefined, payees: readonly string[]) => ({
  ...terms,
  instalments: [
    {
      ...{ dueOn: '2026-03-20', amount: `${payees.length}000.00` },
      shares: payees.map((payee) => ({ payer, payee, amount: '1000.00' })),
    },
  ],
});

test('ten workers and more choose three to five of themselves to speak for them', async () => {
  const nine = await taken(desk, group(9));
  const ten = await taken(desk, group(10));
  const choose = async (id: string, ...places: number[]) => {
    const { workers } = await sidesOf(desk.clerk, id);
    return refused(desk.clerk, id, 'appoint-representatives', {
      parties: places.map((place) => workers[place]),
    });
  };
  expect(await choose(nine, 0, 1, 2)).toEqual([409, 'group/not-collective']);
  for (const places of [
    [0, 1],
    [0, 1, 1],
    [0, 1, 2, 3, 4, 5],
  ])
    expect([places, await choose(ten, ...places)]).toEqual([places, [422, 'group/representatives-count']]);
  const { workers, employers } = await sidesOf(desk.clerk, ten);
  const withFirm = { parties: [workers[0], workers[1], employers[0]] };
  expect(await refused(desk.clerk, ten, 'appoint-representatives', withFirm)).toEqual([
    422,
    'party/not-a-member',
  ]);
  await act(desk.clerk, ten, 'appoint-representatives', { parties: workers.slice(0, 5) });
  await act(desk.clerk, ten, 'appoint-representatives', { parties: workers.slice(2, 5), note: '改选' });
  expect((await detail(desk.clerk, ten)).group).toMatchObject({
    ...{ isCollective: true, members: workers, representatives: workers.slice(2, 5) },
  });
});

test('a representative signs for whoever consented to these terms, and for nobody else', async () => {
  const id = await mediated(desk, group(10));
  const { workers, employers } = await sidesOf(desk.clerk, id);
  await act(mediator, id, 'appoint-representatives', { parties: workers.slice(0, 3) });
  const consent = (parties: readonly string[], isGiven = true) => ({ parties, isGiven });
  expect(await refused(mediator, id, 'record-member-consents', consent(workers))).toEqual([
    409,
    'agreement/not-drafted',
  ]);
  const whole = termsFor(employers[0], workers);
  const tooFew = termsFor(employers[0], workers.slice(1));
  expect(await refused(mediator, id, 'draft-agreement', tooFew)).toEqual([422, 'agreement/member-left-out']);
  const untold = { ...whole, instalments: [{ dueOn: '2026-03-20', amount: '10000.00' }] };
  expect(await refused(mediator, id, 'draft-agreement', untold)).toEqual([422, 'agreement/shares-missing']);
  await act(mediator, id, 'draft-agreement', whole);
  await act(mediator, id, 'record-member-consents', consent(workers));
  // Consent is to these terms: a new draft asks for it again.
  await act(mediator, id, 'draft-agreement', whole);
  expect((await detail(desk.clerk, id)).group.consenting).toEqual([]);

  const own = await signaturesOf(desk.clerk, id);
  const byOther = (by: string | undefined) =>
    own.map((one) =>
      workers.indexOf(one.party) < 3 || employers.includes(one.party)
        ? one
        : { party: one.party, on: later, authority: 'representative', ...(by ? { by } : {}) },
    );
  const body = (signatures: object[]) => ({ signatures, mediatorOn: later, sealedOn: later });
  const asked = (signatures: object[]) => refused(mediator, id, 'sign-agreement', body(signatures));
  expect(await asked(byOther(workers[0]))).toEqual([409, 'group/member-consent-missing']);
  await act(mediator, id, 'record-member-consents', consent(workers.slice(3)));
  await act(mediator, id, 'record-member-consents', consent(workers.slice(9), false));
  expect(await asked(byOther(workers[0]))).toEqual([409, 'group/member-consent-missing']);
  await act(mediator, id, 'record-member-consents', consent(workers.slice(9)));
  expect(await asked(byOther(workers[4]))).toEqual([422, 'group/not-a-representative']);
  expect(await asked(byOther(undefined))).toEqual([422, 'group/not-a-representative']);
  expect(await asked(byOther(workers[0]).slice(1))).toEqual([422, 'agreement/signature-missing']);
  await act(mediator, id, 'sign-agreement', body(byOther(workers[0])));
  expect(await detail(desk.clerk, id)).toMatchObject({ state: 'agreed', agreement: { effectiveOn: later } });
});

describe('those who go their own way', () => {
  test('have a case of their own with their claims, and the terms on the table fall', async () => {
    const id = await mediated(desk, {
      workers: [...people(10), worker(11, { isConsenting: false })],
      employers: [employer(1), employer(2)],
      claims: claimsOf(11),
    });
    const { workers, employers } = await sidesOf(desk.clerk, id);
    await act(mediator, id, 'draft-agreement', termsFor(employers[0], workers));
    const before = await drawn(mediator, id);
    const gone = workers.slice(9);
    const why = { why: 'own-case', note: '不接受分期' };
    expect(await refused(mediator, id, 'separate-members', { parties: workers, ...why })).toEqual([
      422,
      'group/nobody-left',
    ]);
    expect(await refused(mediator, id, 'separate-members', { parties: employers, ...why })).toEqual([
      422,
      'party/not-a-member',
    ]);
    await act(mediator, id, 'separate-members', { parties: gone, ...why });
    const parent = await detail(mediator, id);
    const own = parent.parties.find((one) => one.id === gone[0])?.left?.dispute ?? '';
    expect(parent).toMatchObject({
      state: 'mediating',
      agreement: null,
      group: { members: workers.slice(0, 9) },
      ...{ amount: '9000.00' },
    });
    expect(parent.claims.map(({ no, party }) => [no, party])).toEqual(
      workers.slice(0, 9).map((party, index) => [index + 1, party]),
    );
    const draft = before.find(({ kind }) => kind === 'agreement')?.id;
    expect(parent.papers.find((one) => one.id === draft)?.status).toBe('void');

    await until(async () => (await mediator.get(`/api/disputes/${own}`)).body.state === 'received');
    const child = await detail(mediator, own);
    expect(child).toMatchObject({
      ...{
        receivedOn: '2026-03-02',
        channel: 'desk',
        place: parent.place,
        facts: parent.facts,
        amount: '2000.00',
      },
      parties: [
        { side: 'worker', name: '周示例10', isConsenting: true },
        { side: 'worker', name: '周示例11', isConsenting: false },
        { side: 'employer', name: '南阳示例第1建筑有限公司' },
        { side: 'employer', name: '南阳示例第2建筑有限公司' },
      ],
    });
    expect(child.receiptNumber).not.toBe(parent.receiptNumber);
    expect(child.ownerName).toContain('调解员');
    expect(child.claims.map(({ party, amount }) => [party, amount])).toEqual(
      child.parties.slice(0, 2).map((party) => [party.id, '1000.00']),
    );
    expect(child.tasks.map(({ why: task }) => task)).toEqual(
      expect.arrayContaining(['contact-first', 'consult-other-side']),
    );
    expect((await course(mediator, own))[0]).toMatchObject({ kind: 'dispute-received', on: later });

    const again = { parties: [gone[0]], ...why };
    expect(await refused(mediator, id, 'separate-members', again)).toEqual([422, 'party/not-a-member']);
    const withGone = termsFor(employers[0], workers);
    expect(await refused(mediator, id, 'draft-agreement', withGone)).toEqual([422, 'party/not-a-member']);
    await act(mediator, id, 'draft-agreement', termsFor(employers[0], workers.slice(0, 9)));
  });

  test('take along their time, their agent and their sums; whoever has no line of their own cannot leave so', async () => {
    const id = await mediated(desk, {
      workers: people(3),
      claims: [
        { head: 'confirm-relation', amount: '0.00', basis: '未签合同', worker: 1 },
        wages('1000.00', { worker: 2 }),
        wages('500.00'),
      ],
    });
    const { workers } = await sidesOf(desk.clerk, id);
    const demanded = { event: 'demand', happenedOn: '2026-02-20', evidence: '催款微信记录' };
    await act(mediator, id, 'record-limitation-event', demanded);
    const agent = { name: '郑示例', occupation: '律师', phone: '13900001111', scope: 'special' };
    await act(mediator, id, 'appoint-agent', { party: workers[0], ...agent });
    const own = { why: 'own-case', note: '另案办理' };
    expect(await refused(mediator, id, 'separate-members', { parties: [workers[2]], ...own })).toEqual([
      ...[409, 'group/member-without-claim'],
    ]);
    await act(mediator, id, 'separate-members', { parties: [workers[0]], ...own });
    const parent = await detail(mediator, id);
    const apart = parent.parties.find((one) => one.id === workers[0])?.left?.dispute ?? '';
    await until(async () => (await mediator.get(`/api/disputes/${apart}`)).body.state === 'received');
    const child = await detail(mediator, apart);
    expect([parent.claims.map(({ no, head }) => [no, head]), parent.amount]).toEqual([
      [
        [1, 'wages'],
        [2, 'wages'],
      ],
      '1500.00',
    ]);
    expect([child.claims.map(({ head }) => head), child.amount]).toEqual([['confirm-relation'], '0.00']);
    expect(child.parties[0]?.agent).toMatchObject({ name: '郑示例', scope: 'special' });
    expect(child.parties[0]?.agent).toEqual(parent.parties[0]?.agent);
    const ledger = (one: typeof child) =>
      one.limitation.events.map(({ kind, on, evidence }) => [kind, on, evidence]).sort();
    expect(ledger(child)).toEqual(ledger(parent));
    expect(ledger(child)).toContainEqual(['demand', '2026-02-20', '催款微信记录']);
    const rows = (await mediator.get('/api/disputes?limit=500')).body.items as Record<string, unknown>[];
    const counted = [id, apart].map((one) => rows.find((row) => row.id === one)?.workerCount);
    expect(counted).toEqual([2, 1]);
    const begun = child.clocks.filter(({ rule }) => rule !== 'limitation.last-safe-day');
    expect(begun.length).toBeGreaterThan(0);
    // The desk's periods begin with the new case, not with the group's receipt.
    expect(begun.filter(({ startedOn }) => startedOn !== later)).toEqual([]);
  });

  test.each(['withdrew', 'settled-apart'] as const)('%s: without a case of their own', async (why) => {
    const id = await taken(desk, group(2));
    const { workers } = await sidesOf(desk.clerk, id);
    const before = await city.count();
    await act(mediator, id, 'separate-members', { parties: [workers[0]], why, note: '本人书面申请' });
    expect((await city.count()).dispute).toBe(before.dispute);
    const { parties, group: left } = await detail(desk.clerk, id);
    expect(parties[0]?.left).toEqual({ why, on: later, dispute: null });
    expect(left.members).toEqual([workers[1]]);
    expect(
      await refused(desk.clerk, id, 'separate-members', { parties: [workers[1]], why, note: '都退出' }),
    ).toEqual([403, 'case/not-yours-to-do']);
  });
});
