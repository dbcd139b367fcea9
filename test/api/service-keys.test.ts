/** Other systems call with a key: what it opens, where, how long; and that it is nobody's key ring. */
import { randomUUID } from 'node:crypto';
import { routes } from '../../src/api/app.ts';
import { CALLS_A_KEY } from '../../src/api/limits.ts';
import { scopeNames } from '../../src/domain/scope.ts';
import { aDisputeTakenIn, intakeBody } from './bodies.ts';
import { Caller } from './caller.ts';
import { everythingKept } from './everything.ts';
import { type Instance, startInstance } from './instance.ts';

let city: Instance;
let admin: Caller;
let dispute: string;
beforeAll(async () => {
  city = await startInstance({ engine: false });
  admin = await city.as('admin');
  dispute = await aDisputeTakenIn(await city.as('clerk'));
});
afterAll(() => city.stop());

const DAY = 24 * 3_600_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY + 8 * 3_600_000).toISOString().slice(0, 10);
const draft = (more: object = {}) => ({
  ...{ name: '12351热线平台', scopes: ['disputes:read', 'law:use'], district: '411303', body: null },
  ...{ until: inDays(30), ...more },
});
type Made = { id: string; key: string; system: Caller };
async function made(more: object = {}): Promise<Made> {
  const { status, body } = await admin.post('/api/service-keys', draft(more));
  expect(status).toBe(201);
  const key = String(body.key);
  const { id } = body.serviceKey as { id: string };
  return { id, key, system: new Caller(city.url, { authorization: `Bearer ${key}` }) };
}
const why = async (answer: ReturnType<Caller['get']>) => {
  const { status, body } = await answer;
  return [status, body.code];
};

test('a key reads what its scope opens, in its district and nowhere else', async () => {
  const { key, id, system } = await made();
  expect(key).toMatch(new RegExp(`^wsk_${id}_[\\w-]{43}$`));
  expect((await system.get(`/api/disputes/${dispute}`)).status).toBe(200);
  expect((await system.get('/api/law/rules')).status).toBe(200);
  const { system: elsewhere } = await made({ district: '411302' });
  expect(await why(elsewhere.get(`/api/disputes/${dispute}`))).toEqual([404, 'case/not-found']);
  expect((await elsewhere.get('/api/disputes')).body.items).toEqual([]);
});

test('needs no cookie and no CSRF token, and a cookie beside it adds nothing', async () => {
  const { system } = await made({ scopes: ['law:use'] });
  expect((await system.post('/api/law/limitation', {})).body.code).not.toBe('account/csrf');
  const both = system.with({ cookie: admin.headers.cookie! });
  expect(await why(both.get('/api/accounts'))).toEqual([403, 'key/not-open']);
});

test('a scope that the key does not have is named', async () => {
  const { system } = await made({ scopes: ['law:use'] });
  const { status, body } = await system.get('/api/disputes');
  expect([status, body.code]).toEqual([403, 'key/no-scope']);
  expect(body.detail).toContain('查阅劳动争议');
});

test('a route that names no scope opens to no key, whatever it holds', async () => {
  const { system } = await made({ scopes: [...scopeNames], body: 'court-411303' });
  const closed = routes.filter(({ scope, wall }) => scope === undefined && wall !== 'public');
  expect(closed.length).toBeGreaterThan(40);
  // The rate of calls is counted apart.
  await city.orm.em.fork().execute('delete from rate_limit');
  for (const { method, path } of closed) {
    const address = `/api${path.replace(/:\w+/g, dispute)}`;
    const answer = method === 'get' ? system.get(address) : system.post(address, {});
    expect([path, ...(await why(answer))]).toEqual([path, 403, 'key/not-open']);
  }
  await city.orm.em.fork().execute('delete from rate_limit');
});

test('a scope opens routes, and only reading ones where it says so', () => {
  for (const scope of scopeNames) {
    const opened = routes.filter((one) => one.scope === scope);
    expect(opened.length).toBeGreaterThan(0);
    if (scope.endsWith(':read')) expect(opened.filter(({ method }) => method !== 'get')).toEqual([]);
  }
});

test('a body’s system brings a referral in its name, and reads its own alone', async () => {
  const { system, id } = await made({
    ...{ name: '法院调解平台', scopes: ['referrals:bring', 'referrals:read'], body: 'court-411303' },
  });
  const { receivedOn: _, ...intake } = intakeBody();
  const { channel: __, district: ___, isConsentGiven: ____, ...brought } = intake;
  const { status, body, text } = await system.post('/api/referrals', {
    ...{ ...brought, fromBody: 'court-411303', toBody: 'union-411303', channel: 'court-delegated' },
    ...{ otherNumber: '（2026）豫1303诉前调77号', contact: '0377-6000003', reason: '当事人同意先行调解' },
    ...{ request: '请调解', materials: ['起诉状'], receivedOn: '2026-03-02' },
  });
  expect([status, text]).toEqual([expect.any(Number), expect.not.stringContaining('problem')]);
  expect([201, 202]).toContain(status);
  const [row] = await city.orm.em
    .fork()
    .execute<{ account: string }[]>(
      `select order_given->'by'->>'account' as account from command where id = ?`,
      [body.command],
    );
  const { account } = (await admin.get(`/api/service-keys/${id}`)).body;
  expect(row?.account).toBe(account);
  expect([200, 202]).toContain((await system.get(`/api/commands/${String(body.command)}`)).status);
  expect(await why(system.get('/api/disputes'))).toEqual([403, 'key/no-scope']);
  const { system: other } = await made({ scopes: ['referrals:read'], body: 'justice-411303' });
  expect(await why(other.get(`/api/referrals/${String(body.case)}`))).toEqual([404, 'case/not-found']);
});

test.each([
  ['made up', 'wsk_0123456789ab_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'],
  ['of another form', 'sk-12345'],
  ['empty', ''],
])('a key that is %s opens nothing', async (_what, key) => {
  const system = new Caller(city.url, { authorization: `Bearer ${key}` });
  expect(await why(system.get('/api/disputes'))).toEqual([401, 'key/invalid']);
});

test('a right id with another secret opens nothing', async () => {
  const [one, other] = [await made(), await made()];
  const mixed = `wsk_${one.id}_${other.key.split('_').slice(2).join('_')}`;
  const system = new Caller(city.url, { authorization: `Bearer ${mixed}` });
  expect(await why(system.get('/api/disputes'))).toEqual([401, 'key/invalid']);
});

test('a key ends with its last day', async () => {
  const { system, id } = await made({ until: inDays(1) });
  expect((await system.get('/api/disputes')).status).toBe(200);
  city.later(2 * DAY);
  const answer = await why(system.get('/api/disputes'));
  city.later(-2 * DAY);
  expect(answer).toEqual([401, 'key/invalid']);
  expect((await admin.get(`/api/service-keys/${id}`)).body.until).toBe(inDays(1));
});

test('a revoked key opens nothing from then on, which is on record', async () => {
  const { system, id } = await made();
  expect((await system.get('/api/disputes')).status).toBe(200);
  expect((await admin.get(`/api/service-keys/${id}`)).body).toMatchObject({
    ...{ isUsable: true, lastUsedOn: inDays(0) },
  });
  const keyed = admin.with({ 'idempotency-key': randomUUID() });
  for (const answer of [
    await keyed.post(`/api/service-keys/${id}/revoke`, {}),
    await keyed.post(`/api/service-keys/${id}/revoke`, {}),
  ])
    expect([answer.status, answer.body.isUsable]).toEqual([200, false]);
  expect(await why(system.get('/api/disputes'))).toEqual([401, 'key/invalid']);
  expect(await why(admin.post(`/api/service-keys/${id}/revoke`, {}))).toEqual([409, 'key/already-revoked']);
  const { items } = (await admin.get(`/api/service-keys/${id}/events`)).body as { items: object[] };
  expect(items).toMatchObject([
    { kind: 'key-revoked' },
    { kind: 'key-created', byName: '系统管理员（示例）' },
  ]);
});

test('so many calls a minute, then one waits', async () => {
  const { system } = await made();
  await system.get('/api/disputes');
  await city.orm.em.fork().execute(`update rate_limit set points = ? where key like 'key:%'`, [CALLS_A_KEY]);
  const { status, body, headers } = await system.get('/api/disputes');
  expect([status, body.code]).toEqual([429, 'key/too-many-calls']);
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  await city.orm.em.fork().execute('delete from rate_limit');
});

test('sent twice with one Idempotency-Key it is one key, shown once', async () => {
  const keyed = admin.with({ 'idempotency-key': randomUUID() });
  const [one, two] = [
    await keyed.post('/api/service-keys', draft()),
    await keyed.post('/api/service-keys', draft()),
  ];
  expect((one.body.serviceKey as Made).id).toBe((two.body.serviceKey as Made).id);
  expect([typeof one.body.key, two.body.key]).toEqual(['string', null]);
});

test.each([
  ['no scope', { scopes: [] }, 400, 'input/invalid'],
  ['a scope there is not', { scopes: ['everything'] }, 400, 'input/invalid'],
  ['a last day that is over', { until: inDays(0) }, 422, 'key/expiry-past'],
  ['more than a year to run', { until: inDays(400) }, 422, 'key/expiry-past'],
  ['a body’s scope and no body', { scopes: ['referrals:bring'] }, 422, 'key/body-missing'],
  ['a district that is not', { district: '999999' }, 422, 'district/unknown'],
  ['a body that is not', { body: 'nobody' }, 422, 'body/unknown'],
])('a key with %s is not made', async (_what, more, status, code) => {
  expect(await why(admin.post('/api/service-keys', draft(more)))).toEqual([status, code]);
});

test.each(['clerk', 'manager', 'mediator-411303', 'liaison-court'])(
  '%s makes and sees no keys',
  async (login) => {
    const caller = await city.as(login);
    expect(await why(caller.get('/api/service-keys'))).toEqual([403, 'account/no-role']);
    expect(await why(caller.post('/api/service-keys', draft()))).toEqual([403, 'account/no-role']);
  },
);

test('a key’s account is nobody’s: it is not listed with people, and nobody signs in with it', async () => {
  const { id } = await made();
  const { body } = await admin.get('/api/accounts?q=service:&limit=200');
  expect(body.items).toEqual([]);
  const answer = await new Caller(city.url).post('/api/sign-in', { login: `service:${id}`, password: 'x' });
  expect(answer.body.code).toBe('account/wrong-login');
});

test('the list is searched and taken along; what a key may open is told in words', async () => {
  await made({ name: '大屏' });
  const { body } = await admin.get(`/api/service-keys?q=${encodeURIComponent('大屏')}&isUsable=true`);
  expect(body.items).toMatchObject([
    { name: '大屏', scopes: [{ name: '查阅劳动争议' }, { scope: 'law:use' }] },
  ]);
  const { text } = await admin.get('/api/service-keys?format=csv');
  expect(text).toContain('名称,区县,单位,权限,有效至,可用,最近使用');
  const known = (await admin.get('/api/service-key-scopes')).body.items as { scope: string }[];
  expect(known.map(({ scope }) => scope)).toEqual([...scopeNames]);
});

test('no key is in the log or in a row but as a hash', async () => {
  const { key, system } = await made();
  await system.get('/api/disputes');
  const kept = `${await everythingKept(city.orm)}\n${city.log.join('\n')}`;
  expect(kept).not.toContain(key);
  expect(kept).not.toContain(key.split('_').slice(2).join('_'));
});
