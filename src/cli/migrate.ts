import { parseArgs } from 'node:util';
import { currentPack } from '../law/packs.ts';
import { migrate } from '../persistence/migrate.ts';
import { plantPack } from '../persistence/rule-pack.repository.ts';
import { withDatabase } from './running.ts';
import type { Io } from './verb.ts';

export const summary = '把数据库结构更新到最新';
export const usage = `用法：wanhe migrate [--json]
在 DATABASE_URL 或者正在运行的数据库上执行尚未执行的迁移，并发布随本系统而来的规则包；可以重复执行，也可以同时执行：后来的等先来的做完；一次中有一个迁移不成，这一次就全部不做。`;

export async function run(args: string[], io: Io): Promise<number> {
  parseArgs({ args, options: { json: { type: 'boolean' } }, strict: true });
  const applied = await withDatabase(async (orm) => {
    const done = await migrate(orm);
    await plantPack(orm, currentPack, new Date());
    return done;
  });
  io.out(
    io.json
      ? JSON.stringify({ applied })
      : applied.length > 0
        ? `已执行迁移：${applied.join('、')}`
        : '数据库结构已是最新',
  );
  return 0;
}
