import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { takeLock } from '../../src/engine/lock.ts';
import { markOf } from '../../src/engine/process-mark.ts';
import { removeHome, temporaryHome } from './homes.ts';

let home: string;
let path: string;
beforeEach(() => {
  home = temporaryHome();
  path = join(home, 'lock');
});
afterEach(() => removeHome(home));

test('a lock is held once, and free again after its release', () => {
  const lock = takeLock(path);
  expect(takeLock(path)).toEqual({ holder: markOf(process.pid) });
  if ('release' in lock) lock.release();
  expect(takeLock(path)).toHaveProperty('release');
});

test.each([
  ['a process that is gone', { pid: 2 ** 22 - 1, startedAt: 'x' }],
  ['a pid that another process has now', { pid: process.pid, startedAt: 'long ago' }],
])('a lock of %s is taken over', (_, holder) => {
  writeFileSync(path, JSON.stringify(holder));
  expect(takeLock(path)).toHaveProperty('release');
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(markOf(process.pid));
});

test('a lock that is no text of ours is taken over', () => {
  writeFileSync(path, '');
  expect(takeLock(path)).toHaveProperty('release');
});
