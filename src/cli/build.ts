import { parseArgs } from 'node:util';
import { routes } from '../api/app.ts';
import { openApiDocument } from '../api/docs.ts';
import { buildConsole } from './console/build-console.ts';
import type { Io } from './verb.ts';

export const summary = '构建控制台（浏览器端）';
export const usage = `用法：wanhe build [--force] [--json]
把 src/console 构建到 .build/console，由接口提供。来源没有变动时不重做；--force 一定重做。`;

export async function run(args: string[], io: Io): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { force: { type: 'boolean' }, json: { type: 'boolean' } },
    strict: true,
  });
  const built = await buildConsole(openApiDocument(routes), values.force ?? false);
  io.out(io.json ? JSON.stringify(built) : built.isNew ? `已构建到 ${built.folder}` : '没有变动');
  return 0;
}
