import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { childEnvironment } from '../../src/config.ts';
import { commandOf, startOf } from '../../src/engine/process-mark.ts';

export type Started = {
  pid: number;
  ended: Promise<number | string | null>;
  said(): string;
  /** Resolves with the first line that matches; rejects when the process ends before, or after `ms`. */
  line(pattern: RegExp, ms?: number): Promise<string>;
};

const living = new Set<ChildProcess>();

/** Starts `node <script> ...args` in a home, away from the settings of this machine. */
export function startNode(
  script: string,
  args: string[],
  env: Record<string, string> = {},
  user: { uid?: number; gid?: number } = {},
  node = process.execPath,
): Started {
  return startProgram(node, [script, ...args], env, user);
}

/** Starts any program, away from the settings of this machine. */
export function startProgram(
  command: string,
  args: string[],
  env: Record<string, string> = {},
  user: { uid?: number; gid?: number } = {},
): Started {
  const child = spawn(command, args, {
    cwd: '/',
    env: childEnvironment(env, /^(TEMPORAL_|DATABASE_URL|WANHE_|PORT$|NODE_)/),
    stdio: ['ignore', 'pipe', 'pipe'],
    ...user,
  });
  living.add(child);
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (piece: string) => {
      text += piece;
    });
  }
  const ended = new Promise<number | string | null>((resolve) => {
    child.once('exit', (code, signal) => {
      living.delete(child);
      resolve(signal ?? code);
    });
  });
  return {
    pid: child.pid!,
    ended,
    said: () => text,
    async line(pattern, ms = 60_000) {
      for (const until = Date.now() + ms; Date.now() < until; await pause(50)) {
        const found = text.split('\n').find((line) => pattern.test(line));
        if (found !== undefined) return found;
        if (!living.has(child)) break;
      }
      throw new Error(`no line ${pattern} in:\n${text}`);
    },
  };
}

/** Kills what a failed test has left running of startNode. */
export function killStarted(): void {
  for (const child of living) child.kill('SIGKILL');
}

/** Whether the process lives and is no zombie. */
export function lives(pid: number): boolean {
  return startOf(pid) !== undefined;
}

/** Waits until none of the processes lives. */
export async function untilGone(pids: number[], ms = 20_000): Promise<void> {
  for (const until = Date.now() + ms; pids.some(lives); await pause(50)) {
    if (Date.now() > until) throw new Error(`still running: ${pids.filter(lives).map(commandOf).join('; ')}`);
  }
}

/** All living processes whose command line or surroundings name the folder: Linux only, empty elsewhere. */
export function processesOf(folder: string): number[] {
  if (process.platform !== 'linux') return [];
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.map(Number).filter((pid) => {
    if (pid === process.pid || !lives(pid)) return false;
    return commandOf(pid).includes(folder) || environmentOf(pid).includes(`WANHE_HOME=${folder}\0`);
  });
}

function environmentOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8');
  } catch {
    return '';
  }
}
