/** What the worker does again and again beside its cases. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';

/** `failed`: what is logged where a pass throws. `everyMs`: the pause after one that did. */
export type Again = { failed: string; everyMs: number; log: Logger; signal: AbortSignal };

/** Runs `pass`, which gives the pause after it in milliseconds, until `signal` aborts. One that fails (the database is away) is logged and tried again. */
export async function again(
  { failed, everyMs, log, signal }: Again,
  pass: () => Promise<number>,
): Promise<void> {
  while (!signal.aborted) {
    let pause = everyMs;
    try {
      pause = await pass();
    } catch (error) {
      log.warn({ error: error instanceof Error ? error.name : 'unknown' }, `${failed}, tried again`);
    }
    if (pause > 0) await sleep(pause, undefined, { signal }).catch(() => undefined);
  }
}
