/** Published packs as read from the record: each is read once, since none ever changes. */
import { Refusal } from '../domain/refusal.ts';
import { type RulePack, sealPack } from './pack.ts';
import { packs } from './packs.ts';

const shelves = new WeakMap<object, Map<string, RulePack>>();

/**
 * The pack `id` of a record. `load` gives its content, null where the record has none; the house's own packs are
 * known without a record. Refuses `law/unknown-pack`.
 */
export async function packFrom(
  record: object,
  id: string,
  load: (id: string) => Promise<object | null>,
): Promise<RulePack> {
  const shelf = shelves.get(record) ?? new Map<string, RulePack>();
  shelves.set(record, shelf);
  const known = shelf.get(id);
  if (known !== undefined) return known;
  const content = await load(id);
  const pack = content === null ? packs.find((each) => each.id === id) : sealPack(content as RulePack);
  if (pack === undefined)
    throw new Refusal('law/unknown-pack', { pack: id.slice(0, 60), known: packs.map((each) => each.id) });
  if (content !== null) shelf.set(id, pack);
  return pack;
}
