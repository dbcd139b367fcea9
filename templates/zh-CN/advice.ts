/** What the system advises and why: who should mediate, which door to take, which body to ask. Blanks are filled with the facts. */
import type { AssignmentReasonCode } from '../../src/domain/dispute/assignment.ts';
import type { CapacityKind } from '../../src/domain/dispute/capacity.ts';
import type { DoorReason } from '../../src/domain/dispute/doors.ts';
import type { ChainWhy, WorkerGroup } from '../../src/law/chain.ts';
import { codeWords } from './words.ts';

export const assignmentReasonWords = {
  recused: '本案已回避',
  away: '请假中，返岗日未定',
  'away-until': '请假至 {until}',
  'other-district': '本案不在其工作区县内',
  'same-district': '就在本区县',
  'upper-district': '属上级区划，可以办理本案',
  'skills-match': '擅长{heads}',
  'skills-none-match': '没有登记与本案请求相符的专长',
  'collective-skill': '擅长集体争议',
  'open-cases': '手上未办结 {count} 件',
  full: '已达在办上限 {max} 件，有余力的调解员优先',
} as const satisfies Record<AssignmentReasonCode, string>;

/** How the ranking is made, for those who ask. */
export const rankingRule = [
  '回避、请假和不在本区县工作的，不能办理本案，列在最后',
  '其余的依次比较：是否还有余力（在办上限）、是否就在本区县、专长符合几项请求、未办结件数多少',
  '以上都相同的，按登录名排列，结果不因何人何时查询而不同',
];

export const doorReasonWords = {
  'review-by-default': '劳动争议达成协议的，一般自协议生效之日起十五日内双方共同申请仲裁审查，换取仲裁调解书',
  'review-possible': '双方也可以自协议生效之日起十五日内共同申请仲裁审查',
  'review-not-of-relation': '确认劳动关系的协议不能申请仲裁审查，请把这一项与付款分开，另立协议或者另行仲裁',
  'review-not-labour': '双方不是劳动关系，不属于仲裁委员会的受理范围',
  'court-has-the-case': '法院已经立案，协议交法院审查后由法院制作调解书或者由原告撤诉，不另走这一途径',
  'confirmation-of-delegating-court':
    '法院立案前委派的案件，自协议生效之日起三十日内双方可以共同向委派的法院申请司法确认',
  'confirmation-not-labour': '双方不是劳动关系，自协议生效之日起三十日内可以共同申请司法确认',
  'confirmation-people-payment':
    '经人民调解达成、只约定付款的协议，自协议生效之日起三十日内双方可以共同申请司法确认',
  'confirmation-not-of-relation':
    '确认劳动关系的协议不能申请司法确认，请把这一项与付款分开，另立协议或者另行仲裁',
  'confirmation-not-payment-only':
    '协议除付款外还有其他内容，不能申请司法确认；可以申请仲裁审查，或者把付款部分另立协议',
  'confirmation-not-people': '本案不是以人民调解委员会的身份调解的，也不是法院委派的，不能申请司法确认',
  'none-paid': '款项当场付清，不需要再固定效力',
  'none-court-makes-paper': '由法院审查协议并制作调解书，或者原告撤诉',
  'none-neither-open':
    '两种途径都不开放；协议对双方仍有约束力，对方不履行的，可以申请仲裁，符合条件的可以申请支付令',
  'none-contract-only':
    '可以不固定效力；协议有约束力，但不能直接申请强制执行，不履行时还须申请支付令、仲裁或者起诉',
} as const satisfies Record<DoorReason, string>;

export const chainWhyWords = {
  arrears: '有拖欠劳动报酬的请求，可以向劳动保障监察投诉，责令限期支付',
  'social-insurance': '补缴社会保险费由劳动保障监察、社会保险机构处理',
  'group-and-uncooperative':
    '十人以上欠薪或者社会保险争议，用人单位不配合，可以向检察院移送线索、申请支持起诉',
  'special-group': '涉及新就业形态、女职工、未成年、残疾或者老年劳动者，可以向检察院移送线索',
  'no-means': '劳动者经济困难，可以申请法律援助',
  'exempt-from-means': '进城务工人员请求劳动报酬或者工伤赔偿，申请法律援助免予核查经济困难状况',
  'review-of-agreement': '已达成协议，双方共同申请仲裁审查',
  'confirmation-of-agreement': '已达成协议，双方共同申请司法确认',
} as const satisfies Record<ChainWhy, string>;

export const workerGroupWords = {
  migrant: '进城务工人员',
  minor: '未成年劳动者',
  woman: '女职工',
  disabled: '残疾劳动者',
  elderly: '老年劳动者',
  platform: '新就业形态劳动者',
} as const satisfies Record<WorkerGroup, string>;

export const capacityKindWords = {
  'people-mediation': codeWords['people-mediation'],
  'court-roster': codeWords['court-roster'],
  'arbitration-entrusted': '受仲裁委员会委托的调解组织',
  'enterprise-committee': codeWords['enterprise-committee'],
} as const satisfies Record<CapacityKind, string>;

const words: Record<string, string> = codeWords;

type Facts = Readonly<Record<string, string | number | readonly string[]>>;

export function sayAssignmentReason(code: AssignmentReasonCode, facts: Facts): string {
  return assignmentReasonWords[code].replace(/\{(\w+)\}/g, (_, name: string) => {
    const fact = facts[name] ?? '';
    return [fact]
      .flat()
      .map((one) => words[String(one)] ?? String(one))
      .join('、');
  });
}

/** What a skill is called: a head of claim, or cases of many. */
export function saySkill(skill: string): string {
  return skill === 'collective' ? '集体争议' : (words[skill] ?? skill);
}
