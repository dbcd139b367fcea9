/** A city of its own for one suite: a fresh database, the API over HTTP and, where asked for, workers on queues of their own. */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { type ApiDeps, createApp } from '../../src/api/app.ts';
import { readConfig } from '../../src/config.ts';
import { createSender, type Sender } from '../../src/engine/client.ts';
import { connectClient, connectWorker } from '../../src/engine/connect.ts';
import { createLog } from '../../src/engine/log.ts';
import { queuesOf } from '../../src/engine/queues.ts';
import { relayCommands } from '../../src/engine/relay.ts';
import { createWorkers } from '../../src/engine/worker.ts';
import { Command } from '../../src/persistence/command.entity.ts';
import { type Orm, openOrm } from '../../src/persistence/orm.ts';
import { type DemoLogin, plantCity, plantDemo } from '../../src/persistence/seeds/plant.ts';
import { askPostgres } from '../engine/ask-postgres.ts';
import { bundled } from '../engine/bundled.ts';
import { testRing } from '../engine/keys.ts';
import { Caller } from './caller.ts';

export type Instance = {
  url: string;
  orm: Orm;
  logins: readonly DemoLogin[];
  /** What has been logged, at the most talkative level. */
  log: string[];
  /** Moves the API's clock. */
  later(ms: number): void;
  /** Signed in as one of the demo people. */
  as(login: string): Promise<Caller>;
  passwordOf(login: string): string;
  /** Rows of every table a request might leave something in, once nothing is on its way any more. */
  count(): Promise<Record<string, number>>;
  /** From here on commands are only written down. */
  stopEngine(): Promise<void>;
  stop(): Promise<void>;
};

const TABLES = [
  'dispute',
  'party',
  'claim',
  'command',
  'case_record',
  'case_event',
  'referral',
  'paper',
  'paper_series',
];

/** A migrated, empty database on the run's server; migrated as far as one migration where it is named. */
export async function freshDatabase(to?: string): Promise<Orm> {
  const admin = process.env.WANHE_TEST_DATABASE_URL ?? '';
  const name = `api_${randomBytes(6).toString('hex')}`;
  await askPostgres(admin, `create database ${name} template template0 encoding 'UTF8'`);
  const orm = await openOrm(admin.replace(/\/postgres$/, `/${name}`), testRing, 8);
  await orm.migrator.up(to === undefined ? undefined : { to });
  return orm;
}

export async function startInstance(wanted: { engine: boolean; deps?: Partial<ApiDeps> }): Promise<Instance> {
  const orm = await freshDatabase();
  await plantCity(orm);
  const logins = await plantDemo(orm, new Date());
  const lines: string[] = [];
  const log = createLog('trace', { write: (line) => void lines.push(line) });
  let ahead = 0;
  const now = () => new Date(Date.now() + ahead);
  const url = 'http://127.0.0.1';
  let engine = wanted.engine ? await startEngine(orm, log, url, now) : null;
  const deps: ApiDeps = {
    orm,
    sender: engine?.sender ?? onlyWrittenDown(orm),
    log,
    publicUrl: url,
    now,
    isEngineUp: async () => true,
    ...wanted.deps,
  };
  const server = createServer(createApp(deps)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const base = `${url}:${(server.address() as AddressInfo).port}`;
  const signedIn = new Map<string, Promise<Caller>>();
  const passwordOf = (login: string) => logins.find((one) => one.login === login)?.password ?? '';
  return {
    url: base,
    orm,
    logins,
    log: lines,
    passwordOf,
    later: (ms) => {
      ahead += ms;
    },
    as(login) {
      const caller = signedIn.get(login) ?? Caller.signIn(base, login, passwordOf(login));
      signedIn.set(login, caller);
      return caller;
    },
    async count() {
      if (engine !== null) await untilQuiet(orm);
      const sql = TABLES.map((table) => `select '${table}' as name, count(*)::int as n from ${table}`).join(
        ' union all ',
      );
      const rows = await orm.em.fork().execute<{ name: string; n: number }[]>(sql);
      return Object.fromEntries(rows.map(({ name, n }) => [name, n]));
    },
    async stopEngine() {
      deps.sender = onlyWrittenDown(orm);
      await engine?.stop();
      engine = null;
    },
    async stop() {
      server.close();
      server.closeAllConnections();
      await engine?.stop();
      await orm.close(true);
    },
  };
}

/** Until every paper given a number has been drawn, and its case knows. */
async function untilQuiet(orm: Orm): Promise<void> {
  for (const end = Date.now() + 20_000; Date.now() < end; await sleep(50)) {
    const [row] = await orm.em
      .fork()
      .execute<{ isBusy: boolean }[]>(
        `select exists (select 1 from case_record where snapshot->'undrawn' <> '[]'::jsonb) as "isBusy"`,
      );
    if (!row!.isBusy) return;
  }
}

/** An engine that is away: commands stay written down. */
function onlyWrittenDown(orm: Orm): Sender {
  return { send: ({ id }) => orm.em.fork().findOneOrFail(Command, { id }) };
}

async function startEngine(orm: Orm, log: ApiDeps['log'], publicUrl: string, now: () => Date) {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  const config = { ...readConfig({}), temporalAddress: process.env.WANHE_TEST_TEMPORAL_ADDRESS ?? '' };
  const queuePrefix = `api-${randomBytes(6).toString('hex')}`;
  const [client, connection, bundle] = await Promise.all([
    connectClient(config),
    connectWorker(config),
    bundled(),
  ]);
  const namespace = config.temporalNamespace;
  const workers = await createWorkers({
    connection,
    namespace,
    queuePrefix,
    bundle,
    deps: { orm, publicUrl, now },
  });
  const sender = createSender(client, orm, queuesOf(queuePrefix).interactive, log);
  const stopped = new AbortController();
  const running = Promise.all([
    ...workers.map((one) => one.run()),
    relayCommands(orm, sender, log, stopped.signal),
  ]);
  return {
    sender,
    async stop() {
      stopped.abort();
      for (const worker of workers) worker.shutdown();
      await running;
      await Promise.all([connection.close(), client.connection.close()]);
    },
  };
}
