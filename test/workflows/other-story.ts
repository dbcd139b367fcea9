/** A dispute as no code of ours carries it: its history cannot be replayed by the real workflow. */
import { sleep } from '@temporalio/workflow';

export async function mediateDispute(): Promise<void> {
  await sleep('30 days');
}
