/** The command line sets up accounts, and opens the door again where the only administrator has forgotten the password. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { childEnvironment, projectRoot } from '../../src/config.ts';
import { makeKeys } from '../../src/engine/key-file.ts';
import { Account, AccountEvent } from '../../src/persistence/account.entity.ts';
import { Caller } from '../api/caller.ts';
import { everythingKept } from '../api/everything.ts';
import { type Instance, startInstance } from '../api/instance.ts';

let city: Instance;
let databaseUrl: string;
const home = mkdtempSync(join(tmpdir(), 'wanhe-admin-'));
const keysFile = join(home, 'keys.json');
beforeAll(async () => {
  makeKeys(keysFile, new Date());
  city = await startInstance({ engine: false });
  const [row] = await city.orm.em.fork().execute<{ name: string }[]>('select current_database() as name');
  databaseUrl = (process.env.WANHE_TEST_DATABASE_URL ?? '').replace(/\/postgres$/, `/${row?.name}`);
});
afterAll(async () => {
  await city.stop();
  rmSync(home, { recursive: true });
});

const admin = (args: string[], input = '') => wanhe(['admin', ...args], input);

function wanhe(args: string[], input = ''): Promise<{ exit: number; out: string; err: string }> {
  const script = join(projectRoot, 'src/cli/wanhe.ts');
  return new Promise((resolve) => {
    const env = childEnvironment(
      { DATABASE_URL: databaseUrl, WANHE_KEYS_FILE: keysFile },
      /^(WANHE_|PORT$|TEMPORAL_|NODE_OPTIONS)/,
    );
    const child = execFile(process.execPath, [script, ...args], { env }, (error, out, err) =>
      resolve({ exit: error ? Number(error.code) : 0, out, err }),
    );
    child.stdin?.end(input);
  });
}
const signIn = (login: string, password: string) =>
  new Caller(city.url).post('/api/sign-in', { login, password });

test('a forgotten password is replaced by a one-time one: printed once, lock and sessions gone, on record', async () => {
  const caller = await Caller.signIn(city.url, 'admin', city.passwordOf('admin'));
  for (let tries = 0; tries < 5; tries += 1) await signIn('admin', 'forgotten');
  const { exit, out } = await admin(['reset-password', '--login', 'admin', '--json']);
  expect(exit).toBe(0);
  const { oneTimePassword } = JSON.parse(out) as { oneTimePassword: string };
  expect((await caller.get('/api/me')).status).toBe(401);
  expect((await signIn('admin', city.passwordOf('admin'))).status).toBe(401);
  expect((await signIn('admin', oneTimePassword)).body.hasOneTimePassword).toBe(true);
  const { id } = await city.orm.em.fork().findOneOrFail(Account, { login: 'admin' });
  const events = await city.orm.em.fork().find(AccountEvent, { accountId: id });
  expect(events).toMatchObject([{ kind: 'password-reset', by: 'system' }]);
  expect(await everythingKept(city.orm)).not.toContain(oneTimePassword);
});

test('invented cases are planted in no database somebody names, unless they are asked for', async () => {
  expect(await wanhe(['seed'])).toMatchObject({ exit: 2, err: expect.stringContaining('--city-only') });
});

test('an account is made with a password of its own, by the rules for passwords', async () => {
  const made = ['create', '--login', 'zhang.san', '--name', '张三'];
  expect(await admin(made, '1234567890\n')).toMatchObject({
    exit: 1,
    err: expect.stringContaining('太常见'),
  });
  expect(await admin(made, 'zhang.san\n')).toMatchObject({
    exit: 1,
    err: expect.stringContaining('至少 10 个字符'),
  });
  expect((await admin(made, '山高水长不见故人归来\n')).exit).toBe(0);
  expect((await signIn('zhang.san', '山高水长不见故人归来')).body.hasOneTimePassword).toBe(false);
});

test.each([
  [['reset-password'], '请用 --login'],
  [['reset-password', '--login', 'nobody'], '没有登录名为“nobody”的账号'],
  [['reset-password', '--login', 'admin', '--name', 'x'], '不用其他选项'],
  [['dance'], '请写 wanhe admin create'],
])('%j is wrong usage, in a sentence', async (args, sentence) => {
  expect(await admin(args)).toMatchObject({ exit: 2, err: expect.stringContaining(sentence) });
});
