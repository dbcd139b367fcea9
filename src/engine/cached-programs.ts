import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { childEnvironment } from '../config.ts';
import { lastLines, runToEnd } from './child.ts';
import { takeLock } from './lock.ts';

export type Programs = {
  /** The folder of the cache they are kept in, one for each version. */
  folder: string;
  names: readonly string[];
  work(folder: string): Promise<boolean>;
  /** Puts them into an empty folder, or throws a sentence. */
  obtain(folder: string): Promise<void>;
};

type Hearing = { say: (line: string) => void; signal?: AbortSignal };

/** Makes sure that the programs are in the cache and work. Two callers at once obtain them once. */
export async function keepPrograms(wanted: Programs, { say, signal }: Hearing): Promise<void> {
  const { folder, names } = wanted;
  const areAll = () => names.every((name) => existsSync(join(folder, name)));
  for (let isWaiting = false; ; ) {
    if (areAll() && (await wanted.work(folder))) return;
    const lock = takeLock(join(folder, 'lock'));
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
      if (areAll() && (await wanted.work(folder))) return;
      if (areAll()) say(`缓存中的 Temporal 程序已损坏，将重新取得：${folder}`);
      await wanted.obtain(part);
      for (const name of names) renameSync(join(part, name), join(folder, name));
    } finally {
      rmSync(part, { recursive: true, force: true });
      lock.release();
    }
  }
}

/** Whether Go can be run. */
export async function hasGo(signal?: AbortSignal): Promise<boolean> {
  return (await runToEnd('go', ['version'], { env: childEnvironment(), ms: 20_000, signal })).isDone;
}

/** Builds packages `path@version` into `folder`. Answers why not, or undefined when it is done. */
export async function goInstall(
  folder: string,
  packages: readonly string[],
  signal?: AbortSignal,
): Promise<string | undefined> {
  const built = await runToEnd('go', ['install', ...packages], {
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
  });
  return built.isDone ? undefined : `编译失败。${lastLines(built.output, 5)}`;
}
