/** Where one is signed in, and how that ends. */
import { Caller } from './caller.ts';
import { everythingKept } from './everything.ts';
import { type Instance, startInstance } from './instance.ts';

let city: Instance;
beforeAll(async () => {
  city = await startInstance({ engine: false });
});
afterAll(() => city.stop());

const HOUR = 3_600_000;
const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0';
const WECHAT =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 MicroMessenger/8.0.60(0x18003c2f)';

type Item = { id: string; isThis: boolean; browser: string; address: string; seenAt: string };

async function signedInWith(login: string, agent: string): Promise<Caller> {
  const plain = new Caller(city.url, { 'user-agent': agent });
  const { headers, body } = await plain.post('/api/sign-in', { login, password: city.passwordOf(login) });
  const cookie = headers.getSetCookie()[0]?.split(';')[0] ?? '';
  return plain.with({ cookie, 'x-csrf-token': String(body.csrfToken) });
}
const listed = async (caller: Caller) => (await caller.get('/api/me/sessions')).body.items as Item[];
const isIn = async (caller: Caller) => (await caller.get('/api/me')).status === 200;

test('one sees where one is signed in: browser, system and address in short, and which one this is', async () => {
  const [desk, phone] = [await signedInWith('clerk', FIREFOX), await signedInWith('clerk', WECHAT)];
  const items = await listed(desk);
  expect(items).toHaveLength(2);
  expect(items.find(({ isThis }) => isThis)).toMatchObject({
    browser: 'Firefox · Windows',
    address: '127.0.0.0/24',
  });
  expect(items.find(({ isThis }) => !isThis)).toMatchObject({ browser: 'WeChat · iOS' });
  expect((await listed(phone)).find(({ isThis }) => isThis)?.browser).toBe('WeChat · iOS');
  const kept = await everythingKept(city.orm);
  for (const whole of ['Gecko/20100101', '0x18003c2f', '127.0.0.1']) expect(kept).not.toContain(whole);
  for (const one of [desk, phone]) await one.post('/api/sign-out', {});
});

test('what is listed opens nothing: the cookie is in no row and no answer', async () => {
  const caller = await signedInWith('clerk', FIREFOX);
  const token = caller.headers.cookie!.split('=')[1]!;
  expect(JSON.stringify(await listed(caller))).not.toContain(token);
  expect(await everythingKept(city.orm)).not.toContain(token);
  expect(city.log.join('\n')).not.toContain(token);
  const [{ id } = { id: '' }] = await listed(caller);
  expect(await isIn(caller.with({ cookie: `wanhe_session=${id}` }))).toBe(false);
  await caller.post('/api/sign-out', {});
});

test('one of one’s sessions is ended, the others go on', async () => {
  const [here, there] = [await signedInWith('manager', FIREFOX), await signedInWith('manager', WECHAT)];
  const { id } = (await listed(here)).find(({ isThis }) => !isThis)!;
  expect((await here.post(`/api/me/sessions/${id}/end`, {})).body).toEqual({ ended: 1 });
  expect([await isIn(here), await isIn(there)]).toEqual([true, false]);
  const again = await here.post(`/api/me/sessions/${id}/end`, {});
  expect([again.status, again.body.code]).toEqual([404, 'session/not-signed-in']);
});

test('another person’s session is not there', async () => {
  const [mine, theirs] = [await signedInWith('clerk', FIREFOX), await signedInWith('auditor', FIREFOX)];
  const { id } = (await listed(theirs)).find(({ isThis }) => isThis)!;
  expect((await mine.post(`/api/me/sessions/${id}/end`, {})).body.code).toBe('session/not-signed-in');
  expect(await isIn(theirs)).toBe(true);
});

test('all others are ended at once', async () => {
  const login = 'liaison-court';
  const all = [
    await signedInWith(login, FIREFOX),
    await signedInWith(login, WECHAT),
    await signedInWith(login, ''),
  ];
  expect((await all[0]!.post('/api/me/sessions/end-others', {})).body).toEqual({ ended: 2 });
  expect(await Promise.all(all.map(isIn))).toEqual([true, false, false]);
});

test('a session that is not used for four hours ends; each use is written down once in five minutes', async () => {
  const caller = await signedInWith('liaison-hr', FIREFOX);
  const seen = async () => (await listed(caller))[0]!.seenAt;
  const first = await seen();
  city.later(4 * 60_000);
  expect(await seen()).toBe(first);
  city.later(60_000);
  await caller.get('/api/me');
  expect(Date.parse(await seen()) - Date.parse(first)).toBeGreaterThanOrEqual(5 * 60_000);
  city.later(4 * HOUR - 60_000);
  expect(await isIn(caller)).toBe(true);
  city.later(4 * HOUR);
  expect(await isIn(caller)).toBe(false);
  city.later(-8 * HOUR - 4 * 60_000);
});

describe('an administrator', () => {
  const accountOf = (login: string) => city.logins.find((one) => one.login === login)!.account;

  test('sees where an account is signed in and ends it, which is on record', async () => {
    const admin = await city.as('admin');
    const person = await signedInWith('liaison-justice', FIREFOX);
    const path = `/api/accounts/${accountOf('liaison-justice')}`;
    const { items } = (await admin.get(`${path}/sessions`)).body as { items: Item[] };
    expect(items).toMatchObject([{ browser: 'Firefox · Windows', isThis: false }]);
    expect((await admin.post(`${path}/sessions/end`, {})).body).toEqual({ ended: 1 });
    expect(await isIn(person)).toBe(false);
    expect((await admin.get(`${path}/events`)).body.items).toMatchObject([{ kind: 'sessions-ended' }]);
  });

  test.each(['clerk', 'manager', 'auditor'])('is asked for: %s sees no sessions of others', async (login) => {
    const caller = await city.as(login);
    const path = `/api/accounts/${accountOf('clerk')}/sessions`;
    expect((await caller.get(path)).body.code).toBe('account/no-role');
    expect((await caller.post(`${path}/end`, {})).body.code).toBe('account/no-role');
  });
});
