/** The set of docker-compose.yml as processes: two APIs, two workers, Temporal's production server, all on PostgreSQL. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import type { Login } from '../../src/cli/stories/telling.ts';
import { Visitor } from '../../src/cli/stories/visitor.ts';
import { freePort } from '../../src/engine/free-port.ts';
import { askPostgres } from '../engine/ask-postgres.ts';
import type { Started } from '../engine/processes.ts';
import { type Load, startLoad } from './load.ts';
import { Machine } from './machine.ts';
import { type Balancer, openProxy } from './proxy.ts';

const disputes = 4;
const shorts = 30;

let apiPorts: number[];
let figurePorts: number[];
let proxy: Balancer;
let machine: Machine;
let apis: Started[];
let workers: Started[];
let temporal: Started;
let logins: Login[];
let load: Load;
let cases: { disputes: string[]; shorts: string[] };

beforeAll(async () => {
  apiPorts = [await freePort(), await freePort()];
  figurePorts = [await freePort(), await freePort()];
  proxy = await openProxy(apiPorts);
  machine = await Machine.start(proxy.url, (line) => process.stderr.write(`${line}\n`));
}, 1_200_000);
afterAll(async () => {
  proxy.close();
  await machine.end();
}, 60_000);

const startApi = (index: number) => machine.start('api', { WANHE_PORT: String(apiPorts[index]) });
const startWorker = (index: number) =>
  machine.start('worker', { WANHE_METRICS_PORT: String(figurePorts[index]) });
const kill = (one: Started) => {
  process.kill(one.pid, 'SIGKILL');
  return one.ended;
};

async function readiness(port: number): Promise<{ status: number; body: object }> {
  const answer = await fetch(`http://127.0.0.1:${port}/readyz`);
  return { status: answer.status, body: (await answer.json()) as object };
}

async function untilStatus(port: number, status: number, ms = 30_000): Promise<void> {
  for (const until = Date.now() + ms; ; await pause(200)) {
    const now = await readiness(port).catch(() => null);
    if (now?.status === status) return;
    if (Date.now() > until) throw new Error(`${port} did not answer ${status}: ${JSON.stringify(now)}`);
  }
}

/** What a killed worker had in hand is taken up again after a minute: asked until it is as expected, or two minutes are over. */
async function settled<T>(ask: () => Promise<T[]>): Promise<T[]> {
  for (const until = Date.now() + 120_000; ; await pause(1000)) {
    const left = await ask();
    if (left.length === 0 || Date.now() > until) return left;
  }
}

const wanhe = async <T>(...args: string[]): Promise<T> => {
  const said = await machine.once('worker', ...args, '--json');
  return JSON.parse(said.split('\n').find((line) => line.startsWith('{'))!) as T;
};
const record = <Row>(statement: string) => askPostgres<Row>(machine.databaseUrl, statement);

async function withEngine<T>(use: (client: Client) => Promise<T>): Promise<T> {
  const connection = await Connection.connect({ address: machine.temporalAddress });
  try {
    return await use(new Client({ connection, namespace: 'wanhe' }));
  } finally {
    await connection.close();
  }
}

test('roles, databases and schemas are made, and made again without harm', async () => {
  for (const service of ['databases', 'schema', 'migrate', 'city', 'databases', 'schema', 'migrate', 'city'])
    await machine.once(service);
  await machine.once('city', 'seed', '--small');
  logins = JSON.parse(readFileSync(join(machine.home, 'wanhe', 'demo-logins.json'), 'utf8')) as Login[];
  const temporalUrl = machine.databaseUrl.replace(/\/wanhe$/, '/temporal');
  await expect(askPostgres(temporalUrl, 'select 1')).rejects.toThrow(/permission denied/);
}, 120_000);

test('an API that is started before Temporal lets people in and says that it is not ready', async () => {
  apis = [startApi(0), startApi(1)];
  await Promise.all(apis.map((api) => api.line(/^api ready/)));
  expect(await readiness(apiPorts[0]!)).toMatchObject({
    status: 503,
    body: { ok: false, database: true, engine: false },
  });
  expect((await fetch(`http://127.0.0.1:${apiPorts[0]}/healthz`)).status).toBe(200);
  const manager = await Visitor.signIn(proxy.url, logins.find(({ login }) => login === 'manager')!);
  await expect(manager.get('/api/me')).resolves.toMatchObject({ login: 'manager' });
});

test('a worker that finds no Temporal says so and ends, for its keeper to start it again', async () => {
  const worker = startWorker(0);
  expect(await worker.ended).toBe(1);
  expect(worker.said()).toContain('连不上 Temporal');
});

test('Temporal comes up with 512 shards and the namespace; APIs and workers get ready by themselves', async () => {
  temporal = machine.start('temporal');
  await machine.once('namespace');
  await machine.once('namespace');
  workers = [startWorker(0), startWorker(1)];
  await Promise.all([...apiPorts, ...figurePorts].map((port) => untilStatus(port, 200, 90_000)));
  const temporalUrl = machine.postgres.adminUrl.replace(/\/postgres$/, '/temporal');
  const [row] = await askPostgres<{ shards: string }>(temporalUrl, 'select count(*) shards from shards');
  expect(Number(row?.shards)).toBe(512);
  const retention = await withEngine((client) =>
    client.workflowService.describeNamespace({ namespace: 'wanhe' }),
  );
  expect(Number(retention.config?.workflowExecutionRetentionTtl?.seconds)).toBe(30 * 24 * 3600);
}, 180_000);

test('stories go on while a worker, an API and Temporal are killed', async () => {
  load = startLoad(proxy.url, logins, { disputes, shorts });
  await load.steps(20);
  await kill(workers[1]!);
  await load.steps(40);
  await proxy.posting(apiPorts[1]!);
  await kill(apis[1]!);
  await load.steps(55);
  await kill(temporal);
  await untilStatus(apiPorts[0]!, 503);
  await untilStatus(figurePorts[0]!, 503);
  await pause(2000);
  temporal = machine.start('temporal');
  cases = await load.told;
  expect(cases.disputes).toHaveLength(disputes);
  for (const port of apiPorts) expect(proxy.answered.get(port)).toBeGreaterThan(10);
  expect(proxy.sentAgain).toContain('POST');
}, 420_000);

test('every case is closed, every command settled, every event recorded once', async () => {
  const all = [...cases.disputes, ...cases.shorts];
  expect(new Set(all).size).toBe(disputes + shorts);
  const list = all.map((id) => `'${id}'`).join();
  const open = () =>
    record(
      `select id, state from case_record where id in (${list}) and (is_open or snapshot->'undrawn' <> '[]'::jsonb)`,
    );
  expect(await settled(open)).toEqual([]);
  expect(await settled(() => record(`select id, kind from command where status = 'pending'`))).toEqual([]);
  const told = await record<{ case_id: string; kinds: string }>(
    `select case_id, string_agg(kind, ' ' order by kind) kinds from case_event where case_id in (${list}) group by case_id`,
  );
  const kindsOf = (ids: string[]) =>
    new Set(told.filter(({ case_id }) => ids.includes(case_id)).map(({ kinds }) => kinds));
  expect(kindsOf(cases.disputes).size).toBe(1);
  expect(kindsOf(cases.shorts).size).toBe(1);
  expect(
    await record(`select command_id from case_event group by command_id, kind, case_id having count(*) > 1`),
  ).toEqual([]);
}, 260_000);

test('the numbers of papers and of receipts have neither gap nor double', async () => {
  const papers = await record<{ number: string }>(`select number from paper where number like '%号'`);
  const receipts = await record<{ receipt_number: string }>('select receipt_number from dispute');
  const numbers = [...papers.map(({ number }) => number), ...receipts.map((one) => one.receipt_number)];
  const series = Map.groupBy(numbers, (number) => number.replace(/\d+号?$/, ''));
  expect(series.size).toBeGreaterThan(5);
  for (const [name, inSeries] of series) {
    const given = inSeries.map((number) => Number(/(\d+)号?$/.exec(number)?.[1])).sort((a, b) => a - b);
    expect([name, given]).toEqual([name, given.map((_, index) => index + 1)]);
  }
  const [last] = await record<{ sum: string }>('select sum(last) from paper_series');
  expect(Number(last?.sum)).toBe(numbers.length);
});

test('check, audit and replay find nothing wrong; every open case has its workflow, no closed one has', async () => {
  expect(await wanhe('check')).toMatchObject({ violations: [] });
  expect(await wanhe('audit', 'verify')).toMatchObject({ ok: true, firstBad: null });
  expect(await wanhe('replay', '--running')).toMatchObject({ ok: true });
  const rows = await record<{ id: string; story: string; is_open: boolean }>(
    'select id, story, is_open from case_record where seq > 0',
  );
  const wrong = () =>
    withEngine(async (client) => {
      const states = rows.map(async ({ id, story, is_open }) => {
        const { status } = await client.workflow.getHandle(`${story}-${id}`).describe();
        return (status.name === 'RUNNING') === is_open ? [] : [`${story} ${id}: ${status.name}`];
      });
      return (await Promise.all(states)).flat();
    });
  expect(await settled(wrong)).toEqual([]);
}, 260_000);

test('SIGTERM ends APIs and workers in good order', async () => {
  const left = [apis[0]!, workers[0]!];
  for (const { pid } of left) process.kill(pid, 'SIGTERM');
  expect(await Promise.all(left.map(({ ended }) => ended))).toEqual([0, 0]);
}, 40_000);
