/** Sends one written command, in a process of its own that can be killed while it waits for the answer. */
import { readConfig } from '../../src/config.ts';
import type { CommandId } from '../../src/domain/ids.ts';
import { createSender } from '../../src/engine/client.ts';
import { connectClient } from '../../src/engine/connect.ts';
import { DEFAULT_QUEUE_PREFIX, queuesOf } from '../../src/engine/queues.ts';
import { Command } from '../../src/persistence/command.entity.ts';
import { openOrm } from '../../src/persistence/orm.ts';
import { testRing } from '../engine/keys.ts';
import { silent } from './city.ts';

const config = readConfig();
const orm = await openOrm(config.databaseUrl!, testRing, 2);
const client = await connectClient({ ...config, temporalAddress: config.temporalAddress! });
const sender = createSender(client, orm, queuesOf(DEFAULT_QUEUE_PREFIX).interactive, silent);
await sender.send(await orm.em.fork().findOneOrFail(Command, { id: process.argv[2] as CommandId }));
process.exit(0);
