/** Sends again what was written down and not yet settled: whoever died in between, the command arrives. */
import type { Logger } from 'pino';
import { Command } from '../persistence/command.entity.ts';
import { takePending } from '../persistence/command.repository.ts';
import type { Orm } from '../persistence/orm.ts';
import { again } from './again.ts';
import type { Sender } from './client.ts';

const EVERY_MS = 500;
const AT_ONCE = 20;

/** Runs until `signal` aborts. A pass that fails (the database is away) is logged and tried again. */
export function relayCommands(orm: Orm, sender: Sender, log: Logger, signal: AbortSignal): Promise<void> {
  return again({ failed: 'relay: a pass failed', everyMs: EVERY_MS, log, signal }, async () => {
    const ids = await takePending(orm.em.fork(), AT_ONCE, new Date());
    const commands = ids.length === 0 ? [] : await orm.em.fork().find(Command, { id: { $in: ids } });
    await Promise.all(commands.map((command) => sender.send(command)));
    // An import brings thousands; what is taken is not due again for seconds, so an engine that is away is not pressed.
    return ids.length === AT_ONCE ? 0 : EVERY_MS;
  });
}
