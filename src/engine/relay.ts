/** Sends again what was written down and not yet settled: whoever died in between, the command arrives. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { Command } from '../persistence/command.entity.ts';
import { takePending } from '../persistence/command.repository.ts';
import type { Orm } from '../persistence/orm.ts';
import type { Sender } from './client.ts';

const EVERY_MS = 500;
const AT_ONCE = 20;

/** Runs until `signal` aborts. A pass that fails (the database is away) is logged and tried again. */
export async function relayCommands(
  orm: Orm,
  sender: Sender,
  log: Logger,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    let isBusy = false;
    try {
      const ids = await takePending(orm.em.fork(), AT_ONCE, new Date());
      isBusy = ids.length === AT_ONCE;
      const commands = ids.length === 0 ? [] : await orm.em.fork().find(Command, { id: { $in: ids } });
      await Promise.all(commands.map((command) => sender.send(command)));
    } catch (error) {
      log.warn(
        { error: error instanceof Error ? error.name : 'unknown' },
        'relay: a pass failed, tried again',
      );
    }
    // An import brings thousands; what is taken is not due again for seconds, so an engine that is away is not pressed.
    if (!isBusy) await sleep(EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
}
