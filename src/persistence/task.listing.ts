/** What is to be done, with whose case it is, which clock asks for it, and since when. */
import type { Day } from '../domain/day.ts';
import type { AccountId, BodyId, CaseId, DistrictCode } from '../domain/ids.ts';
import type { ReferralState } from '../domain/referral/state.ts';
import { rulesByTask } from '../domain/task-acts.ts';
import { type AskedWord, askedWords, disputesWith, type Sql } from './asked-words.ts';
import type { Em } from './orm.ts';
import { type Page, type PageAsked, pageSql, readPage, readSort } from './page.ts';
import { DUE, INCOMING, referralsBroughtWith, referralsSeenWith } from './referral.listing.ts';

export type TaskRow = {
  id: string;
  case: CaseId;
  story: string;
  receiptNumber: string | null;
  key: string;
  why: string;
  owner: string;
  ownerName: string;
  dueOn: Day;
  /** The clock that asks for it; null: it follows from the last act. */
  clock: string | null;
  article: string | null;
  since: Day;
  worker: string | null;
  workerCount: number;
  employer: string | null;
  fromName: string | null;
  toName: string | null;
  /** What decides which acts are open to whom: the case's state, its owner, or all of a referral. */
  state: string;
  district: DistrictCode;
  caseOwner: AccountId | null;
  referral: ReferralState | null;
};

export type TasksAsked = PageAsked & {
  q?: string | undefined;
  /** Due no earlier than the one day and no later than the other. */
  from?: Day | null | undefined;
  until?: Day | undefined;
};

const SINCE = `coalesce(k.started_on, (c.snapshot->>'lastActOn')::date, c.opened_on)`;
const sorts = { dueOn: 't.due_on', since: SINCE };
export const taskSorts = Object.keys(sorts);

export async function listTasks(
  em: Em,
  asked: TasksAsked & {
    districts: readonly DistrictCode[];
    owner?: string | undefined;
    case?: CaseId | undefined;
  },
): Promise<Page<TaskRow>> {
  const where = ['c.district in (?)'];
  const values: unknown[] = [[...asked.districts, '']];
  if (asked.owner !== undefined) {
    where.push('t.owner = ?');
    values.push(asked.owner);
  }
  if (asked.case !== undefined) {
    where.push('t.case_id = ?');
    values.push(asked.case);
  }
  return readTasks(em, asked, { sql: 'task', values: [] }, { sql: where.join(' and '), values }, (word) => {
    const [ours, theirs] = [disputesWith(word), referralsBroughtWith(word)];
    return {
      sql: `(d.id in (select f.id from (${ours.sql}) f) or c.id in (select f.id from (${theirs.sql}) f))`,
      values: [...ours.values, ...theirs.values],
    };
  });
}

/** A liaison officer's tasks: their own, and each referral that waits for their body to answer. */
export async function listLiaisonTasks(
  em: Em,
  asked: TasksAsked & { account: AccountId; body: BodyId },
): Promise<Page<TaskRow>> {
  const { account, body } = asked;
  const source = `(select o.case_id, o.key, o.why, o.owner, o.due_on from task o where o.owner = ?
    union all
    select c.id, w.why, w.why, ?, coalesce(${DUE}, c.next_on)
    from case_record c join referral r on r.id = c.id join lateral (select
      case when c.state in ('sent', 'received') then 'answer-referral' else 'report-referral' end as why) w on true
    where r.to_body = ? and not (${INCOMING}) and c.state in ('sent', 'received', 'accepted', 'working'))`;
  const values = [account, account, body];
  return readTasks(em, asked, { sql: source, values }, { sql: 'true', values: [] }, (word) => {
    const { sql, values: given } = referralsSeenWith(word);
    return { sql: `c.id in (select f.id from (${sql}) f)`, values: given };
  });
}

const partyOf = (side: 'worker' | 'employer') =>
  `(select p.name from party p where p.dispute_id = d.id and p.side = '${side}' order by p.no limit 1)`;

async function readTasks(
  em: Em,
  asked: TasksAsked,
  source: Sql,
  within: Sql,
  fits: (word: AskedWord) => Sql,
): Promise<Page<TaskRow>> {
  const { after, tail, params } = pageSql(asked, sorts, "(t.case_id::text || '/' || t.key)");
  const { column } = readSort(asked, sorts);
  const conditions = [
    within,
    ...(asked.from ? [{ sql: 't.due_on >= ?::date', values: [asked.from] }] : []),
    ...(asked.until ? [{ sql: 't.due_on <= ?::date', values: [asked.until] }] : []),
    ...(asked.q === undefined ? [] : askedWords(asked.q).map(fits)),
  ];
  return readPage<TaskRow>(
    em,
    `select t.case_id::text || '/' || t.key as id, t.case_id as case, c.story, d.receipt_number as "receiptNumber",
       t.key, t.why, t.owner, coalesce(a.name, '') as "ownerName", t.due_on::text as "dueOn",
       k.name as clock, k.article, ${SINCE}::text as since, ${partyOf('worker')} as worker,
       (select count(*)::int from party p where p.dispute_id = d.id and p.side = 'worker') as "workerCount",
       ${partyOf('employer')} as employer, f.name as "fromName", b.name as "toName", c.state, c.district,
       c.owner as "caseOwner", case when c.story = 'referral' then c.snapshot end as referral,
       (${column})::text as "sortValue"
     from ${source.sql} t join case_record c on c.id = t.case_id left join referral r on r.id = c.id
       left join dispute d on d.id = coalesce(r.parent_id, r.child_id, c.id)
       left join body f on f.id = r.from_body left join body b on b.id = r.to_body
       left join account a on a.id::text = t.owner
       left join lateral (select k.name, k.article, k.started_on from clock k
         where k.case_id = t.case_id and k.ended_on is null and k.due_on = t.due_on
           and (k.about is null or t.key = t.why || ':' || k.about) and jsonb_exists(?::jsonb -> t.why, k.rule)
         order by k.started_on, k.id limit 1) k on true
     where ${conditions.map(({ sql }) => sql).join(' and ')}${after}${tail}`,
    [...source.values, JSON.stringify(rulesByTask), ...conditions.flatMap(({ values }) => values), ...params],
    asked,
  );
}
