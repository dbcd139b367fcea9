/** The clocks of open cases that a rule pack may move, and how far the moving has come. */
import type { CaseState, Story } from '../domain/case.ts';
import type { Day } from '../domain/day.ts';
import type { CaseId, DistrictCode } from '../domain/ids.ts';
import { readSnapshot } from '../domain/story.ts';
import type { Em } from './orm.ts';

export type OpenClockRow = {
  case: CaseId;
  story: Story;
  district: DistrictCode;
  receiptNumber: string;
  clock: string;
  rule: string;
  name: string;
  startedOn: Day;
  dueOn: Day;
  provisional: boolean;
  /** The pack it was computed with. */
  pack: string;
};

/** Those computed by law, in cases that are not on pack `but`; a referral bears its dispute's number, or the other body's. */
export async function listLawClocks(em: Em, but: string): Promise<OpenClockRow[]> {
  return em.execute<OpenClockRow[]>(
    `select c.id as case, c.story, c.district, coalesce(d.receipt_number, r.other_number, '') as "receiptNumber", k.id as clock, k.rule, k.name,
       k.started_on::text as "startedOn", k.due_on::text as "dueOn", k.provisional, k.pack
     from clock k join case_record c on c.id = k.case_id left join referral r on r.id = c.id
       left join dispute d on d.id = coalesce(r.parent_id, r.child_id, c.id)
     where k.ended_on is null and k.pack <> '' and c.is_open and c.snapshot->>'pack' is distinct from ?
     order by "receiptNumber", c.id, k.id`,
    [but],
  );
}

export async function snapshotsOf(em: Em, ids: readonly CaseId[]): Promise<Map<CaseId, CaseState>> {
  const rows = await em.execute<{ id: CaseId; snapshot: CaseState }[]>(
    'select id, snapshot from case_record where id = any(?::uuid[])',
    [`{${ids.join(',')}}`],
  );
  return new Map(rows.map(({ id, snapshot }) => [id, readSnapshot(snapshot)]));
}

export type MoveCounts = { moved: number; pending: number; refused: number };

/** The commands that move cases to this pack, by what came of them. */
export async function countMoves(em: Em, pack: string): Promise<MoveCounts> {
  const [counts] = await em.execute<MoveCounts[]>(
    `select count(*) filter (where status = 'done')::int as moved, count(*) filter (where status = 'pending')::int as pending,
       count(*) filter (where status = 'refused')::int as refused
     from command where kind = 'move-pack' and asked->>'pack' = ?`,
    [pack],
  );
  return counts ?? { moved: 0, pending: 0, refused: 0 };
}

/** Cases that are already being moved to this pack. */
export async function casesBeingMoved(em: Em, pack: string): Promise<CaseId[]> {
  const rows = await em.execute<{ id: CaseId }[]>(
    `select distinct case_id as id from command where kind = 'move-pack' and status = 'pending' and asked->>'pack' = ?`,
    [pack],
  );
  return rows.map(({ id }) => id);
}
