/** A pool of `pg` and its clients, as far as they matter here. */
type Client = { release(destroy: boolean): void; once(event: 'end', listener: () => void): unknown };
type Pool = { on(event: 'connect' | 'acquire', listener: (client: Client) => void): unknown } & {
  on(event: 'release', listener: (error: unknown, client: Client) => void): unknown;
};

/** Whoever held the connection has let go by then, if it will at all. */
const PATIENCE_MS = 1000;

/**
 * Gives a connection that died inside a transaction back to its pool. Kysely keeps it when the rollback fails
 * (kysely-org/kysely#1990), so that after as many deaths as the pool is large every query waits for ever.
 */
export function releaseDeadConnections(pool: Pool): void {
  const held = new Set<Client>();
  pool.on('acquire', (client) => held.add(client));
  pool.on('release', (_error, client) => held.delete(client));
  pool.on('connect', (client) => {
    client.once('end', () => {
      setTimeout(() => {
        if (held.has(client)) client.release(true);
      }, PATIENCE_MS);
    });
  });
}
