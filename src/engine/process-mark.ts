import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** Names one process for good: a pid alone is given again to another process. */
export type ProcessMark = { pid: number; startedAt: string };

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function ps(field: string, pid: number): string | undefined {
  const asked = spawnSync('ps', ['-o', `${field}=`, '-p', String(pid)], { encoding: 'utf8', timeout: 5000 });
  return asked.stdout?.trim() || undefined;
}

/** When the process began, as an opaque text; undefined if there is none or it is a zombie that only waits to be reaped. */
export function startOf(pid: number): string | undefined {
  if (!Number.isInteger(pid) || pid < 1) return undefined;
  if (process.platform !== 'linux') {
    return ps('stat', pid)?.startsWith('Z') ? undefined : ps('lstart', pid);
  }
  const stat = read(`/proc/${pid}/stat`);
  if (!stat) return undefined;
  // the second field is the name in brackets and may hold blanks: fields are counted after it
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
  const boot = read('/proc/sys/kernel/random/boot_id')?.slice(0, 8) ?? '';
  return `${boot}:${fields[19]}`;
}

/** The process's command line, words parted by blanks; empty if unknown. */
export function commandOf(pid: number): string {
  if (process.platform !== 'linux') return ps('command', pid) ?? '';
  return read(`/proc/${pid}/cmdline`)?.replaceAll('\0', ' ').trim() ?? '';
}

/** The mark of a living process. */
export function markOf(pid: number): ProcessMark | undefined {
  const startedAt = startOf(pid);
  return startedAt === undefined ? undefined : { pid, startedAt };
}

/** Whether exactly this process lives. */
export function isAlive(mark: ProcessMark): boolean {
  return startOf(mark.pid) === mark.startedAt;
}

/** Sends a signal to exactly this process; nothing happens if it is gone. */
function signalTo(mark: ProcessMark, signal: NodeJS.Signals): void {
  if (!isAlive(mark)) return;
  try {
    process.kill(mark.pid, signal);
  } catch {
    // it ended in between
  }
}

/** Ends a process that is not this one's child: each signal in turn, with its patience in ms. Resolves when it is gone. */
export async function endStranger(mark: ProcessMark, steps: [NodeJS.Signals, number][]): Promise<void> {
  for (const [signal, patience] of [...steps, ['SIGKILL', 5000] as [NodeJS.Signals, number]]) {
    signalTo(mark, signal);
    for (const until = Date.now() + patience; Date.now() < until; await pause(30)) {
      if (!isAlive(mark)) return;
    }
  }
  throw new Error(`进程 ${mark.pid} 无法结束，请手动结束它。`);
}
