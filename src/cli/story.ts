import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { readInstance } from '../engine/instance.ts';
import { closeDispute, tellDispute } from './stories/dispute.ts';
import { tellShort } from './stories/short.ts';
import { type Login, savePapers, startTelling, type ToldPaper } from './stories/telling.ts';
import { type Io, UsageError } from './verb.ts';

/** `tell` gives the case's id; `end` brings it to its close after its papers were fetched, where that is still to do. */
const told = {
  dispute: { tell: tellDispute, end: closeDispute },
  short: { tell: tellShort, end: async () => {} },
} as const;
type Story = keyof typeof told;
const stories = Object.keys(told) as Story[];
const isStory = (name: string | undefined): name is Story => stories.some((story) => story === name);

export const summary = '在运行中的系统上，经公开接口把一件案子从头办到尾';
export const usage = `用法：wanhe story <故事> [--url 网址] [--out 文件夹] [--json]
故事：${stories.join('、')}。只用公开的 HTTP 接口和演示账号（<WANHE_HOME>/demo-logins.json）。
--url  默认为本机正在运行的宛和；--out 文书存放处，默认 <WANHE_HOME>/stories/<案件>。`;

type ClosedCase = {
  state: string;
  owner: string;
  papers: { id: string; kind: string; number: string }[];
  clocks: { rule: string; startedOn: string; dueOn: string; article: string }[];
};

export async function run(args: string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    options: { url: { type: 'string' }, out: { type: 'string' }, json: { type: 'boolean' } },
    allowPositionals: true,
    strict: true,
  });
  const [story] = positionals;
  if (!isStory(story) || positionals.length > 1)
    throw new UsageError(`请写明一个故事：${stories.join('、')}。`);
  const { home } = readConfig();
  const url = (values.url ?? readInstance(home)?.url)?.replace(/\/$/, '');
  if (url === undefined)
    throw new UsageError('没有找到正在运行的宛和，请先 npm start，或者用 --url 指明网址。');
  const { telling, steps } = startTelling(url, readLogins(home), io.err);
  const started = performance.now();
  const result = { id: '', state: '', papers: [] as ToldPaper[], clocks: [] as object[], events: 0 };
  try {
    result.id = await told[story].tell(telling);
    const path = `/api/disputes/${result.id}`;
    const manager = await telling.as('manager');
    const { owner, papers } = await manager.get<ClosedCase>(path);
    const folder = values.out ?? join(home, 'stories', result.id);
    result.papers = await telling.step('取回文书', () => savePapers(manager, papers, result.id, folder));
    await told[story].end(telling, result.id, owner);
    const closed = await manager.get<ClosedCase>(path);
    result.state = closed.state;
    result.clocks = closed.clocks.map(({ rule, startedOn, dueOn, article }) => ({
      rule,
      startedOn,
      dueOn,
      article,
    }));
    result.events = (await manager.get<{ items: object[] }>(`${path}/events`)).items.length;
  } catch (error) {
    if (steps.every(({ status }) => status === 'ok')) throw error;
  }
  const ok = result.state === 'closed' && steps.every(({ status }) => status === 'ok');
  const { id, state, papers, clocks, events } = result;
  const ms = Math.round(performance.now() - started);
  const answer = { story, ok, steps, case: { id, state }, papers, clocks, events, ms };
  io.out(
    io.json
      ? JSON.stringify(answer)
      : ok
        ? `讲完了：${id} 已办结，文书 ${papers.length} 份，${ms} 毫秒`
        : '没有讲完，见上',
  );
  return ok ? 0 : 1;
}

function readLogins(home: string): Login[] {
  try {
    return JSON.parse(readFileSync(join(home, 'demo-logins.json'), 'utf8')) as Login[];
  } catch {
    throw new UsageError(
      `没有找到演示账号 ${join(home, 'demo-logins.json')}；这个故事只能在写有演示数据的系统上讲。`,
    );
  }
}
