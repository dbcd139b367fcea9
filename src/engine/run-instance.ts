/** STARTING: everything the city needs in one foreground process tree, and the end of it in order. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { join } from 'node:path';
import { type Config, childEnvironment, projectRoot } from '../config.ts';
import { makeAnchorKey } from './anchor-key.ts';
import { lastLines, runToEnd, startChild, untilReady } from './child.ts';
import { tellDemoLogins } from './demo-logins.ts';
import { startEmbeddedPostgres } from './embedded-postgres.ts';
import { startEmbeddedTemporal } from './embedded-temporal.ts';
import { nextFreePort } from './free-port.ts';
import { endLeftovers, holdHome, type Instance, readInstance, writeInstance } from './instance.ts';
import { makeKeys } from './key-file.ts';
import { markOf } from './process-mark.ts';
import { type Part, type Running, type Supervisor, supervise } from './supervise.ts';
import { findTemporalBinary } from './temporal-binary.ts';

export type InstanceOptions = {
  config: Config;
  /** The script that knows the verbs migrate, seed, work and serve. */
  script: string;
  say(line: string): void;
};

type Setting = InstanceOptions & { port: number; url: string; stopping: AbortSignal };

/** Runs until a signal or a lasting failure; answers the exit code. */
export async function runInstance(options: InstanceOptions): Promise<number> {
  const { config, say } = options;
  const hold = holdHome(config.home);
  if ('holder' in hold) {
    const running = readInstance(config.home);
    const where = running ? `，地址 ${running.url}` : '';
    say(
      `宛和已在 ${config.home} 中运行（进程 ${hold.holder}${where}）；要再开一个，请用 WANHE_HOME 另指一个文件夹。`,
    );
    return 1;
  }
  const stopping = new AbortController();
  const failure = Promise.withResolvers<string>();
  let supervisor: Supervisor | undefined;
  let askedAt = 0;
  const onSignal = () => {
    if (!stopping.signal.aborted) {
      askedAt = Date.now();
      say('正在停止：先停工作进程与接口，再停 Temporal 和数据库（最多约 15 秒）……');
      stopping.abort();
    } else if (Date.now() - askedAt > 2000) {
      // sooner it is no second wish: npm passes on the Ctrl-C that the terminal has sent here, too
      supervisor?.kill();
    }
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, onSignal);
  try {
    await endLeftovers(config.home, say);
    const port = await nextFreePort(config.port);
    if (port !== config.port) say(`端口 ${config.port} 已被占用，改用 ${port}。`);
    const url = `http://127.0.0.1:${port}`;
    const instance: Instance = {
      ...markOf(process.pid)!,
      url,
      databaseUrl: config.databaseUrl ?? '',
      temporalAddress: config.temporalAddress ?? '',
      namespace: config.temporalNamespace,
      isReady: false,
      processes: [],
    };
    const note = () => {
      const running = supervisor?.running() ?? [];
      instance.processes = running.map(({ name, child }) => ({ name, ...child.mark }));
      writeInstance(config.home, instance);
    };
    supervisor = supervise({
      say,
      logs: join(config.home, 'logs'),
      changed: note,
      giveUp: failure.resolve,
    });
    stopping.signal.addEventListener('abort', () => void supervisor?.end());
    stopping.signal.throwIfAborted();
    note();
    await bringUp({ ...options, port, url, stopping: stopping.signal }, supervisor, instance);
    instance.isReady = true;
    note();
    for (const line of tellDemoLogins(config.home)) say(line);
    say(`ready ${url}`);
    const aborted = once(stopping.signal, 'abort').then(() => undefined);
    const why = stopping.signal.aborted ? undefined : await Promise.race([failure.promise, aborted]);
    if (why !== undefined) say(why);
    return why === undefined ? 0 : 1;
  } catch (error) {
    if (stopping.signal.aborted) return 0;
    throw readable(error, config.home);
  } finally {
    await supervisor?.end();
    hold.release();
    for (const signal of signals) process.off(signal, onSignal);
    if (supervisor) say('已停止。');
  }
}

function readable(error: unknown, home: string): unknown {
  const { code, path } = error as NodeJS.ErrnoException;
  if (code !== 'EACCES' && code !== 'EPERM' && code !== 'EROFS') return error;
  return new Error(
    `无法读写 ${path ?? home}：请用建立 ${home} 的用户启动，或用 WANHE_HOME 另指一个可写的文件夹。`,
  );
}

/** Starts the parts one after another, each with a line on what it does and how long it may take. */
async function bringUp(setting: Setting, supervisor: Supervisor, instance: Instance): Promise<void> {
  const { config, say, stopping, port, url } = setting;
  const { home, temporalNamespace: namespace } = config;

  if (config.databaseUrl) {
    say('使用 DATABASE_URL 指定的数据库。');
  } else {
    say('正在启动内置 PostgreSQL（首次约 5 秒，之后约 1 秒）……');
    const start = (signal: AbortSignal) => startEmbeddedPostgres({ home, say, signal });
    const postgres = await supervisor.add({ name: 'postgres', label: 'PostgreSQL ', tier: 0, start });
    instance.databaseUrl = postgres.url;
    if (makeKeys(config.keysFile, new Date()))
      say(
        `已生成密钥文件 ${config.keysFile}：身份证号、电话和文字用它加密，请另存一份备份；丢了它，数据打不开。`,
      );
  }

  if (config.temporalAddress) {
    say(`使用 TEMPORAL_ADDRESS 指定的 Temporal（${config.temporalAddress}）。`);
    await reach(config.temporalAddress);
  } else {
    const binary = await findTemporalBinary({ cacheHome: config.cacheHome, say, signal: stopping });
    say('正在启动内置 Temporal（约 2 至 10 秒）……');
    const start = (signal: AbortSignal) => startEmbeddedTemporal({ home, binary, namespace, say, signal });
    const temporal = await supervisor.add({ name: 'temporal', label: 'Temporal ', tier: 1, start });
    instance.temporalAddress = temporal.address;
    say(`Temporal 自带的控制台：${temporal.uiUrl}`);
  }

  if (makeAnchorKey(config.anchorKeyFile))
    say(`已生成签署审计锚的密钥 ${config.anchorKeyFile}；公钥请另行保管：wanhe audit public-key。`);

  const changes = {
    WANHE_HOME: home,
    WANHE_PORT: String(port),
    PORT: String(port),
    WANHE_PUBLIC_URL: config.publicUrl ?? url,
    WANHE_SEED: config.seed,
    WANHE_KEYS_FILE: config.keysFile,
    WANHE_ANCHOR_KEY_FILE: config.anchorKeyFile,
    WANHE_ANCHOR_DIR: config.anchorDir,
    DATABASE_URL: instance.databaseUrl,
    TEMPORAL_ADDRESS: instance.temporalAddress,
    TEMPORAL_NAMESPACE: namespace,
  };
  // what was set for a cluster elsewhere must not reach the embedded one
  const env = childEnvironment(changes, config.temporalAddress ? undefined : /^TEMPORAL_/);

  say('正在更新数据库结构（约 2 秒）……');
  await runOnce(setting, 'migrate', env);
  if (config.seed !== 'none') {
    const first = config.seed === 'demo' ? '首次种下约两百件争议，约 1 分钟' : '首次约 10 秒';
    say(`正在检查演示城市，空库时写入（${first}）……`);
    await runOnce(setting, 'seed', env, say);
  }
  say('正在检查控制台，来源有变动时重新构建（约 10 至 30 秒）……');
  await runOnce(setting, 'build', env);
  const [forApi, forWorkers] = await metricsPorts(config.metricsPort, port);
  say('正在启动工作进程与接口（约 5 至 20 秒）……');
  await Promise.all([
    supervisor.add(
      nodePart(setting, { ...env, WANHE_METRICS_PORT: forWorkers }, 'work', '工作进程', /^worker ready\b/m),
    ),
    supervisor.add(
      nodePart(setting, { ...env, WANHE_METRICS_PORT: forApi }, 'serve', '接口', /^api ready\b/m),
    ),
  ]);
  if (forApi !== 'off')
    say(
      `指标（Prometheus）：接口 http://${config.metricsHost}:${forApi}/metrics，工作进程 http://${config.metricsHost}:${forWorkers}/metrics`,
    );
}

/** The figures of the API and of the workers, each on a port of its own; instances side by side get others. */
async function metricsPorts(wanted: Config['metricsPort'], port: number): Promise<[string, string]> {
  if (wanted === 'off') return ['off', 'off'];
  const first = await nextFreePort(
    wanted ?? (port + METRICS_ABOVE < 65_000 ? port + METRICS_ABOVE : METRICS_PORT),
  );
  return [String(first), String(await nextFreePort(first + 100))];
}

const METRICS_PORT = 9464;
/** 3000 gives the port at which such figures are usually looked for. */
const METRICS_ABOVE = METRICS_PORT - 3000;

/** Runs a verb to its end; throws with its last lines when it fails. `say` hears what it says on the way. */
async function runOnce(
  { script, stopping }: Setting,
  verb: string,
  env: NodeJS.ProcessEnv,
  say?: (line: string) => void,
): Promise<void> {
  const options = { cwd: projectRoot, env, ms: 30 * 60_000, signal: stopping, ...(say ? { say } : {}) };
  const ran = await runToEnd(process.execPath, [script, verb], options);
  if (!ran.isDone) throw new Error(`wanhe ${verb} 没有完成。${lastLines(ran.output)}`);
}

/** A verb that runs for ever, in a process that ends with this one. */
function nodePart(
  { config, script }: Setting,
  env: NodeJS.ProcessEnv,
  verb: string,
  label: string,
  ready: RegExp,
): Part {
  const logFile = join(config.home, 'logs', `${verb}.log`);
  const start = async (signal: AbortSignal): Promise<Running> => {
    const child = await startChild(process.execPath, [script, verb], {
      cwd: projectRoot,
      env,
      logFile,
      isTied: true,
    });
    const stop = () => child.end([['SIGTERM', 7000]]);
    try {
      await untilReady(child, label, 180_000, () => ready.test(child.said()), signal);
    } catch (error) {
      await stop();
      throw error;
    }
    return { child, stop };
  };
  return { name: verb, label, tier: 2, start };
}

/** Throws a sentence when nobody listens at host:port. */
async function reach(address: string): Promise<void> {
  const [host, port] = address.split(':');
  const socket = connect({ host, port: Number(port), timeout: 10_000 });
  try {
    socket.once('timeout', () => socket.destroy(new Error('timeout')));
    await once(socket, 'connect');
  } catch {
    throw new Error(
      `连不上 TEMPORAL_ADDRESS 指定的 Temporal（${address}）：请检查地址，或删去这个变量改用内置的。`,
    );
  } finally {
    socket.destroy();
  }
}
