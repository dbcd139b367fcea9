/** Rule packs as published, and which cases have been moved to one. */
import type { Day } from '../domain/day.ts';
import { type CommandId, SYSTEM } from '../domain/ids.ts';
import { Refusal } from '../domain/refusal.ts';
import { canonical, sha256 } from './hash-chain.ts';
import type { Em, Orm } from './orm.ts';
import { RulePack } from './rule-pack.entity.ts';

/** What every pack says of itself; the rest is law's. */
export type PackContent = { id: string; name: string; validFrom: string; validTo: string | null };

export const hashPack = (content: PackContent): string => sha256(canonical(content));

/** In the caller's transaction; a second pack of the same id or command breaks its unique keys. */
export function createPack(
  em: Em,
  content: PackContent,
  published: { by: string; at: Date; commandId: CommandId },
): RulePack {
  const { id, name, validFrom } = content;
  const { by, at, commandId } = published;
  return em.create(RulePack, {
    id,
    name,
    validFrom: validFrom as Day,
    content,
    sha256: hashPack(content),
    publishedBy: by,
    publishedAt: at,
    commandId,
  });
}

/** Until the transaction ends no other pack is published: each adds to the one before. */
export async function lockPacks(em: Em): Promise<void> {
  await em.execute(`select pg_advisory_xact_lock(hashtext('rule_pack'))`);
}

/** Whether this wish, or another, has published the pack; refuses `command/key-reused` where the wish has published another one. */
export async function isPublished(em: Em, id: string, commandId: CommandId): Promise<boolean> {
  const found = await em.find(RulePack, { $or: [{ id }, { commandId }] });
  if (found.some((pack) => pack.commandId === commandId && pack.id !== id))
    throw new Refusal('command/key-reused');
  return found.length > 0;
}

/** Publishes the pack that comes with the house where it is missing; gives whether it was. */
export async function plantPack(orm: Orm, content: PackContent, at: Date): Promise<boolean> {
  return orm.em.fork().transactional(async (em) => {
    await lockPacks(em);
    if ((await em.count(RulePack, { id: content.id })) > 0) return false;
    createPack(em, content, { by: SYSTEM, at, commandId: `pack:${content.id}` as CommandId });
    return true;
  });
}

/** Null where no such pack is published. */
export async function packContent(em: Em, id: string): Promise<PackContent | null> {
  const pack = await em.findOne(RulePack, { id }, { populate: ['content'] });
  return pack === null ? null : (pack.content as PackContent);
}

export type PackRow = PackContent & {
  sha256: string;
  publishedBy: string;
  publishedByName: string;
  publishedAt: Date;
  /** The last year whose calendar it has. */
  lastYear: number;
};

/** In the order of their publishing. */
export async function listPacks(em: Em): Promise<PackRow[]> {
  return em.execute<PackRow[]>(
    `select p.id, p.name, p.valid_from::text as "validFrom", p.content->>'validTo' as "validTo", p.sha256,
       p.published_by as "publishedBy", coalesce(a.name, '') as "publishedByName", p.published_at as "publishedAt",
       (p.content->'calendars'->-1->>'year')::int as "lastYear"
     from rule_pack p left join account a on a.id::text = p.published_by order by p.published_at, p.id`,
  );
}

/** The last year whose calendar is published; 0 where no pack is. */
export async function lastCalendarYear(em: Em): Promise<number> {
  return Math.max(0, ...(await listPacks(em)).map(({ lastYear }) => lastYear));
}
