import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../src/config.ts';
import { type Instance, readInstance } from '../../src/engine/instance.ts';
import { removeHome, temporaryHome } from '../engine/homes.ts';
import { killStarted, processesOf, type Started, startNode } from '../engine/processes.ts';

const script = join(projectRoot, 'src/cli/wanhe.ts');
const home = temporaryHome();
const env = { WANHE_HOME: home, WANHE_PORT: '3870', WANHE_SEED: 'small' };
let instance: Started;

beforeAll(async () => {
  instance = await start();
}, 180_000);
afterAll(async () => {
  process.kill(instance.pid, 'SIGTERM');
  await instance.ended;
  killStarted();
  removeHome(home);
}, 60_000);

async function start(): Promise<Started> {
  const started = startNode(script, ['start'], env);
  await started.line(/^ready http:\/\/\S+$/, 150_000);
  return started;
}

/** Two letters with their slips; a firm's agent and the group's representatives each with an authority. */
const toldPapers = [
  'acceptance-notice',
  'agreement',
  'application',
  'authority-letter',
  'authority-letter',
  'hand-over-slip',
  'hand-over-slip',
  'mediation-notice',
  'minutes',
  'referral-letter',
  'referral-letter',
  'review-application',
  'service-address',
];

type Told = {
  ok: boolean;
  case: { id: string; state: string };
  steps: { status: string }[];
  papers: { kind: string; pages: number; path: string; sha256: string }[];
  clocks: { rule: string; startedOn: string; dueOn: string }[];
  events: number;
};

/** The one JSON document a verb prints; progress goes to stderr and is left out. */
async function wanhe<T>(...args: string[]): Promise<T> {
  const run = startNode(script, [...args, '--json'], env);
  await run.ended;
  const line = run
    .said()
    .split('\n')
    .find((text) => text.startsWith('{'));
  if (line === undefined) throw new Error(run.said());
  return JSON.parse(line) as T;
}

const processOf = (name: string) =>
  (readInstance(home) as Instance).processes.find((one) => one.name === name)!.pid;

test('a story is told to its end though its worker is killed in the middle', async () => {
  const telling = startNode(script, ['story', 'dispute', '--json'], env);
  await telling.line(/✓ 受理/);
  process.kill(processOf('work'), 'SIGKILL');
  await telling.line(/✓ 召开调解会议/, 120_000);
  process.kill(processOf('work'), 'SIGKILL');
  expect(await telling.ended).toBe(0);
  const told = JSON.parse(
    telling
      .said()
      .split('\n')
      .find((text) => text.startsWith('{'))!,
  ) as Told;
  expect(told).toMatchObject({ ok: true, case: { state: 'closed' } });
  expect(told.papers.map(({ kind }) => kind).sort()).toEqual(toldPapers);
  for (const { path } of told.papers) expect(readFileSync(path).subarray(0, 5).toString()).toBe('%PDF-');
  expect(told.clocks).toContainEqual(
    expect.objectContaining({
      rule: 'agreement.arbitration-review',
      startedOn: '2026-03-18',
      dueOn: '2026-04-02',
    }),
  );
  expect(await wanhe('audit', 'verify')).toMatchObject({ ok: true, firstBad: null });
  expect(await wanhe('check')).toMatchObject({ openCases: 3, violations: [] });
}, 300_000);

test('the case of one day is told in one act, with its paper', async () => {
  const told = await wanhe<Told>('story', 'short');
  expect(told).toMatchObject({ ok: true, case: { state: 'closed' }, papers: [{ kind: 'same-day-record' }] });
  expect(told.events).toBe(2);
});

test('no name or number of a person stands in a history', async () => {
  const { case: dispute } = await wanhe<Told>('story', 'dispute');
  const saved = await wanhe<{ path: string }>(
    'replay',
    '--save',
    `dispute-${dispute.id}`,
    '--dir',
    join(home, 'saved'),
  );
  const history = readFileSync(saved.path, 'utf8');
  const payloads = [...history.matchAll(/"data":"([^"]+)"/g)].map(([, data]) =>
    Buffer.from(data!, 'base64').toString(),
  );
  expect(payloads.length).toBeGreaterThan(20);
  const all = `${history}${payloads.join('\n')}`;
  for (const secret of ['周大明', '13800000001', '411303198506150014', '吴示例', '示例建筑', '七一路'])
    expect(all).not.toContain(secret);
  expect(await wanhe('replay', '--dir', join(home, 'saved'))).toMatchObject({
    ok: true,
    replayed: [{ ok: true }],
  });
}, 180_000);

test('after kill -9 of everything the next start goes on with the open cases', async () => {
  const { processes } = readInstance(home) as Instance;
  for (const { pid } of processes) process.kill(pid, 'SIGKILL');
  process.kill(instance.pid, 'SIGKILL');
  await instance.ended;
  instance = await start();
  expect(await wanhe('check')).toMatchObject({ openCases: 3, violations: [] });
  expect(await wanhe('replay', '--running')).toMatchObject({ ok: true });
  expect(await wanhe('story', 'dispute')).toMatchObject({ ok: true });
  expect(await wanhe('audit', 'verify')).toMatchObject({ ok: true });
}, 300_000);

test('a second start in the same home says so', async () => {
  const second = startNode(script, ['start'], env);
  expect(await second.ended).toBe(1);
  expect(second.said()).toContain(String(instance.pid));
});

test('SIGTERM ends every child', async () => {
  process.kill(instance.pid, 'SIGTERM');
  expect(await instance.ended).toBe(0);
  expect(processesOf(home)).toEqual([]);
  instance = await start();
}, 200_000);
