/** CLI: `wanhe <verb> ...`, one file per verb; this one picks it, and says how it went by exit code and, if asked, in JSON. */
import { text } from 'node:stream/consumers';
import { sayRefusal } from '../../templates/zh-CN/say-refusal.ts';
import { Refusal } from '../domain/refusal.ts';
import { type Io, UsageError, type Verb } from './verb.ts';

const verbs: Record<string, () => Promise<Verb>> = {
  start: () => import('./start.ts'),
  serve: () => import('./serve.ts'),
  work: () => import('./work.ts'),
  migrate: () => import('./migrate.ts'),
  seed: () => import('./seed.ts'),
  story: () => import('./story.ts'),
  check: () => import('./check.ts'),
  audit: () => import('./audit.ts'),
  draw: () => import('./draw.ts'),
  render: () => import('./render.ts'),
  replay: () => import('./replay.ts'),
  admin: () => import('./admin.ts'),
  keys: () => import('./keys.ts'),
  import: () => import('./import.ts'),
  backup: () => import('./backup.ts'),
  restore: () => import('./restore.ts'),
  reconcile: () => import('./reconcile.ts'),
  law: () => import('./law.ts'),
  build: () => import('./build.ts'),
  openapi: () => import('./openapi.ts'),
};

const ended = (line: string) => (line.endsWith('\n') ? line : `${line}\n`);

async function overview(): Promise<string> {
  const rows = Object.entries(verbs).map(
    async ([name, load]) => `  ${name.padEnd(10)}${(await load()).summary}`,
  );
  return [
    '用法：npm run -s wanhe -- <命令> [选项]',
    '',
    ...(await Promise.all(rows)),
    '',
    '各命令的选项：<命令> --help。加 --json 时，标准输出恰为一个 JSON 文档，进度写到标准错误。',
    '退出码：0 成，1 不成，2 用法不对。',
  ].join('\n');
}

function sentenceOf({ code, facts, article }: Refusal): string {
  const sentence = sayRefusal(code, facts);
  return article && !sentence.includes(article) ? `${sentence}（依据：${article}）` : sentence;
}

/** What went wrong, for people and programs; a stack only where no sentence was meant for the user. */
function tell(error: unknown): { exit: number; code: string; message: string; stack?: string } {
  if (error instanceof Refusal) return { exit: 1, code: error.code, message: sentenceOf(error) };
  if (!(error instanceof Error)) return { exit: 1, code: 'fault', message: String(error) };
  const { code } = error as NodeJS.ErrnoException;
  if (error instanceof UsageError) return { exit: 2, code: 'usage', message: error.message };
  if (code?.startsWith('ERR_PARSE_ARGS_')) {
    return { exit: 2, code: 'usage', message: `选项不对：${error.message}` };
  }
  if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR' || code === 'ENOTDIR') {
    const { path = '' } = error as NodeJS.ErrnoException;
    return { exit: 1, code: 'file', message: `文件或者文件夹不能用（${code}）：${path}；请核对路径和权限。` };
  }
  const isSentence = code === undefined && ['Error', 'ConfigError', 'KeyFileError'].includes(error.name);
  return { exit: 1, code: 'fault', message: error.message, stack: isSentence ? undefined : error.stack };
}

/** Runs one command line and answers its exit code. */
async function run(args: string[]): Promise<number> {
  const [name, ...rest] = args;
  const json = args.includes('--json');
  // in JSON mode the result is held back until it is known that no error takes its place
  let result = '';
  const io: Io = {
    stdin: () => text(process.stdin),
    out: (line) => {
      if (json) result += ended(line);
      else process.stdout.write(ended(line));
    },
    err: (line) => void process.stderr.write(ended(line)),
    json,
  };
  const finish = (exit: number, document: string) => {
    process.stdout.write(document);
    return exit;
  };
  try {
    const isHelp = name === '--help' || name === 'help' || name === '-h';
    if (isHelp || (name !== undefined && rest.includes('--help'))) {
      const usage = isHelp ? await overview() : (await load(name)).usage;
      return finish(0, ended(json ? JSON.stringify({ usage }) : usage));
    }
    if (name === undefined || name === '--json') {
      throw new UsageError('没有写命令；用 --help 查看全部命令。');
    }
    const verb = await load(name);
    const exit = await verb.run(rest, io);
    if (json && result === '' && exit !== 0) throw new Error('命令没有完成，原因见标准错误。');
    return finish(exit, result);
  } catch (error) {
    const { exit, code, message, stack } = tell(error);
    process.stderr.write(ended(stack ?? message));
    return finish(exit, json ? ended(JSON.stringify({ error: { code, message } })) : '');
  }
}

async function load(name: string): Promise<Verb> {
  const found = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
  if (!found) throw new UsageError(`没有“${name}”这个命令；用 --help 查看全部命令。`);
  return await found();
}

// a reader that went away, as `| head` or a closed terminal, is no fault of the command
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});
process.exitCode = await run(process.argv.slice(2));
