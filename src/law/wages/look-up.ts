/** A place's wage figures on a day, or a refusal that names the missing table. */
import { type Day, yearOf } from '../../domain/day.ts';
import { type Fen, parseYuan } from '../../domain/money.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { RulePack } from '../pack.ts';
import type { Place } from './places.ts';

export type Figure = { amount: Fen; source: string; warnings: readonly string[] };

/** By district code or name. Refuses `law/unknown-place`. */
function placeOf(place: string, pack: RulePack): Place {
  const found = pack.places.find(({ code, name }) => code === place || name === place);
  if (found === undefined)
    throw new Refusal('law/unknown-place', { place: place.slice(0, 40), pack: pack.id });
  return found;
}

const holds = (row: { from: string; to: string | null }, day: Day): boolean =>
  row.from <= day && (row.to === null || day <= row.to);

/** Monthly minimum wage. Refuses `law/unknown-place`, `law/table-unknown`. */
export function minimumWageAt(place: string, day: Day, pack: RulePack): Figure {
  const { code, name } = placeOf(place, pack);
  const row = pack.minimumWages.find((each) => each.province === code.slice(0, 2) && holds(each, day));
  if (row === undefined) throw new Refusal('law/table-unknown', { table: '最低工资标准', place: name, day });
  const classRow = pack.wageClasses.find((each) => each.places.includes(code) && holds(each, day));
  const wage = classRow === undefined ? undefined : row.classes[classRow.class];
  if (classRow === undefined || wage === undefined) {
    throw new Refusal('law/table-unknown', { table: '最低工资标准的适用类区', place: name, day });
  }
  const warnings = classRow.warning === undefined ? [] : [classRow.warning];
  if (row.tag !== 'V') warnings.push(`最低工资标准（${row.source}）依据二手文本，使用前须核对`);
  return {
    amount: parseYuan(wage.month),
    source: `${name}（${classRow.class}）${row.from}起月最低工资标准，${row.source}`,
    warnings,
  };
}

/** Average monthly wage of the year before `day`. Refuses `law/unknown-place`, `law/table-unknown`. */
export function averageWageAt(place: string, day: Day, pack: RulePack): Figure {
  const { code, name } = placeOf(place, pack);
  const year = yearOf(day) - 1;
  const row = pack.averageWages.find((each) => each.city === code.slice(0, 4) && each.year === year);
  if (row === undefined) {
    throw new Refusal('law/table-unknown', { table: `${year}年度职工月平均工资`, place: name, day });
  }
  return {
    amount: parseYuan(row.month),
    source: `${name}所在市${year}年度职工月平均工资，${row.source}`,
    warnings: row.tag === 'V' ? [] : [`平均工资（${row.source}）依据二手文本，使用前须核对`],
  };
}
