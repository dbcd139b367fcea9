/** What was ordered in bulk and takes its time, with how far it is: imports, and commands ordered together. */
import type { AccountId, CaseId } from '../domain/ids.ts';
import { Refusal, type RefusalCode, type RefusalFacts } from '../domain/refusal.ts';
import type { JobKind } from './job.entity.ts';
import type { Em } from './orm.ts';

export type JobRow = {
  id: string;
  kind: JobKind | 'import';
  about: string | null;
  at: Date;
  total: number;
  done: number;
  refused: number;
  pending: number;
};

const counts = (status: string) =>
  `count(*)::int as total, count(*) filter (where ${status} in ('done', 'skipped'))::int as done,
   count(*) filter (where ${status} = 'refused')::int as refused,
   count(*) filter (where ${status} = 'pending')::int as pending`;

const jobs = `(
  select j.id, j.owner, j.kind, j.about, j.at, n.* from job j
    join lateral (select ${counts('c.status')} from command c where c.job_id = j.id) n on true
  union all
  select i.id, i.account, 'import', i.file_name, i.at, n.* from import i
    join lateral (select ${counts(`(case when l.status = 'written' then m.status else l.status end)`)}
      from import_line l left join command m on m.id = l.command_id where l.import_id = i.id) n on true
)`;
const columns = 'j.id, j.kind, j.about, j.at, j.total, j.done, j.refused, j.pending';

/** One's own: what is still under way, and what was ordered since; the newest first. */
export async function listJobs(em: Em, owner: AccountId, since: Date): Promise<JobRow[]> {
  return em.execute<JobRow[]>(
    `select ${columns} from ${jobs} j where j.owner = ? and (j.at >= ?::timestamptz or j.pending > 0)
     order by j.at desc, j.id limit 50`,
    [owner, since],
  );
}

/** Absent and another's look alike: `job/not-found`. */
export async function readJob(em: Em, id: string, owner: AccountId): Promise<JobRow> {
  const [row] = await em.execute<JobRow[]>(
    `select ${columns} from ${jobs} j where j.id = ?::uuid and j.owner = ?`,
    [id, owner],
  );
  if (row === undefined) throw new Refusal('job/not-found');
  return row;
}

export type JobRefusal = {
  case: CaseId;
  receiptNumber: string | null;
  answer: { code: RefusalCode; facts: RefusalFacts };
};

/** What of a job was refused, and why; an import's lines have a list of their own. */
export async function jobRefusals(em: Em, id: string, most: number): Promise<JobRefusal[]> {
  return em.execute<JobRefusal[]>(
    `select c.case_id as case, coalesce(d.receipt_number, o.receipt_number) as "receiptNumber", c.answer
     from command c left join dispute d on d.id = c.case_id left join referral r on r.id = c.case_id
       left join dispute o on o.id = r.parent_id
     where c.job_id = ?::uuid and c.status = 'refused' order by c.settled_at, c.id limit ?`,
    [id, most],
  );
}
