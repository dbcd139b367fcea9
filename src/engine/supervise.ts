import { setTimeout as pause } from 'node:timers/promises';
import type { Child } from './child.ts';

/** A part that runs; `stop` ends it in its own way and resolves when it is gone. */
export type Running = { child: Child; stop(): Promise<void> };

export type Part = {
  name: string;
  /** What the user calls it. */
  label: string;
  /** Parts of a higher tier use those of a lower one, and are ended before them. */
  tier: number;
  /** Resolves when it is ready; leaves nothing behind when it throws or the signal is raised. */
  start(signal: AbortSignal): Promise<Running>;
};

export type Supervisor = {
  /** Starts a part and keeps it running. Throws when its first start fails. */
  add<T extends Running>(part: Part & { start(signal: AbortSignal): Promise<T> }): Promise<T>;
  running(): { name: string; child: Child }[];
  /** Ends all, tier by tier. */
  end(): Promise<void>;
  /** kill -9 for all. */
  kill(): void;
};

const window = 60_000;
const deathsAllowed = 5;

/**
 * Keeps parts running: one that dies is started again after 0.5 s, 1 s, 2 s ...; at the fifth death within a minute
 * `giveUp` is called with a sentence. `changed` is called whenever a process begins or ends.
 */
export function supervise(options: {
  say(line: string): void;
  /** Where the parts' logs are, for the sentences on their deaths. */
  logs: string;
  changed(): void;
  giveUp(why: string): void;
}): Supervisor {
  const { say, logs, changed, giveUp } = options;
  const ending = new AbortController();
  const starting = new Set<Promise<unknown>>();
  let end: Promise<void> | undefined;
  const kept: { part: Part; now: Running | undefined; keeping: Promise<void> }[] = [];

  async function startPart<T extends Running>(part: { start(signal: AbortSignal): Promise<T> }): Promise<T> {
    ending.signal.throwIfAborted();
    const start = part.start(ending.signal);
    starting.add(start);
    const started = await start.finally(() => starting.delete(start));
    // the end may come in the moment it got ready, when nobody knows of it yet
    if (ending.signal.aborted) await started.stop();
    ending.signal.throwIfAborted();
    return started;
  }

  async function keep(entry: (typeof kept)[number]): Promise<void> {
    const { label } = entry.part;
    let deaths: number[] = [];
    for (;;) {
      let how: string;
      try {
        entry.now ??= await startPart(entry.part);
        changed();
        how = await entry.now.child.ended;
      } catch (error) {
        how = (error as Error).message;
      }
      if (ending.signal.aborted) return;
      entry.now = undefined;
      changed();
      const at = Date.now();
      deaths = [...deaths.filter((death) => death > at - window), at];
      if (deaths.length >= deathsAllowed) {
        giveUp(`${label}在一分钟内结束了 ${deathsAllowed} 次，不再重试（${how}），日志在 ${logs}。`);
        return;
      }
      const wait = 500 * 2 ** (deaths.length - 1);
      say(`${label}意外结束（${how}），${wait / 1000} 秒后重新启动；日志在 ${logs}。`);
      await pause(wait, undefined, { signal: ending.signal }).catch(() => {});
      if (ending.signal.aborted) return;
    }
  }

  async function endAll(): Promise<void> {
    ending.abort();
    await Promise.allSettled(starting);
    const tiers = [...new Set(kept.map(({ part }) => part.tier))].sort((a, b) => b - a);
    for (const tier of tiers) {
      const group = kept.filter(({ part }) => part.tier === tier);
      await Promise.all(group.map(({ now }) => now?.stop()));
      await Promise.all(group.map(({ keeping }) => keeping));
    }
  }

  return {
    async add(part) {
      const first = await startPart(part);
      const entry = { part, now: first as Running | undefined, keeping: Promise.resolve() };
      kept.push(entry);
      changed();
      entry.keeping = keep(entry);
      return first;
    },
    running: () => kept.flatMap(({ part, now }) => (now ? [{ name: part.name, child: now.child }] : [])),
    end() {
      // once only: a second SIGTERM would tell a child to hurry
      end ??= endAll();
      return end;
    },
    kill() {
      for (const { now } of kept) now?.child.signal('SIGKILL');
    },
  };
}
