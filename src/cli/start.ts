import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot, readConfig } from '../config.ts';
import { runInstance } from '../engine/run-instance.ts';
import type { Io } from './verb.ts';

export const summary = '启动全部：内置数据库与 Temporal、工作进程、接口，直到 Ctrl-C';

export const usage = `用法：npm start
启动内置 PostgreSQL 与 Temporal（设了 DATABASE_URL、TEMPORAL_ADDRESS 则用所指的）、更新数据库结构、空库写入演示城市，
再启动工作进程与接口；全部就绪后打印一行“ready <网址>”。Ctrl-C 或 SIGTERM 依次停止全部。
环境变量：WANHE_HOME 状态文件夹（默认 .wanhe）、WANHE_PORT 端口（默认 3000，被占用则顺延）、WANHE_SEED demo|small|none、
WANHE_LOG_LEVEL、WANHE_PUBLIC_URL、WANHE_TRUSTED_PROXY、WANHE_METRICS_PORT（默认 9464 起，off 不开）、WANHE_METRICS_HOST、WANHE_FONT_DIR、DATABASE_URL、TEMPORAL_ADDRESS、TEMPORAL_NAMESPACE、TEMPORAL_API_KEY、TEMPORAL_TLS。`;

export async function run(args: string[], io: Io): Promise<number> {
  parseArgs({ args, options: {}, strict: true });
  const script = join(projectRoot, 'src/cli/wanhe.ts');
  return await runInstance({ config: readConfig(), script, say: io.out });
}
