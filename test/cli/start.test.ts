import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { childEnvironment, projectRoot } from '../../src/config.ts';

type Outcome = { exit: number; out: string; err: string };

function wanhe(args: string[], env: Record<string, string> = {}): Promise<Outcome> {
  const script = join(projectRoot, 'src/cli/wanhe.ts');
  return new Promise((resolve) => {
    const clean = childEnvironment(env, /^(WANHE_|PORT$|DATABASE_URL|TEMPORAL_|NODE_OPTIONS)/);
    execFile(process.execPath, [script, ...args], { env: clean, timeout: 30_000 }, (error, out, err) => {
      resolve({ exit: error ? Number(error.code) : 0, out, err });
    });
  });
}

test('a command that does not exist, or none, is wrong usage', async () => {
  expect(await wanhe(['dance'])).toEqual({
    exit: 2,
    out: '',
    err: '没有“dance”这个命令；用 --help 查看全部命令。\n',
  });
  expect(await wanhe(['constructor'])).toMatchObject({ exit: 2 });
  expect(await wanhe([])).toMatchObject({ exit: 2, out: '' });
});

test('with --json an error is one JSON document on stdout', async () => {
  const outcome = await wanhe(['start', '--fast', '--json']);
  expect(outcome.exit).toBe(2);
  expect(JSON.parse(outcome.out)).toEqual({
    error: { code: 'usage', message: expect.stringContaining("'--fast'") },
  });
});

test('a wrong variable ends the start with its sentence, without a stack', async () => {
  const outcome = await wanhe(['start'], { WANHE_PORT: 'many' });
  expect(outcome).toEqual({
    exit: 1,
    out: '',
    err: '环境变量 WANHE_PORT 的值不可用：应为 1 至 65535 的端口号，例如 3000。\n',
  });
});

test('--help tells the usage of a command', async () => {
  const plain = await wanhe(['start', '--help']);
  expect(plain.exit).toBe(0);
  expect(plain.out).toContain('WANHE_HOME');
  expect(JSON.parse((await wanhe(['start', '--help', '--json'])).out)).toEqual({
    usage: expect.stringContaining('npm start'),
  });
});
