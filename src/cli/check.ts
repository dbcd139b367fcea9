import { parseArgs } from 'node:util';
import { codeWords } from '../../templates/zh-CN/words.ts';
import { checkOpenCases } from '../persistence/check.listing.ts';
import { withDatabase } from './running.ts';
import type { Io } from './verb.ts';

export const summary = '检查每件未办结案件都有承办人、下一步和日期';
export const usage = `用法：wanhe check [--json]
列出没有承办人、没有下一步或者没有日期的未办结案件；有任何一件时退出码为 1。`;

const words: Record<string, string> = {
  ...codeWords,
  owner: '承办人',
  'next-action': '下一步',
  date: '日期',
};

export async function run(args: string[], io: Io): Promise<number> {
  parseArgs({ args, options: { json: { type: 'boolean' } }, strict: true });
  const found = await withDatabase((orm) => checkOpenCases(orm.em.fork()));
  if (io.json) io.out(JSON.stringify(found));
  else {
    for (const { case: id, story, state, missing } of found.violations)
      io.out(
        `${words[story] ?? story} ${id}（${words[state] ?? state}）缺${missing.map((one) => words[one]).join('、')}`,
      );
    io.out(`未办结 ${found.openCases} 件，有缺失的 ${found.violations.length} 件`);
  }
  return found.violations.length > 0 ? 1 : 0;
}
