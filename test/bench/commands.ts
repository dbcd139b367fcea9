/** An API command, with its sign-in check, its record and its answer, against a bare update on the same server. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { Visitor } from '../../src/cli/stories/visitor.ts';
import { projectRoot } from '../../src/config.ts';
import { readInstance } from '../../src/engine/instance.ts';
import type { DemoLogin } from '../../src/persistence/seeds/plant.ts';
import { removeHome, temporaryHome } from '../engine/homes.ts';
import { startNode } from '../engine/processes.ts';
import { bareUpdate } from './bare-workflow.ts';

const CALLERS = 20;
const EACH = 15;
const ROUNDS = 3;

type Figures = { p50: number; p99: number; perSecond: number };

/** Milliseconds and commands a second, the median of three alternating rounds; ratios are API to bare. */
export async function bench(): Promise<object> {
  const home = temporaryHome();
  const instance = startNode(join(projectRoot, 'src/cli/wanhe.ts'), ['start'], {
    WANHE_HOME: home,
    WANHE_PORT: '3830',
    WANHE_SEED: 'small',
  });
  try {
    await instance.line(/^ready /, 300_000);
    const { url, temporalAddress } = readInstance(home)!;
    const bareWorker = startNode(join(projectRoot, 'test/bench/bare-worker.ts'), [temporalAddress]);
    await bareWorker.line(/^bare ready$/);
    const api = await apiCallers(home, url);
    const bare = await bareCallers(temporalAddress);
    const one = { api: await measure(api.slice(0, 1), 40), bare: await measure(bare.slice(0, 1), 40) };
    const rounds: { api: Figures; bare: Figures }[] = [];
    for (let round = 0; round < ROUNDS; round += 1)
      rounds.push({ bare: await measure(bare, EACH), api: await measure(api, EACH) });
    const many = {
      api: median(rounds.map((round) => round.api)),
      bare: median(rounds.map((round) => round.bare)),
    };
    process.kill(bareWorker.pid, 'SIGKILL');
    return {
      oneCaller: { ...one, ratio: ratio(one.api, one.bare) },
      manyCallers: { callers: CALLERS, ...many, ratio: ratio(many.api, many.bare) },
    };
  } finally {
    process.kill(instance.pid, 'SIGTERM');
    await instance.ended;
    removeHome(home);
  }
}

type Caller = () => Promise<unknown>;

async function apiCallers(home: string, url: string): Promise<Caller[]> {
  const logins = JSON.parse(readFileSync(join(home, 'demo-logins.json'), 'utf8')) as DemoLogin[];
  const as = (login: string) => Visitor.signIn(url, logins.find((one) => one.login === login)!);
  const clerk = await as('clerk');
  const mediator = await as('mediator-411303');
  return Promise.all(
    Array.from({ length: CALLERS }, async (_, index) => {
      const { case: id } = await clerk.post<{ case: string }>('/api/disputes', {
        channel: 'desk',
        district: '411303',
        workers: [{ name: `职工${index}` }],
        employers: [{ name: '单位' }],
        place: '某地',
        since: '2026-01-05',
        claims: [{ head: 'wages', amount: '1000.00', basis: '欠薪' }],
        facts: '欠薪',
        isConsentGiven: true,
      });
      return () => mediator.post(`/api/disputes/${id}/consult`, { result: 'reached' });
    }),
  );
}

async function bareCallers(address: string): Promise<Caller[]> {
  const client = new Client({ connection: await Connection.connect({ address }) });
  return Promise.all(
    Array.from({ length: CALLERS }, async (_, index) => {
      const handle = await client.workflow.start('bareWorkflow', {
        taskQueue: 'bare',
        workflowId: `bare-${index}`,
      });
      return () => handle.executeUpdate(bareUpdate, { args: [index] });
    }),
  );
}

async function measure(callers: Caller[], each: number): Promise<Figures> {
  for (const call of callers) await call();
  const times: number[] = [];
  const started = performance.now();
  await Promise.all(
    callers.map(async (call) => {
      for (let turn = 0; turn < each; turn += 1) {
        const from = performance.now();
        await call();
        times.push(performance.now() - from);
      }
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  times.sort((a, b) => a - b);
  const at = (part: number) => round(times[Math.min(times.length - 1, Math.floor(times.length * part))]!);
  return { p50: at(0.5), p99: at(0.99), perSecond: round(times.length / seconds) };
}

function median(all: Figures[]): Figures {
  const middle = (of: (figures: Figures) => number) =>
    all.map(of).sort((a, b) => a - b)[Math.floor(all.length / 2)]!;
  return { p50: middle((f) => f.p50), p99: middle((f) => f.p99), perSecond: middle((f) => f.perSecond) };
}

function ratio(a: Figures, b: Figures): Figures {
  return {
    p50: round(a.p50 / b.p50),
    p99: round(a.p99 / b.p99),
    perSecond: round(a.perSecond / b.perSecond),
  };
}

function round(figure: number): number {
  return Math.round(figure * 100) / 100;
}
