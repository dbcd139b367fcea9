import { parseArgs } from 'node:util';
import { routes } from '../api/app.ts';
import { openApiDocument } from '../api/docs.ts';
import type { Io } from './verb.ts';

export const summary = '输出接口说明（OpenAPI 3.1）';
export const usage = `用法：wanhe openapi
把接口说明输出为一份 JSON，与运行中的 /api/openapi.json 相同；不需要数据库。`;

export async function run(args: string[], io: Io): Promise<number> {
  parseArgs({ args, options: { json: { type: 'boolean' } }, strict: true });
  io.out(JSON.stringify(openApiDocument(routes)));
  return 0;
}
