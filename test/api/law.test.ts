/** The law through the API: the same answers as the command line, the same sentences on wrong input. */

import { claimInput, limitationInput, routeInput } from '../../src/api/law/schema.ts';
import { law } from '../../src/cli/law.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { claimKinds } from '../../src/law/claims/claim.ts';
import { sayRefusal } from '../../templates/zh-CN/say-refusal.ts';
import { Caller } from './caller.ts';
import { type Instance, startInstance } from './instance.ts';

let city: Instance;
let auditor: Caller;
beforeAll(async () => {
  city = await startInstance({ engine: false });
  auditor = await city.as('auditor');
}, 60_000);
afterAll(() => city.stop());

/** What the command line says: its JSON document, or the sentence of its refusal. */
async function said(args: string[], stdin: unknown = {}): Promise<unknown> {
  const out: string[] = [];
  const io = {
    stdin: async () => JSON.stringify(stdin),
    out: (text: string) => void out.push(text),
    err: () => {},
  };
  try {
    await law.run([...args, '--json'], { ...io, json: true } as never);
    return JSON.parse(out.join(''));
  } catch (error) {
    if (error instanceof Refusal) return sayRefusal(error.code, error.facts);
    throw error;
  }
}

const service = { hiredOn: '2018-09-03', endedOn: '2020-06-30', averageMonthlyWage: '3500' };
const claims: Record<string, object> = {
  'economic-compensation': { ...service, localMinimumWage: '1900' },
  'unlawful-dismissal': { ...service, alreadyPaid: '1000.50' },
  'notice-pay': { lastMonthWage: '5000.00' },
  'double-wage': { hiredOn: '2020-02-10', endedOn: '2020-04-20', monthlyWage: '4000' },
  overtime: { monthlyBase: '4350', hours: { weekday: 10, restDay: '8.5' } },
  'annual-leave': { averageMonthlyWage: '15000', daysUnused: 10 },
  'wage-arrears': { periods: [{ from: '2026-03-01', to: '2026-05-15', monthlyWage: '4200', rate: '80%' }] },
  injury: { grade: 8, province: 'national', ownWage: '6000' },
  'average-wage': { months: ['4000', '4200'] },
  probation: { agreedWage: '5000', paidWage: '3000', months: 2 },
  'additional-compensation': { unpaid: '10000', rate: 0.5 },
  deduction: { monthlyWage: '3000', asked: '1000', localMinimumWage: '2150' },
  'final-award': { items: [{ head: 'wages', amount: '20000' }], localMinimumWage: '2150' },
};

test.each(claimKinds)(
  '%s is worked out as on the command line, and the document knows its fields',
  async (kind) => {
    const input = { kind, ...claims[kind] };
    const { status, body } = await auditor.post('/api/law/claim', input);
    expect([status, body]).toEqual([200, await said(['claim'], input)]);
    expect(claimInput.safeParse(input).error).toBeUndefined();
  },
);

const wrong: [what: string, input: unknown][] = [
  ['an end before the start', { kind: 'economic-compensation', ...service, endedOn: '2018-01-01' }],
  ['a negative wage', { kind: 'notice-pay', lastMonthWage: '-5000' }],
  ['30 February', { kind: 'double-wage', hiredOn: '2026-02-30', endedOn: '2026-06-01', monthlyWage: '1' }],
  ['an unknown kind', { kind: 'lottery' }],
  ['no kind', {}],
  ['a field that is missing', { kind: 'notice-pay' }],
  ['a field that is none', { kind: 'notice-pay', lastMonthWage: '1', colour: 'red' }],
  ['a list', []],
  [
    'a table that is not known',
    { kind: 'deduction', monthlyWage: '1', asked: '1', place: '411303', on: '2026-03-02' },
  ],
];

test.each(wrong)('%s gets the same sentence', async (_what, input) => {
  const { status, body, headers } = await auditor.post('/api/law/claim', input);
  expect([400, 422]).toContain(status);
  expect(headers.get('content-type')).toContain('application/problem+json');
  expect(body.detail).toBe(await said(['claim'], input));
});

test('limitation, final awards and routes answer as on the command line', async () => {
  const ledger = {
    claimKind: 'wages',
    endedOn: '2025-03-10',
    events: [{ kind: 'demand', on: '2025-09-01' }],
  };
  const routing = { heads: ['wages', 'confirm-relation'], on: '2026-03-02', worker: 'platform' };
  const award = { items: [{ head: 'wages', amount: '20000' }], localMinimumWage: '2150' };
  for (const [name, input] of [
    ['limitation', ledger],
    ['final-award', award],
    ['route', routing],
  ] as const) {
    const { status, body } = await auditor.post(`/api/law/${name}`, input);
    expect([name, status, body]).toEqual([name, 200, await said([name], input)]);
  }
  expect(limitationInput.safeParse(ledger).success).toBe(true);
  expect(routeInput.safeParse(routing).success).toBe(true);
  expect((await auditor.post('/api/law/limitation', { events: [] })).status).toBe(422);
});

test('a deadline answers as on the command line, for a rule and for an act', async () => {
  for (const which of [
    ['rule', 'mediation.direct'],
    ['act', 'contract.file.wage'],
  ] as const) {
    const { body } = await auditor.get(`/api/law/deadline?${which[0]}=${which[1]}&from=2026-09-22`);
    expect(body).toEqual(await said(['deadline', `--${which[0]}`, which[1], '--from', '2026-09-22']));
  }
});

test.each([
  ['rule=mediation.direct&from=2026-02-30', 400, 'day/invalid'],
  ['rule=no.such&from=2026-02-03', 422, 'law/unknown-rule'],
  ['act=no.such&from=2026-02-03', 422, 'law/unknown-act'],
  ['from=2026-02-03', 422, 'claim/choose-one-field'],
  ['rule=mediation.direct&act=contract.file.wage&from=2026-02-03', 422, 'claim/choose-one-field'],
  ['rule=mediation.direct&from=2019-02-03', 422, 'calendar/unknown-year'],
  ['rule=mediation.direct&from=2026-02-03&pack=no-such', 422, 'law/unknown-pack'],
  ['rule=mediation.direct', 400, 'input/invalid'],
])('a deadline of %s is refused', async (query, status, code) => {
  const answer = await auditor.get(`/api/law/deadline?${query}`);
  expect([answer.status, answer.body.code]).toEqual([status, code]);
});

test('rules are listed as on the command line, found by words and filtered', async () => {
  const all = await auditor.get('/api/law/rules');
  const { rules, pack } = (await said(['rules'])) as { rules: unknown[]; pack: string };
  expect([all.body.pack, all.body.items]).toEqual([pack, rules]);
  const found = async (query: string) =>
    ((await auditor.get(`/api/law/rules?${query}`)).body.items as { rule: string }[]).map(({ rule }) => rule);
  expect(await found(`q=${encodeURIComponent('仲裁审查')}`)).toContain('agreement.arbitration-review');
  expect(await found('q=mediation.direct')).toEqual(['mediation.direct', 'mediation.direct.acceptance']);
  expect(await found('jurisdiction=CN-41&dayType=working')).toContain('offer.reply.henan-wage');
  expect(await found('confirmed=false&q=mediation.first')).toEqual(['mediation.first-contact']);
});

test('nobody asks the law without signing in', async () => {
  const nobody = new Caller(city.url);
  expect((await nobody.get('/api/law/rules')).status).toBe(401);
  expect((await nobody.post('/api/law/claim', {})).status).toBe(401);
});
