/** How a dispute comes in: by its channel, with everything that was said of it; settled and paid on one day in one go. */
import { readPdf } from '../papers/read-pdf.ts';
import { intakeBody } from './bodies.ts';
import type { Caller } from './caller.ts';
import {
  course,
  type Desk,
  deskOf,
  detail,
  drawn,
  employer,
  running,
  taken,
  wages,
  why,
  worker,
} from './dispute-course.ts';
import { type Instance, startInstance } from './instance.ts';
import { act } from './law-acts.ts';

let city: Instance;
let desk: Desk;
let clerk: Caller;
beforeAll(async () => {
  city = await startInstance({ engine: true });
  desk = await deskOf(city);
  clerk = desk.clerk;
}, 60_000);
afterAll(() => city.stop());

const DIRECT = { 'mediation.direct': '2026-03-17' };
describe('each channel has its own periods, from the day of receipt', () => {
  test.each<[channel: string, procedure: string | undefined, periods: Record<string, string>]>([
    ['online', undefined, DIRECT],
    ['phone', undefined, DIRECT],
    ['desk', undefined, DIRECT],
    ['oral', undefined, DIRECT],
    ['hotline-12351', undefined, DIRECT],
    ['transferred', undefined, DIRECT],
    ['court-delegated', undefined, { 'mediation.court-delegated': '2026-04-01' }],
    ['court-entrusted', 'ordinary', { 'mediation.court-entrusted.ordinary': '2026-03-17' }],
    ['court-entrusted', 'summary', { 'mediation.court-entrusted.summary': '2026-03-09' }],
    ['arbitration-entrusted', undefined, {}],
  ])('%s %s', async (channel, procedure, periods) => {
    const id = await taken(desk, { channel, ...(procedure ? { procedure } : {}) });
    const dispute = await detail(clerk, id);
    expect(dispute).toMatchObject({
      state: 'received',
      channel,
      ownerName: expect.stringContaining('调解员'),
    });
    const counted = Object.values(running(dispute)).filter(({ rule }) => rule !== 'limitation.last-safe-day');
    expect(Object.fromEntries(counted.map(({ rule, dueOn }) => [rule, dueOn]))).toEqual({
      ...{ 'mediation.first-contact': '2026-03-03', 'mediation.acceptance-decision': '2026-03-05' },
      ...periods,
    });
    for (const clock of counted) expect([clock.rule, clock.startedOn]).toEqual([clock.rule, '2026-03-02']);
  });

  test('what a commission entrusts is counted from consent, once it is accepted', async () => {
    const id = await taken(desk, { channel: 'arbitration-entrusted' });
    await city.orm.em.fork().execute(
      `insert into capacity (id, body, kind, valid_from, valid_until, of_body, is_sign_off_required, heading, confirmed)
       values ('entrusted', 'mediation-centre-411303', 'arbitration-entrusted', '2026-01-01', null, 'hr-411303', false, '示例', true)`,
    );
    await act(desk.mediator, id, 'consult', { on: '2026-03-03', result: 'reached' });
    await act(desk.mediator, id, 'record-consent', { on: '2026-03-04', isGiven: true });
    await act(desk.mediator, id, 'accept', { on: '2026-03-05' });
    const dispute = await detail(clerk, id);
    expect(dispute.capacity).toMatchObject({ id: 'entrusted', kind: 'arbitration-entrusted' });
    expect(running(dispute)['mediation.arbitration-entrusted']).toMatchObject({ startedOn: '2026-03-04' });
    expect(running(dispute)['mediation.direct.acceptance']).toBeUndefined();
  });
});

test('a platform worker is taken in: no labour arbitration reviews what is agreed', async () => {
  const openDoors = async (kind: string) =>
    (await detail(clerk, await taken(desk, { workers: [worker(1, { kind })] }))).doors
      .filter(({ isOpen }) => isOpen)
      .map(({ door }) => door);
  expect(await openDoors('employee')).toEqual(['arbitration-review', 'judicial-confirmation', 'none']);
  for (const kind of ['platform', 'service'])
    expect([kind, await openDoors(kind)]).toEqual([kind, ['judicial-confirmation', 'none']]);
});

test('each worker’s own claims, the case’s number elsewhere and the elements stand as they were said', async () => {
  const id = await taken(desk, {
    workers: [worker(1), worker(2, { isConsenting: false }), { name: '周示例3' }],
    claims: [
      wages('100.00', { worker: 2, from: '2026-01-01', until: '2026-01-31' }),
      wages('200.50', { worker: 1 }),
      { head: 'overtime', amount: '0.50', basis: '大家一起加班' },
    ],
    externalNumber: '（2026）豫1303诉前调100号',
    elements: { contract: { isWritten: false }, service: { phone: '13800009999', address: '七一路9号' } },
  });
  const dispute = await detail(clerk, id);
  const [first, second, third] = dispute.parties;
  expect(dispute.claims).toMatchObject([
    { no: 1, amount: '100.00', party: second?.id, from: '2026-01-01', until: '2026-01-31' },
    { no: 2, amount: '200.50', party: first?.id },
    { no: 3, amount: '0.50', party: null },
  ]);
  expect(dispute.amount).toBe('301.00');
  expect([first, second, third].map((one) => one?.isConsenting)).toEqual([true, false, null]);
  expect(dispute.externalNumber).toBe('（2026）豫1303诉前调100号');
  expect(dispute.elements).toEqual({
    contract: { isWritten: false },
    service: { phone: '138****9999', address: '七一路9号' },
  });
});

const short = (changes: object = {}, settlement: object = {}) => ({
  ...intakeBody({ workers: [worker()], employers: [employer()] }),
  settlement: { amount: '860.00', terms: '当场付清，别无争议。', satisfaction: 'satisfied', ...settlement },
  ...changes,
});

describe('the short record', () => {
  test('is taken in, settled and closed at once, with its paper and nothing left to do', async () => {
    const { status, body } = await clerk.post('/api/disputes/short', short());
    expect(status).toBe(201);
    const id = String(body.case);
    const [paper] = await drawn(clerk, id);
    expect(paper).toMatchObject({ kind: 'same-day-record', status: 'drawn', pages: expect.any(Number) });
    const file = await fetch(`${city.url}${paper?.file}`, { headers: clerk.headers });
    const { text } = await readPdf(Buffer.from(await file.arrayBuffer()));
    for (const said of ['周示例1', '南阳示例第1建筑有限公司', '860.00', '当场付清，别无争议。'])
      expect(text).toContain(said);
    expect(await detail(clerk, id)).toMatchObject({
      ...{ state: 'closed', receivedOn: '2026-03-02', acceptedOn: '2026-03-02', closedOn: '2026-03-02' },
      ...{ tasks: [], clocks: [] },
    });
    expect((await course(clerk, id))[0]).toMatchObject({
      kind: 'dispute-settled-same-day',
      facts: { amount: 86000, satisfaction: 'satisfied' },
      texts: { terms: '当场付清，别无争议。' },
    });
    const again = await clerk.post('/api/disputes/short', short());
    expect([again.status, again.body.case]).toEqual([201, id]);
    const other = await clerk.post('/api/disputes/short', short({}, { amount: '861.00' }));
    expect(other.body.case).not.toBe(id);
    await drawn(clerk, String(other.body.case));
  });
});

describe('nothing is written down', () => {
  const rows: [what: string, path: string, body: () => object, answer: unknown[], field: string][] = [
    [
      'of an entrusted suit without its procedure',
      '',
      () => intakeBody({ channel: 'court-entrusted' }),
      [400, 'input/invalid'],
      'procedure',
    ],
    [
      'of a desk case with a court’s procedure',
      '',
      () => intakeBody({ procedure: 'summary' }),
      [400, 'input/invalid'],
      'procedure',
    ],
    [
      'of a claim of a third worker of one',
      '',
      () => intakeBody({ claims: [wages('1.00', { worker: 3 })] }),
      [400, 'input/invalid'],
      'claims[0].worker',
    ],
    [
      'of an element that no form has',
      '',
      () => intakeBody({ elements: { contract: { colour: '红' } } }),
      [400, 'input/invalid'],
      'elements.contract',
    ],
    ['of another district', '', () => intakeBody({ district: '411302' }), [403, 'district/not-yours'], ''],
    ['of tomorrow', '/short', () => short({ receivedOn: '2199-01-01' }), [422, 'day/in-the-future'], ''],
    [
      'of a dispute that arose later',
      '/short',
      () => short({ since: '2026-03-03' }),
      [422, 'dispute/since-after-receipt'],
      '',
    ],
    [
      'settled for less than nothing',
      '/short',
      () => short({}, { amount: '-1.00' }),
      [400, 'input/invalid'],
      'settlement.amount',
    ],
    [
      'settled without words',
      '/short',
      () => short({}, { terms: ' ' }),
      [400, 'input/invalid'],
      'settlement.terms',
    ],
    ['settled and unsettled', '/short', () => intakeBody(), [400, 'input/invalid'], 'settlement'],
    [
      'without the worker’s will',
      '/short',
      () => short({ isConsentGiven: false }),
      [400, 'input/invalid'],
      'isConsentGiven',
    ],
  ];
  test.each(rows)('%s', async (_what, path, body, answer, field) => {
    const before = await city.count();
    const refusal = await clerk.post(`/api/disputes${path}`, body());
    expect(why(refusal)).toEqual(answer);
    if (field !== '')
      expect((refusal.body.fields as { path: string }[]).map((one) => one.path)).toEqual([field]);
    expect(await city.count()).toEqual(before);
  });
});
