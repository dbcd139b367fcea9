import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPrivate, writePrivate } from '../../src/engine/private-file.ts';
import { endStranger, isAlive, markOf, type ProcessMark } from '../../src/engine/process-mark.ts';
import { processesOf } from './processes.ts';

type Run = { owner: ProcessMark; started: ProcessMark[] };

const prefix = 'wanhe-test-';

/** A folder that PostgreSQL's unprivileged user can enter, too. */
export function temporaryHome(): string {
  const home = mkdtempSync(join(tmpdir(), prefix));
  chmodSync(home, 0o755);
  noteRun(home, []);
  return home;
}

/** Notes which processes this test run has started for the home, for the next run to end if this one is killed. */
export function noteRun(home: string, started: number[]): void {
  const marks = started.map(markOf).filter((mark) => mark !== undefined);
  writePrivate(join(home, 'test-run.json'), { owner: markOf(process.pid), started: marks } as Run);
}

/** Ends what killed test runs have left, and removes their homes. */
export async function sweepLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const home = join(tmpdir(), name);
    const run = name.startsWith(prefix) ? readRun(home) : undefined;
    if (!run || isAlive(run.owner)) continue;
    const found = processesOf(home).map(markOf);
    const left = [...run.started, ...found].filter((mark) => mark !== undefined);
    await Promise.all(left.map((mark) => endStranger(mark, [])));
    removeHome(home);
  }
}

function readRun(home: string): Run | undefined {
  try {
    return readPrivate<Run>(join(home, 'test-run.json'));
  } catch {
    // another user's
    return undefined;
  }
}

/** Removes a home, and its PostgreSQL folder outside it where there is one. */
export function removeHome(home: string): void {
  const folder = existsSync(home)
    ? readPrivate<{ folder?: string }>(join(home, 'postgres.json'))?.folder
    : undefined;
  if (folder?.startsWith('/var/lib/wanhe/')) rmSync(folder, { recursive: true, force: true });
  rmSync(home, { recursive: true, force: true });
}
