/** Who gets in, and what they may see. */
import { Account } from '../../src/persistence/account.entity.ts';
import { aDisputeTakenIn, intakeBody } from './bodies.ts';
import { Caller } from './caller.ts';
import { type Instance, startInstance } from './instance.ts';

let city: Instance;
beforeAll(async () => {
  city = await startInstance({ engine: false });
});
afterAll(() => city.stop());

const HOUR = 3_600_000;
const signIn = (login: string, password: string) =>
  new Caller(city.url).post('/api/sign-in', { login, password });

test('with the right password one is who one is', async () => {
  const { status, body } = await (await city.as('clerk')).get('/api/me');
  expect(status).toBe(200);
  expect(body).toMatchObject({
    login: 'clerk',
    roles: ['intake-clerk'],
    district: '411303',
    districts: ['411303'],
  });
});

test('the session cookie is out of reach of scripts and of other sites', async () => {
  const { headers } = await signIn('clerk', city.passwordOf('clerk'));
  const [cookie = ''] = headers.getSetCookie();
  expect(cookie).toMatch(/^wanhe_session=[\w-]{43};/);
  expect(cookie).toMatch(/HttpOnly/);
  expect(cookie).toMatch(/SameSite=Strict/);
});

test.each([
  ['a wrong password', () => signIn('clerk', 'wrong-password')],
  ['a login nobody has', () => signIn('nobody', 'wrong-password')],
  ['another person’s password', () => signIn('manager', city.passwordOf('clerk'))],
])('%s is refused, and nothing tells which of the two was wrong', async (_what, attempt) => {
  const { status, body, headers } = await attempt();
  expect(status).toBe(401);
  expect(body).toMatchObject({ code: 'account/wrong-login', detail: '登录名或者密码不对，请核对后再试' });
  expect(headers.getSetCookie()).toEqual([]);
});

test('who has left signs in no more, and an open session ends', async () => {
  const caller = await Caller.signIn(city.url, 'liaison-court', city.passwordOf('liaison-court'));
  await city.orm.em.fork().nativeUpdate(Account, { login: 'liaison-court' }, { isActive: false });
  expect((await caller.get('/api/me')).status).toBe(401);
  expect((await signIn('liaison-court', city.passwordOf('liaison-court'))).status).toBe(401);
});

test('without a session, with a made-up one and after signing out the answer is the same', async () => {
  const caller = await Caller.signIn(city.url, 'clerk', city.passwordOf('clerk'));
  expect((await caller.post('/api/sign-out', {})).status).toBe(200);
  for (const one of [
    new Caller(city.url),
    new Caller(city.url, { cookie: 'wanhe_session=made-up' }),
    caller,
  ]) {
    const { status, body } = await one.get('/api/disputes');
    expect([status, body.code]).toEqual([401, 'account/signed-out']);
  }
});

test('a session ends after twelve hours and not before, however much it is used', async () => {
  const caller = await Caller.signIn(city.url, 'auditor', city.passwordOf('auditor'));
  for (const hours of [3, 3, 3]) {
    city.later(hours * HOUR);
    expect((await caller.get('/api/me')).status).toBe(200);
  }
  city.later(3 * HOUR - 60_000);
  expect((await caller.get('/api/me')).status).toBe(200);
  city.later(60_000);
  expect((await caller.get('/api/me')).status).toBe(401);
  city.later(-12 * HOUR);
});

test.each(['', 'made-up'])('a write with the CSRF token %j is refused, and writes nothing', async (token) => {
  const clerk = (await city.as('clerk')).with({ 'x-csrf-token': token });
  const before = await city.count();
  const { status, body } = await clerk.post('/api/disputes', intakeBody());
  expect([status, body.code]).toEqual([403, 'account/csrf']);
  expect(await city.count()).toEqual(before);
  expect((await clerk.get('/api/disputes')).status).toBe(200);
});

test.each([
  ['an auditor', 'auditor'],
  ['a system administrator', 'admin'],
  ['a liaison officer', 'liaison-hr'],
])('%s takes no dispute in', async (_who, login) => {
  const { status, body } = await (await city.as(login)).post('/api/disputes', intakeBody());
  expect([status, body.code]).toEqual([403, 'account/no-role']);
  expect(body.detail).toContain('窗口人员、调解员、管理者');
});

test('a system administrator sees no disputes', async () => {
  expect((await (await city.as('admin')).get('/api/disputes')).status).toBe(403);
});

describe('a dispute of another district', () => {
  test('is not there: absent and not yours look alike', async () => {
    const id = await aDisputeTakenIn(await city.as('clerk'));
    const stranger = await city.as('mediator-411302');
    const absent = '00000000-0000-4000-8000-000000000000';
    for (const path of ['', '/events']) {
      const [theirs, none] = await Promise.all([
        stranger.get(`/api/disputes/${id}${path}`),
        stranger.get(`/api/disputes/${absent}${path}`),
      ]);
      expect([theirs.status, theirs.text]).toEqual([404, none.text]);
    }
    const [theirs, none] = await Promise.all([
      stranger.post(`/api/disputes/${id}/accept`, {}),
      stranger.post(`/api/disputes/${absent}/accept`, {}),
    ]);
    expect([theirs.status, theirs.text]).toEqual([404, none.text]);
    expect((await stranger.get('/api/disputes')).body.items).toEqual([]);
  });

  test('is seen by the city above it', async () => {
    const id = await aDisputeTakenIn(await city.as('clerk'), { facts: '市里也看得到的一件' });
    expect((await (await city.as('manager')).get(`/api/disputes/${id}`)).status).toBe(200);
  });

  test('is not taken in there', async () => {
    const { status, body } = await (await city.as('mediator-411302')).post('/api/disputes', intakeBody());
    expect([status, body.code]).toEqual([403, 'district/not-yours']);
  });
});

test('a command of someone else is not there', async () => {
  const { body } = await (await city.as('clerk')).post(
    '/api/disputes',
    intakeBody({ facts: '问一问别人的命令' }),
  );
  const path = `/api/commands/${String(body.command)}`;
  expect((await (await city.as('clerk')).get(path)).status).toBe(202);
  expect((await (await city.as('manager')).get(path)).status).toBe(404);
});
