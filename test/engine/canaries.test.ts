/** What people bring in is in none of the logs, in no history, and in no word about a fault: looked for as it went in. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startEmbeddedPostgres } from '../../src/engine/embedded-postgres.ts';
import { startEmbeddedTemporal } from '../../src/engine/embedded-temporal.ts';
import { freePort } from '../../src/engine/free-port.ts';
import { currentPack } from '../../src/law/packs.ts';
import { plantPack } from '../../src/persistence/rule-pack.repository.ts';
import { intakeBody } from '../api/bodies.ts';
import { Caller } from '../api/caller.ts';
import { type City, startCity } from '../workflows/city.ts';
import { canaries, type Doors, doors } from './canary-doors.ts';
import { type Started, startNode } from './processes.ts';

let city: City;
let worker: Started;
let serve: Started;
let all: Doors;
const said: string[] = [];
const script = new URL('../../src/cli/wanhe.ts', import.meta.url).pathname;
const envOf = () => ({
  WANHE_HOME: city.home,
  DATABASE_URL: city.postgres.url,
  TEMPORAL_ADDRESS: city.temporal.address,
  WANHE_LOG_LEVEL: 'trace',
});

beforeAll(async () => {
  city = await startCity();
  await plantPack(city.orm, currentPack, new Date());
  const port = await freePort();
  worker = startNode(script, ['work'], envOf());
  serve = startNode(script, ['serve'], { ...envOf(), WANHE_PORT: String(port) });
  await Promise.all([worker.line(/^worker ready$/, 120_000), serve.line(/^api ready/, 60_000)]);
  const url = `http://127.0.0.1:${port}`;
  const as = (login: string) =>
    Caller.signIn(url, login, city.logins.find((one) => one.login === login)?.password ?? '');
  const [clerk, mediator, manager] = await Promise.all([as('clerk'), as('mediator-411303'), as('manager')]);
  all = { url, anyone: new Caller(url), clerk, mediator, manager };
}, 240_000);
afterAll(async () => {
  for (const { pid } of [worker, serve]) process.kill(pid, 'SIGKILL');
  await city.end();
}, 60_000);

/** Each canary in each form in which it may stand in a text. */
const forms = Object.entries(canaries).flatMap(([name, text]) => {
  const escaped = [...text]
    .map((one) => (one > '\u007f' ? `\\u${one.charCodeAt(0).toString(16)}` : one))
    .join('');
  return [...new Set([text, encodeURIComponent(text), escaped])].map((form) => ({ name, form }));
});

/** Where a canary stands, with the line: empty where there is none. */
function foundIn(where: string, text: string): string[] {
  return forms.flatMap(({ name, form }) => {
    const at = text.indexOf(form);
    return at < 0 ? [] : [`${where}: ${name} in …${text.slice(Math.max(0, at - 160), at + 80)}…`];
  });
}

function logs(): Record<string, string> {
  const folder = join(city.home, 'logs');
  const files = existsSync(folder) ? readdirSync(folder) : [];
  return {
    api: serve.said(),
    worker: worker.said(),
    ...Object.fromEntries(files.map((file) => [file, readFileSync(join(folder, file), 'utf8')])),
    'command line': said.join('\n'),
  };
}

const foundInLogs = () => Object.entries(logs()).flatMap(([where, text]) => foundIn(where, text));

async function openAll(): Promise<void> {
  for (const { open } of doors) await open(all);
}

test.each(doors)(
  '$name: nothing of it is logged',
  async ({ open }) => {
    await open(all);
    await sleep(300);
    expect(foundInLogs()).toEqual([]);
  },
  60_000,
);

test('the canaries have come in, the logs are written to, and one would be found in them', async () => {
  for (const table of ['party', 'draft', 'evidence', 'import_line', 'case_text', 'command']) {
    const [row] = await city.orm.em
      .fork()
      .execute<{ n: number }[]>(`select count(*)::int as n from ${table}`);
    expect([table, row!.n > 0]).toEqual([table, true]);
  }
  expect(serve.said()).toMatch(/"route":"\/api\/disputes"/);
  expect(foundIn('planted', `x ${canaries.name}`)).toHaveLength(1);
  expect(foundIn('planted', `x ${encodeURIComponent(canaries.search)}`)).toHaveLength(1);
});

/** What stands in a copy of the database: each row as text, bytes as their figures. */
async function dump(): Promise<string> {
  const em = city.orm.em.fork();
  const tables = await em.execute<{ name: string }[]>(
    `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
  );
  const rows: string[] = [];
  for (const { name } of tables) {
    const [row] = await em.execute<{ all: string | null }[]>(
      `select string_agg(t::text, E'\\n') as all from "${name}" t`,
    );
    rows.push(`${name}: ${row?.all ?? ''}`);
  }
  return rows.join('\n');
}

/** The tables whose rows hold it. */
const whereIn = (all: string, form: string): string[] =>
  all
    .split(/\n(?=\w+: )/)
    .filter((table) => table.includes(form))
    .map((table) => /^\w+/.exec(table)![0]);

test('in a copy of the database no number, no password and no word that was written down is readable', async () => {
  await openAll();
  const all = await dump();
  // Names and places are searched and listed; what was typed about people is not.
  for (const name of ['phone', 'idNumber', 'words', 'reason', 'password', 'search'] as const)
    for (const form of [canaries[name], Buffer.from(canaries[name]).toString('hex')])
      expect([name, whereIn(all, form)]).toEqual([name, []]);
  expect(all).toContain(canaries.employer);
  expect(all).toContain(Buffer.from([1, 0, 0, 0]).toString('hex'));
}, 90_000);

test('what the database cannot take is told without what it was', async () => {
  const { em } = city.orm;
  // Each an error of another kind: of the value, of a constraint, of the statement.
  await em
    .fork()
    .execute('alter table draft alter column title type date using null, alter column title drop not null');
  await em.fork().execute(`alter table party add constraint canary check (name not like '丝%') not valid`);
  await em.fork().execute('alter table evidence rename column note to noted');
  const answers: string[] = [];
  const faulty = [
    ['/api/drafts', { kind: 'dispute-intake', title: canaries.name, content: { facts: canaries.words } }],
    [
      '/api/disputes',
      intakeBody({
        workers: [{ name: canaries.name }],
        facts: canaries.words,
      }),
    ],
  ] as const;
  for (const [path, body] of faulty) {
    const { status, text } = await all.clerk.post(path, body);
    expect([path, status]).toEqual([path, 500]);
    answers.push(text);
  }
  await openAll();
  expect(foundIn('answers', answers.join('\n'))).toEqual([]);
  expect(serve.said()).toContain('a fault');
  await em.fork().execute('alter table draft alter column title type text using title::text');
  await em.fork().execute('alter table party drop constraint canary');
  await em.fork().execute('alter table evidence rename column noted to note');
  expect(foundInLogs()).toEqual([]);
}, 90_000);

test('nothing is logged while the engine is away, or the database', async () => {
  await city.temporal.kill();
  const away = doors.find(({ name }) => name === 'intake')!;
  await away.open(all);
  city.temporal = await startEmbeddedTemporal({
    home: city.home,
    binary: process.env.WANHE_TEST_TEMPORAL_BINARY!,
  });
  await city.postgres.kill();
  await all.clerk.post('/api/drafts', { kind: 'dispute-intake', title: canaries.name, content: {} });
  await all.clerk.get(`/api/disputes?q=${encodeURIComponent(canaries.search)}`);
  city.postgres = await startEmbeddedPostgres({ home: city.home, isDurable: false });
  await sleep(3000);
  expect(foundInLogs()).toEqual([]);
}, 120_000);

test('the command line says nothing of people when it goes round the cases', async () => {
  for (const args of [['check'], ['audit', 'verify'], ['migrate'], ['replay', '--running']]) {
    const verb = startNode(script, args, envOf());
    await verb.ended;
    said.push(verb.said());
  }
  expect(said.join('')).toContain('未办结');
  expect(foundInLogs()).toEqual([]);
}, 120_000);

/** Payloads are bytes in a history; here they are read as text. */
function textsOf(value: unknown): string {
  return JSON.stringify(value, (_key, one: unknown) => {
    if (one instanceof Uint8Array) return Buffer.from(one).toString('utf8');
    if (typeof one === 'object' && one !== null && 'type' in one && one.type === 'Buffer')
      return Buffer.from((one as unknown as { data: number[] }).data).toString('utf8');
    return typeof one === 'bigint' ? String(one) : one;
  });
}

test('no history holds anything of people, though every case has one', async () => {
  const { client } = await city.connect();
  const [row] = await city.orm.em
    .fork()
    .execute<{ n: number }[]>('select count(*)::int as n from case_record where seq > 0');
  let read = 0;
  const found: string[] = [];
  const list = async () => {
    const ids: string[] = [];
    for await (const { workflowId } of client.workflow.list()) ids.push(workflowId);
    return ids;
  };
  let ids = await list();
  for (const end = Date.now() + 20_000; ids.length < row!.n && Date.now() < end; await sleep(500))
    ids = await list();
  for (const id of ids) {
    read += 1;
    found.push(...foundIn(id, textsOf(await client.workflow.getHandle(id).fetchHistory())));
  }
  expect(read).toBeGreaterThanOrEqual(4);
  expect(found).toEqual([]);
}, 90_000);
