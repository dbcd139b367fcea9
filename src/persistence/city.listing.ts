/** Bodies of the linkage chain as a case looks for them. */
import type { Changes } from '../domain/changes.ts';
import type { Day } from '../domain/day.ts';
import type { BodyId, DistrictCode } from '../domain/ids.ts';
import type { Body, BodyKind, CityThing } from './city.entity.ts';
import type { Em } from './orm.ts';
import { containing, type Page, type PageAsked, pageSql, readPage, readSort } from './page.ts';

export type NearBody = { id: BodyId; kind: BodyKind; name: string; district: DistrictCode };

/** Of each kind the body nearest to a district: its own, else that of the district above, and so on; at most one a kind. */
export async function nearestBodies(
  em: Em,
  district: DistrictCode,
  kinds: readonly BodyKind[],
): Promise<NearBody[]> {
  return em.execute<NearBody[]>(
    `with recursive up as (
       select code, parent, 0 as steps from district where code = ?
       union all select d.code, d.parent, u.steps + 1 from district d join up u on d.code = u.parent)
     select distinct on (b.kind) b.id, b.kind, b.name, b.district from body b join up u on u.code = b.district
     where b.kind in (?) and b.closed_on is null order by b.kind, u.steps, b.id`,
    [district, [...kinds, '']],
  );
}

export type DistrictRow = { code: DistrictCode; name: string; parent: DistrictCode | null; version: number };

const versionOf = (thing: CityThing, id: string) =>
  `(select count(*)::int from city_event e where e.thing = '${thing}' and e.id = ${id}) as version`;

export async function listDistricts(em: Em): Promise<DistrictRow[]> {
  return em.execute<DistrictRow[]>(
    `select d.code, d.name, d.parent, ${versionOf('district', 'd.code')} from district d order by d.code`,
  );
}

export type BodyRow = Pick<Body, 'id' | 'kind' | 'name' | 'district' | 'numbering'> & {
  closedOn: Day | null;
  version: number;
};

/** Of all districts; the closed ones stand last in theirs. */
export async function listBodies(em: Em): Promise<BodyRow[]> {
  return em.execute<BodyRow[]>(
    `select b.id, b.kind, b.name, b.district, b.numbering, b.closed_on::text as "closedOn",
       ${versionOf('body', 'b.id')}
     from body b order by b.district, b.closed_on nulls first, b.id`,
  );
}

export type CityEventRow = {
  thing: CityThing;
  id: string;
  no: number;
  name: string | null;
  kind: 'added' | 'changed';
  district: DistrictCode;
  districtName: string;
  by: string;
  byName: string | null;
  at: Date | string;
  changes: Changes;
};

const sorts = { at: 'q.at', name: 'q.name', district: 'q.district' };
export const cityEventSorts = Object.keys(sorts);

export type CityEventsAsked = PageAsked & {
  districts: readonly DistrictCode[];
  /** A fragment of a name. */
  q?: string | undefined;
  district?: DistrictCode | undefined;
  thing?: CityThing | undefined;
};

export async function listCityEvents(em: Em, asked: CityEventsAsked): Promise<Page<CityEventRow>> {
  const { after, tail, params } = pageSql(asked, sorts, 'q."commandId"');
  const { column } = readSort(asked, sorts);
  const where = ['q.district in (?)'];
  const values: unknown[] = [[...asked.districts, '']];
  const add = (sql: string, given: unknown) => {
    where.push(sql);
    values.push(given);
  };
  if (asked.district !== undefined) add('q.district = ?', asked.district);
  if (asked.thing !== undefined) add('q.thing = ?', asked.thing);
  if (asked.q !== undefined) add('q.name ilike ?', containing(asked.q));
  return readPage<CityEventRow>(
    em,
    `select q.*, (${column})::text as "sortValue" from (
       select e.thing, e.id, e.no, e.kind, e.district, t.name as "districtName", e.by, a.name as "byName", e.at,
         e.changes, e.command_id as "commandId", coalesce(d.name, b.name, c.heading) as name
       from city_event e left join district t on t.code = e.district left join account a on a.id::text = e.by
         left join district d on e.thing = 'district' and d.code = e.id
         left join body b on e.thing = 'body' and b.id = e.id
         left join capacity c on e.thing = 'capacity' and c.id = e.id) q
     where ${where.join(' and ')}${after}${tail}`,
    [...values, ...params],
    asked,
  );
}
