/** Figures over the API: what they count, and that the list behind each is just as long. */
import ExcelJS from 'exceljs';
import { intakeBody } from './bodies.ts';
import type { Caller } from './caller.ts';
import { accepted, consulted, type Desk, deskOf, mediated, signed, taken, worker } from './dispute-course.ts';
import { type Instance, startInstance } from './instance.ts';
import { act } from './law-acts.ts';

type Item = {
  code: string;
  name: string;
  definition: string;
  unit: string;
  value: string | null;
  said: string;
  numerator: number | null;
  denominator: number;
  tally: Record<string, number>;
  reasons: { key: string; name: string; cases: number }[];
  list: string;
  numeratorList: string | null;
};
type Row = Record<string, unknown> & { id: string };

const march = 'from=2026-03-01&until=2026-03-31';

let city: Instance;
let desk: Desk;
let manager: Caller;
const ids: Record<string, string> = {};

/** Twelve workers of whom one has a case of their own as well, one case settled on its day, one of each result. */
beforeAll(async () => {
  city = await startInstance({ engine: true });
  desk = await deskOf(city);
  ({ manager } = desk);
  ids.open = await taken(desk, { receivedOn: '2026-02-28' });
  ids.accepted = await accepted(desk);
  ids.performed = await signed(desk);
  await act(desk.mediator, ids.performed, 'record-payment', {
    on: '2026-03-20',
    instalment: 1,
    amount: '12600.00',
  });
  ids.agreed = await signed(desk, { workers: [worker(2)] });
  await act(desk.mediator, ids.agreed, 'record-payment', {
    on: '2026-04-01',
    instalment: 1,
    amount: '600.00',
  });
  ids.failed = await mediated(desk, {
    workers: [worker(3)],
    claims: [{ head: 'overtime', amount: '500.00', basis: '加班费' }],
  });
  await act(desk.mediator, ids.failed, 'fail', {
    on: '2026-03-31',
    reason: 'too-far-apart',
    note: '差距太大',
  });
  ids.declined = await consulted(desk, { workers: [worker(4)] });
  await act(desk.mediator, ids.declined, 'record-consent', { on: '2026-03-04', isGiven: false });
  await act(desk.mediator, ids.declined, 'decline', {
    on: '2026-03-05',
    reason: 'refused',
    note: '对方不同意',
  });
  ids.group = await taken(desk, {
    workers: Array.from({ length: 12 }, (_, n) => worker(n + 10)),
    receivedOn: '2026-04-01',
  });
  const { isConsentGiven, ...body } = intakeBody({ facts: '当日', workers: [worker(5)] });
  const short = { ...body, isConsentGiven, settlement: { amount: '300.00', terms: '当场付清' } };
  ids.sameDay = String((await desk.clerk.post('/api/disputes/short', short)).body.case);
}, 120_000);
afterAll(() => city.stop());

async function figures(query = march, caller = manager): Promise<Record<string, Item>> {
  const { status, body, text } = await caller.get(`/api/figures?${query}`);
  if (status !== 200) throw new Error(text);
  return Object.fromEntries((body.items as Item[]).map((one) => [one.code, one]));
}
const rows = async (path: string, caller = manager) => (await caller.get(path)).body.items as Row[];
const said = (all: Record<string, Item>, ...codes: string[]) => codes.map((code) => all[code]?.said);

test('a month is counted from its first day to its last, by the day of each act', async () => {
  const all = await figures();
  expect(
    said(all, 'received', 'accepted', 'agreed', 'same-day', 'failed', 'not-accepted', 'performed'),
  ).toEqual([...['6 件', '5 件', '3 件', '1 件', '1 件', '1 件', '2 件']]);
  expect(said(all, 'withdrawn', 'negotiated', 'open')).toEqual(['0 件', '0 件', '7 件']);
  const shorter = await figures('from=2026-03-01&until=2026-03-30');
  expect(said(shorter, 'failed', 'success-rate')).toEqual(['0 件', '100.0%']);
  const from = await figures('from=2026-02-28&until=2026-03-31');
  expect(said(from, 'received')).toEqual(['7 件']);
});

test('rates stand on their numerator and denominator, money is agreed and received', async () => {
  const all = await figures();
  expect(all['success-rate']).toMatchObject({ value: '0.7500', said: '75.0%', numerator: 3, denominator: 4 });
  expect(all['agreed-of-accepted']).toMatchObject({ said: '60.0%', numerator: 3, denominator: 5 });
  expect(all['performed-of-agreed']).toMatchObject({ said: '66.7%', numerator: 2, denominator: 3 });
  expect(all['contact-in-time']?.denominator).toBe(5);
  expect(said(all, 'money-agreed', 'money-received')).toEqual(['25,500.00 元', '12,900.00 元']);
  // The three took 14, 14 and 29 days, the one of its own day none.
  expect(said(all, 'median-days')).toEqual(['14 天']);
  expect(all.failed?.reasons).toEqual([{ key: 'too-far-apart', name: expect.any(String), cases: 1 }]);
  expect(all['not-accepted']?.reasons).toMatchObject([{ key: 'refused', cases: 1 }]);
  for (const { definition, name } of Object.values(all))
    expect([name, definition]).toEqual([expect.any(String), expect.stringMatching(/。$/)]);
});

test('cases, heads, groups, people and times are told apart', async () => {
  const { received } = await figures('from=2026-02-28&until=2026-04-01');
  // The worker of the first three cases is one person.
  expect(received?.tally).toEqual({ cases: 8, byHead: 19, groups: 1, people: 17, personTimes: 19 });
});

test('the list behind every figure, and behind both parts of a rate, is just as long as it says', async () => {
  for (const query of [march, 'from=2026-03-01&until=2026-12-31', `${march}&asOf=2026-03-25&district=411303`])
    for (const { code, list, denominator, numerator, numeratorList } of Object.values(await figures(query))) {
      expect([query, code, (await rows(`${list}&limit=500`)).length]).toEqual([query, code, denominator]);
      if (numeratorList !== null)
        expect([query, code, (await rows(`${numeratorList}&limit=500`)).length]).toEqual([
          query,
          code,
          numerator,
        ]);
    }
});

test('every row of a breakdown opens the cases it counts', async () => {
  let checked = 0;
  for (const breakdown of ['district', 'mediator', 'month', 'head', 'channel', 'reason', 'ageing']) {
    const { body } = await manager.get(`/api/figures/breakdown?${march}&breakdown=${breakdown}`);
    for (const { key, name, received, agreed, failed, open } of body.items as Record<string, unknown>[]) {
      expect(name).toMatch(/\p{Script=Han}|\d/u);
      for (const [figure, count] of Object.entries({ received, agreed, failed, open })) {
        const slice = `breakdown=${breakdown}&slice=${encodeURIComponent(String(key))}`;
        const listed = await rows(`/api/figures/cases?figure=${figure}&${march}&${slice}&limit=500`);
        expect([breakdown, key, figure, listed.length]).toEqual([breakdown, key, figure, count]);
        checked += 1;
      }
    }
  }
  expect(checked).toBeGreaterThan(40);
});

test('as of an earlier day the same period looks as it did then', async () => {
  const then = await figures(`${march}&asOf=2026-03-19`);
  expect(said(then, 'agreed', 'performed', 'failed', 'money-received')).toEqual([
    ...['3 件', '1 件', '0 件', '300.00 元'],
  ]);
  const [first] = await rows(`/api/figures/cases?figure=agreed&${march}&asOf=2026-03-19&sort=receiptNumber`);
  expect(first).toMatchObject({
    id: ids.performed,
    outcome: 'agreed',
    outcomeOn: '2026-03-16',
    performedOn: null,
  });
});

test('a page of the list goes on where it ended, and lists come as workbooks', async () => {
  const path = `/api/figures/cases?figure=received&${march}&sort=receiptNumber`;
  const seen: string[] = [];
  let cursor = '';
  do {
    const { body } = await manager.get(`${path}&limit=2${cursor && `&cursor=${cursor}`}`);
    seen.push(...(body.items as Row[]).map(({ id }) => id));
    expect(body.count).toBe(6);
    cursor = String(body.nextCursor ?? '');
  } while (cursor !== '');
  expect([seen.length, new Set(seen).size]).toEqual([6, 6]);
  for (const [of, lines] of [
    [path, 6],
    [`/api/figures?${march}`, 18],
    [`/api/figures/breakdown?${march}`, 1],
  ] as const) {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await manager.bytes(`${of}&format=xlsx`)) as never);
    expect([of, (book.worksheets[0]?.rowCount ?? 0) - 1]).toEqual([of, lines]);
  }
});

test('a county’s manager counts their own county alone, whatever district they ask for', async () => {
  await city.orm.em.fork().execute(`update account set roles = '{manager}' where login = 'mediator-411302'`);
  const beside = await city.as('mediator-411302');
  expect(said(await figures(march, beside), 'received', 'open')).toEqual(['0 件', '0 件']);
  expect(said(await figures(`${march}&district=411303`, beside), 'received')).toEqual(['0 件']);
  expect((await desk.mediator.get(`/api/figures?${march}`)).body.code).toBe('account/no-role');
});

test.each([
  ['from=2026-04-01&until=2026-03-01', 'day/reversed'],
  ['asOf=2999-01-01', 'input/invalid'],
  ['from=2026-03-01&until=2026-03-31&asOf=2100-01-01', 'day/in-the-future'],
])('figures refuse %s', async (query, code) => {
  expect((await manager.get(`/api/figures?${query}`)).body.code).toBe(code);
});
