/** The workflow bundle, built once for all suites of a run. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkflowBundle } from '@temporalio/worker';
import { bundleWorkflows } from '../../src/engine/bundle.ts';

export async function keepBundle(home: string): Promise<void> {
  const path = join(home, 'workflows.js');
  writeFileSync(path, (await bundleWorkflows()).code);
  process.env.WANHE_TEST_BUNDLE = path;
}

export function bundled(): WorkflowBundle {
  return { code: readFileSync(process.env.WANHE_TEST_BUNDLE ?? '', 'utf8') };
}
