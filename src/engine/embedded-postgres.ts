/** The embedded PostgreSQL: one cluster per home, on the loopback only, run from the packaged binaries. */
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { childEnvironment } from '../config.ts';
import { type Child, lastLines, runToEnd, startChild, untilReady } from './child.ts';
import { choosePostgresPlace, type PostgresPlace } from './embedded-postgres-place.ts';
import { freePort } from './free-port.ts';
import { readPrivate, writePrivate } from './private-file.ts';
import { commandOf, endStranger, markOf } from './process-mark.ts';

/** What a home remembers of its cluster; `folder` is relative when it lies in the home. */
type Memory = { id: string; folder?: string; port?: number; adminPassword: string; password: string };

export type EmbeddedPostgres = {
  /** Database `wanhe`, owned by the role `wanhe`, who is no superuser. */
  url: string;
  /** Database `postgres`, as superuser. */
  adminUrl: string;
  port: number;
  pid: number;
  child: Child;
  /** Fast shutdown: sessions are ended, data are on disk. */
  stop(): Promise<void>;
  /** As a power cut: kill -9. */
  kill(): Promise<void>;
};

export type EmbeddedPostgresOptions = {
  home: string;
  /** False, in tests, where the data may be lost at a power cut; they outlive kill -9 all the same. */
  isDurable?: boolean;
  say?: (line: string) => void;
  signal?: AbortSignal;
};

// no collation of the system is used: an upgrade of the C library cannot spoil an index
const locale = ['-E', 'UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
const undurable = ['fsync=off', 'full_page_writes=off'];

/** An error quotes the value that was wrong, the statement and its values: what is wrong is told to whoever asked, and logged there without it. */
const unlogged = [
  'log_min_messages=log',
  'log_min_error_statement=panic',
  'log_error_verbosity=terse',
  'log_statement=none',
  'log_min_duration_statement=-1',
  'log_parameter_max_length=0',
  'log_parameter_max_length_on_error=0',
];

function newMemory(): Memory {
  const secret = () => randomBytes(24).toString('base64url');
  return { id: randomBytes(6).toString('hex'), adminPassword: secret(), password: secret() };
}

/** Makes the cluster beside its place and moves it there when whole, so that an interrupted start leaves no half cluster. */
async function initialise(place: PostgresPlace, memory: Memory, cluster: string, signal?: AbortSignal) {
  const part = `${cluster}.new`;
  const passwordFile = join(place.folder, 'password');
  const options = { ...place.user, cwd: place.folder, env: childEnvironment({ LC_ALL: 'C' }), signal };
  rmSync(part, { recursive: true, force: true });
  writeFileSync(passwordFile, memory.adminPassword, { mode: 0o600 });
  if (place.user) chownSync(passwordFile, place.user.uid, place.user.gid);
  try {
    const args = ['-D', part, '-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, ...locale];
    const made = await runToEnd(join(place.binaries, 'bin', 'initdb'), args, { ...options, ms: 180_000 });
    if (!made.isDone) throw new Error(`数据库未能初始化。${lastLines(made.output)}`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  const input = [
    `CREATE ROLE wanhe LOGIN PASSWORD '${memory.password}'`,
    'CREATE DATABASE wanhe OWNER wanhe',
    '',
  ].join('\n');
  const args = ['--single', '-D', part, 'postgres'];
  const filled = await runToEnd(join(place.binaries, 'bin', 'postgres'), args, {
    ...options,
    ms: 60_000,
    input,
  });
  if (!filled.isDone || /\b(ERROR|FATAL|PANIC):/.test(filled.output)) {
    throw new Error(`数据库 wanhe 未能建立。${lastLines(filled.output)}`);
  }
  renameSync(part, cluster);
}

/** Ends a postmaster that an earlier run left in this cluster; answers the pid its lock file names, alive or not. */
async function endLeftover(cluster: string, say: (line: string) => void): Promise<number | undefined> {
  const lockFile = join(cluster, 'postmaster.pid');
  if (!existsSync(lockFile)) return undefined;
  const lock = readFileSync(lockFile, 'utf8');
  // PostgreSQL refuses an empty lock file, which a crash at its creation leaves
  if (lock.trim() === '') rmSync(lockFile);
  const pid = Number(lock.split('\n')[0]);
  const mark = markOf(pid);
  const command = commandOf(pid);
  if (mark && command.includes('postgres') && command.includes(`-D ${cluster}`)) {
    say(`上次遗留的 PostgreSQL（进程 ${pid}）仍在运行，先将它停下（约数秒）。`);
    const steps: [NodeJS.Signals, number][] = [
      ['SIGINT', 10_000],
      ['SIGQUIT', 5000],
    ];
    await endStranger(mark, steps);
  }
  return pid || undefined;
}

function isReady(cluster: string, pid: number): boolean {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
  } catch {
    return false;
  }
}

/** Starts the home's cluster, made at the first start, and resolves when it takes connections. Throws a sentence otherwise. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { home, signal, say = () => {} } = options;
  const memoryFile = join(home, 'postgres.json');
  mkdirSync(home, { recursive: true });
  const memory = readPrivate<Memory>(memoryFile) ?? newMemory();
  const before = memory.folder === undefined ? undefined : resolve(home, memory.folder);
  const known = before && existsSync(before) ? before : undefined;
  const place = choosePostgresPlace(home, memory.id, known, say);
  const inHome = relative(home, place.folder);
  memory.folder = inHome.startsWith('..') || isAbsolute(inHome) ? place.folder : inHome;
  writePrivate(memoryFile, memory);

  const cluster = join(place.folder, 'data');
  if (!existsSync(cluster)) await initialise(place, memory, cluster, signal);
  const stalePid = await endLeftover(cluster, say);

  const launch = async (port: number) => {
    const settings = [
      'listen_addresses=127.0.0.1',
      'unix_socket_directories=',
      `port=${port}`,
      'max_connections=200',
      'timezone=UTC',
      'log_timezone=UTC',
      'log_checkpoints=off',
      ...unlogged,
      ...(options.isDurable === false ? undurable : []),
    ];
    const child = await startChild(
      join(place.binaries, 'bin', 'postgres'),
      ['-D', cluster, ...settings.flatMap((setting) => ['-c', setting])],
      {
        ...place.user,
        cwd: place.folder,
        // so PostgreSQL ignores the pid in a stale lock file though another process or a zombie has it now,
        // and still checks that no session of the old postmaster uses the data
        env: childEnvironment({ LC_ALL: 'C', PG_GRANDPARENT_PID: stalePid?.toString() }, /^PG/),
        logFile: join(home, 'logs', 'postgres.log'),
      },
    );
    try {
      const probe = () => isReady(cluster, child.mark.pid);
      await untilReady(child, 'PostgreSQL ', 120_000, probe, signal);
      return child;
    } catch (error) {
      await child.end([['SIGINT', 5000]]);
      throw Object.assign(error as Error, { said: child.said() });
    }
  };

  for (const until = Date.now() + 20_000; ; await pause(300, undefined, { signal })) {
    const port = await freePort(memory.port);
    try {
      const child = await launch(port);
      if (port !== memory.port) writePrivate(memoryFile, { ...memory, port });
      return {
        url: `postgres://wanhe:${memory.password}@127.0.0.1:${port}/wanhe`,
        adminUrl: `postgres://postgres:${memory.adminPassword}@127.0.0.1:${port}/postgres`,
        port,
        pid: child.mark.pid,
        child,
        stop: () =>
          child.end([
            ['SIGINT', 5000],
            ['SIGQUIT', 2000],
          ]),
        kill: () => child.end([['SIGKILL', 5000]]),
      };
    } catch (error) {
      // sessions of a killed postmaster take a moment to go; another process may have taken the port in between
      const said = (error as { said?: string }).said ?? '';
      if (!/shared memory block|could not bind|Address already in use/.test(said) || Date.now() > until)
        throw error;
    }
  }
}
