/** Saved views: one owner's, in an order of their own. */
import { randomUUID } from 'node:crypto';
import type { AccountId } from '../domain/ids.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Em } from './orm.ts';
import { SavedView } from './saved-view.entity.ts';

/** More are no help on a row of tabs. */
const MOST = 30;

export async function listViews(em: Em, owner: AccountId): Promise<SavedView[]> {
  return em.find(SavedView, { owner }, { orderBy: { place: 'asc', at: 'asc' } });
}

/** Refuses `view/too-many`. */
export async function createView(
  em: Em,
  { owner, ...view }: Pick<SavedView, 'owner' | 'page' | 'name' | 'query' | 'at'>,
): Promise<SavedView> {
  // Two at once are counted one after the other.
  await em.execute(`select pg_advisory_xact_lock(hashtextextended('view/' || ?, 0))`, [owner]);
  const there = await listViews(em, owner);
  if (there.length >= MOST) throw new Refusal('view/too-many', { most: MOST });
  const place = Math.max(0, ...there.map((one) => one.place)) + 1;
  return em.create(SavedView, { ...view, id: randomUUID(), owner, place });
}

/** Absent and another's look alike: `view/not-found`. */
export async function changeView(
  em: Em,
  { id, owner, ...change }: Pick<SavedView, 'id' | 'owner'> & { name?: string; query?: string },
): Promise<SavedView> {
  const view = await em.findOne(SavedView, { id, owner });
  if (view === null) throw new Refusal('view/not-found');
  em.assign(view, change);
  await em.flush();
  return view;
}

export async function discardView(em: Em, id: string, owner: AccountId): Promise<void> {
  if ((await em.nativeDelete(SavedView, { id, owner })) === 0) throw new Refusal('view/not-found');
}

/** Those named stand in this order before the rest; what is not the owner's is passed over. */
export async function orderViews(em: Em, owner: AccountId, ids: readonly string[]): Promise<void> {
  const placeOf = (id: string) => (ids.includes(id) ? ids.indexOf(id) : ids.length);
  const views = (await listViews(em, owner)).toSorted((a, b) => placeOf(a.id) - placeOf(b.id));
  for (const [place, view] of views.entries()) view.place = place;
  await em.flush();
}
