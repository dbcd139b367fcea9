/** Wrong passwords lock a login for a growing time, and an address after many more. */
import { LOCK_SECONDS, WRONG_A_LOGIN, WRONG_AN_ADDRESS } from '../../src/api/limits.ts';
import { Caller } from './caller.ts';
import { everythingKept } from './everything.ts';
import { type Instance, startInstance } from './instance.ts';

let city: Instance;
beforeAll(async () => {
  city = await startInstance({ engine: false });
});
afterAll(() => city.stop());
beforeEach(() => city.orm.em.fork().execute('delete from rate_limit'));

const WRONG = 'canary-wrong-password';
const signIn = (login: string, password: string) =>
  new Caller(city.url).post('/api/sign-in', { login, password });
const rightly = (login: string) => signIn(login, city.passwordOf(login));

/** The library reads the clock of the machine: time passes by moving what it wrote. */
const laterBy = (seconds: number) =>
  city.orm.em.fork().execute('update rate_limit set expire = expire - ?', [seconds * 1000]);

async function wrongly(login: string, times: number): Promise<number[]> {
  const statuses: number[] = [];
  for (let tries = 0; tries < times; tries += 1) statuses.push((await signIn(login, WRONG)).status);
  return statuses;
}

test.each([
  ['of a person', 'clerk'],
  ['that nobody has', 'nobody.at.all'],
])('the fifth wrong password locks the login %s, with the same words', async (_whose, login) => {
  expect(await wrongly(login, WRONG_A_LOGIN)).toEqual([401, 401, 401, 401, 429]);
  const { status, body, headers } = await signIn(login, WRONG);
  expect([status, body.code]).toEqual([429, 'account/locked']);
  expect(body.detail).toMatch(
    /^密码错误次数过多，这个登录名暂时锁定；请在 \d{4}-\d\d-\d\d \d\d:\d\d:\d\d 以后再试，急用请联系管理员解锁$/,
  );
  const seconds = Number(headers.get('retry-after'));
  expect(seconds).toBeGreaterThan(LOCK_SECONDS[0] - 10);
  expect(seconds).toBeLessThanOrEqual(LOCK_SECONDS[0]);
  expect(Object.keys(body).sort()).toEqual(['code', 'detail', 'facts', 'status', 'title', 'type']);
  expect(Object.keys(body.facts as object).sort()).toEqual(['at', 'seconds']);
});

test('the right password is refused while the login is locked, and opens once the time is over', async () => {
  await wrongly('clerk', WRONG_A_LOGIN);
  expect((await rightly('clerk')).status).toBe(429);
  await laterBy(LOCK_SECONDS[0] - 5);
  expect((await rightly('clerk')).status).toBe(429);
  await laterBy(6);
  expect((await rightly('clerk')).status).toBe(200);
});

test('however it is spelt, it is one login', async () => {
  await wrongly('Clerk', 2);
  await wrongly('CLERK', 3);
  expect((await rightly('clerk')).status).toBe(429);
});

test('each lock of a day is longer than the one before', async () => {
  for (const seconds of [...LOCK_SECONDS, LOCK_SECONDS.at(-1)!]) {
    await wrongly('clerk', WRONG_A_LOGIN);
    const { headers } = await rightly('clerk');
    expect(Math.abs(Number(headers.get('retry-after')) - seconds)).toBeLessThan(10);
    // Only this lock runs out: the count of locks lasts the day.
    await city.orm.em.fork().execute(`update rate_limit set expire = 0 where key like 'login:%'`);
  }
});

test('a right password forgets the wrong ones, and right ones are never counted', async () => {
  for (let round = 0; round < 3; round += 1) {
    await wrongly('clerk', WRONG_A_LOGIN - 1);
    expect((await rightly('clerk')).status).toBe(200);
  }
  const many = await Promise.all(Array.from({ length: 12 }, () => rightly('clerk')));
  expect(many.map(({ status }) => status)).toEqual(Array(12).fill(200));
  const rows = await city.orm.em
    .fork()
    .execute<{ points: number }[]>('select points from rate_limit where points > 0 and key like ?', [
      'login:%',
    ]);
  expect(rows).toEqual([]);
});

test('many guesses at once are no more than one after the other', async () => {
  const all = await Promise.all(Array.from({ length: 20 }, () => signIn('manager', WRONG)));
  const statuses = all.map(({ status }) => status);
  expect(statuses.filter((status) => status === 401)).toHaveLength(WRONG_A_LOGIN - 1);
  expect(statuses.filter((status) => status === 429)).toHaveLength(20 - WRONG_A_LOGIN + 1);
});

test('a lock holds for another process, too', async () => {
  await wrongly('clerk', WRONG_A_LOGIN);
  const rows = await city.orm.em
    .fork()
    .execute<{ key: string; points: number }[]>(
      `select key, points from rate_limit where key like 'login:%'`,
    );
  expect(rows).toHaveLength(1);
  expect(rows[0]!.points).toBeGreaterThan(WRONG_A_LOGIN);
  expect(rows[0]!.key).not.toContain('clerk');
});

test('from one address many logins may be wrong, but not any number', async () => {
  await wrongly('somebody', 1);
  await city.orm.em
    .fork()
    .execute(`update rate_limit set points = ? where key like 'address:%'`, [WRONG_AN_ADDRESS - 1]);
  expect((await signIn('somebody.else', WRONG)).status).toBe(401);
  const { status, body, headers } = await rightly('auditor');
  expect([status, body.code]).toEqual([429, 'account/too-many-from-here']);
  expect(body.detail).toContain('以后再试');
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(600);
});

test('an administrator sees the lock and takes it off', async () => {
  const admin = await city.as('admin');
  await wrongly('clerk', WRONG_A_LOGIN);
  const { account } = city.logins.find(({ login }) => login === 'clerk')!;
  const locked = await admin.get(`/api/accounts/${account}`);
  expect(locked.body.lockedUntil).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
  const unlocked = await admin.post(`/api/accounts/${account}/unlock`, {});
  expect([unlocked.status, unlocked.body.lockedUntil]).toEqual([200, null]);
  expect((await rightly('clerk')).status).toBe(200);
  const { body } = await admin.get(`/api/accounts/${account}/events`);
  expect(body.items).toMatchObject([
    { kind: 'unlocked', sentence: '解除锁定', byName: '系统管理员（示例）' },
  ]);
});

test.each(['manager', 'clerk', 'auditor'])('%s cannot unlock', async (login) => {
  const { account } = city.logins.find((one) => one.login === 'clerk')!;
  const { status, body } = await (await city.as(login)).post(`/api/accounts/${account}/unlock`, {});
  expect([status, body.code]).toEqual([403, 'account/no-role']);
});

test('nothing that was typed into the sign-in is in the log or in a table', async () => {
  const typed = 'canary.login.13912345678';
  await wrongly(typed, WRONG_A_LOGIN + 1);
  const kept = `${await everythingKept(city.orm)}\n${city.log.join('\n')}`;
  expect(city.log.length).toBeGreaterThan(0);
  for (const canary of [typed, WRONG, '127.0.0.1']) expect(kept).not.toContain(canary);
});
