/** /readyz tells the truth about every part, /metrics gives figures that name nobody: with the real verbs, and parts that really stop. */
import { setTimeout as sleep } from 'node:timers/promises';
import { routes } from '../../src/api/app.ts';
import { disputeTable } from '../../src/domain/dispute/table.ts';
import { referralTable } from '../../src/domain/referral/table.ts';
import { startEmbeddedPostgres } from '../../src/engine/embedded-postgres.ts';
import { startEmbeddedTemporal } from '../../src/engine/embedded-temporal.ts';
import { freePort } from '../../src/engine/free-port.ts';
import { currentPack } from '../../src/law/packs.ts';
import { plantPack } from '../../src/persistence/rule-pack.repository.ts';
import { aDisputeTakenIn } from '../api/bodies.ts';
import { Caller } from '../api/caller.ts';
import { type City, startCity } from '../workflows/city.ts';
import { type Started, startNode } from './processes.ts';

let city: City;
let [api, apiFigures, workerFigures]: number[] = [];
let worker: Started;
let serve: Started;
const script = new URL('../../src/cli/wanhe.ts', import.meta.url).pathname;

const envOf = (metrics: number) => ({
  WANHE_HOME: city.home,
  DATABASE_URL: city.postgres.url,
  TEMPORAL_ADDRESS: city.temporal.address,
  WANHE_PORT: String(api),
  WANHE_METRICS_PORT: String(metrics),
  WANHE_LOG_LEVEL: 'info',
});

beforeAll(async () => {
  city = await startCity();
  await plantPack(city.orm, currentPack, new Date());
  [api, apiFigures, workerFigures] = [await freePort(), await freePort(), await freePort()];
  worker = startNode(script, ['work'], envOf(workerFigures!));
  serve = startNode(script, ['serve'], envOf(apiFigures!));
  await Promise.all([worker.line(/^worker ready$/, 120_000), serve.line(/^api ready/, 60_000)]);
}, 240_000);
afterAll(async () => {
  for (const { pid } of [worker, serve]) process.kill(pid, 'SIGTERM');
  await Promise.all([worker.ended, serve.ended]);
  await city.end();
}, 60_000);

const read = async (port: number, path: string) => {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`);
  return { status: answer.status, text: await answer.text() };
};
const ready = async (port: number): Promise<Record<string, boolean | number>> => {
  const { status, text } = await read(port, '/readyz');
  return { ...(JSON.parse(text) as Record<string, boolean>), status };
};

/** Until the part answers so; gives all parts as they then are. */
async function untilReady(port: number, part: string, is: boolean, ms = 30_000) {
  for (const end = Date.now() + ms; ; await sleep(200)) {
    const parts: Record<string, unknown> = await ready(port);
    if (parts[part] === is) return parts;
    if (Date.now() > end) throw new Error(`${part} is still ${!is}: ${JSON.stringify(parts)}`);
  }
}

type Sample = { name: string; labels: Record<string, string>; value: number };

async function samplesOf(port: number): Promise<Sample[]> {
  const { status, text } = await read(port, '/metrics');
  expect(status).toBe(200);
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [, name = '', inner = '', value = ''] = /^(\w+)(?:\{(.*)\})? (\S+)/.exec(line) ?? [];
      const labels = [...inner.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)].map(([, key = '', text = '']) => [
        key,
        text,
      ]);
      return { name, labels: Object.fromEntries(labels) as Record<string, string>, value: Number(value) };
    });
}
const figureOf = (samples: Sample[], name: string) => samples.find((one) => one.name === name)?.value;

test('with everything there, both say so part by part', async () => {
  const all = { status: 200, ok: true, database: true, schema: true, engine: true, workers: true };
  await untilReady(api!, 'workers', true);
  expect(await ready(api!)).toEqual(all);
  expect(await ready(workerFigures!)).toEqual(all);
});

test('figures are not on the API’s own port, and nothing else is on theirs', async () => {
  expect((await read(api!, '/metrics')).status).toBe(404);
  expect((await read(apiFigures!, '/api/docs/')).status).toBe(404);
  expect((await read(apiFigures!, '/readyz')).status).toBe(404);
});

const CANARY = 'canary411303198506150014';

test('answers are counted by pattern and status, commands by kind and outcome, and every label is of a closed set', async () => {
  const url = `http://127.0.0.1:${api}`;
  const { password } = city.logins.find(({ login }) => login === 'clerk')!;
  const clerk = await Caller.signIn(url, 'clerk', password);
  const id = await aDisputeTakenIn(clerk);
  await clerk.get(`/api/disputes/${id}`);
  await clerk.get(`/api/disputes?text=${CANARY}`);
  for (const path of [`/api/${CANARY}`, `/${CANARY}`, `/API/disputes/${CANARY}`, `/check/${CANARY}`])
    await clerk.get(path);
  await fetch(`${url}/api/disputes`, { method: 'PROPFIND' });
  const samples = await samplesOf(apiFigures!);
  const answered = samples.filter(({ name }) => name === 'wanhe_http_request_duration_seconds_count');
  const patterns = new Set([
    ...routes.map(({ path }) => `/api${path}`),
    '/',
    '/healthz',
    '/readyz',
    '/check/:code',
    '/openapi.json',
    'none',
  ]);
  expect(answered.map(({ labels }) => labels.route).filter((route) => !patterns.has(route!))).toEqual([]);
  const counted = answered.map(({ labels: { method, route, status } }) => `${method} ${route} ${status}`);
  expect(counted).toEqual(
    expect.arrayContaining([
      'POST /api/disputes 201',
      'GET /api/disputes/:id 200',
      'GET none 404',
      'POST /api/sign-in 200',
    ]),
  );
  expect(answered.every(({ labels }) => /^(GET|POST|HEAD|OPTIONS|other)$/.test(labels.method!))).toBe(true);
  expect(answered.every(({ labels }) => /^[1-5]\d\d$/.test(labels.status!))).toBe(true);
  const kinds = new Set(
    [disputeTable, referralTable].flatMap((table) => Object.values(table).flatMap((row) => Object.keys(row))),
  );
  const commands = samples.filter(({ name }) => name === 'wanhe_commands_total');
  expect(commands.map(({ labels }) => labels)).toContainEqual({ kind: 'receive', outcome: 'done' });
  expect(
    commands.filter(
      ({ labels: { kind = '', outcome = '' } }) =>
        !kinds.has(kind) || !/^(done|refused|pending)$/.test(outcome),
    ),
  ).toEqual([]);
  const { text } = await read(apiFigures!, '/metrics');
  expect(text).not.toContain(CANARY);
  expect(text).not.toContain(id);
  expect(new Set(samples.flatMap(({ labels }) => Object.keys(labels)))).toEqual(
    new Set([
      'method',
      'route',
      'status',
      'le',
      'kind',
      'outcome',
      'state',
      'type',
      'space',
      'version',
      'major',
      'minor',
      'patch',
    ]),
  );
});

test('the record is told in figures, the worker adds those of the engine’s SDK', async () => {
  const samples = await samplesOf(workerFigures!);
  for (const name of [
    'wanhe_cases_open',
    'wanhe_cases_without_next_action',
    'wanhe_clocks_provisional',
    'wanhe_tasks_overdue',
    'wanhe_papers_undrawn',
    'wanhe_commands_pending',
    'wanhe_commands_oldest_pending_seconds',
    'wanhe_import_lines_pending',
    'process_resident_memory_bytes',
  ])
    expect([name, typeof figureOf(samples, name)]).toEqual([name, 'number']);
  expect(figureOf(samples, 'wanhe_calendar_last_year')).toBe(2026);
  expect(figureOf(samples, 'wanhe_cases_without_next_action')).toBe(0);
  expect(samples.filter(({ name }) => name === 'wanhe_database_connections')).toHaveLength(3);
  const sdk = samples.filter(({ name }) => name.startsWith('temporal_'));
  expect(sdk.length).toBeGreaterThan(20);
  expect(JSON.stringify(sdk)).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
});

test('SIGUSR2 makes it talk more, and less again', async () => {
  process.kill(serve.pid, 'SIGUSR2');
  await serve.line(/"level":"debug".*log level changed/, 5000);
  await read(api!, '/healthz');
  await serve.line(/"route":"\/healthz"/, 5000);
  process.kill(serve.pid, 'SIGUSR2');
  await sleep(300);
  const said = serve.said().length;
  await read(api!, '/healthz');
  expect(serve.said().slice(said)).not.toContain('/healthz');
  process.kill(worker.pid, 'SIGUSR2');
  await worker.line(/log level changed/, 5000);
  expect((await ready(workerFigures!)).workers).toBe(true);
});

test('a schema that is behind this code is not ready', async () => {
  const last = 'select max(id) from mikro_orm_migrations';
  await city.orm.em
    .fork()
    .execute(`update mikro_orm_migrations set name = name || '-x' where id = (${last})`);
  expect(await ready(api!)).toMatchObject({ status: 503, ok: false, database: true, schema: false });
  expect((await ready(workerFigures!)).schema).toBe(false);
  await city.orm.em
    .fork()
    .execute(`update mikro_orm_migrations set name = replace(name, '-x', '') where id = (${last})`);
  expect((await ready(api!)).ok).toBe(true);
});

test('a database that only reads is not ready', async () => {
  await city.orm.em.fork().execute('alter role current_user set default_transaction_read_only = on');
  await city.orm.em
    .fork()
    .execute(
      `select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()`,
    );
  await untilReady(api!, 'database', false);
  await city.orm.em
    .fork()
    .execute(
      'set default_transaction_read_only = off; alter role current_user reset default_transaction_read_only',
    );
  await city.orm.em
    .fork()
    .execute(
      `select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()`,
    );
  await untilReady(api!, 'ok', true);
}, 60_000);

test('without a worker the API is not ready within two minutes, and is again once one is back', async () => {
  process.kill(worker.pid, 'SIGKILL');
  await worker.ended;
  expect(await untilReady(api!, 'workers', false, 120_000)).toMatchObject({
    status: 503,
    ok: false,
    database: true,
    engine: true,
  });
  worker = startNode(script, ['work'], envOf(workerFigures!));
  await worker.line(/^worker ready$/, 120_000);
  await untilReady(api!, 'ok', true);
}, 300_000);

test('without the engine neither is ready', async () => {
  const { port } = new URL(`http://${city.temporal.address}`);
  await city.temporal.kill();
  expect(await untilReady(api!, 'engine', false)).toMatchObject({
    status: 503,
    ok: false,
    database: true,
    workers: false,
  });
  expect(await untilReady(workerFigures!, 'engine', false)).toMatchObject({ status: 503, ok: false });
  city.temporal = await startEmbeddedTemporal({
    home: city.home,
    binary: process.env.WANHE_TEST_TEMPORAL_BINARY!,
  });
  expect(new URL(`http://${city.temporal.address}`).port).toBe(port);
  await untilReady(api!, 'ok', true, 90_000);
  await untilReady(workerFigures!, 'ok', true, 90_000);
}, 240_000);

test('without the database neither is ready, and figures of the record are not numbers', async () => {
  await city.postgres.kill();
  expect(await untilReady(api!, 'database', false)).toMatchObject({
    status: 503,
    ok: false,
    schema: false,
    engine: true,
  });
  expect(await untilReady(workerFigures!, 'database', false)).toMatchObject({ status: 503 });
  await sleep(10_000);
  const samples = await samplesOf(apiFigures!);
  expect(figureOf(samples, 'wanhe_cases_open')).toBeNaN();
  expect(figureOf(samples, 'process_resident_memory_bytes')).toBeGreaterThan(0);
  city.postgres = await startEmbeddedPostgres({ home: city.home, isDurable: false });
  await untilReady(api!, 'ok', true);
}, 120_000);
