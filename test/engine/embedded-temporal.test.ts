import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import { type EmbeddedTemporal, startEmbeddedTemporal } from '../../src/engine/embedded-temporal.ts';
import { commandOf, startOf } from '../../src/engine/process-mark.ts';
import { findTemporalBinary, temporalVersion } from '../../src/engine/temporal-binary.ts';
import { removeHome, temporaryHome } from './homes.ts';

const binary = process.env.WANHE_TEST_TEMPORAL_BINARY!;

let home: string;
const running: EmbeddedTemporal[] = [];
beforeEach(() => {
  home = temporaryHome();
});
afterEach(async () => {
  for (const one of running.splice(0)) await one.kill();
  removeHome(home);
});

async function start(said: string[] = []): Promise<EmbeddedTemporal> {
  const one = await startEmbeddedTemporal({ home, binary, say: (line) => said.push(line) });
  running.push(one);
  return one;
}

async function openWorkflows(address: string): Promise<(string | null | undefined)[]> {
  const connection = await Connection.connect({ address });
  try {
    const list = await connection.workflowService.listWorkflowExecutions({ namespace: 'default' });
    return list.executions.map((one) => one.execution?.workflowId);
  } finally {
    await connection.close();
  }
}

async function beginWorkflow(address: string, workflowId: string): Promise<void> {
  const connection = await Connection.connect({ address });
  try {
    await connection.workflowService.startWorkflowExecution({
      namespace: 'default',
      workflowId,
      requestId: workflowId,
      workflowType: { name: 'waits' },
      taskQueue: { name: 'nobody-polls' },
    });
  } finally {
    await connection.close();
  }
}

test('workflows and address outlive a stop, and a kill -9', async () => {
  const first = await start();
  await beginWorkflow(first.address, 'case-1');
  await first.stop();
  const second = await start();
  expect(second.address).toBe(first.address);
  await beginWorkflow(second.address, 'case-2');
  await second.kill();
  const third = await start();
  expect(third.address).toBe(first.address);
  expect((await openWorkflows(third.address)).sort()).toEqual(['case-1', 'case-2']);
});

test('a server that a killed run has left is stopped before the next starts', async () => {
  const first = await start();
  const said: string[] = [];
  const second = await start(said);
  expect(said.join()).toContain(`Temporal（进程 ${first.pid}）`);
  expect(startOf(first.pid)).toBeUndefined();
  expect(commandOf(second.pid)).toContain('--ip 127.0.0.1');
});

describe('the binary', () => {
  const path = process.env.PATH;
  const { fetch } = globalThis;
  let tools: string;
  let made: string;
  let said: string[];
  beforeEach(() => {
    tools = join(home, 'tools');
    made = join(home, 'cache', 'wanhe', `temporal-cli-${temporalVersion}`, 'temporal');
    mkdirSync(tools);
    said = [];
    process.env.PATH = `${tools}:/usr/bin:/bin`;
    globalThis.fetch = () => Promise.reject(new TypeError('fetch failed'));
  });
  afterEach(() => {
    process.env.PATH = path;
    globalThis.fetch = fetch;
  });
  const find = () => findTemporalBinary({ cacheHome: join(home, 'cache'), say: (line) => said.push(line) });
  const server = '#!/bin/sh\necho "  --db-filename string"\n';

  function tool(name: string, script: string): void {
    writeFileSync(join(tools, name), script);
    chmodSync(join(tools, name), 0o755);
  }

  test('on PATH comes first', async () => {
    tool('temporal', server);
    expect(await find()).toBe('temporal');
    expect(said).toEqual([]);
  });

  test('in the cache comes next', async () => {
    mkdirSync(join(made, '..'), { recursive: true });
    writeFileSync(made, server, { mode: 0o755 });
    tool('temporal', '#!/bin/sh\nexit 1\n');
    expect(await find()).toBe(made);
  });

  test('is built once by two callers, after a broken one in the cache and a download that fails', async () => {
    mkdirSync(join(made, '..'), { recursive: true });
    writeFileSync(made, 'broken', { mode: 0o755 });
    const builder = `#!/bin/sh
[ "$1" = version ] && exit 0
echo "$@" >> ${tools}/built
sleep 1
printf '%s' '${server}' > "$GOBIN/temporal" && chmod 755 "$GOBIN/temporal"
`;
    tool('go', builder.replace('\\n', '\n'));
    expect(await Promise.all([find(), find()])).toEqual([made, made]);
    expect(said.join('\n')).toMatch(/已损坏[\s\S]*正在下载[\s\S]*下载未成（连不上下载服务器）/);
    expect(readFileSync(join(tools, 'built'), 'utf8')).toBe(
      `install github.com/temporalio/cli/cmd/temporal@v${temporalVersion}\n`,
    );
  });

  test('that cannot be had is told in a sentence on what to install', async () => {
    tool('go', '#!/bin/sh\nexit 127\n');
    await expect(find()).rejects.toThrow(/请安装 temporal 命令行程序.*或 Go.*或用 TEMPORAL_ADDRESS/);
  });
});
