import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { readInstance } from '../engine/instance.ts';
import { StoryError, Visitor } from './stories/visitor.ts';
import { type Io, UsageError } from './verb.ts';

export const summary = '导入调解台账，接着办理';
export const usage = `用法：wanhe import 文件 --login 登录名 [--url 网址] [--json]
文件为 .xlsx 或者 .csv。以该账号的名义导入，密码从标准输入读入一行；账号须是窗口或者管理者。
默认导入到本机正在运行的宛和。对的行成为案件，已有的跳过，错的逐行写明怎么改；有错的行时退出码为 1，改好后再导入一次即可。`;

type Counts = Record<'total' | 'pending' | 'done' | 'refused' | 'skipped', number>;
type Imported = Counts & { id: string; isDone: boolean; sheet: string | null; unread: string[] };
type Line = {
  row: number;
  status: string;
  problems: { column: string; sentence: string }[];
  case: string | null;
  receiptNumber: string | null;
};

/** Over the API, signed in: the cases are then the importer's acts, checked as anywhere else. */
export async function run(args: string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    options: { login: { type: 'string' }, url: { type: 'string' }, json: { type: 'boolean' } },
    allowPositionals: true,
    strict: true,
  });
  const [file, ...others] = positionals;
  const { login } = values;
  if (file === undefined || others.length > 0) throw new UsageError('请写明一个文件。');
  if (!login) throw new UsageError('请用 --login 写明以谁的名义导入。');
  const url = (values.url ?? readInstance(readConfig().home)?.url)?.replace(/\/$/, '');
  if (url === undefined)
    throw new UsageError('没有找到正在运行的宛和，请先 npm start，或者用 --url 指明网址。');
  const bytes = readFileSync(file);
  const password = (await io.stdin()).replace(/\r?\n$/, '');
  try {
    const importer = await Visitor.signIn(url, { login, password });
    return await carry(importer, { name: basename(file), bytes }, io);
  } catch (error) {
    // Its message is a sentence; anything else is a fault with its stack.
    throw error instanceof StoryError ? new Error(error.message) : error;
  }
}

async function carry(importer: Visitor, file: { name: string; bytes: Buffer }, io: Io): Promise<number> {
  const started = performance.now();
  const made = await importer.upload<Imported>('/api/imports', file);
  io.err(`读到 ${made.total} 行，其中 ${made.refused} 行有误。`);
  let now: Imported = made;
  while (!now.isDone) {
    await sleep(1000);
    now = await importer.get<Imported>(`/api/imports/${made.id}`);
    io.err(`已处理 ${now.total - now.pending} / ${now.total} 行`);
  }
  const ms = Math.round(performance.now() - started);
  const { items } = await importer.get<{ items: Line[] }>(
    `/api/imports/${made.id}/lines?limit=500&status=refused`,
  );
  const { total, done, refused, skipped } = now;
  const answer = { id: made.id, total, done, refused, skipped, problems: items, ms };
  if (io.json) io.out(JSON.stringify(answer));
  else {
    for (const { problems } of items) for (const { sentence } of problems) io.out(sentence);
    io.out(`共 ${total} 行：导入 ${done}，已有而跳过 ${skipped}，有误 ${refused}（${ms} 毫秒）`);
  }
  return refused > 0 ? 1 : 0;
}
