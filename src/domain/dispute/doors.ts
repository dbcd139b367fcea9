/** The ways to lock an agreement in 固定效力: which are open, which one to take, and why not the others. */
import { type ClaimHead, isPayment } from '../claim.ts';
import { Refusal } from '../refusal.ts';
import type { CapacityKind } from './capacity.ts';
import { type Channel, type Door, doors } from './parts.ts';

export type DoorFacts = {
  heads: readonly ClaimHead[];
  /** False for services between equals, platform work without a labour relation, work past retirement age outside 令56. */
  isLabourRelation: boolean;
  /** Null where none is recorded: taken as people's mediation, which every centre is. */
  capacity: CapacityKind | null;
  channel: Channel;
  /** The agreement's terms are about paying and nothing else. */
  isPaymentOnly: boolean;
  /** The whole sum is handed over at the signing. */
  isPaidOnTheSpot: boolean;
};

export const doorReasons = [
  'review-by-default',
  'review-possible',
  'review-not-of-relation',
  'review-not-labour',
  'court-has-the-case',
  'confirmation-of-delegating-court',
  'confirmation-not-labour',
  'confirmation-people-payment',
  'confirmation-not-of-relation',
  'confirmation-not-payment-only',
  'confirmation-not-people',
  'none-paid',
  'none-court-makes-paper',
  'none-neither-open',
  'none-contract-only',
] as const;
export type DoorReason = (typeof doorReasons)[number];

/** `code` has its sentence in templates; exactly one door is the default. */
export type DoorAdvice = {
  door: Door;
  isOpen: boolean;
  isDefault: boolean;
  code: DoorReason;
  article: string;
};

type Judged = Pick<DoorAdvice, 'isOpen' | 'code' | 'article'>;

const REVIEW = '劳动人事争议仲裁办案规则 第七十四条';
const NO_REVIEW = '劳动人事争议仲裁办案规则 第七十五条';
const PEOPLE = '法释〔2020〕26号 第五十二条';
const CONFIRMATION = '民事诉讼法 第二百零五条';
const ENTRUSTED = '最高人民法院关于人民法院特邀调解的规定 第二十条、第二十一条';
const BINDING = '劳动争议调解仲裁法 第十四条、第十五条、第十六条';

/** Every door once, in the order of `doors`. */
export function doorsFor(facts: DoorFacts): DoorAdvice[] {
  const review = judgeReview(facts);
  const confirmation = judgeConfirmation(facts);
  const first = defaultOf(facts, review.isOpen, confirmation.isOpen);
  const judged: Record<Door, Judged> = {
    'arbitration-review':
      review.isOpen && first === 'arbitration-review' ? { ...review, code: 'review-by-default' } : review,
    'judicial-confirmation': confirmation,
    none: judgeNone(facts, review.isOpen || confirmation.isOpen),
  };
  return doors.map((door) => ({ door, ...judged[door], isDefault: door === first }));
}

/** Refuses `agreement/door-not-open` with the article where the law keeps this door shut. */
export function needOpenDoor(facts: DoorFacts, door: Door): void {
  const advice = doorsFor(facts).find((one) => one.door === door);
  if (advice !== undefined && !advice.isOpen)
    throw new Refusal('agreement/door-not-open', { door, reason: advice.code }, advice.article);
}

function judgeReview({ heads, isLabourRelation, channel }: DoorFacts): Judged {
  if (channel === 'court-entrusted') return { isOpen: false, code: 'court-has-the-case', article: ENTRUSTED };
  if (heads.includes('confirm-relation'))
    return { isOpen: false, code: 'review-not-of-relation', article: NO_REVIEW };
  if (!isLabourRelation) return { isOpen: false, code: 'review-not-labour', article: NO_REVIEW };
  return { isOpen: true, code: 'review-possible', article: REVIEW };
}

function judgeConfirmation(facts: DoorFacts): Judged {
  const { heads, isLabourRelation, capacity, channel } = facts;
  if (channel === 'court-entrusted') return { isOpen: false, code: 'court-has-the-case', article: ENTRUSTED };
  if (heads.includes('confirm-relation'))
    return { isOpen: false, code: 'confirmation-not-of-relation', article: PEOPLE };
  if (channel === 'court-delegated')
    return { isOpen: true, code: 'confirmation-of-delegating-court', article: CONFIRMATION };
  if (!isLabourRelation) return { isOpen: true, code: 'confirmation-not-labour', article: CONFIRMATION };
  if (!facts.isPaymentOnly || !heads.every(isPayment))
    return { isOpen: false, code: 'confirmation-not-payment-only', article: PEOPLE };
  if (capacity !== null && capacity !== 'people-mediation')
    return { isOpen: false, code: 'confirmation-not-people', article: PEOPLE };
  return { isOpen: true, code: 'confirmation-people-payment', article: PEOPLE };
}

/** To take no door is always allowed: the agreement binds as it is. */
function judgeNone({ isPaidOnTheSpot, channel }: DoorFacts, isAnyOpen: boolean): Judged {
  if (isPaidOnTheSpot) return { isOpen: true, code: 'none-paid', article: '' };
  if (channel === 'court-entrusted')
    return { isOpen: true, code: 'none-court-makes-paper', article: ENTRUSTED };
  return { isOpen: true, code: isAnyOpen ? 'none-contract-only' : 'none-neither-open', article: BINDING };
}

function defaultOf(
  { isPaidOnTheSpot, channel }: DoorFacts,
  isReviewOpen: boolean,
  isConfirmationOpen: boolean,
): Door {
  if (isPaidOnTheSpot) return 'none';
  if (isConfirmationOpen && (channel === 'court-delegated' || !isReviewOpen)) return 'judicial-confirmation';
  return isReviewOpen ? 'arbitration-review' : 'none';
}
