import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { hash } from '@node-rs/argon2';
import { unlockLogin } from '../api/limits.ts';
import { newOneTimePassword, oneTimeUntil } from '../api/one-time-password.ts';
import { firstOf } from '../domain/account.ts';
import { type AccountId, type BodyId, type CommandId, type DistrictCode, SYSTEM } from '../domain/ids.ts';
import { checkPassword, PASSWORD_LEAST } from '../domain/password.ts';
import { Refusal } from '../domain/refusal.ts';
import { type Role, roles } from '../domain/role.ts';
import { Account } from '../persistence/account.entity.ts';
import { type AccountWish, addAccountEvent, lockAccounts } from '../persistence/account-event.repository.ts';
import { Body, District } from '../persistence/city.entity.ts';
import { endSignIns } from '../persistence/sign-in.repository.ts';
import { withDatabase } from './running.ts';
import { type Io, UsageError } from './verb.ts';

export const summary = '建立账号，重置密码';
export const usage = `用法：wanhe admin create --login 登录名 --name 姓名 [--role 角色 ...] [--district 区划代码] [--body 单位] [--json]
      wanhe admin reset-password --login 登录名 [--json]
create 从标准输入读入一行密码，至少 ${PASSWORD_LEAST} 个字符；例如 read -rs P && echo "$P" | npm run -s wanhe -- admin create --login zhang --name 张三
--role 可以写多次，默认 administrator；可选：${roles.join('、')}。--district 默认为城市本级，--body 默认没有。
reset-password 打印一个一次性密码，登录后须更改；该账号的登录随即结束，锁定随即解除。`;

export async function run(args: string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    options: {
      login: { type: 'string' },
      name: { type: 'string' },
      role: { type: 'string', multiple: true },
      district: { type: 'string' },
      body: { type: 'string' },
      json: { type: 'boolean' },
    },
    allowPositionals: true,
    strict: true,
  });
  const [act = ''] = positionals;
  if (positionals.length !== 1 || !['create', 'reset-password'].includes(act))
    throw new UsageError('请写 wanhe admin create 或者 wanhe admin reset-password。');
  const { login, name } = values;
  if (act === 'reset-password') {
    if (!login || Object.keys(values).some((option) => option !== 'login' && option !== 'json'))
      throw new UsageError('请用 --login 写明登录名；reset-password 不用其他选项。');
    return resetPassword(login, io);
  }
  if (!login || !/^[\w.-]{2,60}$/.test(login))
    throw new UsageError('--login 应为 2 至 60 个字母、数字、点、下划线或者连字符。');
  if (!name) throw new UsageError('请用 --name 写明姓名。');
  const given = values.role ?? ['administrator'];
  const unknown = given.find((role) => !roles.some((known) => known === role));
  if (unknown !== undefined) throw new UsageError(`没有“${unknown}”这个角色；可选：${roles.join('、')}。`);
  const password = (await io.stdin()).replace(/\r?\n$/, '');
  checkPassword(login, password);
  const account = await withDatabase((orm) =>
    orm.em.fork().transactional(async (em) => {
      await lockAccounts(em);
      const root = await em.findOne(
        District,
        values.district ? { code: values.district as DistrictCode } : { parent: null },
      );
      if (root === null) throw new Refusal('district/unknown', { district: values.district ?? '' });
      if (values.body && (await em.count(Body, { id: values.body as BodyId })) === 0)
        throw new Refusal('body/unknown', { body: values.body });
      if ((await em.count(Account, { login })) > 0) throw new Refusal('account/login-taken', { login });
      const at = new Date();
      const created = em.create(Account, {
        id: randomUUID() as string as AccountId,
        login,
        name,
        passwordHash: await hash(password),
        roles: given as Role[],
        district: root.code,
        body: (values.body as BodyId | undefined) ?? null,
        isActive: true,
        createdAt: at,
      });
      await addAccountEvent(
        em,
        created.id,
        'created',
        fromHere(at),
        firstOf({ ...created, body: created.body ?? null }),
      );
      return created;
    }),
  );
  const { id, roles: granted, district } = account;
  io.out(
    io.json
      ? JSON.stringify({ id, login, roles: granted, district })
      : `已建立账号 ${login}（${granted.join('、')}，${district}）`,
  );
  return 0;
}

/** On the command line every call is a wish of its own; whoever gives it has the database in hand. */
const fromHere = (at: Date): AccountWish => ({
  ...{ by: SYSTEM, at, fingerprint: 'command-line' },
  commandId: `command-line:${randomUUID()}` as CommandId,
});

/** The way out where the only administrator has forgotten the password. */
async function resetPassword(login: string, io: Io): Promise<number> {
  const oneTimePassword = newOneTimePassword();
  const at = new Date();
  await withDatabase(async (orm) => {
    await orm.em.fork().transactional(async (em) => {
      await lockAccounts(em);
      const account = await em.findOne(Account, { login, kind: 'person' });
      if (account === null) throw new UsageError(`没有登录名为“${login}”的账号，请核对。`);
      const passwordHash = await hash(oneTimePassword);
      em.assign(account, { passwordHash, oneTimeUntil: oneTimeUntil(at), version: account.version + 1 });
      await endSignIns(em, account.id);
      await addAccountEvent(em, account.id, 'password-reset', fromHere(at));
    });
    await unlockLogin({ orm, now: () => at }, login);
  });
  const until = oneTimeUntil(at).toISOString();
  io.out(
    io.json
      ? JSON.stringify({ login, oneTimePassword, oneTimeUntil: until })
      : `${login} 的一次性密码：${oneTimePassword}（登录后须更改，${until.slice(0, 10)} 前有效）`,
  );
  return 0;
}
