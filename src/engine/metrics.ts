/** Figures for Prometheus: of this process, and of the record as a whole. Every label comes from a closed set; none tells of a person or a case. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { dayAt } from '../domain/day.ts';
import { type Backlog, readBacklog } from '../persistence/backlog.listing.ts';
import type { Command } from '../persistence/command.entity.ts';
import type { Orm } from '../persistence/orm.ts';
import { poolCounts } from '../persistence/pool.ts';

type Answered = { method: string; route: string; status: string };

export type Metrics = {
  registry: Registry;
  /** Called as a request comes in; what it gives, once it is answered. */
  measure: () => (answered: Answered) => void;
  /** One try of a command: `pending` has no outcome yet. */
  tried: (command: Pick<Command, 'kind' | 'status'>) => void;
};

/** Asked for more often, the record is not read again. */
const FRESH_MS = 10_000;

const backlogHelp: Record<keyof Backlog, [name: string, help: string]> = {
  pendingCommands: ['wanhe_commands_pending', 'commands written down and without an outcome'],
  oldestPendingSeconds: ['wanhe_commands_oldest_pending_seconds', 'age of the oldest of them'],
  openCases: ['wanhe_cases_open', 'open cases'],
  casesWithoutNextAction: ['wanhe_cases_without_next_action', 'open cases without a next action or its date'],
  provisionalClocks: ['wanhe_clocks_provisional', 'running clocks past the last published calendar'],
  overdueTasks: ['wanhe_tasks_overdue', 'tasks whose day has passed'],
  undrawnPapers: ['wanhe_papers_undrawn', 'papers with a number and no file yet'],
  pendingImportLines: ['wanhe_import_lines_pending', 'register lines not yet written'],
  lastCalendarYear: ['wanhe_calendar_last_year', 'last year whose calendar is published'],
};

export function createMetrics(orm: Orm): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const answers = new Histogram({
    name: 'wanhe_http_request_duration_seconds',
    help: 'answers of the API, by route pattern and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers,
  });
  const commands = new Counter({
    name: 'wanhe_commands_total',
    help: 'tries of commands, by kind and what came of them',
    labelNames: ['kind', 'outcome'],
    registers,
  });
  new Gauge({
    name: 'wanhe_database_connections',
    help: 'connections of this process, and who waits for one',
    labelNames: ['state'],
    registers,
    collect() {
      const { total, idle, waiting } = poolCounts();
      this.set({ state: 'busy' }, total - idle);
      this.set({ state: 'idle' }, idle);
      this.set({ state: 'waiting' }, waiting);
    },
  });
  const backlog = keepFresh(() => readBacklog(orm.em.fork(), new Date(), dayAt(Date.now())));
  for (const [key, [name, help]] of Object.entries(backlogHelp))
    new Gauge({
      name,
      help,
      registers,
      async collect() {
        // Not a number: not known, because the database does not answer.
        this.set((await backlog())?.[key as keyof Backlog] ?? Number.NaN);
      },
    });
  return {
    registry,
    measure() {
      const end = answers.startTimer();
      return (answered) => void end(answered);
    },
    tried: ({ kind, status }) => commands.inc({ kind, outcome: status }),
  };
}

/** Null where it cannot be read. */
function keepFresh<T>(read: () => Promise<T>): () => Promise<T | null> {
  let kept: Promise<T | null> | undefined;
  let readAt = Number.NEGATIVE_INFINITY;
  return () => {
    if (kept === undefined || Date.now() - readAt > FRESH_MS) {
      readAt = Date.now();
      kept = read().catch(() => {
        readAt = Number.NEGATIVE_INFINITY;
        return null;
      });
    }
    return kept;
  };
}
