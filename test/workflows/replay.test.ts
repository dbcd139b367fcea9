import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { quietEngine } from '../../src/engine/log.ts';
import { replay, savedHistories } from '../../src/engine/replay.ts';
import * as workflows from '../../workflows/index.ts';
import { bundled } from '../engine/bundled.ts';

const folder = new URL('../histories/', import.meta.url).pathname;
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));

type Saved = { events: { workflowExecutionStartedEventAttributes?: { workflowType: { name: string } } }[] };
const typeOf = (file: string) =>
  (JSON.parse(readFileSync(join(folder, file), 'utf8')) as Saved).events[0]
    ?.workflowExecutionStartedEventAttributes?.workflowType.name;

beforeAll(() => quietEngine());

test('every saved history is carried on by the workflows of today', async () => {
  const replayed = await replay(bundled(), savedHistories(folder));
  expect(replayed.length).toBe(files.length);
  expect(replayed.length).toBeGreaterThanOrEqual(6);
  expect(replayed.filter(({ ok }) => !ok)).toEqual([]);
});

test('every workflow has a saved history, and every saved history is of a workflow there is', () => {
  expect([...new Set(files.map(typeOf))].sort()).toEqual(Object.keys(workflows).sort());
});

test('a workflow that would go another way than a history went is caught', async () => {
  const changed = await bundleWorkflowCode({
    workflowsPath: new URL('./changed-story.ts', import.meta.url).pathname,
    logger: new DefaultLogger('ERROR'),
  });
  const replayed = await replay(changed, savedHistories(folder));
  expect(replayed.length).toBe(files.length);
  for (const { ok, error } of replayed)
    expect([ok, error]).toEqual([false, expect.stringMatching(/TMPRL1100|nondeterminism/i)]);
}, 60_000);
