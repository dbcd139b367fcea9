/** The servers of a home that is not running, for work that needs the house closed; they are stopped again afterwards. */
import type { Config } from '../config.ts';
import { startEmbeddedPostgres } from './embedded-postgres.ts';
import { startEmbeddedTemporal } from './embedded-temporal.ts';
import { endLeftovers, holdHome, readInstance } from './instance.ts';
import { findTemporalBinary } from './temporal-binary.ts';

export type StoppedHome = {
  databaseUrl: string;
  /** Starts the engine with what it remembers; gives its address. */
  startEngine(): Promise<string>;
};

/** Holds the home meanwhile, so that nobody starts it. Throws a sentence where it runs. */
export async function withStoppedHome<T>(
  { home, cacheHome, temporalNamespace }: Config,
  say: (line: string) => void,
  use: (stopped: StoppedHome) => Promise<T>,
): Promise<T> {
  const hold = holdHome(home);
  if ('holder' in hold) {
    const where = readInstance(home)?.url ?? home;
    throw new Error(
      `宛和正在运行（进程 ${hold.holder}，${where}）；请先停止它（Ctrl-C 或者 SIGTERM），再恢复。`,
    );
  }
  const stops: (() => Promise<void>)[] = [];
  try {
    await endLeftovers(home, say);
    say('正在启动内置 PostgreSQL（首次约 5 秒，之后约 1 秒）……');
    const postgres = await startEmbeddedPostgres({ home, say });
    stops.push(postgres.stop);
    return await use({
      databaseUrl: postgres.url,
      async startEngine() {
        const binary = await findTemporalBinary({ cacheHome, say });
        say('正在启动内置 Temporal（约 2 至 10 秒）……');
        const temporal = await startEmbeddedTemporal({ home, binary, namespace: temporalNamespace, say });
        stops.push(temporal.stop);
        return temporal.address;
      },
    });
  } finally {
    for (const stop of stops.toReversed()) await stop();
    hold.release();
  }
}
