import { once } from 'node:events';
import { createServer } from 'node:http';
import { parseArgs } from 'node:util';
import { createApp } from '../api/app.ts';
import { projectRoot, readConfig } from '../config.ts';
import { createSender } from '../engine/client.ts';
import { reachClient } from '../engine/connect.ts';
import { consoleFolder } from '../engine/console-folder.ts';
import { endWithParent } from '../engine/end-with-parent.ts';
import { areWorkersUp, isEngineUp } from '../engine/engine-parts.ts';
import { needKeysOf, readKeys } from '../engine/key-file.ts';
import { createLog, talkMoreOnSignal } from '../engine/log.ts';
import { createMetrics } from '../engine/metrics.ts';
import { showMetrics } from '../engine/metrics-listener.ts';
import { DEFAULT_QUEUE_PREFIX, queuesOf } from '../engine/queues.ts';
import { openOrm } from '../persistence/orm.ts';
import { namedServers } from './running.ts';
import type { Io } from './verb.ts';

export const summary = '运行接口：HTTP API 与核验页';
export const usage = `用法：npm run serve
需要 DATABASE_URL 与 TEMPORAL_ADDRESS（或者本机正在运行的 npm start）；端口由 WANHE_PORT 定。可以同时运行多个。设了 WANHE_METRICS_PORT 就在那个端口给出 /metrics。
SIGUSR2 把日志换到 debug，再来一次换回。就绪后打印“api ready <网址>”。`;

export async function run(args: string[], io: Io): Promise<number> {
  parseArgs({ args, options: {}, strict: true });
  endWithParent();
  const config = readConfig();
  const servers = namedServers(config);
  const ring = readKeys(config.keysFile);
  const orm = await openOrm(servers.databaseUrl, ring, 20);
  await needKeysOf(orm, ring, config.keysFile);
  const client = reachClient(servers);
  const log = createLog(config.logLevel);
  talkMoreOnSignal(log);
  const metrics = createMetrics(orm);
  const app = createApp({
    orm,
    sender: createSender(client, orm, queuesOf(DEFAULT_QUEUE_PREFIX).interactive, log, metrics.tried),
    log,
    publicUrl: config.publicUrl ?? servers.url,
    now: () => new Date(),
    isEngineUp: isEngineUp(client),
    areWorkersUp: areWorkersUp(client, DEFAULT_QUEUE_PREFIX),
    trustedProxy: config.trustedProxy,
    measure: metrics.measure,
    consoleFolder: consoleFolder(projectRoot),
  });
  const { metricsHost: host, metricsPort } = config;
  const shown =
    typeof metricsPort === 'number' ? await showMetrics({ metrics, host, port: metricsPort }) : null;
  const server = createServer(app).listen(config.port);
  await once(server, 'listening').catch((error: NodeJS.ErrnoException) => {
    throw new Error(`端口 ${config.port} 不能用（${error.code}）；请用 WANHE_PORT 另选一个端口。`);
  });
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  io.out(`api ready http://127.0.0.1:${config.port}`);
  await once(stop.signal, 'abort');
  shown?.close();
  server.close();
  server.closeIdleConnections();
  // A stream of a job's states goes on by itself for a minute.
  setTimeout(() => server.closeAllConnections(), 2000).unref();
  await Promise.race([once(server, 'close'), new Promise((resolve) => setTimeout(resolve, 8000).unref())]);
  await Promise.all([client.connection.close(), orm.close()]);
  return 0;
}
