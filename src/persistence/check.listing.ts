/** The invariant of an open case: it has an owner, a next action and its date. */
import type { CaseId } from '../domain/ids.ts';
import type { Em } from './orm.ts';

export type Violation = {
  case: CaseId;
  story: string;
  state: string;
  missing: ('owner' | 'next-action' | 'date')[];
};

/** What an open case `c` lacks, each as its condition. */
export const lacking = {
  owner: `not exists (select 1 from account a where a.id::text = c.owner and a.is_active)`,
  'next-action': 'c.next_action is null',
  date: 'c.next_on is null',
} as const satisfies Record<Violation['missing'][number], string>;

export async function checkOpenCases(em: Em): Promise<{ openCases: number; violations: Violation[] }> {
  const [count] = await em.execute<{ n: number }[]>(
    'select count(*)::int as n from case_record where is_open',
  );
  const missing = Object.entries(lacking).map(([what, sql]) => `case when ${sql} then '${what}' end`);
  const violations = await em.execute<Violation[]>(
    `select c.id as case, c.story, c.state, array_remove(array[${missing.join(', ')}], null) as missing
     from case_record c where c.is_open and (${Object.values(lacking).join(' or ')}) order by c.opened_on, c.id`,
  );
  return { openCases: count?.n ?? 0, violations };
}
