/** What neither the database keeps nor a paper shows is refused at the edge, wherever it stands in a body. */
import { aDisputeTakenIn } from './bodies.ts';
import type { Caller } from './caller.ts';
import { type Instance, startInstance } from './instance.ts';

let city: Instance;
let clerk: Caller;
let id: string;
beforeAll(async () => {
  city = await startInstance({ engine: false });
  clerk = await city.as('clerk');
  id = await aDisputeTakenIn(clerk);
});
afterAll(() => city.stop());

const NUL = '\u0000';
const HALF = '\ud842';
const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;

const bodies: [what: string, path: () => string, body: unknown, field: string][] = [
  ['NUL in a fact', () => `/api/disputes/${id}/claims/1/facts`, { kind: `wage${NUL}` }, 'kind'],
  ['half a character in a fact', () => `/api/disputes/${id}/claims/1/facts`, { place: HALF }, 'place'],
  ['a bell in a fact', () => `/api/disputes/${id}/claims/1/facts`, { place: '\u0007' }, 'place'],
  ['NUL in a field’s name', () => `/api/disputes/${id}/claims/1/facts`, { [`k${NUL}`]: 1 }, ''],
  ['half a character in a field’s name', () => `/api/disputes/${id}/claims/1/facts`, { [HALF]: 1 }, ''],
  [
    'NUL deep in a fact',
    () => `/api/disputes/${id}/claims/1/facts`,
    { kind: 'wage-arrears', periods: [{ from: NUL }] },
    'periods[0].from',
  ],
  ['NUL in what an act writes', () => `/api/disputes/${id}/withdraw`, { note: `撤回${NUL}` }, 'note'],
  ['NUL in what the law is asked', () => '/api/law/claim', { kind: NUL }, 'kind'],
];

test.each(bodies)('%s is refused in Chinese, and nothing is written', async (_what, path, body, field) => {
  const before = await city.count();
  const answer = await clerk.post(path(), body);
  expect([answer.status, answer.body.code]).toEqual([400, 'input/invalid']);
  expect(answer.body.detail).toContain('控制字符');
  expect((answer.body.fields as { path: string }[]).map((one) => one.path)).toContain(field);
  expect(await city.count()).toEqual(before);
});

test('a sign-in with NUL in it is refused like any other', async () => {
  const answer = await clerk.post('/api/sign-in', { login: `clerk${NUL}`, password: 'x' });
  expect([answer.status, answer.body.code]).toEqual([400, 'input/invalid']);
});

test.each([41, 100_000])('a body of %i levels is refused, and the server stands', async (levels) => {
  const before = await city.count();
  const answer = await clerk.postText(`/api/disputes/${id}/claims/1/facts`, deep(levels));
  expect([answer.status, answer.body.code]).toEqual([400, 'input/invalid']);
  expect(await city.count()).toEqual(before);
});

test('line breaks and rare characters are kept', async () => {
  const { status } = await clerk.post(`/api/disputes/${id}/claims/1/facts`, { kind: '一\n二\t𠮷' });
  expect(status).toBe(202);
});
