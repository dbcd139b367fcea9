/** What lies open today: how much on whose desk and in which district, how old it is, what is stuck. */
import { addDays, type Day } from '../domain/day.ts';
import { ageings } from '../domain/figure/slices.ts';
import type { StuckReason } from '../domain/figure/stuck.ts';
import type { CaseId, DistrictCode } from '../domain/ids.ts';
import { lacking } from './check.listing.ts';
import type { Em } from './orm.ts';
import { type Page, type PageAsked, pageSql, readPage, readSort } from './page.ts';

export const caseloadsBy = ['mediator', 'district'] as const;
export type CaseloadBy = (typeof caseloadsBy)[number];

export type CaseloadRow = {
  key: string;
  name: string;
  /** Of a mediator: where they work. */
  districtName: string;
  open: number;
  overdueCases: number;
  overdueTasks: number;
  dueThisWeek: number;
  oldestOn: Day | null;
  /** In the order of `ageings`. */
  ages: number[];
};

const groups = {
  mediator: {
    key: 'c.owner',
    all: `select a.id::text as key, a.name, t.name as "districtName" from account a join district t on t.code = a.district
      where (a.district in (?) and a.is_active and 'mediator' = any(a.roles))
        or a.id::text in (select key from load)`,
  },
  district: {
    key: 'c.district',
    all: `select t.code as key, t.name, '' as "districtName" from district t where t.code in (?)`,
  },
} as const satisfies Record<CaseloadBy, { key: string; all: string }>;

const WEEK = 7;

/** Everybody and every place, those with nothing too; the heaviest first. */
export async function readCaseload(
  em: Em,
  by: CaseloadBy,
  districts: readonly DistrictCode[],
  today: Day,
): Promise<CaseloadRow[]> {
  const { key, all } = groups[by];
  const ages = ageings.map(
    ({ least, most }) =>
      `count(*) filter (where ?::date - c.opened_on between ${least} and ${Math.min(most, 1_000_000)})::int`,
  );
  const within = [...districts, ''];
  return em.execute<CaseloadRow[]>(
    `with load as (
       select ${key} as key, count(*)::int as open, count(*) filter (where k.overdue > 0)::int as "overdueCases",
         coalesce(sum(k.overdue), 0)::int as "overdueTasks", coalesce(sum(k.soon), 0)::int as "dueThisWeek",
         min(c.opened_on)::text as "oldestOn", array[${ages.join(', ')}] as ages
       from case_record c, lateral (
         select count(*) filter (where due_on < ?::date)::int as overdue,
           count(*) filter (where due_on >= ?::date and due_on < ?::date)::int as soon
         from task where case_id = c.id) k
       where c.is_open and c.story = 'dispute' and c.district in (?) group by 1)
     select w.key, w.name, w."districtName", coalesce(l.open, 0) as open, coalesce(l."overdueCases", 0) as "overdueCases",
       coalesce(l."overdueTasks", 0) as "overdueTasks", coalesce(l."dueThisWeek", 0) as "dueThisWeek", l."oldestOn",
       coalesce(l.ages, array_fill(0, array[${ages.length}])) as ages
     from (${all}) w left join load l on l.key = w.key order by open desc, w.name, w.key`,
    [...ages.map(() => today), today, today, addDays(today, WEEK), within, within],
  );
}

export type StuckRow = {
  id: CaseId;
  story: string;
  receiptNumber: string;
  state: string;
  district: DistrictCode;
  districtName: string;
  ownerName: string;
  why: StuckReason[];
  /** The step that waits longest: its day, its code and what it is about. */
  since: Day;
  task: string | null;
  overdueTasks: number;
};

const sorts = { since: 'q.since', district: 'q.district' };
export const stuckSorts = Object.keys(sorts);

export type StuckAsked = PageAsked & {
  districts: readonly DistrictCode[];
  today: Day;
  district?: DistrictCode | undefined;
  why?: StuckReason | undefined;
};

/** Open cases without owner, next action or date, or with a step that is overdue. */
export async function listStuck(em: Em, asked: StuckAsked): Promise<Page<StuckRow>> {
  const { after, tail, params } = pageSql(asked, sorts, 'q.id');
  const { column } = readSort(asked, sorts);
  const where = ['cardinality(q.why) > 0'];
  const values: unknown[] = [asked.today, [...asked.districts, '']];
  if (asked.district !== undefined) {
    where.push('q.district = ?');
    values.push(asked.district);
  }
  if (asked.why !== undefined) {
    where.push('? = any(q.why)');
    values.push(asked.why);
  }
  const reasons = [
    ...Object.entries(lacking).map(([reason, sql]) => `case when ${sql} then '${reason}' end`),
    `case when o.tasks > 0 then 'overdue' end`,
  ];
  return readPage<StuckRow>(
    em,
    `select q.*, q.since::text as since, (${column})::text as "sortValue" from (
       select c.id, c.story, coalesce(d.receipt_number, r.other_number, '') as "receiptNumber", c.state, c.district,
         t.name as "districtName", coalesce(a.name, '') as "ownerName",
         array_remove(array[${reasons.join(', ')}], null) as why,
         coalesce(o.since, (c.updated_at at time zone 'Asia/Shanghai')::date) as since, o.task, o.tasks as "overdueTasks"
       from case_record c join district t on t.code = c.district left join account a on a.id::text = c.owner
         left join referral r on r.id = c.id left join dispute d on d.id = coalesce(r.parent_id, r.child_id, c.id),
         lateral (select min(k.due_on) as since, count(*)::int as tasks, (array_agg(k.key order by k.due_on, k.key))[1] as task
           from task k where k.case_id = c.id and k.due_on < ?::date) o
       where c.is_open and c.district in (?)) q
     where ${where.join(' and ')}${after}${tail}`,
    [...values, ...params],
    asked,
  );
}
