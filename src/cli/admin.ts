import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { hash } from '@node-rs/argon2';
import type { AccountId, BodyId, DistrictCode } from '../domain/ids.ts';
import { Refusal } from '../domain/refusal.ts';
import { type Role, roles } from '../domain/role.ts';
import { Account } from '../persistence/account.entity.ts';
import { Body, District } from '../persistence/city.entity.ts';
import { withDatabase } from './running.ts';
import { type Io, UsageError } from './verb.ts';

export const summary = '建立账号';
export const usage = `用法：wanhe admin create --login 登录名 --name 姓名 [--role 角色 ...] [--district 区划代码] [--body 单位] [--json]
密码从标准输入读入一行，至少 12 个字符；例如 read -rs P && echo "$P" | npm run -s wanhe -- admin create --login zhang --name 张三
--role 可以写多次，默认 administrator；可选：${roles.join('、')}。--district 默认为城市本级，--body 默认没有。`;

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
  if (positionals.join(' ') !== 'create') throw new UsageError('请写 wanhe admin create。');
  const { login, name } = values;
  if (!login || !/^[\w.-]{2,60}$/.test(login))
    throw new UsageError('--login 应为 2 至 60 个字母、数字、点、下划线或者连字符。');
  if (!name) throw new UsageError('请用 --name 写明姓名。');
  const given = values.role ?? ['administrator'];
  const unknown = given.find((role) => !roles.some((known) => known === role));
  if (unknown !== undefined) throw new UsageError(`没有“${unknown}”这个角色；可选：${roles.join('、')}。`);
  const password = (await io.stdin()).replace(/\r?\n$/, '');
  if (password.length < 12) throw new Refusal('account/password-weak');
  const account = await withDatabase((orm) =>
    orm.em.fork().transactional(async (em) => {
      const root = await em.findOne(
        District,
        values.district ? { code: values.district as DistrictCode } : { parent: null },
      );
      if (root === null) throw new Refusal('district/unknown', { district: values.district ?? '' });
      if (values.body && (await em.count(Body, { id: values.body as BodyId })) === 0)
        throw new Refusal('body/unknown', { body: values.body });
      if ((await em.count(Account, { login })) > 0) throw new Refusal('account/login-taken', { login });
      return em.create(Account, {
        id: randomUUID() as string as AccountId,
        login,
        name,
        passwordHash: await hash(password),
        roles: given as Role[],
        district: root.code,
        body: (values.body as BodyId | undefined) ?? null,
        isActive: true,
        createdAt: new Date(),
      });
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
