/** The embedded Temporal development server: on the loopback only, its histories in one file of the home. */
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Connection } from '@temporalio/client';
import { childEnvironment } from '../config.ts';
import { type Child, startChild, untilReady } from './child.ts';
import { freePort } from './free-port.ts';
import { readPrivate, writePrivate } from './private-file.ts';
import { endStranger, isAlive, type ProcessMark } from './process-mark.ts';

type Memory = { port: number; uiPort: number; process?: ProcessMark };

export type EmbeddedTemporal = {
  /** host:port of the frontend. */
  address: string;
  /** Web address of Temporal's own console; undefined when it runs without. */
  uiUrl: string | undefined;
  pid: number;
  child: Child;
  stop(): Promise<void>;
  /** As a power cut: kill -9. */
  kill(): Promise<void>;
};

export type EmbeddedTemporalOptions = {
  home: string;
  /** From findTemporalBinary. */
  binary: string;
  namespace?: string;
  /** False: nothing is kept, and no console runs. */
  isDurable?: boolean;
  say?: (line: string) => void;
  signal?: AbortSignal;
};

/** Whether a Temporal server answers at the address and knows the namespace, asked once with a short patience. */
async function isServing(address: string, namespace: string): Promise<boolean> {
  let connection: Connection | undefined;
  try {
    connection = await Connection.connect({ address, connectTimeout: 1000 });
    const asking = connection.workflowService.describeNamespace({ namespace });
    await Promise.race([asking, pause(2000).then(() => Promise.reject(new Error('late')))]);
    return true;
  } catch {
    return false;
  } finally {
    await connection?.close();
  }
}

/** Starts the server and resolves when its namespace answers. Throws a sentence otherwise. */
export async function startEmbeddedTemporal(options: EmbeddedTemporalOptions): Promise<EmbeddedTemporal> {
  const { home, binary, namespace = 'default', isDurable = true, signal, say = () => {} } = options;
  mkdirSync(home, { recursive: true });
  const memoryFile = join(home, 'temporal.json');
  const memory = readPrivate<Memory>(memoryFile);
  if (memory?.process && isAlive(memory.process)) {
    say(`上次遗留的 Temporal（进程 ${memory.process.pid}）仍在运行，先将它停下（约数秒）。`);
    await endStranger(memory.process, [['SIGTERM', 5000]]);
  }

  const launch = async (port: number, uiPort: number) => {
    const storage = isDurable
      ? ['--db-filename', join(home, 'temporal.db'), '--ui-port', String(uiPort)]
      : ['--headless'];
    const child = await startChild(
      binary,
      [
        'server',
        'start-dev',
        ...['--ip', '127.0.0.1', '--port', String(port), '--namespace', namespace],
        ...['--log-level', 'error', '--log-format', 'json', ...storage],
      ],
      {
        cwd: home,
        // the user's own settings for the client commands of this program must not reach the server
        env: childEnvironment({}, /^TEMPORAL_/),
        logFile: join(home, 'logs', 'temporal.log'),
      },
    );
    writePrivate(memoryFile, { port, uiPort, process: child.mark });
    try {
      const probe = () => isServing(`127.0.0.1:${port}`, namespace);
      await untilReady(child, 'Temporal ', 90_000, probe, signal);
      // the server itself leaves its file readable for everybody
      if (isDurable) chmodSync(join(home, 'temporal.db'), 0o600);
      return child;
    } catch (error) {
      await child.end([['SIGTERM', 3000]]);
      throw Object.assign(error as Error, { said: child.said() });
    }
  };

  for (let attempt = 1; ; attempt++) {
    const port = await freePort(memory?.port);
    const uiPort = await freePort(memory?.uiPort);
    try {
      const child = await launch(port, uiPort);
      return {
        address: `127.0.0.1:${port}`,
        uiUrl: isDurable ? `http://127.0.0.1:${uiPort}` : undefined,
        pid: child.mark.pid,
        child,
        stop: () => child.end([['SIGTERM', 4000]]),
        kill: () => child.end([['SIGKILL', 5000]]),
      };
    } catch (error) {
      // the server picks further ports by itself, and another process may be quicker
      const said = (error as { said?: string }).said ?? '';
      if (attempt === 3 || !/address already in use|can't (set|use) (frontend |UI )?port/i.test(said))
        throw error;
    }
  }
}
