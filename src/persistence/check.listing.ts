/** The invariant of an open case: it has an owner, a next action and its date. */
import type { CaseId } from '../domain/ids.ts';
import type { Em } from './orm.ts';

export type Violation = {
  case: CaseId;
  story: string;
  state: string;
  missing: ('owner' | 'next-action' | 'date')[];
};

export async function checkOpenCases(em: Em): Promise<{ openCases: number; violations: Violation[] }> {
  const [count] = await em.execute<{ n: number }[]>(
    'select count(*)::int as n from case_record where is_open',
  );
  const rows = await em.execute<
    (Omit<Violation, 'missing'> & { owner: boolean; action: boolean; date: boolean })[]
  >(
    `select c.id as case, c.story, c.state, exists (select 1 from account a where a.id::text = c.owner and a.is_active) as owner,
       c.next_action is not null as action, c.next_on is not null as date
     from case_record c where c.is_open and (c.next_action is null or c.next_on is null
       or not exists (select 1 from account a where a.id::text = c.owner and a.is_active)) order by c.opened_on, c.id`,
  );
  const violations = rows.map(
    ({ owner, action, date, ...row }): Violation => ({
      ...row,
      missing: [
        ...(owner ? [] : (['owner'] as const)),
        ...(action ? [] : (['next-action'] as const)),
        ...(date ? [] : (['date'] as const)),
      ],
    }),
  );
  return { openCases: count?.n ?? 0, violations };
}
