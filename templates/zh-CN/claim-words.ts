/** Heads of claim as people say them. */
import type { ClaimHead } from '../../src/domain/claim.ts';

export const claimWords = {
  'confirm-relation': '确认劳动关系',
  wages: '劳动报酬',
  overtime: '加班工资',
  'annual-leave': '未休年休假工资',
  'double-wage': '未订立书面劳动合同二倍工资',
  'economic-compensation': '解除或者终止劳动合同经济补偿',
  'unlawful-dismissal': '违法解除或者终止劳动合同赔偿金',
  'injury-medical': '工伤医疗费',
  'injury-benefits': '工伤保险待遇',
  'social-insurance-loss': '社会保险损失',
  deposit: '返还押金',
  other: '其他请求',
} as const satisfies Record<ClaimHead, string>;

/** What the limitation ledger writes down. */
export const limitationWords = {
  known: '知道或者应当知道权利被侵害',
  demand: '向对方主张权利',
  negotiation: '要求协商',
  'mediation-application': '申请调解',
  complaint: '向有关部门投诉',
  arbitration: '申请仲裁',
  suit: '起诉',
  'payment-order': '申请支付令',
  promise: '对方同意履行义务',
  'negotiation-refused': '一方拒绝协商或者五日内不答复',
  'negotiation-broken-off': '协商中一方拒绝继续协商',
  'negotiation-period-ended': '约定的协商期限届满',
  'settlement-breached': '一方不履行和解协议',
  'mediation-refused': '一方不接受调解',
  'mediation-broken-off': '调解中一方拒绝继续调解',
  'mediation-period-ended': '调解期限届满未达成协议',
  'agreement-breached': '一方不履行调解协议',
  suspension: '不可抗力或者其他正当理由，时效中止',
  'employment-ended': '劳动关系终止',
} as const;
