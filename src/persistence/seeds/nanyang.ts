/** The first city: its districts and its bodies. Numbers' forms are settings of the city. */
import type { PaperStart } from '../../domain/case.ts';
import type { BodyKind } from '../city.entity.ts';

export const CITY = '411300';

export const districts: readonly { code: string; name: string; parent: string | null; short: string }[] = [
  { code: CITY, name: '南阳市', parent: null, short: '' },
  ...(
    [
      ['411302', '宛城区', '宛城'],
      ['411303', '卧龙区', '卧龙'],
      ['411321', '南召县', '南召'],
      ['411322', '方城县', '方城'],
      ['411323', '西峡县', '西峡'],
      ['411324', '镇平县', '镇平'],
      ['411325', '内乡县', '内乡'],
      ['411326', '淅川县', '淅川'],
      ['411327', '社旗县', '社旗'],
      ['411328', '唐河县', '唐河'],
      ['411329', '新野县', '新野'],
      ['411330', '桐柏县', '桐柏'],
      ['411381', '邓州市', '邓州'],
    ] as const
  ).map(([code, name, short]) => ({ code, name, parent: CITY, short })),
];

const kinds: readonly { kind: BodyKind; city: string; county: string }[] = [
  { kind: 'union', city: '南阳市总工会', county: '总工会' },
  {
    kind: 'mediation-centre',
    city: '南阳市总工会劳动争议调解服务中心',
    county: '总工会劳动争议调解服务中心',
  },
  { kind: 'court', city: '南阳市中级人民法院', county: '人民法院' },
  { kind: 'procuratorate', city: '南阳市人民检察院', county: '人民检察院' },
  { kind: 'hr', city: '南阳市人力资源和社会保障局', county: '人力资源和社会保障局' },
  { kind: 'justice', city: '南阳市司法局', county: '司法局' },
];

/** An agreement bears the mediation centre's number and seal, a letter the federation's. */
function numberingOf(kind: BodyKind, short: string): Partial<Record<PaperStart['kind'], string>> {
  if (kind === 'mediation-centre')
    return {
      agreement: `宛工调${short}〔{year}〕第{n}号`,
      'limitation-certificate': `宛工时${short}〔{year}〕第{n}号`,
    };
  if (kind === 'union') return { 'referral-letter': `宛工移${short}〔{year}〕{n}号` };
  return {};
}

/** The bodies of every district, `<kind>-<code>`. */
export const bodies = districts.flatMap(({ code, name, short }) =>
  kinds.map(({ kind, city, county }) => ({
    id: `${kind}-${code}`,
    kind,
    name: code === CITY ? city : `${name}${county}`,
    district: code,
    numbering: numberingOf(kind, short),
  })),
);
