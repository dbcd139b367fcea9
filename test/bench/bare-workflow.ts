/** The least a durable command can be: one update that awaits one local activity, which does nothing. */
import { condition, defineUpdate, proxyLocalActivities, setHandler } from '@temporalio/workflow';

export const bareUpdate = defineUpdate<number, [number]>('bare');
const { nothing } = proxyLocalActivities<{ nothing(): Promise<void> }>({ startToCloseTimeout: '10s' });

export async function bareWorkflow(): Promise<void> {
  let count = 0;
  setHandler(bareUpdate, async () => {
    await nothing();
    count += 1;
    return count;
  });
  await condition(() => false);
}
