import { createWriteStream, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { childEnvironment } from '../config.ts';
import { goInstall, hasGo, keepPrograms } from './cached-programs.ts';
import { runToEnd } from './child.ts';

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
  const source = `github.com/temporalio/cli/cmd/temporal@v${temporalVersion}`;
  const why = await goInstall(folder, [source], signal);
  if (why !== undefined) return why;
  return (await works(join(folder, 'temporal'), signal)) ? undefined : '编译出的程序在本机不能运行';
}

async function obtain(folder: string, { say, signal }: Search): Promise<void> {
  say(
    `正在下载 Temporal ${temporalVersion} 官方程序（约 100 MB，最多 10 分钟；连不上时 10 秒内改用下一办法）……`,
  );
  let why = await download(folder, signal);
  if (why !== undefined) {
    if (!(await hasGo(signal))) {
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
}

/**
 * Finds the Temporal CLI: `temporal` on PATH, the project's cache, the official download, `go install`. Says each step
 * in a line; throws one sentence on what to install when none is possible. Two callers at once build it once.
 */
export async function findTemporalBinary(search: Search): Promise<string> {
  const { cacheHome, say, signal } = search;
  if (await works('temporal', signal)) return 'temporal';
  const folder = join(cacheHome, 'wanhe', `temporal-cli-${temporalVersion}`);
  const wanted = {
    folder,
    names: ['temporal'],
    work: (at: string) => works(join(at, 'temporal'), signal),
    obtain: (into: string) => obtain(into, search),
  };
  await keepPrograms(wanted, { say, signal });
  return join(folder, 'temporal');
}
