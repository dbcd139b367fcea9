/** Which bodies of the linkage chain 联动 a dispute suggests, in what order, and on what article. A suggestion: the mediator changes it with a reason. */
import { type Head, heads as headTable } from './heads.ts';

/** Kinds of bodies as the city knows them; `hr` stands for inspection and arbitration alike. */
export type ChainBody = 'hr' | 'court' | 'procuratorate' | 'justice';

/** Workers the law looks after more closely. */
export const workerGroups = ['migrant', 'minor', 'woman', 'disabled', 'elderly', 'platform'] as const;
export type WorkerGroup = (typeof workerGroups)[number];

export const chainWhys = [
  'arrears',
  'social-insurance',
  'group-and-uncooperative',
  'special-group',
  'no-means',
  'exempt-from-means',
  'review-of-agreement',
  'confirmation-of-agreement',
] as const;
export type ChainWhy = (typeof chainWhys)[number];

/** `after`: the stations that have acted before this one; empty: at once, side by side with the others. */
export type Station = { no: number; body: ChainBody; after: number[]; why: ChainWhy; article: string };

export type ChainFacts = {
  heads: readonly Head[];
  workers: number;
  isEmployerUncooperative: boolean;
  /** Null where nobody has asked yet. */
  hasMeans: boolean | null;
  groups: readonly WorkerGroup[];
  /** The door of the agreement, once there is one. */
  agreed: 'arbitration-review' | 'judicial-confirmation' | 'none' | null;
};

/** From here on workers with a common claim are a group (劳动争议调解仲裁法 7). */
const GROUP = 10;

/** 总工会 and 最高检, 2024-02: clues for these groups may be sent without more. Migrants are not among them. */
const specialGroups: ReadonlySet<WorkerGroup> = new Set([
  'platform',
  'woman',
  'minor',
  'disabled',
  'elderly',
]);

const injuryHeads: ReadonlySet<Head> = new Set(['injury-medical', 'injury-benefits']);
const insuranceHeads: ReadonlySet<Head> = new Set(['social-insurance', 'social-insurance-loss']);

/** Stations in their order. An agreement needs its locking in alone; without one inspection and aid begin side by side. */
export function chainFor(facts: ChainFacts): Station[] {
  if (facts.agreed !== null) return lockInStation(facts.agreed);
  const stations: Station[] = [];
  const add = (body: ChainBody, why: ChainWhy, article: string, after: number[] = []) => {
    stations.push({ no: stations.length + 1, body, after, why, article });
    return stations.length;
  };
  const inspection = inspectionWhy(facts.heads);
  const hr = inspection && add('hr', ...inspection);
  const aid = aidWhy(facts);
  if (aid) add('justice', ...aid);
  const oversight = oversightWhy(facts);
  // The procuratorate supports those whom an authority's help has not reached.
  if (oversight) add('procuratorate', ...oversight, hr ? [hr] : []);
  return stations;
}

type Why = [why: ChainWhy, article: string];

function lockInStation(door: NonNullable<ChainFacts['agreed']>): Station[] {
  if (door === 'none') return [];
  return door === 'arbitration-review'
    ? [
        {
          no: 1,
          body: 'hr',
          after: [],
          why: 'review-of-agreement',
          article: '劳动人事争议仲裁办案规则第74条',
        },
      ]
    : [{ no: 1, body: 'court', after: [], why: 'confirmation-of-agreement', article: '民事诉讼法第205条' }];
}

const isArrears = (head: Head) => headTable[head].isRemuneration;

function inspectionWhy(heads: readonly Head[]): Why | null {
  if (heads.some(isArrears)) return ['arrears', '劳动争议调解仲裁法第9条；劳动保障监察条例第11条'];
  // A loss that can no longer be made good is a claim, arrears of contributions are the authority's.
  return heads.includes('social-insurance') ? ['social-insurance', '劳动保障监察条例第11条'] : null;
}

function aidWhy({ heads, hasMeans, groups }: ChainFacts): Why | null {
  const isExemptClaim = heads.some((head) => isArrears(head) || injuryHeads.has(head));
  if (groups.includes('migrant') && isExemptClaim) return ['exempt-from-means', '法律援助法第42条第3项'];
  return hasMeans === false ? ['no-means', '法律援助法第31条、第41条'] : null;
}

function oversightWhy({ heads, workers, isEmployerUncooperative, groups }: ChainFacts): Why | null {
  const isGroupMatter = workers >= GROUP && heads.some((head) => isArrears(head) || insuranceHeads.has(head));
  if (isGroupMatter && isEmployerUncooperative) return ['group-and-uncooperative', ONE_LETTER_TWO_PAPERS];
  return groups.some((group) => specialGroups.has(group)) ? ['special-group', ONE_LETTER_TWO_PAPERS] : null;
}

const ONE_LETTER_TWO_PAPERS =
  '最高人民检察院、中华全国总工会关于协同推进运用“一函两书”制度保障劳动者权益工作的通知（2024年2月）';
