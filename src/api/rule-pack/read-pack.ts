import type { Day } from '../../domain/day.ts';
import type { RulePack } from '../../law/pack.ts';
import { packOn, packs } from '../../law/packs.ts';
import { packFrom } from '../../law/shelf.ts';
import type { Em } from '../../persistence/orm.ts';
import { listPacks, type PackContent, packContent } from '../../persistence/rule-pack.repository.ts';
import type { ApiDeps } from '../app.ts';

/** A pack by its id, as published. Refuses `law/unknown-pack`. */
export async function readPack({ orm }: ApiDeps, id: string, em: Em = orm.em.fork()): Promise<RulePack> {
  return packFrom(orm, id, (wanted) => packContent(em, wanted));
}

/** The pack for cases opened on a day: the last one published, else the house's own. Refuses `law/no-pack-on`. */
export async function packFor(deps: ApiDeps, day: Day, em: Em = deps.orm.em.fork()): Promise<RulePack> {
  const published = await listPacks(em);
  const { id } = packOn<PackContent>(day, published.length > 0 ? published : packs);
  return readPack(deps, id, em);
}
