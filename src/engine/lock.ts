import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isAlive, markOf, type ProcessMark } from './process-mark.ts';

function holderIn(path: string): ProcessMark | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as ProcessMark;
  } catch {
    return undefined;
  }
}

/** Who holds the lock now; undefined if nobody does, or only a process that is gone. */
function holderOf(path: string): ProcessMark | undefined {
  const holder = holderIn(path);
  return holder && isAlive(holder) ? holder : undefined;
}

/** Takes a lock file for this process, over a dead holder's too. Answers the living holder if there is one. */
export function takeLock(path: string): { release(): void } | { holder: ProcessMark } {
  mkdirSync(dirname(path), { recursive: true });
  const mine = `${path}.${process.pid}`;
  const old = `${mine}.old`;
  // linked into place with its content: nobody ever reads a lock half written
  writeFileSync(mine, JSON.stringify(markOf(process.pid)), { mode: 0o600 });
  try {
    for (;;) {
      try {
        linkSync(mine, path);
        return { release: () => release(path) };
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
      const holder = holderOf(path);
      if (holder) return { holder };
      moveAway(path, old);
    }
  } finally {
    rmSync(mine, { force: true });
  }
}

/** Removes a stale lock, and puts it back when another process took it over between the look and the move. */
function moveAway(path: string, old: string): void {
  try {
    renameSync(path, old);
    if (holderOf(old)) linkSync(old, path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT' && code !== 'EEXIST') throw error;
  } finally {
    rmSync(old, { force: true });
  }
}

function release(path: string): void {
  if (holderIn(path)?.pid === process.pid) unlinkSync(path);
}
