/** The city's register is changed by whoever administers the district, one change after the other, each with its event. */
import { type Changes, differences } from '../../domain/changes.ts';
import type { BodyId, DistrictCode } from '../../domain/ids.ts';
import { Refusal } from '../../domain/refusal.ts';
import { isWithin } from '../../domain/walls.ts';
import type { AccountWish } from '../../persistence/account-event.repository.ts';
import { Body, type CityThing, District } from '../../persistence/city.entity.ts';
import {
  addCityEvent,
  cityDoneBefore,
  cityVersion,
  hasOtherOpen,
  lockCity,
} from '../../persistence/city-event.repository.ts';
import type { Em } from '../../persistence/orm.ts';
import type { ApiDeps } from '../app.ts';
import type { SignedIn } from '../sign-in.ts';

/** Refuses `district/unknown`, `district/not-yours`. */
export async function needOwnDistrict(em: Em, me: SignedIn, district: DistrictCode): Promise<void> {
  if ((await em.count(District, { code: district })) === 0)
    throw new Refusal('district/unknown', { district });
  if (!isWithin(me, 'city.set', { district })) throw new Refusal('district/not-yours', { district });
}

/** In one transaction: the thing made by `add`, which gives its id and district; the event. Gives the id, also where it was done before. */
export async function addToCity(
  deps: ApiDeps,
  wish: AccountWish,
  thing: CityThing,
  add: (em: Em) => Promise<{ id: string; district: DistrictCode; changes: Changes }>,
): Promise<string> {
  return deps.orm.em.fork().transactional(async (em) => {
    await lockCity(em);
    const earlier = await cityDoneBefore(em, wish);
    if (earlier !== null) return earlier;
    const added = await add(em);
    await addCityEvent(em, { thing, kind: 'added', ...added }, wish);
    return added.id;
  });
}

export type CityThingChange = { thing: CityThing; id: string; seen?: number | undefined };

/** In one transaction: what `find` gives is changed by `given`; the event, where anything differs. Refuses `city/changed-meanwhile`. */
export async function changeInCity<T extends object>(
  deps: ApiDeps,
  wish: AccountWish,
  { thing, id, seen }: CityThingChange,
  find: (em: Em) => Promise<{ of: T; district: DistrictCode; given: Partial<T> }>,
): Promise<void> {
  await deps.orm.em.fork().transactional(async (em) => {
    await lockCity(em);
    if ((await cityDoneBefore(em, wish)) !== null) return;
    const { of, district, given } = await find(em);
    const now = await cityVersion(em, thing, id);
    if (seen !== undefined && seen !== now) throw new Refusal('city/changed-meanwhile', { seen, now });
    const changes = differences(of as Record<string, unknown>, given);
    if (Object.keys(changes).length === 0) return;
    Object.assign(of, given);
    await addCityEvent(em, { thing, id, kind: 'changed', district, changes }, wish);
  });
}

/** Refuses `body/unknown`, `district/not-yours`. */
export async function ownBody(em: Em, me: SignedIn, id: BodyId): Promise<Body> {
  const body = await em.findOne(Body, { id });
  if (body === null) throw new Refusal('body/unknown', { body: id });
  if (!isWithin(me, 'city.set', body)) throw new Refusal('district/not-yours', { district: body.district });
  return body;
}

/** A district's papers go out in the name of its union and its centre. Refuses `body/needed`. */
export async function needOtherOpen(em: Em, body: Body): Promise<void> {
  if (body.kind !== 'union' && body.kind !== 'mediation-centre') return;
  if (!(await hasOtherOpen(em, body))) throw new Refusal('body/needed', { body: body.id });
}

/** Two bodies with one form would give out one number twice. Refuses `body/number-form-taken`. */
export async function needOwnForms(em: Em, id: string, numbering: Body['numbering']): Promise<void> {
  const forms = Object.values(numbering);
  const twice = forms.find((form, index) => forms.indexOf(form) !== index);
  if (twice !== undefined) throw new Refusal('body/number-form-taken', { form: twice, body: id });
  for (const other of await em.find(Body, { id: { $ne: id as BodyId } })) {
    const taken = Object.values(other.numbering).find((form) => forms.includes(form));
    if (taken !== undefined) throw new Refusal('body/number-form-taken', { form: taken, body: other.id });
  }
}
