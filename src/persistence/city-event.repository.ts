/** What happens to the city's register: one change after the other, each with its event, sent twice done once. */
import type { Changes } from '../domain/changes.ts';
import type { DistrictCode } from '../domain/ids.ts';
import { Refusal } from '../domain/refusal.ts';
import type { AccountWish } from './account-event.repository.ts';
import { Body, CityEvent, type CityThing } from './city.entity.ts';
import type { Em } from './orm.ts';

/** Held to the end of the transaction: the register is changed by one at a time. */
export async function lockCity(em: Em): Promise<void> {
  await em.execute(`select pg_advisory_xact_lock(hashtext('city'))`);
}

/** What an earlier sending of this wish was about; null where it is the first. Refuses `command/key-reused`. */
export async function cityDoneBefore(em: Em, wish: AccountWish): Promise<string | null> {
  const earlier = await em.findOne(CityEvent, { commandId: wish.commandId });
  if (earlier === null) return null;
  if (earlier.fingerprint !== wish.fingerprint) throw new Refusal('command/key-reused');
  return earlier.id;
}

/** How many changes a thing has had: what is seen of it, so that of two at once none is lost. */
export async function cityVersion(em: Em, thing: CityThing, id: string): Promise<number> {
  return em.count(CityEvent, { thing, id });
}

export type CityChange = {
  thing: CityThing;
  id: string;
  kind: CityEvent['kind'];
  district: DistrictCode;
  changes: Changes;
};

/** In the caller's transaction, under `lockCity`. */
export async function addCityEvent(em: Em, change: CityChange, wish: AccountWish): Promise<void> {
  const no = (await cityVersion(em, change.thing, change.id)) + 1;
  em.create(CityEvent, { ...change, no, ...wish });
}

/** Whether a district has another open body of this kind. */
export async function hasOtherOpen(em: Em, { id, kind, district }: Body): Promise<boolean> {
  return (await em.count(Body, { id: { $ne: id }, kind, district, closedOn: null })) > 0;
}
