/** Mediators as their managers read them: skills, leave, load. */
import type { Day } from '../domain/day.ts';
import type { AccountId, DistrictCode } from '../domain/ids.ts';
import { isAwaySql, lastProfile } from './mediator.repository.ts';
import type { Em } from './orm.ts';
import { containing, type Page, type PageAsked, pageSql, readPage, readSort } from './page.ts';

export type MediatorRow = {
  id: AccountId;
  login: string;
  name: string;
  district: DistrictCode;
  districtName: string;
  skills: string[];
  openCases: number;
  maxCases: number | null;
  isAway: boolean;
  awayFrom: Day | null;
  awayUntil: Day | null;
  /** Null where no profile was ever set. */
  changedBy: string | null;
  changedByName: string | null;
  changedAt: string | Date | null;
};

const sorts = { login: 'q.login', openCases: 'q."openCases"', district: 'q.district' };
export const mediatorSorts = Object.keys(sorts);

export type MediatorsAsked = PageAsked & {
  districts: readonly DistrictCode[];
  /** The day that decides who is away. */
  day: Day;
  /** A fragment of a name or login. */
  q?: string | undefined;
  district?: DistrictCode | undefined;
  skill?: string | undefined;
  isAway?: boolean | undefined;
  id?: AccountId | undefined;
};

export async function listMediators(em: Em, asked: MediatorsAsked): Promise<Page<MediatorRow>> {
  const { after, tail, params } = pageSql(asked, sorts, 'q.id');
  const { column } = readSort(asked, sorts);
  const where = ['q.district in (?)'];
  const values: unknown[] = [asked.day, asked.day, [...asked.districts, '']];
  const add = (sql: string, ...given: unknown[]) => {
    where.push(sql);
    values.push(...given);
  };
  if (asked.id !== undefined) add('q.id = ?', asked.id);
  if (asked.district !== undefined) add('q.district = ?', asked.district);
  if (asked.skill !== undefined) add('? = any(q.skills)', asked.skill);
  if (asked.isAway !== undefined) add('q."isAway" = ?', asked.isAway);
  if (asked.q !== undefined) {
    const fragment = containing(asked.q);
    add('(q.name ilike ? or q.login ilike ?)', fragment, fragment);
  }
  return readPage<MediatorRow>(
    em,
    `select q.*, (${column})::text as "sortValue" from (
       select a.id, a.login, a.name, a.district, t.name as "districtName", coalesce(m.skills, '{}') as skills,
         (select count(*)::int from case_record c where c.owner = a.id::text and c.is_open) as "openCases",
         m.max_cases as "maxCases", ${isAwaySql} as "isAway", m.away_from::text as "awayFrom",
         m.away_until::text as "awayUntil", m.changed_by as "changedBy", b.name as "changedByName",
         m.changed_at as "changedAt"
       from account a join district t on t.code = a.district ${lastProfile}
         left join account b on b.id::text = m.changed_by
       where a.is_active and 'mediator' = any(a.roles)) q
     where ${where.join(' and ')}${after}${tail}`,
    [...values, ...params],
    asked,
  );
}
