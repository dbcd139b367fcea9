import { parseArgs } from 'node:util';
import { codeWords } from '../../templates/zh-CN/words.ts';
import { dayAt } from '../domain/day.ts';
import { isCalendarMissed } from '../law/calendar/months.ts';
import { checkOpenCases } from '../persistence/check.listing.ts';
import { lastCalendarYear } from '../persistence/rule-pack.repository.ts';
import { withDatabase } from './running.ts';
import type { Io } from './verb.ts';

export const summary = '检查每件未办结案件都有承办人、下一步和日期';
export const usage = `用法：wanhe check [--json]
列出没有承办人、没有下一步或者没有日期的未办结案件；有任何一件时退出码为 1。
12 月 1 日起下一年的放假安排还没有录入的，另作提醒（不影响退出码）。`;

const words: Record<string, string> = {
  ...codeWords,
  owner: '承办人',
  'next-action': '下一步',
  date: '日期',
};

export async function run(args: string[], io: Io): Promise<number> {
  parseArgs({ args, options: { json: { type: 'boolean' } }, strict: true });
  const [found, lastYear] = await withDatabase(async (orm) =>
    Promise.all([checkOpenCases(orm.em.fork()), lastCalendarYear(orm.em.fork())]),
  );
  const isMissed = isCalendarMissed(lastYear, dayAt(Date.now()));
  if (isMissed)
    io.err(
      `放假安排只录到 ${lastYear} 年：请管理员按国务院办公厅的通知录入下一年，否则跨年的期限只能暂定（law calendar --help）。`,
    );
  if (io.json) io.out(JSON.stringify({ ...found, calendar: { lastYear, isMissed } }));
  else {
    for (const { case: id, story, state, missing } of found.violations)
      io.out(
        `${words[story] ?? story} ${id}（${words[state] ?? state}）缺${missing.map((one) => words[one]).join('、')}`,
      );
    io.out(`未办结 ${found.openCases} 件，有缺失的 ${found.violations.length} 件`);
  }
  return found.violations.length > 0 ? 1 : 0;
}
