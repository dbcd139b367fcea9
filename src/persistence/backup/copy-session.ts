/** One transaction held on one connection, over which whole tables are copied in and out. */
import type { IsolationLevel } from '@mikro-orm/core';
import copy from 'pg-copy-streams';
import type { Em, Orm } from '../orm.ts';

/** A client of `pg`, as far as it matters here. */
type Client = {
  processID: number;
  connection: { stream: { destroy(): void } };
  query(sql: string, values: unknown[]): Promise<{ rows: object[] }>;
  query<Stream extends Copying>(stream: Stream): Stream;
};
type Copying = ReturnType<typeof copy.to> | ReturnType<typeof copy.from>;

export type CopySession = {
  /** In the same transaction; for migrations alone. */
  em: Em;
  /** The moment of its first statement: what was committed before is seen, what is committed later is not where it reads repeatably. */
  moment: Date;
  ask<Row extends object>(sql: string, values?: unknown[]): Promise<Row[]>;
  copyOut(sql: string): ReturnType<typeof copy.to>;
  copyIn(sql: string): ReturnType<typeof copy.from>;
};

/** How the sessions of the house are called in `pg_stat_activity`; these call themselves otherwise. */
export const OWN_NAME = 'wanhe copy';

/** Commits when `run` has ended; what it throws is thrown, and nothing is kept. */
export async function inCopySession<T>(
  orm: Orm,
  options: { isolationLevel?: IsolationLevel; readOnly?: boolean },
  run: (session: CopySession) => Promise<T>,
): Promise<T> {
  const pool = await orm.em.getConnection().getNativeClient();
  const held = new Set<Client>();
  const take = (client: unknown) => {
    held.add(client as Client);
  };
  pool.on('acquire', take);
  let failure: { error: unknown } | null = null;
  try {
    return await orm.em.fork().transactional(async (em) => {
      const [first] = await em.execute<{ pid: number; moment: number }[]>(
        `select pg_backend_pid() as pid, (extract(epoch from clock_timestamp()) * 1000)::float8 as moment,
           set_config('application_name', '${OWN_NAME}', false)`,
      );
      const client = [...held].find(({ processID }) => processID === first!.pid);
      if (client === undefined) throw new Error('the connection of the transaction is not the pool’s');
      let isCopying = false;
      const begun = <Stream extends Copying>(stream: Stream, end: 'end' | 'finish'): Stream => {
        isCopying = true;
        stream.once(end, () => {
          isCopying = false;
        });
        return stream;
      };
      try {
        return await run({
          em,
          moment: new Date(first!.moment),
          ask: async (sql, values = []) => (await client.query(sql, values)).rows as never[],
          copyOut: (sql) => begun(client.query(copy.to(sql)), 'end'),
          copyIn: (sql) => begun(client.query(copy.from(sql)), 'finish'),
        });
      } catch (error) {
        failure = { error };
        // A copy that was broken off leaves the connection in its middle: a rollback would wait for ever.
        if (isCopying) client.connection.stream.destroy();
        throw error;
      }
    }, options);
  } catch (error) {
    throw failure === null ? error : (failure as { error: unknown }).error;
  } finally {
    pool.off('acquire', take);
  }
}
