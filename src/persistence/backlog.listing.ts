/** What waits and what is wrong, in figures: nothing in it tells of a person or a case. */
import type { Day } from '../domain/day.ts';
import type { Em } from './orm.ts';

export type Backlog = {
  pendingCommands: number;
  /** How long the oldest command has been without an outcome. */
  oldestPendingSeconds: number;
  openCases: number;
  casesWithoutNextAction: number;
  provisionalClocks: number;
  overdueTasks: number;
  undrawnPapers: number;
  pendingImportLines: number;
  /** The last year whose calendar is published; 0 where no pack is. */
  lastCalendarYear: number;
};

export async function readBacklog(em: Em, now: Date, today: Day): Promise<Backlog> {
  const [row] = await em.execute<Backlog[]>(
    `select c.n as "pendingCommands", c.age as "oldestPendingSeconds", o.n as "openCases", o.without as "casesWithoutNextAction",
       (select count(*)::int from clock k join case_record r on r.id = k.case_id where k.ended_on is null and k.provisional and r.is_open) as "provisionalClocks",
       (select count(*)::int from task where due_on < ?::date) as "overdueTasks",
       (select count(*)::int from paper where status <> 'void' and sha256 is null) as "undrawnPapers",
       (select count(*)::int from import_line where status = 'pending') as "pendingImportLines",
       coalesce((select max((content->'calendars'->-1->>'year')::int) from rule_pack), 0) as "lastCalendarYear"
     from (select count(*)::int as n, coalesce(extract(epoch from ?::timestamptz - min(created_at)), 0)::float8 as age
         from command where status = 'pending') c,
       (select count(*)::int as n, count(*) filter (where next_action is null or next_on is null)::int as without
         from case_record where is_open) o`,
    [today, now],
  );
  return row!;
}
