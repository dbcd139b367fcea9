import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { dayNumber } from '../domain/day.ts';
import { plantDemoCity } from '../engine/seeding/plant-city.ts';
import { isWorkingDay } from '../law/calendar/calendar.ts';
import { calendarOf } from '../law/pack.ts';
import { currentPack } from '../law/packs.ts';
import type { Orm } from '../persistence/orm.ts';
import { type DemoLogin, plantCity, plantDemo } from '../persistence/seeds/plant.ts';
import { withDatabase } from './running.ts';
import type { Io } from './verb.ts';

export const summary = '空库写入城市数据与演示账号、案件';
export const usage = `用法：wanhe seed [--city-only | --small] [--json]
空库写入南阳市的区县与联动单位，并写入演示账号和约两百件处于各种状态的案件（人物、单位均为虚构），登录名与密码存入 <WANHE_HOME>/demo-logins.json。
案件一次写成，约需 1 分钟，中途停止则什么也不留下，可以重来。--small（或者 WANHE_SEED=small）只写演示账号和三件案件；
--city-only 只写城市数据，账号用 wanhe admin create 建立。已有数据时什么也不做。
设有 DATABASE_URL 时须写明 --city-only、--small，或者设置 WANHE_SEED=demo：以免演示账号进了正式的库。`;

export async function run(args: string[], io: Io): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { 'city-only': { type: 'boolean' }, small: { type: 'boolean' }, json: { type: 'boolean' } },
    strict: true,
  });
  const say = io.json ? io.err : io.out;
  const { seed } = readConfig();
  if (seed === 'none' && !values['city-only'] && !values.small) {
    io.err(
      '没有写入：这个库由 DATABASE_URL 指定，可能是正式的库。只写城市数据用 --city-only，演示案件用 --small 或者 WANHE_SEED=demo。',
    );
    return 2;
  }
  const isSmall = values.small === true || seed === 'small';
  const { city, logins } = await withDatabase(async (orm) => ({
    city: await plantCity(orm),
    logins: values['city-only'] ? [] : await (isSmall ? plantFew(orm) : plantMany(orm, say)),
  }));
  const said =
    city || logins.length > 0
      ? `已写入城市数据${logins.length > 0 ? `与 ${logins.length} 个演示账号` : ''}`
      : '已有数据，没有改动';
  io.out(io.json ? JSON.stringify({ city, accounts: logins.length }) : said);
  return 0;
}

async function plantFew(orm: Orm): Promise<DemoLogin[]> {
  const logins = await plantDemo(orm, new Date());
  if (logins.length > 0) keep(logins);
  return logins;
}

async function plantMany(orm: Orm, say: (line: string) => void): Promise<DemoLogin[]> {
  const { publicUrl, port, fontDir } = readConfig();
  const calendar = calendarOf(currentPack);
  return plantDemoCity(orm, {
    ...{ now: new Date(), publicUrl: publicUrl ?? `http://127.0.0.1:${port}`, fontDir, say, keep },
    stumbled: (act, code) => say(`${act}：${code}`),
    isWorkday: (day) => isWorkingDay(calendar, dayNumber(day)),
  });
}

function keep(logins: readonly DemoLogin[]): void {
  const { home } = readConfig();
  mkdirSync(home, { recursive: true });
  const path = join(home, 'demo-logins.json');
  writeFileSync(path, `${JSON.stringify(logins, null, 2)}\n`, { mode: 0o600 });
  chmodSync(path, 0o600);
}
