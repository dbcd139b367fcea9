/** The connections of this process, counted over all its pools. */
export type PoolCounts = { total: number; idle: number; waiting: number };

type Pool = { totalCount: number; idleCount: number; waitingCount: number; ended?: boolean };
const pools = new Set<Pool>();

export function watchPool(pool: Pool): void {
  pools.add(pool);
}

export function poolCounts(): PoolCounts {
  const counts: PoolCounts = { total: 0, idle: 0, waiting: 0 };
  for (const pool of pools) {
    if (pool.ended) {
      pools.delete(pool);
      continue;
    }
    counts.total += pool.totalCount;
    counts.idle += pool.idleCount;
    counts.waiting += pool.waitingCount;
  }
  return counts;
}
