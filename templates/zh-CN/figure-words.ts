/** What each figure is called and what it counts: nobody reads a rate without these. */
import type { Outcome } from '../../src/domain/figure/course.ts';
import type { FigureCode } from '../../src/domain/figure/figures.ts';
import type { Breakdown } from '../../src/domain/figure/slices.ts';
import type { StuckReason } from '../../src/domain/figure/stuck.ts';

type Said = {
  name: string;
  definition: string;
  /** Of a rate: what stands above and below the line. */
  numerator?: string;
  denominator?: string;
};

export const figureWords = {
  received: {
    name: '收到',
    definition: '统计期内收到申请的案件，不论现在办到哪一步。',
  },
  accepted: {
    name: '受理',
    definition: '统计期内决定受理的案件；当日调结的，收到当天视为受理。',
  },
  'not-accepted': {
    name: '不予受理',
    definition: '统计期内决定不予受理的案件，按原因分列。不计入调解成功率的分母。',
  },
  negotiated: {
    name: '双方自行和解',
    definition: '统计期内受理以前双方自行和解的案件。不算调解成功，也不算调解不成。',
  },
  withdrawn: {
    name: '撤回',
    definition: '统计期内申请人撤回的案件。不算调解成功，也不算调解不成。',
  },
  agreed: {
    name: '达成协议',
    definition: '统计期内调解协议生效的案件，按生效日计；含当日调结的案件。',
  },
  'same-day': {
    name: '当日调结',
    definition: '统计期内以简易登记当日受理、当日调成、当场履行的案件，已经计入“达成协议”。',
  },
  failed: {
    name: '调解不成',
    definition: '统计期内记录为调解不成的案件，按原因分列。',
  },
  performed: {
    name: '履行完毕',
    definition: '统计期内协议约定的款项全部到账、义务全部履行的案件，按最后一笔的日子计。',
  },
  open: {
    name: '未办结',
    definition: '到统计日已经收到、还没有办结的案件；与统计期的起止无关。',
  },
  'success-rate': {
    name: '调解成功率',
    definition:
      '统计期内有调解结果的案件中，达成协议的所占比例。不予受理、撤回、双方自行和解的既不在分子，也不在分母。',
    numerator: '达成协议',
    denominator: '达成协议和调解不成',
  },
  'agreed-of-accepted': {
    name: '受理后达成协议率',
    definition: '统计期内受理的案件中，到统计日已经达成协议的所占比例；还在调解的也在分母里。',
    numerator: '其中已达成协议',
    denominator: '受理',
  },
  'performed-of-agreed': {
    name: '协议履行率',
    definition: '统计期内达成协议的案件中，到统计日已经履行完毕的所占比例；履行期限还没有到的也在分母里。',
    numerator: '其中已履行完毕',
    denominator: '达成协议',
  },
  'contact-in-time': {
    name: '首次联系及时率',
    definition:
      '统计期内收到的案件中，在首次联系期限内联系过的所占比例。期限还没有到、还没有联系的，以及期限没有到就不需要再联系的，不计。',
    numerator: '期限内已联系',
    denominator: '期限内已联系和逾期',
  },
  'money-asked': {
    name: '请求金额',
    definition: '统计期内收到的案件的请求金额合计，按现在登记的请求计。',
  },
  'money-agreed': {
    name: '协议金额',
    definition: '统计期内达成协议的案件，协议约定付款的合计。',
  },
  'money-received': {
    name: '到账金额',
    definition:
      '统计期内登记到账的款项合计，按到账日计，不论协议是哪一天达成的；更正经批准的，差额计入批准当天。',
  },
  'median-days': {
    name: '办理天数中位数',
    definition: '统计期内达成协议和调解不成的案件，从收到到有结果的自然天数，取中位数。',
  },
} as const satisfies Record<FigureCode, Said>;

export const figureOf = (code: FigureCode): Said => figureWords[code];

/** What has to be known about all of them. */
export const figureLimits = [
  '统计期的起止两天都计算在内；按办理事项发生的日期计，不按录入的时间计。到统计日以后发生的不计。',
  '件：一件案件，不论几人。件（按人）：集体争议（十人以上）按人数计，其余按一件计。批：集体争议一件为一批。人：同一人只计一次，以身份号码认定；没有身份号码的，以电话和姓名认定；都没有的，在每件案件中各计一人。人次：每件案件的劳动者人数相加。',
  '承办人、请求事项和请求金额按现在的登记。一件案件有几类请求的，在每类中各列一次，所以各类相加会多于总数。',
  '台账导入的案件按台账记载的日期计；台账没有结果日期的不计入结果，没有到账日期的按约定付款日计，付款日在协议生效之前或者导入之后的，按生效日或者导入日计。',
  '重新办理经批准的，原来的结果不再计算。',
];

export const breakdownWords = {
  district: '区县',
  mediator: '承办人',
  month: '月份',
  head: '请求事项',
  channel: '来源渠道',
  reason: '原因',
  ageing: '收到以来天数',
} as const satisfies Record<Breakdown, string>;

export const tallyWords = {
  cases: '件',
  byHead: '件（按人）',
  groups: '批',
  people: '人',
  personTimes: '人次',
} as const;

export const outcomeWords = {
  agreed: figureWords.agreed.name,
  failed: figureWords.failed.name,
  withdrawn: figureWords.withdrawn.name,
  negotiated: figureWords.negotiated.name,
  'not-accepted': figureWords['not-accepted'].name,
} as const satisfies Record<Outcome, string>;

/** `2026-03` -> 2026 年 3 月 */
export const sayMonth = (month: string): string => `${month.slice(0, 4)} 年 ${Number(month.slice(5, 7))} 月`;

/** `8-15` -> 8 至 15 天 */
export function sayAgeing(code: string): string {
  const [least = '', most] = code.split('-');
  return most === undefined ? `${least.replace('+', '')} 天以上` : `${least} 至 ${most} 天`;
}

export const notSaid = '台账未载明';

/** Why a case stands still. */
export const stuckWords = {
  owner: '没有承办人',
  'next-action': '没有下一步',
  date: '没有期限',
  overdue: '待办逾期',
} as const satisfies Record<StuckReason, string>;
