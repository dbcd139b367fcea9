/** Districts and mediators of a register, found among those the reader is given. */
import type { AccountId, DistrictCode } from '../domain/ids.ts';
import type { Line } from './line.ts';
import type { KnownDistrict, KnownMediator } from './register-row.ts';

type Places = 'district' | 'mediator';

/** By code, by name, by the name without 区 or 县, or by the end of a longer one: 411303, 卧龙区, 卧龙, 河南省南阳市卧龙区. */
export function readDistrict<C extends string>(
  line: Line<C | Places>,
  districts: readonly KnownDistrict[],
): DistrictCode | null {
  const text = line.get('district').normalize('NFKC').replace(/\s/g, '');
  if (text === '') return null;
  const short = (name: string) => name.replace(/[市区县]$/, '');
  const found =
    districts.find(({ code, name }) => code === text || name === text) ??
    districts.find(({ name }) => short(name).length > 1 && short(name) === text) ??
    districts.find(({ name }) => text.endsWith(name));
  if (found !== undefined) return found.code;
  const known = districts.slice(0, 3).map(({ code, name }) => `${code}（${name}）`);
  return line.say('district', 'unknown-district', { text, known: known.join('、') });
}

/** By name, among the mediators who may have a case of the district. */
export function readMediator<C extends string>(
  line: Line<C | Places>,
  mediators: readonly KnownMediator[],
  district: DistrictCode | null,
): AccountId | null {
  const text = line.get('mediator').replace(/\s/g, '');
  if (text === '') return null;
  const [only, ...others] = mediators.filter(
    ({ name, districts }) =>
      name.replace(/\s/g, '') === text && (district === null || districts.includes(district)),
  );
  if (only === undefined) return line.say('mediator', 'unknown-mediator', { text });
  return others.length > 0 ? line.say('mediator', 'mediator-not-alone', { text }) : only.account;
}
