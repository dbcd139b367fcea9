/** Bodies of the linkage chain as a case looks for them. */
import type { BodyId, DistrictCode } from '../domain/ids.ts';
import type { BodyKind } from './city.entity.ts';
import type { Em } from './orm.ts';

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
     where b.kind in (?) order by b.kind, u.steps, b.id`,
    [district, [...kinds, '']],
  );
}
