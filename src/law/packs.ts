/** The published packs, oldest first. Append only: a change of law is a new pack, the old one gets its last day. */
import type { Day } from '../domain/day.ts';
import { Refusal } from '../domain/refusal.ts';
import { years } from './calendar/years.ts';
import { type RulePack, sealPack } from './pack.ts';
import { acts } from './rules/acts.ts';
import { rules } from './rules/rules.ts';
import { statutes } from './statutes.ts';
import { averageWages } from './wages/average.ts';
import { minimumWages } from './wages/minimum.ts';
import { places, wageClasses } from './wages/places.ts';

export const currentPack: RulePack = sealPack({
  id: 'nanyang-2026.1',
  name: '南阳市规则包2026年第1版',
  validFrom: '2020-01-01',
  validTo: null,
  statutes,
  rules,
  acts,
  calendars: years,
  places,
  minimumWages,
  wageClasses,
  averageWages,
});

export const packs: readonly RulePack[] = [currentPack];

/** Refuses `law/unknown-pack`. */
export function packById(id: string): RulePack {
  const pack = packs.find((each) => each.id === id);
  if (pack === undefined) {
    throw new Refusal('law/unknown-pack', { pack: id.slice(0, 60), known: packs.map((each) => each.id) });
  }
  return pack;
}

type InForce = Pick<RulePack, 'id' | 'validFrom' | 'validTo'>;

/** The pack under which a case is opened on `day`: the last one published. Refuses `law/no-pack-on` where none was in force. */
export function packOn<P extends InForce>(day: Day, published: readonly P[]): P {
  const pack = published.findLast(
    (each) => each.validFrom <= day && (each.validTo === null || day <= each.validTo),
  );
  if (pack === undefined) throw new Refusal('law/no-pack-on', { day });
  return pack;
}
