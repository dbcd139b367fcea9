import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { projectRoot } from '../../src/config.ts';
import { freePort } from '../../src/engine/free-port.ts';
import { type Instance, readInstance } from '../../src/engine/instance.ts';
import { removeHome, temporaryHome } from './homes.ts';
import { killStarted, lives, processesOf, type Started, startNode, untilGone } from './processes.ts';

const script = join(projectRoot, 'test/engine/stand-in.ts');
const cacheHome = process.env.XDG_CACHE_HOME ?? join(process.env.HOME ?? '/', '.cache');

let home: string;
let port: number;
beforeEach(async () => {
  home = temporaryHome();
  port = await freePort();
});
afterEach(async () => {
  killStarted();
  await pause(100);
  for (const pid of processesOf(home)) process.kill(pid, 'SIGKILL');
  removeHome(home);
});

function start(env: Record<string, string> = {}): Started {
  const settings = { WANHE_HOME: home, WANHE_PORT: String(port), XDG_CACHE_HOME: cacheHome };
  return startNode(script, ['start'], { ...settings, ...env });
}

async function ready(started: Started): Promise<Instance> {
  await started.line(/^ready http:\/\/\S+$/);
  return readInstance(home)!;
}

const pidOf = (instance: Instance, name: string) => instance.processes.find((one) => one.name === name)!.pid;
const kill = (pid: number) => process.kill(pid, 'SIGKILL');

test('a start brings everything up, refuses a second one, and ends everything in order at SIGTERM', async () => {
  const first = start();
  const instance = await ready(first);
  expect(instance).toMatchObject({ pid: first.pid, url: `http://127.0.0.1:${port}`, isReady: true });
  expect(instance.processes.map(({ name }) => name).sort()).toEqual([
    'postgres',
    'serve',
    'temporal',
    'work',
  ]);
  expect(await (await fetch(instance.url)).text()).toBe('ok');
  expect(statSync(join(home, 'run', 'instance.json')).mode & 0o777).toBe(0o600);
  expect(first.said()).toMatch(/chen +a-long-word +陈调解 +mediator/);

  const second = start();
  expect(await second.ended).toBe(1);
  expect(second.said()).toContain(`进程 ${first.pid}，地址 http://127.0.0.1:${port}`);

  const pids = [first.pid, ...instance.processes.map(({ pid }) => pid)];
  const asked = Date.now();
  process.kill(first.pid, 'SIGTERM');
  expect(await first.ended).toBe(0);
  expect(Date.now() - asked).toBeLessThan(15_000);
  await untilGone(pids, 0);
  expect(processesOf(home)).toEqual([]);
  expect(readInstance(home)).toBeNull();
  expect(readFileSync(join(home, 'trace'), 'utf8')).toMatch(/work ended/);
  // a fast shutdown, not a recovery after a crash
  expect(readFileSync(join(home, 'logs', 'postgres.log'), 'utf8')).toMatch(/database system is shut down\n$/);
});

test('after kill -9 of the supervisor its children end, and the next start ends the servers it left', async () => {
  const first = start();
  const before = await ready(first);
  kill(first.pid);
  await untilGone([pidOf(before, 'work'), pidOf(before, 'serve')]);
  expect(lives(pidOf(before, 'postgres'))).toBe(true);
  expect(readInstance(home)).toBeNull();

  const second = start();
  const after = await ready(second);
  await untilGone(
    before.processes.map(({ pid }) => pid),
    0,
  );
  expect(after.databaseUrl).toBe(before.databaseUrl);
  expect(after.temporalAddress).toBe(before.temporalAddress);
  process.kill(second.pid, 'SIGINT');
  expect(await second.ended).toBe(0);
  expect(processesOf(home)).toEqual([]);
});

test('after kill -9 of everything at once the next start recovers', async () => {
  const first = start();
  const before = await ready(first);
  for (const pid of [first.pid, ...before.processes.map((one) => one.pid)]) kill(pid);
  const second = start();
  const after = await ready(second);
  expect(after.pid).toBe(second.pid);
  process.kill(second.pid, 'SIGHUP');
  expect(await second.ended).toBe(0);
  expect(processesOf(home)).toEqual([]);
});

test('each part that is killed comes back by itself at its address', async () => {
  const first = start();
  let instance = await ready(first);
  for (const name of ['postgres', 'temporal', 'work', 'serve']) {
    const old = pidOf(instance, name);
    kill(old);
    for (const until = Date.now() + 20_000; Date.now() < until; await pause(50)) {
      const now = readInstance(home)?.processes.find((one) => one.name === name);
      if (now && now.pid !== old) break;
    }
    instance = readInstance(home)!;
    expect(pidOf(instance, name)).not.toBe(old);
    expect(first.said()).toMatch(/意外结束（SIGKILL），0\.5 秒后重新启动/);
  }
  expect(await (await fetch(instance.url)).text()).toBe('ok');
  process.kill(first.pid, 'SIGTERM');
  expect(await first.ended).toBe(0);
  expect(processesOf(home)).toEqual([]);
});

test('a part that dies again and again ends the whole with exit code 1', async () => {
  const first = start({ WANHE_LOG_LEVEL: 'fatal' });
  const instance = await ready(first);
  writeFileSync(join(home, 'break-work'), '');
  kill(pidOf(instance, 'work'));
  expect(await first.ended).toBe(1);
  expect(first.said()).toMatch(/工作进程在一分钟内结束了 5 次，不再重试/);
  expect(processesOf(home)).toEqual([]);
});

test('a taken port is passed over, and a Ctrl-C during the start leaves nothing', async () => {
  const blocker = createServer().listen(port, '127.0.0.1');
  const first = start();
  await first.line(/Temporal（约/);
  expect(first.said()).toContain(`端口 ${port} 已被占用，改用 `);
  process.kill(first.pid, 'SIGINT');
  expect(await first.ended).toBe(0);
  blocker.close();
  expect(processesOf(home)).toEqual([]);
  expect(first.said()).not.toContain('ready http');
});

test('with DATABASE_URL and TEMPORAL_ADDRESS nothing is embedded', async () => {
  const databaseUrl = process.env.WANHE_TEST_DATABASE_URL!;
  const temporalAddress = process.env.WANHE_TEST_TEMPORAL_ADDRESS!;
  const first = start({ DATABASE_URL: databaseUrl, TEMPORAL_ADDRESS: temporalAddress });
  const instance = await ready(first);
  expect(instance).toMatchObject({ databaseUrl, temporalAddress });
  expect(instance.processes.map(({ name }) => name).sort()).toEqual(['serve', 'work']);
  process.kill(first.pid, 'SIGTERM');
  expect(await first.ended).toBe(0);
});

test('an address where nobody listens is told in a sentence', async () => {
  const first = start({
    DATABASE_URL: 'postgres://a:b@127.0.0.1:1/c',
    TEMPORAL_ADDRESS: `127.0.0.1:${port}`,
  });
  expect(await first.ended).toBe(1);
  expect(first.said()).toContain('连不上 TEMPORAL_ADDRESS 指定的 Temporal');
});
