/** Accounts: made with a one-time password, changed on record, closed only when nothing hangs on them. */
import { randomUUID } from 'node:crypto';
import { aDisputeTakenIn } from './bodies.ts';
import { Caller } from './caller.ts';
import { everythingKept } from './everything.ts';
import { type Instance, startInstance } from './instance.ts';

let city: Instance;
let admin: Caller;
beforeAll(async () => {
  city = await startInstance({ engine: false });
  admin = await city.as('admin');
});
afterAll(() => city.stop());

const OWN = 'canary 自己的密码 8301';
const draftOf = (login: string, more: object = {}) => ({
  ...{ login, name: '新来的人', roles: ['mediator'], district: '411303', body: 'union-411303' },
  ...more,
});
const accountOf = (login: string) => city.logins.find((one) => one.login === login)!.account;
const signIn = (login: string, password: string) =>
  new Caller(city.url).post('/api/sign-in', { login, password });

type Made = { account: { id: string; login: string; version: number }; oneTimePassword: string };
async function made(login: string, more: object = {}): Promise<Made> {
  const { status, body } = await admin.post('/api/accounts', draftOf(login, more));
  expect(status).toBe(201);
  return body as unknown as Made;
}

/** Somebody of the house, with a password of their own. */
async function settledIn(
  login: string,
  more: object = {},
): Promise<{ id: string; caller: Caller; password: string }> {
  const { account, oneTimePassword } = await made(login, more);
  const password = `${OWN} ${login.split('').reverse().join('')}`;
  const first = await Caller.signIn(city.url, login, oneTimePassword);
  const changed = await first.post('/api/me/password', {
    oldPassword: oneTimePassword,
    newPassword: password,
  });
  expect(changed.status).toBe(200);
  return { id: account.id, caller: await Caller.signIn(city.url, login, password), password };
}

describe('a new account', () => {
  test('opens with its one-time password, to nothing but a password of one’s own', async () => {
    const { account, oneTimePassword } = await made('xin.ren');
    expect(oneTimePassword).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/);
    expect((await signIn('xin.ren', oneTimePassword)).body.hasOneTimePassword).toBe(true);
    const person = await Caller.signIn(city.url, 'xin.ren', oneTimePassword);
    expect((await person.get('/api/me')).body).toMatchObject({ login: 'xin.ren', hasOneTimePassword: true });
    for (const path of ['/api/disputes', '/api/tasks', '/api/me/sessions', '/api/districts']) {
      const { status, body } = await person.get(path);
      expect([path, status, body.code]).toEqual([path, 403, 'account/change-password-first']);
    }
    const changed = await person.post('/api/me/password', { oldPassword: oneTimePassword, newPassword: OWN });
    expect(changed.status).toBe(200);
    expect((await person.get('/api/me')).status).toBe(401);
    const cookie = changed.headers.getSetCookie()[0]!.split(';')[0]!;
    expect((await new Caller(city.url, { cookie }).get('/api/disputes')).status).toBe(200);
    expect((await signIn('xin.ren', oneTimePassword)).status).toBe(401);
    expect((await signIn('xin.ren', OWN)).body.hasOneTimePassword).toBe(false);
    const { body } = await admin.get(`/api/accounts/${account.id}/events`);
    expect(body.items).toMatchObject([
      { no: 2, kind: 'password-changed', by: account.id },
      { no: 1, kind: 'created', by: accountOf('admin'), sentence: '建立账号：角色、区县、单位' },
    ]);
  });

  test('sent twice with one key is one account, and its password is shown once', async () => {
    const keyed = admin.with({ 'idempotency-key': randomUUID() });
    const all = await Promise.all([1, 2, 3].map(() => keyed.post('/api/accounts', draftOf('yi.ci'))));
    expect(all.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(all.map(({ body }) => (body.account as Made['account']).id)).size).toBe(1);
    expect(all.filter(({ body }) => body.oneTimePassword !== null)).toHaveLength(1);
    const other = await keyed.post('/api/accounts', draftOf('ling.yi'));
    expect([other.status, other.body.code]).toEqual([422, 'command/key-reused']);
  });

  test('a one-time password is over after seven days', async () => {
    const { oneTimePassword } = await made('chi.dao');
    city.later(7 * 24 * 3_600_000);
    const late = await signIn('chi.dao', oneTimePassword);
    city.later(-7 * 24 * 3_600_000);
    expect([late.status, late.body.code]).toEqual([401, 'account/one-time-over']);
  });

  test.each([
    ['a login that is taken', { login: 'clerk' }, 409, 'account/login-taken'],
    ['a login that is taken, spelt otherwise', { login: 'CLERK' }, 409, 'account/login-taken'],
    ['a login with a colon', { login: 'service:x' }, 400, 'input/invalid'],
    ['no role', { roles: [] }, 400, 'input/invalid'],
    ['a role nobody has', { roles: ['king'] }, 400, 'input/invalid'],
    ['a district that is not', { district: '999999' }, 422, 'district/unknown'],
    ['a body that is not', { body: 'nobody' }, 422, 'body/unknown'],
  ])('with %s is refused', async (_what, more, status, code) => {
    const answer = await admin.post('/api/accounts', draftOf('ke.yi', more));
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect((await admin.get('/api/accounts?q=ke.yi')).body.items).toEqual([]);
  });
});

describe('one’s own password', () => {
  test.each([
    ['the old one is wrong', { oldPassword: 'not the old one' }, 'account/wrong-password'],
    ['it is short', { newPassword: 'nine sign' }, 'account/password-weak'],
    ['it is the login', { newPassword: 'mi.ma.ren.' }, 'account/password-is-login'],
    ['everybody tries it first', { newPassword: '1234567890' }, 'account/password-common'],
  ])('is not changed where %s', async (_what, more, code) => {
    const person = (await people).caller;
    const { status, body } = await person.post('/api/me/password', {
      ...{ oldPassword: (await people).password, newPassword: OWN },
      ...more,
    });
    expect([status, body.code]).toEqual([422, code]);
    expect((await person.get('/api/me')).status).toBe(200);
  });
  let people: ReturnType<typeof settledIn>;
  beforeAll(() => {
    people = settledIn('mi.ma.ren');
    return people;
  });

  test('is not changed to itself, and guesses at it lock as at sign-in', async () => {
    const { caller, password } = await people;
    const same = await caller.post('/api/me/password', { oldPassword: password, newPassword: password });
    expect(same.body.code).toBe('account/password-same');
    for (let tries = 0; tries < 4; tries += 1)
      await caller.post('/api/me/password', { oldPassword: 'guess', newPassword: OWN });
    const fifth = await caller.post('/api/me/password', { oldPassword: 'guess', newPassword: OWN });
    expect([fifth.status, fifth.body.code]).toEqual([429, 'account/locked']);
  });
});

describe('a change', () => {
  test('counts at once and is on record', async () => {
    const { id, caller } = await settledIn('gai.ren');
    expect((await caller.get('/api/imports')).status).toBe(403);
    const changed = await admin.post(`/api/accounts/${id}/change`, {
      roles: ['manager', 'mediator'],
      name: '改了名',
    });
    expect(changed.body).toMatchObject({
      name: '改了名',
      roles: [{ code: 'manager', name: '管理者' }, { code: 'mediator' }],
    });
    expect((await caller.get('/api/imports')).status).toBe(200);
    const [event] = (await admin.get(`/api/accounts/${id}/events`)).body.items as { changes: object }[];
    expect(event).toMatchObject({
      kind: 'changed',
      sentence: '更改账号：姓名、角色',
      changes: { roles: { from: ['mediator'], to: ['manager', 'mediator'] } },
    });
    expect(JSON.stringify(event!.changes)).not.toContain('改了名');
  });

  test('of two at once none is lost: who saw an older version is told', async () => {
    const { id } = await settledIn('liang.ren');
    const { headers } = await admin.get(`/api/accounts/${id}`);
    const seen = admin.with({ 'if-match': headers.get('etag')! });
    const both = await Promise.all([
      seen.post(`/api/accounts/${id}/change`, { name: '甲改的' }),
      seen.post(`/api/accounts/${id}/change`, { roles: ['auditor'] }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)!.body.code).toBe('account/changed-meanwhile');
  });

  test('without If-Match both of two at once stand', async () => {
    const { id } = await settledIn('dou.zai');
    await Promise.all([
      admin.post(`/api/accounts/${id}/change`, { name: '甲改的' }),
      admin.post(`/api/accounts/${id}/change`, { roles: ['auditor'] }),
    ]);
    const { body } = await admin.get(`/api/accounts/${id}`);
    expect(body).toMatchObject({ name: '甲改的', roles: [{ code: 'auditor' }] });
  });

  test('closing an account ends its sessions, and nobody signs in with it', async () => {
    const { id, caller, password } = await settledIn('li.kai');
    const closed = await admin.post(`/api/accounts/${id}/change`, { isActive: false });
    expect(closed.body).toMatchObject({ isActive: false, sessions: 0 });
    expect((await caller.get('/api/me')).status).toBe(401);
    expect((await signIn('li.kai', password)).status).toBe(401);
    await admin.post(`/api/accounts/${id}/change`, { isActive: true });
    expect((await signIn('li.kai', password)).status).toBe(200);
    expect((await caller.get('/api/me')).status).toBe(401);
  });

  test.each([
    ['closed', { isActive: false }],
    ['moved', { district: '411302' }],
  ])('who owns open cases is not %s, and it is said how many and what to do', async (_what, change) => {
    const clerk = await settledIn(`you.an.${Object.keys(change)[0]}`, { roles: ['intake-clerk'] });
    const id = await aDisputeTakenIn(clerk.caller, { facts: `由新窗口登记 ${_what}` });
    await city.orm.em.fork().execute('update case_record set owner = ? where id = ?', [clerk.id, id]);
    const { status, body } = await admin.post(`/api/accounts/${clerk.id}/change`, change);
    expect([status, body.code]).toEqual([409, 'account/has-open-cases']);
    expect(body.detail).toMatch(/名下还有 1 件.*改派/);
    expect((await admin.post(`/api/accounts/${clerk.id}/change`, { name: '只改名' })).status).toBe(200);
  });

  test('the house is never left without an administrator', async () => {
    for (const change of [{ isActive: false }, { roles: ['auditor'] }, { district: '411303' }]) {
      const { status, body } = await admin.post(`/api/accounts/${accountOf('admin')}/change`, change);
      expect([status, body.code]).toEqual([409, 'account/last-administrator']);
    }
    expect((await admin.get('/api/accounts')).status).toBe(200);
  });

  test('of two administrators who close each other at the same moment one stays', async () => {
    const place = { roles: ['administrator'], district: '411300', body: null };
    const [a, b] = [await settledIn('shi.yi', place), await settledIn('shi.er', place)];
    // The first administrator of the city steps back for the length of this test.
    await a.caller.post(`/api/accounts/${accountOf('admin')}/change`, { isActive: false });
    const both = await Promise.all([
      a.caller.post(`/api/accounts/${b.id}/change`, { isActive: false }),
      b.caller.post(`/api/accounts/${a.id}/change`, { isActive: false }),
    ]);
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
    const left = (await Promise.all([a, b].map(({ caller }) => caller.get('/api/me')))).findIndex(
      ({ status }) => status === 200,
    );
    await [a, b][left]!.caller.post(`/api/accounts/${accountOf('admin')}/change`, { isActive: true });
    admin = await Caller.signIn(city.url, 'admin', city.passwordOf('admin'));
  });

  test('nobody gives themselves a role', async () => {
    const { status, body } = await admin.post(`/api/accounts/${accountOf('admin')}/change`, {
      roles: ['administrator', 'manager'],
    });
    expect([status, body.code]).toEqual([403, 'account/own-roles']);
  });

  test('what happened to an account is never changed or deleted', async () => {
    for (const sql of [
      'update account_event set no = no',
      'delete from account_event',
      'truncate account_event',
    ])
      await expect(city.orm.em.fork().execute(sql)).rejects.toThrow(/never changed or deleted/);
  });
});

describe('an administrator of a county', () => {
  let county: Caller;
  beforeAll(async () => {
    county = (await settledIn('xian.guan', { roles: ['administrator'] })).caller;
  });

  test('sees the accounts of the county and no others: absent and not yours look alike', async () => {
    const { items } = (await county.get('/api/accounts?limit=200')).body as { items: { district: string }[] };
    expect(new Set(items.map(({ district }) => district))).toEqual(new Set(['411303']));
    const answers = await Promise.all(
      [accountOf('manager'), randomUUID()].flatMap((id) => [
        county.get(`/api/accounts/${id}`),
        county.get(`/api/accounts/${id}/events`),
        county.get(`/api/accounts/${id}/sessions`),
        county.post(`/api/accounts/${id}/change`, { name: '别人' }),
        county.post(`/api/accounts/${id}/reset-password`, {}),
        county.post(`/api/accounts/${id}/unlock`, {}),
        county.post(`/api/accounts/${id}/sessions/end`, {}),
      ]),
    );
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]!.body.code).toBe('account/unknown');
  });

  test.each([
    ['an account of the city', { district: '411300' }],
    ['an account of another county', { district: '411302' }],
    ['an officer of the city’s court', { roles: ['liaison'], body: 'court-411300' }],
  ])('makes no %s', async (_what, more) => {
    const { status, body } = await county.post('/api/accounts', draftOf('yue.quan', more));
    expect([status, body.code]).toEqual([403, 'district/not-yours']);
  });
});

describe('a password that is lost', () => {
  test('is replaced by a one-time password; whoever was signed in is no more, and no lock is left', async () => {
    const { id, caller, password } = await settledIn('wang.ji');
    for (let tries = 0; tries < 5; tries += 1) await signIn('wang.ji', 'forgotten');
    const { status, body } = await admin.post(`/api/accounts/${id}/reset-password`, {});
    expect(status).toBe(200);
    expect((await caller.get('/api/me')).status).toBe(401);
    expect((await signIn('wang.ji', password)).status).toBe(401);
    expect((await signIn('wang.ji', String(body.oneTimePassword))).body.hasOneTimePassword).toBe(true);
  });

  test('is not one’s own: that one changes oneself', async () => {
    const { status, body } = await admin.post(`/api/accounts/${accountOf('admin')}/reset-password`, {});
    expect([status, body.code]).toEqual([403, 'account/own-password']);
  });
});

test('the list is searched, filtered, sorted, paged and taken along', async () => {
  const loginsOf = async (query: string) =>
    ((await admin.get(`/api/accounts?${query}`)).body.items as { login: string }[]).map(({ login }) => login);
  expect(await loginsOf('q=liaison-c')).toEqual(['liaison-court']);
  expect(await loginsOf('role=auditor&q=aud')).toEqual(['auditor']);
  expect(await loginsOf('district=411302')).toEqual(['mediator-411302']);
  const whole = await loginsOf('sort=-login&limit=200');
  expect(whole).toEqual([...whole].sort().reverse());
  const first = await admin.get('/api/accounts?sort=-login&limit=3');
  const rest = await loginsOf(`sort=-login&limit=200&cursor=${String(first.body.nextCursor)}`);
  expect(rest).toEqual(whole.slice(3));
  const { text } = await admin.get('/api/accounts?format=csv&q=clerk');
  expect(text).toContain('登录名,姓名,角色,区县,单位,是否启用,锁定至,未办结件数');
  expect(text).toContain('窗口人员');
});

test.each(['clerk', 'manager', 'mediator-411303', 'liaison-hr'])(
  '%s administers no accounts',
  async (login) => {
    const caller = await city.as(login);
    for (const path of ['', `/${accountOf('clerk')}`, `/${accountOf('clerk')}/events`])
      expect((await caller.get(`/api/accounts${path}`)).body.code).toBe('account/no-role');
    for (const act of ['change', 'reset-password', 'unlock'])
      expect((await caller.post(`/api/accounts/${accountOf('clerk')}/${act}`, {})).body.code).toBe(
        'account/no-role',
      );
    expect((await caller.post('/api/accounts', draftOf('bu.neng'))).body.code).toBe('account/no-role');
  },
);

test('an auditor reads accounts and changes none', async () => {
  const auditor = await city.as('auditor');
  expect((await auditor.get('/api/accounts')).status).toBe(200);
  const { body } = await auditor.post(`/api/accounts/${accountOf('clerk')}/change`, { name: '改' });
  expect(body.code).toBe('account/no-role');
});

test('no password, one-time or own, is in the log or in a row but as a hash', async () => {
  const { account, oneTimePassword } = await made('jin.si.que');
  const reset = String(
    (await admin.post(`/api/accounts/${account.id}/reset-password`, {})).body.oneTimePassword,
  );
  const kept = `${await everythingKept(city.orm)}\n${city.log.join('\n')}`;
  expect(kept).toContain('$argon2id$');
  for (const canary of [oneTimePassword, reset, OWN, 'canary', city.passwordOf('admin')])
    expect(kept).not.toContain(canary);
});
