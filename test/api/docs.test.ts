/** The API describes itself: every route, in a document that is valid OpenAPI 3.1. */
import { routes } from '../../src/api/app.ts';
import { statusOf } from '../../src/api/statuses.ts';
import { disputeTable } from '../../src/domain/dispute/table.ts';
import { refusalCodes } from '../../src/domain/refusal.ts';
import type { Hat } from '../../src/domain/role.ts';
import { Caller } from './caller.ts';
import { type Instance, startInstance } from './instance.ts';

let city: Instance;
let anyone: Caller;
beforeAll(async () => {
  city = await startInstance({ engine: false });
  anyone = new Caller(city.url);
});
afterAll(() => city.stop());

type Operation = {
  summary: string;
  tags: string[];
  parameters?: { name: string; in: string; required?: boolean; schema: object }[];
  requestBody?: { content: Record<string, { schema: object }> };
  responses: Record<string, { description: string; content?: Record<string, { schema: object }> }>;
};
type Document = {
  openapi: string;
  info: { title: string; version: string };
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object>; securitySchemes: object };
};

const documentOf = async () => (await anyone.get('/api/openapi.json')).body as unknown as Document;
const pathOf = (path: string) => `/api${path.replace(/:(\w+)/g, '{$1}')}`;

test('every route stands in the document, and nothing else', async () => {
  const { paths } = await documentOf();
  const described = Object.entries(paths).flatMap(([path, item]) =>
    Object.keys(item).map((method) => `${method} ${path}`),
  );
  expect(described.sort()).toEqual(routes.map(({ method, path }) => `${method} ${pathOf(path)}`).sort());
  expect(described.length).toBeGreaterThan(30);
});

test('the document is OpenAPI 3.1 by its structure', async () => {
  const document = await documentOf();
  expect(document.openapi).toMatch(/^3\.1\.\d$/);
  expect(document.info.version).not.toBe('');
  for (const [path, item] of Object.entries(document.paths))
    for (const [method, operation] of Object.entries(item)) {
      const where = `${method} ${path}`;
      const { parameters = [], requestBody, responses, summary, tags } = operation;
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
      const inPath = parameters.filter((one) => one.in === 'path');
      expect([where, inPath.map(({ name }) => name).sort()]).toEqual([where, named]);
      expect(inPath.every(({ required }) => required === true)).toBe(true);
      for (const one of parameters)
        expect([where, one.name, typeof one.schema]).toEqual([where, one.name, 'object']);
      expect([where, summary.length > 1 && tags.length > 0]).toEqual([where, true]);
      expect([where, method === 'get' && requestBody !== undefined]).toEqual([where, false]);
      const codes = Object.keys(responses);
      expect([where, codes.filter((code) => !/^([1-5]\d\d|[45]XX)$/.test(code))]).toEqual([where, []]);
      expect([where, codes.includes('4XX') && codes.some((code) => code.startsWith('2'))]).toEqual([
        where,
        true,
      ]);
      for (const { description } of Object.values(responses)) expect(description).not.toBe('');
    }
});

/** What the engine does of itself, and what has a route of its own. */
const elsewhere = new Set<string>([
  ...['receive', 'receive-settled', 'import', 'hear-referral', 'record-claim-facts', 'compute-claims'],
  ...['add-evidence', 'withdraw-evidence'],
]);
/** What parties alone do has pages of theirs. */
const ofParties = ['answer-session', 'sign-on-screen', 'report-paid', 'report-unpaid'];

test('every act that the table of a dispute knows has its row, with its day and what is said with it', async () => {
  const { paths } = await documentOf();
  const acts = new Set(Object.values(disputeTable).flatMap((row) => Object.keys(row)));
  const isOfOthers = (hats: readonly Hat[]) => hats.some((hat) => hat !== 'worker' && hat !== 'employer');
  const others = Object.values(disputeTable).flatMap((row) =>
    Object.entries(row).flatMap(([act, hats]) => (isOfOthers(hats) ? [act] : [])),
  );
  expect([...acts].filter((act) => !others.includes(act)).sort()).toEqual(ofParties.toSorted());
  const described = [...acts].filter((act) => !elsewhere.has(act) && !ofParties.includes(act));
  expect(described.length).toBeGreaterThan(40);
  for (const act of described) {
    const { summary, requestBody } = paths[`/api/disputes/{id}/${act}`]?.post ?? {};
    expect([act, summary]).toEqual([act, expect.stringMatching(/\p{Script=Han}/u)]);
    expect([act, JSON.stringify(requestBody)]).toEqual([act, expect.stringContaining('"on":{')]);
  }
});

test('an act tells its headers, a list that it is also a table', async () => {
  const { paths } = await documentOf();
  const headersOf = (path: string) =>
    (paths[path]?.post?.parameters ?? [])
      .filter((one) => one.in === 'header')
      .map(({ name, required }) => [name, required === true]);
  const headers = [
    ['X-CSRF-Token', true],
    ['Idempotency-Key', false],
    ['If-Match', false],
  ];
  for (const path of ['/api/disputes', '/api/disputes/{id}/accept', '/api/referrals/{id}/send'])
    expect([path, headersOf(path)]).toEqual([path, headers]);
  expect(headersOf('/api/sign-in')).toEqual([]);
  for (const path of ['/api/disputes', '/api/referrals', '/api/tasks'])
    expect(Object.keys(paths[path]?.get?.responses['200']?.content ?? {})).toContain('text/csv');
  expect(Object.keys(paths['/api/disputes/{id}']?.get?.responses['200']?.content ?? {})).toEqual([
    'application/json',
  ]);
});

test('every reference in the document leads somewhere, and the session is described', async () => {
  const document = await documentOf();
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(
    ([, path = '']) => path,
  );
  for (const path of references) {
    const target = path
      .split('/')
      .reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], document);
    expect([path, target !== undefined]).toEqual([path, true]);
  }
  expect(document.components.securitySchemes).toMatchObject({ session: { type: 'apiKey', in: 'cookie' } });
});

test('a schema tells required from optional, and what a day and an amount look like', async () => {
  const { paths } = await documentOf();
  const body = paths['/api/disputes']?.post?.requestBody?.content['application/json']?.schema as {
    required: string[];
    properties: Record<string, { format?: string; example?: string }>;
  };
  expect(body.required.sort()).toEqual([
    'channel',
    'claims',
    'district',
    'employers',
    'facts',
    'isConsentGiven',
    'place',
    'since',
    'workers',
  ]);
  expect(body.properties.since).toMatchObject({ format: 'date' });
});

test('the pages that show the document are served from here, with their script', async () => {
  const page = await anyone.get('/api/docs/');
  expect(page.status).toBe(200);
  expect(page.text).toContain('swagger-ui');
  expect(page.text).not.toMatch(/(src|href)="https?:/);
  const script = await anyone.get('/api/docs/swagger-initializer.js');
  expect(script.headers.get('content-type')).toMatch(/javascript/);
  expect(script.text).toContain('/api/openapi.json');
  expect((await anyone.get('/api/docs/swagger-ui-bundle.js')).status).toBe(200);
});

test('every refusal has a status that tells whose turn it is', () => {
  for (const code of refusalCodes)
    expect([400, 401, 403, 404, 409, 412, 413, 415, 422, 429, 500, 503]).toContain(statusOf[code]);
  expect(refusalCodes.filter((code) => statusOf[code] >= 500)).toEqual([
    ...['service/away', 'service/fault', 'form/busy'],
  ]);
});
