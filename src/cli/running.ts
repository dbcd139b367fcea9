/** Finds what a command works on: the running instance, or what the environment names. */
import { type Config, readConfig } from '../config.ts';
import { readInstance } from '../engine/instance.ts';
import { readKeys } from '../engine/key-file.ts';
import { type Orm, openOrm } from '../persistence/orm.ts';
import { UsageError } from './verb.ts';

export function databaseUrl(): string {
  const config = readConfig();
  const url = config.databaseUrl ?? readInstance(config.home)?.databaseUrl;
  if (url === undefined)
    throw new UsageError(
      `没有找到正在运行的宛和（${config.home}），也没有设 DATABASE_URL；请先 npm start，或者设好 DATABASE_URL。`,
    );
  return url;
}

/** Opens the database for the length of `use`. */
export async function withDatabase<T>(use: (orm: Orm) => Promise<T>): Promise<T> {
  const orm = await openOrm(databaseUrl(), readKeys(readConfig().keysFile), 4);
  try {
    return await use(orm);
  } finally {
    await orm.close();
  }
}

/** The servers that `serve` and `work` need; both from the environment, or from the running instance. */
export function namedServers(config: Config) {
  const instance = readInstance(config.home);
  const database = config.databaseUrl ?? instance?.databaseUrl;
  const engine = config.temporalAddress ?? instance?.temporalAddress;
  if (database === undefined || engine === undefined)
    throw new UsageError('需要 DATABASE_URL 与 TEMPORAL_ADDRESS；只在本机试用请运行 npm start。');
  const url = instance?.url ?? `http://127.0.0.1:${config.port}`;
  return { ...config, databaseUrl: database, temporalAddress: engine, url };
}
