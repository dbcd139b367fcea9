import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { projectRoot, readConfig } from '../config.ts';
import { bundleWorkflows } from '../engine/bundle.ts';
import { connectClient } from '../engine/connect.ts';
import { quietEngine } from '../engine/log.ts';
import { replay, runningHistories, savedHistories } from '../engine/replay.ts';
import { namedServers } from './running.ts';
import { type Io, UsageError } from './verb.ts';

export const summary = '用现在的工作流代码重放历史，检验能否接续';
export const usage = `用法：wanhe replay [--running | --dir 文件夹 | --save 案件流程编号 --dir 文件夹] [--json]
默认重放 test/histories 里保存的历史；--running 重放正在运行的全部案件（升级之前用）；
--save 把一个流程的历史存入 --dir，例如 --save dispute-<编号>。有一件接续不上时退出码为 1。`;

export async function run(args: string[], io: Io): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      running: { type: 'boolean' },
      dir: { type: 'string' },
      save: { type: 'string' },
      json: { type: 'boolean' },
    },
    strict: true,
  });
  if (values.running && (values.dir || values.save))
    throw new UsageError('--running 不能与 --dir、--save 同用。');
  const folder = values.dir ?? join(projectRoot, 'test/histories');
  if (values.save !== undefined) return save(values.save, folder, io);
  quietEngine();
  io.err('正在打包工作流（约 5 秒）……');
  const bundle = await bundleWorkflows();
  const client = values.running ? await connectClient(namedServers(readConfig())) : null;
  const replayed = await replay(bundle, client === null ? savedHistories(folder) : runningHistories(client));
  await client?.connection.close();
  const failed = replayed.filter(({ ok }) => !ok);
  if (io.json) io.out(JSON.stringify({ ok: failed.length === 0, replayed }));
  else {
    for (const { workflow, error } of failed) io.out(`接续不上：${workflow}：${error}`);
    io.out(`重放 ${replayed.length} 个历史，接续不上 ${failed.length} 个`);
  }
  return failed.length === 0 ? 0 : 1;
}

async function save(workflowId: string, folder: string, io: Io): Promise<number> {
  const client = await connectClient(namedServers(readConfig()));
  const history = await client.workflow.getHandle(workflowId).fetchHistory();
  await client.connection.close();
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${workflowId}.json`);
  writeFileSync(path, `${JSON.stringify(JSON.parse(historyToJSON(history)))}\n`);
  io.out(io.json ? JSON.stringify({ path }) : `已存 ${path}`);
  return 0;
}
