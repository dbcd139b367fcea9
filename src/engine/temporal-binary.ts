import { createWriteStream, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { childEnvironment } from '../config.ts';
import { lastLines, runToEnd } from './child.ts';
import { takeLock } from './lock.ts';

/** The version that is fetched or built; a `temporal` on PATH may be another. */
export const temporalVersion = '1.5.1';

type Search = { cacheHome: string; say: (line: string) => void; signal?: AbortSignal };

/** Whether the binary can run the development server. */
async function works(binary: string, signal?: AbortSignal): Promise<boolean> {
  const env = childEnvironment({}, /^TEMPORAL_/);
  const asked = await runToEnd(binary, ['server', 'start-dev', '--help'], { env, ms: 30_000, signal });
  return asked.isDone && asked.output.includes('--db-filename');
}

/** Fetches the official archive into `folder`. Answers why not, or undefined when `folder/temporal` works. */
async function download(folder: string, signal?: AbortSignal): Promise<string | undefined> {
  const arch = { x64: 'amd64', arm64: 'arm64' }[process.arch as string];
  if (!arch) return `没有适用于 ${process.arch} 的官方版本`;
  const query = `platform=${process.platform}&arch=${arch}`;
  const address = `https://temporal.download/cli/archive/v${temporalVersion}?${query}`;
  const archive = join(folder, 'temporal.tar.gz');
  const wait = new AbortController();
  const stop = () => wait.abort();
  signal?.addEventListener('abort', stop);
  let timer = setTimeout(stop, 10_000);
  try {
    const answer = await fetch(address, { signal: wait.signal });
    clearTimeout(timer);
    timer = setTimeout(stop, 10 * 60_000);
    if (!answer.ok || !answer.body) return `服务器答复 ${answer.status}`;
    await pipeline(Readable.fromWeb(answer.body), createWriteStream(archive));
    const unpacked = await runToEnd('tar', ['-xzf', archive, '-C', folder, 'temporal'], {
      env: childEnvironment(),
      ms: 120_000,
      signal,
    });
    if (!unpacked.isDone) return `无法解开下载的文件：${unpacked.output.trim()}`;
    return (await works(join(folder, 'temporal'), signal)) ? undefined : '下载的程序在本机不能运行';
  } catch {
    signal?.throwIfAborted();
    return '连不上下载服务器';
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
    rmSync(archive, { force: true });
  }
}

/** Builds the pinned version into `folder`. Answers why not, or undefined when `folder/temporal` works. */
async function build(folder: string, signal?: AbortSignal): Promise<string | undefined> {
  const built = await runToEnd(
    'go',
    ['install', `github.com/temporalio/cli/cmd/temporal@v${temporalVersion}`],
    {
      cwd: folder,
      // GOFLAGS and the target of the user's own projects must not reach this build
      env: childEnvironment({
        GOBIN: folder,
        GOFLAGS: '-buildvcs=false',
        GOOS: undefined,
        GOARCH: undefined,
        GOWORK: 'off',
      }),
      ms: 30 * 60_000,
      signal,
    },
  );
  if (!built.isDone) return `编译失败。${lastLines(built.output, 5)}`;
  return (await works(join(folder, 'temporal'), signal)) ? undefined : '编译出的程序在本机不能运行';
}

async function obtain(cached: string, folder: string, { say, signal }: Search): Promise<void> {
  say(
    `正在下载 Temporal ${temporalVersion} 官方程序（约 100 MB，最多 10 分钟；连不上时 10 秒内改用下一办法）……`,
  );
  let why = await download(folder, signal);
  if (why !== undefined) {
    const hasGo = (await runToEnd('go', ['version'], { env: childEnvironment(), ms: 20_000, signal })).isDone;
    if (!hasGo) {
      throw new Error(
        `找不到 Temporal 服务器程序（${why}，本机也没有 Go）：请安装 temporal 命令行程序（https://docs.temporal.io/cli）或 Go 1.25 以上版本后重试，或用 TEMPORAL_ADDRESS 指定已有的 Temporal 集群。`,
      );
    }
    say(`下载未成（${why}），改用 Go 编译 Temporal ${temporalVersion}：仅首次需要，2 至 10 分钟……`);
    why = await build(folder, signal);
    if (why !== undefined) {
      throw new Error(
        `没有可用的 Temporal 服务器程序：${why}\n请安装 temporal 命令行程序（https://docs.temporal.io/cli）后重试，或用 TEMPORAL_ADDRESS 指定已有的 Temporal 集群。`,
      );
    }
  }
  renameSync(join(folder, 'temporal'), cached);
}

/**
 * Finds the Temporal CLI: `temporal` on PATH, the project's cache, the official download, `go install`. Says each step
 * in a line; throws one sentence on what to install when none is possible. Two callers at once build it once.
 */
export async function findTemporalBinary(search: Search): Promise<string> {
  const { cacheHome, say, signal } = search;
  if (await works('temporal', signal)) return 'temporal';
  const folder = join(cacheHome, 'wanhe', `temporal-cli-${temporalVersion}`);
  const cached = join(folder, 'temporal');
  const lockFile = join(folder, 'lock');
  for (let isWaiting = false; ; ) {
    if (existsSync(cached) && (await works(cached, signal))) return cached;
    const lock = takeLock(lockFile);
    if ('holder' in lock) {
      if (!isWaiting)
        say(`另一个进程（${lock.holder.pid}）正在准备 Temporal 程序，等它完成（最多约 10 分钟）……`);
      isWaiting = true;
      await pause(1000, undefined, { signal });
      continue;
    }
    const part = join(folder, `part-${process.pid}`);
    try {
      for (const name of readdirSync(folder)) {
        if (name.startsWith('part-')) rmSync(join(folder, name), { recursive: true, force: true });
      }
      mkdirSync(part);
      // another process may have finished between the look and the lock
      if (existsSync(cached) && (await works(cached, signal))) return cached;
      if (existsSync(cached)) say(`缓存中的 Temporal 程序已损坏，将重新取得：${cached}`);
      await obtain(cached, part, search);
    } finally {
      rmSync(part, { recursive: true, force: true });
      lock.release();
    }
  }
}
