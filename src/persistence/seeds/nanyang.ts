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

/** How a centre's kinds of paper are told apart in its register: settings of the city. */
const marks = {
  agreement: '调',
  'acceptance-notice': '调受',
  'non-acceptance': '调不受',
  'mediation-notice': '调通',
  minutes: '调笔',
  termination: '调终',
  'mediation-proof': '调证',
  'visit-record': '调访',
  'same-day-record': '调简',
  'limitation-certificate': '时',
  'receipt-slip': '调收',
  'case-file': '调卷',
} as const satisfies Partial<Record<PaperStart['kind'], string>>;

/** An agreement bears the mediation centre's number and seal, a letter the federation's. */
function numberingOf(kind: BodyKind, short: string): Partial<Record<PaperStart['kind'], string>> {
  if (kind === 'mediation-centre')
    return Object.fromEntries(
      Object.entries(marks).map(([paper, mark]) => [paper, `宛工${mark}${short}〔{year}〕第{n}号`]),
    );
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

/** On whose roster of 特邀调解组织 which centre stands: settings, until the courts' lists are seen. */
const rosters: readonly { centre: string; court: string }[] = [
  { centre: CITY, court: CITY },
  { centre: '411303', court: '411303' },
];

const SINCE = '2024-01-01';
const nameOf = (kind: BodyKind, code: string) =>
  bodies.find(({ id }) => id === `${kind}-${code}`)?.name ?? '';

/** What each centre may act as: people's mediation everywhere. All settings of the city: nobody has seen the deeds. */
export const capacities = [
  ...districts.map(({ code }) => ({
    id: `people-mediation-${code}`,
    body: `mediation-centre-${code}`,
    kind: 'people-mediation' as const,
    ofBody: null,
    heading: `${nameOf('union', code)}劳动争议人民调解委员会`,
  })),
  ...rosters.map(({ centre, court }) => ({
    id: `court-roster-${centre}`,
    body: `mediation-centre-${centre}`,
    kind: 'court-roster' as const,
    ofBody: `court-${court}`,
    heading: `${nameOf('mediation-centre', centre)}（${nameOf('court', court)}特邀调解组织）`,
  })),
].map((one) => ({ ...one, validFrom: SINCE, validUntil: null, isSignOffRequired: false, confirmed: false }));
