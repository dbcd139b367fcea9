/** The running instance of a home: who holds it, where it answers, which processes belong to it. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { takeLock } from './lock.ts';
import { readPrivate, writePrivate } from './private-file.ts';
import { endStranger, isAlive, type ProcessMark } from './process-mark.ts';

export type Instance = ProcessMark & {
  url: string;
  databaseUrl: string;
  temporalAddress: string;
  namespace: string;
  /** Whether it has printed its ready line. */
  isReady: boolean;
  processes: (ProcessMark & { name: string })[];
};

const recordIn = (home: string) => join(home, 'run', 'instance.json');
const lockIn = (home: string) => join(home, 'run', 'lock');

/** The instance that runs in this home, from its first process on; null if none does. */
export function readInstance(home: string): Instance | null {
  const instance = readPrivate<Instance>(recordIn(home));
  return instance && isAlive(instance) ? instance : null;
}

/** Notes the instance for other commands and for the next start. */
export function writeInstance(home: string, instance: Instance): void {
  writePrivate(recordIn(home), instance);
}

/** Takes the home for this process. Answers the pid of the living holder if there is one. */
export function holdHome(home: string): { release(): void } | { holder: number } {
  const lock = takeLock(lockIn(home));
  if ('holder' in lock) return { holder: lock.holder.pid };
  return {
    release() {
      rmSync(recordIn(home), { force: true });
      lock.release();
    },
  };
}

/** Ends processes that a killed instance of this home has left, those that use the others first. */
export async function endLeftovers(home: string, say: (line: string) => void): Promise<void> {
  const processes = readPrivate<Instance>(recordIn(home))?.processes ?? [];
  for (const mark of processes.toReversed()) {
    if (!isAlive(mark)) continue;
    say(`上次遗留的进程 ${mark.name}（${mark.pid}）仍在运行，先将它停下（约数秒）。`);
    const patience: [NodeJS.Signals, number][] =
      mark.name === 'postgres'
        ? [
            ['SIGINT', 8000],
            ['SIGQUIT', 4000],
          ]
        : [['SIGTERM', 5000]];
    await endStranger(mark, patience);
  }
}
