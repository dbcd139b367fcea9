/** Where each head of claim goes: arbitration first, straight to court, or an authority; a case may split. */
import type { Day } from '../domain/day.ts';
import { allowsPaymentOrder, type Head, headIds, heads } from './heads.ts';
import { day, flag, listOf, objectOf, oneOf, optional } from './input.ts';
import { type RetirementTrack, retirementDay, retirementTracks } from './retirement.ts';

type Path = 'arbitration' | 'court' | 'authority';
const pathNames = {
  arbitration: '劳动仲裁',
  court: '人民法院',
  authority: '行政部门',
} as const satisfies Record<Path, string>;

type Route = {
  head: Head;
  name: string;
  path: Path;
  pathName: string;
  article: string;
  reason: string;
};

export type Routes = {
  routes: Route[];
  /** The heads take more than one path. */
  isSplit: boolean;
  /** Heads for which an unperformed agreement opens the payment order (劳动争议调解仲裁法 16). */
  paymentOrder: Head[];
  warnings: string[];
};

const workers = ['employee', 'past-retirement', 'platform', 'service'] as const;
type Worker = (typeof workers)[number];

type Facts = {
  heads: readonly Head[];
  on: Day;
  worker: Worker;
  birth?: { bornOn: Day; track: RetirementTrack } | undefined;
  isDelayed?: boolean | undefined;
  hasWageNote?: boolean | undefined;
};

const read = objectOf<Facts>({
  heads: listOf(oneOf(headIds), 1, headIds.length),
  on: day,
  worker: oneOf(workers),
  birth: optional(objectOf({ bornOn: day, track: oneOf(retirementTracks) })),
  isDelayed: optional(flag),
  hasWageNote: optional(flag),
});

/** First day of the rules for workers past retirement age (人社部令第56号). */
const OVER_AGE_RULES = '2026-07-01';
const NOT_A_LABOUR_RELATION = '不属劳动争议调解仲裁法第2条的劳动争议，按民事合同处理';

type Way = { path: Path; article: string; reason: string };

const arbitrationFirst: Way = {
  path: 'arbitration',
  article: '劳动争议调解仲裁法第2条、第5条',
  reason: '劳动争议先申请仲裁',
};

/** What the general way does not cover, for ordinary employees. */
const exceptions: Partial<Record<Head, Way>> = {
  'social-insurance': {
    path: 'authority',
    article: '劳动保障监察条例第11条',
    reason: '补缴社会保险费由社会保险、劳动保障监察机构处理',
  },
  'additional-compensation': {
    path: 'authority',
    article: '劳动合同法第85条',
    reason: '须先由劳动行政部门责令限期支付，逾期不支付才可主张',
  },
};

/**
 * `{heads: [..], on, worker: employee | past-retirement | platform | service, birth?: {bornOn, track}, isDelayed?, hasWageNote?}`.
 * With `birth`, an employee past the statutory age is routed as such unless the delay was agreed. Refuses wrong fields by name.
 */
export function route(input: unknown): Routes {
  const facts = read(input, '');
  const warnings: string[] = [];
  const worker = workerOf(facts, warnings);
  const routes = facts.heads.map((head) => {
    const way = wayOf(head, worker, facts, warnings);
    return { head, name: heads[head].name, ...way, pathName: pathNames[way.path] };
  });
  const isSplit = new Set(routes.map(({ path }) => path)).size > 1;
  if (isSplit) warnings.push('各项请求的路径不同，案件应当分开处理');
  if (facts.heads.includes('confirm-relation')) {
    warnings.push('确认劳动关系不能申请仲裁审查，也不能申请司法确认，应当与给付请求分开');
  }
  const isLabour = worker === 'employee';
  return {
    routes,
    isSplit,
    paymentOrder: isLabour ? facts.heads.filter(allowsPaymentOrder) : [],
    warnings: [...new Set(warnings)],
  };
}

function workerOf(facts: Facts, warnings: string[]): Worker {
  if (facts.isDelayed && (facts.worker === 'past-retirement' || facts.birth !== undefined)) {
    warnings.push('弹性延迟退休期间仍适用劳动合同法（人社部令第56号第23条）');
    return 'employee';
  }
  if (facts.worker !== 'employee' || facts.birth === undefined) return facts.worker;
  const retiresOn = retirementDay(facts.birth.bornOn, facts.birth.track);
  if (facts.on < retiresOn) return 'employee';
  warnings.push(`${retiresOn}已达法定退休年龄，按超龄劳动者处理`);
  return 'past-retirement';
}

function wayOf(head: Head, worker: Worker, facts: Facts, warnings: string[]): Way {
  switch (worker) {
    case 'past-retirement':
      return overAge(head, facts, warnings);
    case 'platform':
      return platform(head, facts, warnings);
    case 'service':
      return { path: 'court', article: '民法典合同编', reason: `劳务合同${NOT_A_LABOUR_RELATION}` };
    case 'employee':
      if (head === 'wages' && facts.hasWageNote) {
        return {
          path: 'court',
          article: '法释〔2020〕26号第15条',
          reason: '以工资欠条为证据，请求不涉及其他争议的，可以直接起诉',
        };
      }
      return exceptions[head] ?? arbitrationFirst;
  }
}

function overAge(head: Head, facts: Facts, warnings: string[]): Way {
  if (facts.on < OVER_AGE_RULES) {
    warnings.push('2026-07-01以前超龄用工争议的路径由律师核对：未享受养老保险待遇的，各地做法不一');
    return {
      path: 'court',
      article: '法释〔2020〕26号第32条（未核是否适用）',
      reason: '2026-07-01以前按劳务关系处理，直接起诉',
    };
  }
  return heads[head].overAge === 'other'
    ? {
        path: 'court',
        article: '人社部令第56号第19条',
        reason: '超龄劳动者的其他争议，直接向人民法院起诉',
      }
    : {
        path: 'arbitration',
        article: '人社部令第56号第19条',
        reason: '超龄劳动者的劳动报酬、休息休假、劳动安全卫生、工伤保障争议，适用调解仲裁法',
      };
}

function platform(head: Head, facts: Facts, warnings: string[]): Way {
  warnings.push('新就业形态劳动者是否建立劳动关系，按用工事实认定（人社部发〔2021〕56号，未核条文）');
  if (head === 'confirm-relation') return arbitrationFirst;
  if (facts.heads.includes('confirm-relation')) {
    return { ...arbitrationFirst, reason: '以确认劳动关系为前提，一并申请仲裁' };
  }
  return {
    path: 'court',
    article: '民法典合同编；人社部发〔2021〕56号',
    reason: `未主张劳动关系的，${NOT_A_LABOUR_RELATION}`,
  };
}
