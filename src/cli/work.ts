import { parseArgs } from 'node:util';
import { lineFault } from '../../templates/zh-CN/import-words.ts';
import { readConfig } from '../config.ts';
import { anchorDaily } from '../engine/anchor-daily.ts';
import { readAnchorKey } from '../engine/anchor-key.ts';
import { bundleWorkflows } from '../engine/bundle.ts';
import { createSender } from '../engine/client.ts';
import { connectClient, connectWorker } from '../engine/connect.ts';
import { endWithParent } from '../engine/end-with-parent.ts';
import { isEngineUp } from '../engine/engine-parts.ts';
import { forgetOldApplications } from '../engine/forget-applications.ts';
import { freePort } from '../engine/free-port.ts';
import { needKeysOf, readKeys } from '../engine/key-file.ts';
import { createLog, quietEngine, talkMoreOnSignal } from '../engine/log.ts';
import { createMetrics } from '../engine/metrics.ts';
import { showMetrics } from '../engine/metrics-listener.ts';
import { DEFAULT_QUEUE_PREFIX, queuesOf } from '../engine/queues.ts';
import { reconcileCases } from '../engine/reconcile.ts';
import { relayCommands } from '../engine/relay.ts';
import { createWorkers } from '../engine/worker.ts';
import { writeImports } from '../engine/write-imports.ts';
import { openFonts } from '../papers/index.ts';
import { openOrm } from '../persistence/orm.ts';
import { askParts, recordParts } from '../persistence/readiness.ts';
import { namedServers } from './running.ts';
import type { Io } from './verb.ts';

export const summary = '运行工作进程：推进案件、绘制文书、补发命令';
export const usage = `用法：npm run work
需要 DATABASE_URL 与 TEMPORAL_ADDRESS（或者本机正在运行的 npm start）。可以同时运行多个。设了 WANHE_METRICS_PORT 就在那个端口给出 /metrics 和 /readyz。
SIGUSR2 把日志换到 debug，再来一次换回。就绪后打印“worker ready”，Ctrl-C 平稳停止。`;

export async function run(args: string[], io: Io): Promise<number> {
  parseArgs({ args, options: {}, strict: true });
  endWithParent();
  const config = readConfig();
  const { metricsHost: host, metricsPort: port } = config;
  const sdkAddress = typeof port === 'number' ? `127.0.0.1:${await freePort()}` : undefined;
  quietEngine(sdkAddress);
  const servers = namedServers(config);
  const signer = readAnchorKey(config.anchorKeyFile);
  const log = createLog(config.logLevel);
  if (signer === undefined) log.warn('audit: no WANHE_ANCHOR_KEY_FILE, this worker does not anchor');
  talkMoreOnSignal(log);
  const ring = readKeys(config.keysFile);
  const orm = await openOrm(servers.databaseUrl, ring, 20);
  await needKeysOf(orm, ring, config.keysFile);
  const metrics = createMetrics(orm);
  openFonts(config.fontDir);
  const client = await connectClient(servers);
  const connection = await connectWorker(servers);
  const workers = await createWorkers({
    connection,
    namespace: config.temporalNamespace,
    queuePrefix: DEFAULT_QUEUE_PREFIX,
    bundle: await bundleWorkflows(),
    deps: { orm, publicUrl: config.publicUrl ?? servers.url, now: () => new Date() },
  });
  const stop = new AbortController();
  const taskQueue = queuesOf(DEFAULT_QUEUE_PREFIX).interactive;
  const sender = createSender(client, orm, taskQueue, log, metrics.tried);
  const ready = askParts({
    ...recordParts(orm),
    engine: isEngineUp(client),
    workers: async () => workers.every((worker) => worker.getState() === 'RUNNING'),
  });
  const shown =
    typeof port === 'number' ? await showMetrics({ metrics, host, port, sdkAddress, ready }) : null;
  const end = () => {
    stop.abort();
    for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
  };
  const parts = [
    ...workers.map((worker) => worker.run()),
    relayCommands(orm, sender, log, stop.signal),
    writeImports(orm, { column: '', sentence: lineFault }, log, stop.signal),
    forgetOldApplications(orm, log, stop.signal),
    reconcileCases({ orm, client, taskQueue }, log, stop.signal),
    ...(signer === undefined
      ? []
      : [anchorDaily({ orm, signer, dir: config.anchorDir, now: () => new Date() }, log, stop.signal)]),
  ];
  // One that fails ends the others: half a worker would look alive and carry nothing.
  for (const part of parts) part.catch(end);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, end);
  io.out('worker ready');
  const ended = await Promise.allSettled(parts);
  shown?.close();
  await Promise.allSettled([connection.close(), client.connection.close(), orm.close()]);
  for (const one of ended) if (one.status === 'rejected') throw one.reason;
  return 0;
}
