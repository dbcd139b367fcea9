/** What goes wrong is told in one form, and a fault tells nothing of itself. */
import { intakeBody } from './bodies.ts';
import { Caller } from './caller.ts';
import { type Instance, startInstance } from './instance.ts';

let city: Instance;
let anyone: Caller;
/** Set by a test: the deps break. */
let isBroken = false;
let isEngineUp = true;
const SECRET = 'canary-411303198506150014-13912345678';

beforeAll(async () => {
  city = await startInstance({
    engine: false,
    deps: {
      isEngineUp: async () => isEngineUp,
      now: () => {
        if (isBroken) throw new Error(SECRET);
        return new Date();
      },
    },
  });
  anyone = new Caller(city.url);
});
afterEach(() => {
  isBroken = false;
  isEngineUp = true;
});
afterAll(() => city.stop());

test('it is alive, and ready while its engine and its database are', async () => {
  expect((await anyone.get('/healthz')).body).toEqual({ ok: true });
  const ready = await anyone.get('/readyz');
  expect([ready.status, ready.body]).toEqual([200, { ok: true, database: true, schema: true, engine: true }]);
  isEngineUp = false;
  const away = await anyone.get('/readyz');
  expect([away.status, away.body]).toEqual([503, { ok: false, database: true, schema: true, engine: false }]);
  expect((await anyone.get('/healthz')).status).toBe(200);
});

test('the bare address is the front page for everybody, and leads staff to the console', async () => {
  const answer = await fetch(`${city.url}/`, { redirect: 'manual' });
  expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('href="/console/"')]);
});

test.each(['/api', '/api/nothing', '/api/disputes/../../etc/passwd', '/api/docs/nothing.js', '/readyz/more'])(
  'nothing is at %s, and that is a problem in the common form',
  async (path) => {
    const { status, headers, body } = await anyone.get(path);
    expect([status, body.code]).toEqual([404, 'case/not-found']);
    expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(Object.keys(body).sort()).toEqual(['code', 'detail', 'facts', 'status', 'title', 'type']);
  },
);

test.each([
  ['half a JSON', '{"channel": "desk"'],
  ['no JSON at all', 'channel=desk'],
  ['a bare word', 'null!'],
])('%s is answered 400', async (_what, text) => {
  const { status, body } = await (await city.as('clerk')).postText('/api/disputes', text);
  expect([status, body.status, body.code]).toEqual([400, 400, 'input/unreadable']);
});

test.each([
  ['a list', '[]'],
  ['a number', '"5"'],
  ['nothing', ''],
])('%s for a form is answered 400', async (_what, text) => {
  expect((await (await city.as('clerk')).postText('/api/disputes', text)).status).toBe(400);
});

test('a body over one megabyte is answered 413, one just under it is read', async () => {
  const clerk = await city.as('clerk');
  const over = await clerk.post('/api/disputes', intakeBody({ facts: 'x'.repeat(1024 * 1024) }));
  expect([over.status, over.body.status, over.body.code]).toEqual([413, 413, 'input/unreadable']);
  const under = await clerk.post('/api/disputes', intakeBody({ facts: 'x'.repeat(1024 * 1024 - 2000) }));
  expect([under.status, under.body.code]).toEqual([400, 'input/invalid']);
});

test('a body in another encoding is answered 4xx, not 500', async () => {
  const clerk = (await city.as('clerk')).with({ 'content-type': 'application/json; charset=gbk' });
  expect((await clerk.post('/api/disputes', intakeBody())).status).toBe(415);
});

test.each(['%', '/api/papers/%00/file', '/check/%00', '/api/disputes/%E0%A4%A'])(
  'the address %s is no fault of ours',
  async (path) => {
    const { status } = await (await city.as('clerk')).get(
      path.startsWith('/') ? path : `/api/disputes/${path}`,
    );
    expect([400, 404]).toContain(status);
  },
);

test('a fault says that it is one, and nothing of what was sent or went wrong', async () => {
  const clerk = await city.as('clerk');
  const written = city.log.length;
  isBroken = true;
  const { status, headers, body, text } = await clerk.post('/api/disputes', intakeBody({ facts: SECRET }));
  expect([status, body.code]).toEqual([500, 'service/fault']);
  expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(text).not.toContain('canary');
  expect(text).not.toMatch(/\bat \/|node_modules|Error/);
  const lines = city.log.slice(written).join('\n');
  expect(lines).toContain('a fault');
  expect(lines).toContain('src/api/');
  expect(lines).not.toContain('canary');
});

test('answers carry the headers that keep a browser from harm', async () => {
  const { headers } = await anyone.get('/api/openapi.json');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('content-security-policy')).toContain("default-src 'self'");
  expect(headers.get('x-powered-by')).toBeNull();
});
