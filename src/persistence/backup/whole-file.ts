/** A file that stands under its name whole or not at all: it is written beside it, put to the disk and then renamed. */
import { readdirSync, rmSync, type WriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

export async function writeWholeFile<T>(path: string, write: (to: WriteStream) => Promise<T>): Promise<T> {
  const target = resolve(path);
  const folder = dirname(target);
  sweepParts(folder, basename(target));
  const part = join(folder, `.${basename(target)}.${process.pid}.part`);
  const file = await open(part, 'wx', 0o600);
  try {
    const written = await write(file.createWriteStream({ flush: true }));
    await rename(part, target);
    const entry = await open(folder, 'r');
    await entry.sync().finally(() => entry.close());
    return written;
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(part, { force: true });
    throw error;
  }
}

/** What a killed run has left of the same name. */
function sweepParts(folder: string, name: string): void {
  for (const found of readdirSync(folder)) {
    const pid = found.startsWith(`.${name}.`) ? /\.(\d+)\.part$/.exec(found)?.[1] : undefined;
    if (pid !== undefined && !lives(Number(pid))) rmSync(join(folder, found), { force: true });
  }
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
