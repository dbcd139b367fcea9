import { parseArgs } from 'node:util';
import { type Config, readConfig } from '../config.ts';
import { connectClient } from '../engine/connect.ts';
import { readKeys } from '../engine/key-file.ts';
import { DEFAULT_QUEUE_PREFIX, queuesOf } from '../engine/queues.ts';
import { type FromRecord, startFromRecord } from '../engine/start-from-record.ts';
import { openOrm } from '../persistence/orm.ts';
import { namedServers } from './running.ts';
import type { Io } from './verb.ts';

export const summary = '数据库恢复到较早时刻之后，让全部案件的流程从记录重新开始';
export const usage = `用法：wanhe reconcile [--json]
每件未办结的案件从记录重新开始一个流程，取代正在运行的那个；记录里没有的、已经办结的案件，其流程结束。
wanhe restore 的最后一步就是它；用 PostgreSQL 自身的备份恢复到某一时刻之后，单独运行它。可以重复执行，工作进程开着也可以。`;

export async function run(args: string[], io: Io): Promise<number> {
  parseArgs({ args, options: { json: { type: 'boolean' } }, strict: true });
  const servers = namedServers(readConfig());
  const done = await reconcileEngine(servers, io);
  io.out(io.json ? JSON.stringify(done) : sayFromRecord(done));
  return 0;
}

export const sayFromRecord = ({ started, ended }: FromRecord) =>
  `从记录重新开始 ${started} 件案件的流程，结束 ${ended} 个不再需要的流程`;

type Servers = Config & { databaseUrl: string; temporalAddress: string };

/** Speaks to the engine of `servers` about the record in their database. */
export async function reconcileEngine(servers: Servers, io: Io): Promise<FromRecord> {
  const orm = await openOrm(servers.databaseUrl, readKeys(servers.keysFile), 4);
  const client = await connectClient(servers);
  try {
    const taskQueue = queuesOf(DEFAULT_QUEUE_PREFIX).interactive;
    return await startFromRecord({ orm, client, taskQueue }, ({ started }) =>
      io.err(`已重新开始 ${started} 件……`),
    );
  } finally {
    await client.connection.close();
    await orm.close();
  }
}
