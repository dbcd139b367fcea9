/** What restarts or suspends the year of limitation (劳动争议调解仲裁法 27; 办案规则 27, 28; 协商调解规定 31). */
type EventRow = { name: string; article: string; effect: 'starts' | 'restarts' | 'suspends' };

const NEGOTIATION = '企业劳动争议协商调解规定第31条';
const STATUTE = '劳动争议调解仲裁法第27条第2款、劳动人事争议仲裁办案规则第27条';

export const limitationEvents = {
  known: { name: '知道或者应当知道权利被侵害', article: '劳动争议调解仲裁法第27条第1款', effect: 'starts' },
  demand: { name: '向对方主张权利', article: STATUTE, effect: 'restarts' },
  negotiation: { name: '要求协商', article: STATUTE, effect: 'restarts' },
  'mediation-application': { name: '申请调解', article: STATUTE, effect: 'restarts' },
  complaint: { name: '向有关部门投诉', article: STATUTE, effect: 'restarts' },
  arbitration: { name: '申请仲裁', article: STATUTE, effect: 'restarts' },
  suit: { name: '起诉', article: STATUTE, effect: 'restarts' },
  'payment-order': { name: '申请支付令', article: STATUTE, effect: 'restarts' },
  promise: { name: '对方同意履行义务', article: STATUTE, effect: 'restarts' },
  'negotiation-refused': { name: '一方拒绝协商或者五日内不答复', article: NEGOTIATION, effect: 'restarts' },
  'negotiation-broken-off': { name: '协商中一方拒绝继续协商', article: NEGOTIATION, effect: 'restarts' },
  'negotiation-period-ended': { name: '约定的协商期限届满', article: NEGOTIATION, effect: 'restarts' },
  'settlement-breached': { name: '一方不履行和解协议', article: NEGOTIATION, effect: 'restarts' },
  'mediation-refused': { name: '一方不接受调解', article: NEGOTIATION, effect: 'restarts' },
  'mediation-broken-off': { name: '调解中一方拒绝继续调解', article: NEGOTIATION, effect: 'restarts' },
  'mediation-period-ended': { name: '调解期限届满未达成协议', article: NEGOTIATION, effect: 'restarts' },
  'agreement-breached': { name: '一方不履行调解协议', article: NEGOTIATION, effect: 'restarts' },
  suspension: {
    name: '不可抗力或者其他正当理由，时效中止',
    article: '劳动争议调解仲裁法第27条第3款、劳动人事争议仲裁办案规则第28条',
    effect: 'suspends',
  },
} as const satisfies Record<string, EventRow>;

export type LimitationEventKind = keyof typeof limitationEvents;

export const limitationEventKinds = Object.keys(limitationEvents) as readonly LimitationEventKind[];
