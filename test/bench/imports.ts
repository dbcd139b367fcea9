/** A register of two thousand cases taken over, against as many bare workflows started with one update each on the same server. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, Connection, WithStartWorkflowOperation } from '@temporalio/client';
import { Visitor } from '../../src/cli/stories/visitor.ts';
import { projectRoot } from '../../src/config.ts';
import { readInstance } from '../../src/engine/instance.ts';
import type { DemoLogin } from '../../src/persistence/seeds/plant.ts';
import { removeHome, temporaryHome } from '../engine/homes.ts';
import { startNode } from '../engine/processes.ts';
import { bareUpdate } from './bare-workflow.ts';

const ROWS = 2000;
const BARE = 500;
const AT_ONCE = 20;

/** `answeredMs`: until the request is answered, its lines read and written down; `perSecond`: cases recorded. */
export async function bench(): Promise<object> {
  const home = temporaryHome();
  const instance = startNode(join(projectRoot, 'src/cli/wanhe.ts'), ['start'], {
    WANHE_HOME: home,
    WANHE_PORT: '3831',
  });
  try {
    await instance.line(/^ready /, 300_000);
    const { url, temporalAddress } = readInstance(home)!;
    const bareWorker = startNode(join(projectRoot, 'test/bench/bare-worker.ts'), [temporalAddress]);
    await bareWorker.line(/^bare ready$/);
    const bare = await bareStarts(temporalAddress);
    process.kill(bareWorker.pid, 'SIGKILL');
    const register = await importRegister(home, url);
    return { rows: ROWS, ...register, bare, ratio: Math.round((register.perSecond / bare) * 100) / 100 };
  } finally {
    process.kill(instance.pid, 'SIGTERM');
    await instance.ended;
    removeHome(home);
  }
}

async function importRegister(home: string, url: string) {
  const logins = JSON.parse(readFileSync(join(home, 'demo-logins.json'), 'utf8')) as DemoLogin[];
  const clerk = await Visitor.signIn(url, logins.find(({ login }) => login === 'clerk')!);
  const started = performance.now();
  const { id } = await clerk.upload<{ id: string }>('/api/imports', { name: '台账.csv', bytes: register() });
  const answeredMs = Math.round(performance.now() - started);
  for (let isDone = false; !isDone; await sleep(200))
    ({ isDone } = await clerk.get<{ isDone: boolean }>(`/api/imports/${id}`));
  const seconds = (performance.now() - started) / 1000;
  const { done } = await clerk.get<{ done: number }>(`/api/imports/${id}`);
  return { done, answeredMs, seconds: round(seconds), perSecond: round(done / seconds) };
}

/** Every state but those that rest, as a register in use has them. */
function register(): Buffer {
  const states = ['已登记,,', '征询意见,,', '已受理,2026-10-12,', '调解不成,2026-10-12,2026-10-20'];
  const head = '原编号,登记日期,县区,申请人,被申请人,请求事项,金额,状态,受理日期,结果日期';
  const lines = Array.from(
    { length: ROWS },
    (_, at) =>
      `R${at},2026-10-09,卧龙区,某${letters(at)},示例${letters(at)}公司,工资,5000,${states[at % states.length]}`,
  );
  return Buffer.from([head, ...lines].join('\n'));
}

const letters = (at: number) =>
  [...String(at)].map((figure) => '甲乙丙丁戊己庚辛壬癸'[Number(figure)]).join('');

async function bareStarts(address: string): Promise<number> {
  const client = new Client({ connection: await Connection.connect({ address }) });
  const started = performance.now();
  let next = 0;
  const starter = async () => {
    for (let at = next++; at < BARE; at = next++)
      await client.workflow.executeUpdateWithStart(bareUpdate, {
        args: [at],
        startWorkflowOperation: new WithStartWorkflowOperation('bareWorkflow', {
          taskQueue: 'bare',
          workflowId: `bare-start-${at}`,
          workflowIdConflictPolicy: 'USE_EXISTING',
        }),
      });
  };
  await Promise.all(Array.from({ length: AT_ONCE }, starter));
  return round((BARE * 1000) / (performance.now() - started));
}

const round = (figure: number) => Math.round(figure * 10) / 10;
