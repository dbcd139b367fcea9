import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Writes JSON that only its owner may read, whole or not at all. */
export function writePrivate(path: string, value: unknown): void {
  mkdirSync(dirname(path), { recursive: true });
  const part = `${path}.${process.pid}`;
  writeFileSync(part, `${JSON.stringify(value, undefined, 2)}\n`, { mode: 0o600 });
  renameSync(part, path);
}

/** Reads what writePrivate wrote; undefined if there is none or it is no JSON. */
export function readPrivate<T>(path: string): T | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as T;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || error instanceof SyntaxError) return undefined;
    throw error;
  }
}
