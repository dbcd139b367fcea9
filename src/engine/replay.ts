/** Replays histories on today's workflow code: what no longer agrees would break running cases. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Client } from '@temporalio/client';
import { Worker, type WorkflowBundle } from '@temporalio/worker';

export type Replayed = { workflow: string; ok: boolean; error: string | null };

type Histories = Parameters<typeof Worker.runReplayHistories>[1];

export async function replay(bundle: WorkflowBundle, histories: Histories): Promise<Replayed[]> {
  const replayed: Replayed[] = [];
  for await (const { workflowId, error } of Worker.runReplayHistories({ workflowBundle: bundle }, histories))
    replayed.push({ workflow: workflowId, ok: error === undefined, error: error?.message ?? null });
  return replayed;
}

/** The saved histories of a folder, one JSON file each, named as the workflow. */
export function savedHistories(folder: string): Histories {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return files.map((name) => ({
    workflowId: basename(name, '.json'),
    history: JSON.parse(readFileSync(join(folder, name), 'utf8')) as object,
  })) as unknown as Histories;
}

/** The histories of the cases that run now. */
export function runningHistories(client: Client): Histories {
  return client.workflow.list({ query: "ExecutionStatus = 'Running'" }).intoHistories({ concurrency: 4 });
}
