/** Task queues: a campaign or a pile of papers never makes a mediator wait. `prefix` keeps installations, and tests, apart. */
export function queuesOf(prefix: string) {
  return { interactive: `${prefix}-interactive`, papers: `${prefix}-papers` } as const;
}

export const DEFAULT_QUEUE_PREFIX = 'wanhe';
