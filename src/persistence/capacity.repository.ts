import type { Day } from '../domain/day.ts';
import { needInForce } from '../domain/dispute/capacity.ts';
import type { DistrictCode } from '../domain/ids.ts';
import { Refusal } from '../domain/refusal.ts';
import { Capacity } from './capacity.entity.ts';
import type { Em } from './orm.ts';

/** A capacity that holds on a day. Refuses `capacity/unknown`, `capacity/not-in-force`. */
export async function capacityOn(em: Em, id: string, day: Day): Promise<Capacity> {
  const capacity = await em.findOne(Capacity, { id });
  if (capacity === null) throw new Refusal('capacity/unknown', { capacity: id });
  needInForce({ ...capacity, validUntil: capacity.validUntil ?? null }, day);
  return capacity;
}

export type CapacityRow = Pick<
  Capacity,
  'id' | 'body' | 'kind' | 'heading' | 'isSignOffRequired' | 'confirmed'
> & {
  bodyName: string;
  district: DistrictCode;
  validFrom: Day;
  validUntil: Day | null;
  ofBody: string | null;
  ofBodyName: string | null;
  /** The centre has not closed. */
  isOpen: boolean;
  /** How often it was changed. */
  version: number;
};

/** The capacities of all centres, or of a district's, by district, centre and day. */
export async function listCapacities(em: Em, district?: DistrictCode): Promise<CapacityRow[]> {
  return em.execute<CapacityRow[]>(
    `select c.id, c.body, b.name as "bodyName", b.district, c.kind, c.valid_from::text as "validFrom",
       c.valid_until::text as "validUntil", c.of_body as "ofBody", o.name as "ofBodyName",
       c.is_sign_off_required as "isSignOffRequired", c.heading, c.confirmed, b.closed_on is null as "isOpen",
       (select count(*)::int from city_event e where e.thing = 'capacity' and e.id = c.id) as version
     from capacity c join body b on b.id = c.body left join body o on o.id = c.of_body
     where b.district = coalesce(?, b.district) order by b.district, c.body, c.kind, c.valid_from, c.id`,
    [district ?? null],
  );
}
