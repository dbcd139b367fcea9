import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { plantCity, plantDemo } from '../persistence/seeds/plant.ts';
import { withDatabase } from './running.ts';
import type { Io } from './verb.ts';

export const summary = '空库写入城市数据与演示账号、案件';
export const usage = `用法：wanhe seed [--city-only] [--json]
空库写入南阳市的区县与联动单位，并写入演示账号和案件（人物、单位均为虚构），登录名与密码存入 <WANHE_HOME>/demo-logins.json。
--city-only 只写城市数据，账号用 wanhe admin create 建立。已有数据时什么也不做。`;

export async function run(args: string[], io: Io): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { 'city-only': { type: 'boolean' }, json: { type: 'boolean' } },
    strict: true,
  });
  const { city, logins } = await withDatabase(async (orm) => ({
    city: await plantCity(orm),
    logins: values['city-only'] ? [] : await plantDemo(orm, new Date()),
  }));
  if (logins.length > 0) {
    const { home } = readConfig();
    mkdirSync(home, { recursive: true });
    const path = join(home, 'demo-logins.json');
    writeFileSync(path, `${JSON.stringify(logins, null, 2)}\n`, { mode: 0o600 });
    chmodSync(path, 0o600);
  }
  const said =
    city || logins.length > 0
      ? `已写入城市数据${logins.length > 0 ? `与 ${logins.length} 个演示账号` : ''}`
      : '已有数据，没有改动';
  io.out(io.json ? JSON.stringify({ city, accounts: logins.length }) : said);
  return 0;
}
