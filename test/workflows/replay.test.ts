import { readdirSync } from 'node:fs';
import { quietEngine } from '../../src/engine/log.ts';
import { replay, savedHistories } from '../../src/engine/replay.ts';
import { bundled } from '../engine/bundled.ts';

const folder = new URL('../histories/', import.meta.url).pathname;

test('every saved history is carried on by the workflows of today', async () => {
  quietEngine();
  const replayed = await replay(bundled(), savedHistories(folder));
  expect(replayed.length).toBe(readdirSync(folder).filter((name) => name.endsWith('.json')).length);
  expect(replayed.length).toBeGreaterThanOrEqual(6);
  expect(replayed.filter(({ ok }) => !ok)).toEqual([]);
});
