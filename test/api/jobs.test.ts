/** What takes its time is watched as it goes on, from any process, and found again after one has left. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp } from '../../src/api/app.ts';
import { writeImports } from '../../src/engine/write-imports.ts';
import { Command } from '../../src/persistence/command.entity.ts';
import { Import } from '../../src/persistence/import.entity.ts';
import { silent } from '../workflows/city.ts';
import { aDisputeTakenIn } from './bodies.ts';
import { Caller } from './caller.ts';
import { type Instance, startInstance } from './instance.ts';
import { invented2027, severance, until } from './law-acts.ts';
import { wholeRegister, workbookOf } from './register.ts';

let city: Instance;
let clerk: Caller;
let manager: Caller;
const stopped = new AbortController();
let writing: Promise<void> = Promise.resolve();
/** A second API on the same record. */
const second = { url: '', close: () => {} };
beforeAll(async () => {
  city = await startInstance({ engine: true });
  [clerk, manager] = [await city.as('clerk'), await city.as('manager')];
  const app = createApp({
    orm: city.orm,
    sender: { send: ({ id }) => city.orm.em.fork().findOneOrFail(Command, { id }) },
    log: silent,
    ...{ publicUrl: 'http://127.0.0.1', now: () => new Date(), isEngineUp: async () => true },
  });
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  second.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  second.close = () => {
    server.close();
    server.closeAllConnections();
  };
}, 120_000);
afterAll(async () => {
  stopped.abort();
  await writing;
  second.close();
  await city.stop();
});

type Job = {
  id: string;
  kind: string;
  sentence: string;
  isDone: boolean;
  refusals: { case: string; sentence: string }[];
} & Record<'total' | 'done' | 'refused' | 'pending', number>;

const jobsOf = async (caller: Caller) => (await caller.get('/api/jobs')).body.items as Job[];

/** Watches until the stream ends; says under which headers it came. */
async function watch(caller: Caller, url: string, id: string): Promise<{ headers: Headers; states: Job[] }> {
  const response = await fetch(`${url}/api/jobs/${id}/events`, {
    headers: { ...caller.headers, 'accept-encoding': 'gzip' },
  });
  expect(response.status).toBe(200);
  const states = (await response.text())
    .split('\n\n')
    .filter((one) => one.startsWith('data: '))
    .map((one) => JSON.parse(one.slice('data: '.length)) as Job);
  return { headers: response.headers, states };
}

async function bringRegister(caller: Caller): Promise<string> {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(await workbookOf(wholeRegister))]), '台账.xlsx');
  const headers = { ...caller.headers, 'idempotency-key': crypto.randomUUID() };
  const response = await fetch(`${city.url}/api/imports`, { method: 'POST', headers, body: form });
  expect(response.status).toBe(201);
  return ((await response.json()) as { id: string }).id;
}

test('an import is watched from another process while it goes on: each state whole, the last one final', async () => {
  const id = await bringRegister(clerk);
  expect(await jobsOf(clerk)).toMatchObject([
    {
      id,
      kind: 'import',
      sentence: '导入台账“台账.xlsx”',
      total: 30,
      pending: 25,
      refused: 5,
      isDone: false,
    },
  ]);
  const watched = watch(clerk, second.url, id);
  writing = writeImports(city.orm, { column: '', sentence: '没有写入' }, silent, stopped.signal, 3);
  const { headers, states } = await watched;
  expect(headers.get('content-type')).toBe('text/event-stream');
  expect(headers.get('content-encoding')).toBeNull();
  expect(headers.get('cache-control')).toBe('no-store, no-transform');
  expect(states.length).toBeGreaterThan(1);
  const pending = states.map((one) => one.pending);
  expect(pending).toEqual(pending.toSorted((a, b) => b - a));
  expect(states.at(-1)).toMatchObject({ total: 30, done: 25, refused: 5, pending: 0, isDone: true });
}, 60_000);

test('whoever left finds it again: what ended lately is told at once, and the stream is over', async () => {
  const [job] = await jobsOf(clerk);
  expect(job).toMatchObject({ isDone: true, done: 25 });
  const { states } = await watch(clerk, city.url, job!.id);
  expect(states).toEqual([job]);
});

test('after a day it is found no longer among the jobs', async () => {
  const [job] = await jobsOf(clerk);
  const at = new Date(Date.now() - 25 * 3_600_000);
  await city.orm.em.fork().nativeUpdate(Import, { id: job!.id }, { at });
  expect(await jobsOf(clerk)).toEqual([]);
});

test('cases moved to another rule pack are one job, with what was refused and why', async () => {
  const admin = await city.as('admin');
  const [one, other] = [
    await aDisputeTakenIn(clerk, severance),
    await aDisputeTakenIn(clerk, { ...severance, facts: '另一件' }),
  ];
  const draft = { id: 'test-2027.1', name: '测试用规则包', calendar: invented2027 };
  const { sha256 } = (await admin.post('/api/rule-packs/preview', draft)).body;
  expect((await admin.post('/api/rule-packs', { ...draft, sha256 })).status).toBe(201);
  const order = { reason: '统一', cases: [one, other] };
  const { status, body } = await manager.post('/api/rule-packs/test-2027.1/move', order);
  expect([status, body.ordered]).toEqual([200, 2]);
  const [job] = await jobsOf(manager);
  expect(job).toMatchObject({ kind: 'move-pack', sentence: '案件改用规则包 test-2027.1', total: 2 });
  await until(async () => (await jobsOf(manager))[0]!.isDone);
  const { states } = await watch(manager, second.url, job!.id);
  expect(states.at(-1)).toMatchObject({ done: 2, refused: 0, refusals: [] });
  // One that cannot be done is told with its reason.
  await city.orm.em.fork().nativeUpdate(
    Command,
    { jobId: job!.id, caseId: one as never },
    {
      status: 'refused',
      answer: { code: 'pack/already-on', facts: { pack: 'test-2027.1' }, article: null },
    },
  );
  expect((await jobsOf(manager))[0]).toMatchObject({
    ...{ done: 1, refused: 1, isDone: true },
    refusals: [
      {
        case: one,
        receiptNumber: expect.stringMatching(/^\d{4}-/),
        sentence: expect.stringMatching(/规则包/),
      },
    ],
  });
});

test('another’s job is not there: neither on the list nor as a stream', async () => {
  const [job] = await jobsOf(manager);
  expect((await jobsOf(clerk)).map(({ id }) => id)).not.toContain(job!.id);
  for (const id of [job!.id, '00000000-0000-4000-8000-0000000000ff']) {
    const { status, body } = await clerk.get(`/api/jobs/${id}/events`);
    expect([status, body.code]).toEqual([404, 'job/not-found']);
  }
  expect((await new Caller(city.url).get(`/api/jobs/${job!.id}/events`)).status).toBe(401);
});

test('the document says that the progress is a stream, and of what', async () => {
  const { paths } = (await clerk.get('/api/openapi.json')).body as {
    paths: Record<
      string,
      { get: { responses: Record<string, { content: Record<string, { schema: object }> }> } }
    >;
  };
  const { content } = paths['/api/jobs/{id}/events']!.get.responses['200']!;
  expect(Object.keys(content)).toEqual(['text/event-stream']);
  expect(JSON.stringify(content['text/event-stream'])).toContain('isDone');
});
