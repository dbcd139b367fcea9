import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { markOf, type ProcessMark } from './process-mark.ts';

/** A running child. `ended` resolves, never rejects, with how it went: an exit code or a signal. */
export type Child = {
  mark: ProcessMark;
  ended: Promise<string>;
  isRunning(): boolean;
  signal(signal: NodeJS.Signals): void;
  /** Each signal in turn, with its patience in ms, then SIGKILL; resolves when it is gone. */
  end(steps: [NodeJS.Signals, number][]): Promise<void>;
  /** What it has written to its log since this start. */
  said(): string;
};

export type ChildOptions = Pick<SpawnOptions, 'cwd' | 'env' | 'uid' | 'gid'> & {
  logFile: string;
  /** Opens a channel by which the child notices that this process died. */
  isTied?: boolean;
};

const logLimit = 20 * 1024 * 1024;

function openLog(path: string): { file: number; from: number } {
  mkdirSync(dirname(path), { recursive: true });
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size > logLimit) renameSync(path, `${path}.1`);
  return { file: openSync(path, 'a', 0o600), from: size > logLimit ? 0 : size };
}

/**
 * Starts a child in a process group of its own, so that a Ctrl-C reaches only its starter, who ends the children in order.
 * It writes to its log file itself: no pipe breaks under it when its starter is killed.
 */
export async function startChild(command: string, args: string[], options: ChildOptions): Promise<Child> {
  const { logFile, isTied, ...rest } = options;
  const log = openLog(logFile);
  let child: ChildProcess;
  try {
    const stdio: SpawnOptions['stdio'] = ['ignore', log.file, log.file, isTied ? 'ipc' : 'ignore'];
    child = spawn(command, args, { ...rest, detached: true, stdio });
  } finally {
    closeSync(log.file);
  }
  let isRunning = true;
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ?? `退出码 ${code}`));
  }).then((how) => {
    isRunning = false;
    return how;
  });
  // a child that cannot start has no pid; one that ended at once is a zombie without mark until it is reaped
  const mark = child.pid ? (markOf(child.pid) ?? { pid: child.pid, startedAt: 'gone' }) : undefined;
  if (!mark) throw new Error(`无法启动 ${command}：${await ended}`);
  const signal = (name: NodeJS.Signals) => void (isRunning && child.kill(name));
  return {
    mark,
    ended,
    isRunning: () => isRunning,
    signal,
    async end(steps) {
      for (const [name, patience] of steps) {
        signal(name);
        if (await endsWithin(ended, patience)) return;
      }
      signal('SIGKILL');
      await ended;
    },
    said: () => readFileSync(logFile).subarray(log.from).toString('utf8'),
  };
}

async function endsWithin(ended: Promise<unknown>, ms: number): Promise<boolean> {
  const timer = new AbortController();
  const late = pause(ms, false, { signal: timer.signal }).catch(() => false);
  const first = await Promise.race([ended.then(() => true), late]);
  timer.abort();
  return first;
}

/** Waits until `isReady` answers true. Throws with the end of its log when the child ends or the time is over. */
export async function untilReady(
  child: Child,
  name: string,
  ms: number,
  isReady: () => boolean | Promise<boolean>,
  signal?: AbortSignal,
): Promise<void> {
  for (const until = Date.now() + ms; ; await pause(50, undefined, { signal })) {
    if (!child.isRunning())
      throw new Error(`${name}未能启动（${await child.ended}）。${lastLines(child.said())}`);
    if (await isReady()) return;
    if (Date.now() > until)
      throw new Error(`${name}在 ${ms / 1000} 秒内没有就绪。${lastLines(child.said())}`);
  }
}

/** The last lines of a text, set off by a line break; empty for an empty text. */
export function lastLines(text: string, count = 15): string {
  const lines = text.trimEnd().split('\n').slice(-count).join('\n');
  return lines && `\n${lines}`;
}

/** Runs a command to its end with all output taken up; kills its whole process group when the time is over or on abort. */
export async function runToEnd(
  command: string,
  args: string[],
  options: Pick<SpawnOptions, 'cwd' | 'env' | 'uid' | 'gid'> & {
    ms: number;
    input?: string;
    signal?: AbortSignal;
    /** Hears each line of its output as it comes. */
    say?: (line: string) => void;
  },
): Promise<{ isDone: boolean; output: string }> {
  const { ms, input, signal, say, ...rest } = options;
  signal?.throwIfAborted();
  const child = spawn(command, args, { ...rest, detached: true, stdio: ['pipe', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (piece: string) => {
    output += piece;
  });
  if (say) createInterface({ input: child.stdout }).on('line', say);
  child.stderr.setEncoding('utf8').on('data', (piece: string) => {
    output += piece;
  });
  child.stdin.on('error', () => {});
  child.stdin.end(input ?? '');
  const kill = () => {
    try {
      if (child.pid) process.kill(-child.pid, 'SIGKILL');
    } catch {
      // it ended in between
    }
  };
  const timer = setTimeout(kill, ms);
  signal?.addEventListener('abort', kill);
  try {
    const isDone = await new Promise<boolean>((resolve) => {
      child.once('error', (error) => {
        output += error.message;
        resolve(false);
      });
      child.once('close', (code) => resolve(code === 0));
    });
    signal?.throwIfAborted();
    return { isDone, output };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', kill);
  }
}
