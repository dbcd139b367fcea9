/** A small city for tests that stop and kill: its own PostgreSQL and Temporal, a worker in a process of its own. */
import type { Client } from '@temporalio/client';
import { pino } from 'pino';
import { readConfig } from '../../src/config.ts';
import { createSender, type Sender } from '../../src/engine/client.ts';
import { connectClient } from '../../src/engine/connect.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/engine/embedded-postgres.ts';
import { type EmbeddedTemporal, startEmbeddedTemporal } from '../../src/engine/embedded-temporal.ts';
import { DEFAULT_QUEUE_PREFIX, queuesOf } from '../../src/engine/queues.ts';
import { findTemporalBinary } from '../../src/engine/temporal-binary.ts';
import type { Command } from '../../src/persistence/command.entity.ts';
import { type Orm, openOrm } from '../../src/persistence/orm.ts';
import { type DemoLogin, plantCity, plantDemo } from '../../src/persistence/seeds/plant.ts';
import { noteRun, removeHome, temporaryHome } from '../engine/homes.ts';
import { testRing, writeTestKeys } from '../engine/keys.ts';
import { type Started, startNode } from '../engine/processes.ts';

export type City = {
  home: string;
  postgres: EmbeddedPostgres;
  temporal: EmbeddedTemporal;
  orm: Orm;
  logins: DemoLogin[];
  /** Fresh connections: the engine may have been killed since. */
  connect(): Promise<{ sender: Sender; client: Client }>;
  /** `hangAfter`: the worker hangs once this kind of event is committed, before its task is recorded. */
  startWorker(hangAfter?: string): Promise<Started>;
  /** Sends a command from a process of its own. */
  sendApart(command: Command): Started;
  killWorkers(): Promise<void>;
  restartTemporal(): Promise<void>;
  end(): Promise<void>;
};

export const silent = pino({ level: 'silent' });

export async function startCity(): Promise<City> {
  const home = temporaryHome();
  const binary = await findTemporalBinary({ cacheHome: readConfig().cacheHome, say: () => undefined });
  const postgres = await startEmbeddedPostgres({ home, isDurable: false });
  const temporal = await startEmbeddedTemporal({ home, binary });
  noteRun(home, [postgres.pid, temporal.pid]);
  writeTestKeys(home);
  const orm = await openOrm(postgres.url, testRing, 6);
  await orm.migrator.up();
  await plantCity(orm);
  const logins = await plantDemo(orm, new Date());
  const clients: Client[] = [];
  const workers: Started[] = [];
  const envOf = () => ({
    WANHE_HOME: home,
    DATABASE_URL: city.postgres.url,
    TEMPORAL_ADDRESS: city.temporal.address,
  });
  const city: City = {
    home,
    postgres,
    temporal,
    orm,
    logins,
    async connect() {
      const engine = { ...readConfig({}), temporalAddress: city.temporal.address };
      const client = await connectClient(engine);
      clients.push(client);
      return {
        client,
        sender: createSender(client, orm, queuesOf(DEFAULT_QUEUE_PREFIX).interactive, silent),
      };
    },
    sendApart({ id }) {
      return startNode(new URL('./send-process.ts', import.meta.url).pathname, [id], envOf());
    },
    async startWorker(hangAfter = '') {
      const script = new URL('./worker-process.ts', import.meta.url).pathname;
      const worker = startNode(script, [], {
        ...envOf(),
        HANG_AFTER: hangAfter,
        WANHE_TEST_BUNDLE: process.env.WANHE_TEST_BUNDLE ?? '',
      });
      workers.push(worker);
      await worker.line(/^worker ready$/, 60_000);
      return worker;
    },
    async killWorkers() {
      for (const worker of workers) killQuietly(worker.pid);
      await Promise.all(workers.splice(0).map(({ ended }) => ended));
    },
    async restartTemporal() {
      await city.temporal.kill();
      city.temporal = await startEmbeddedTemporal({ home, binary });
      noteRun(home, [city.postgres.pid, city.temporal.pid]);
    },
    async end() {
      await city.killWorkers();
      for (const client of clients) await client.connection.close();
      await orm.close(true);
      await city.temporal.kill();
      await city.postgres.kill();
      removeHome(home);
    },
  };
  return city;
}

export function killQuietly(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // already gone
  }
}
