/** How content a party is, as visits and the record of the same day ask it. */
import type { Satisfaction } from '../domain/dispute/decisions.ts';

const WORDS = {
  satisfied: '满意',
  neutral: '一般',
  dissatisfied: '不满意',
  'not-asked': '未询问',
} as const satisfies Record<Satisfaction, string>;

/** Boxes in a row with the given answer ticked; none without an answer, to be ticked by hand. */
export function tickSatisfaction(answer: Satisfaction | undefined): string {
  return Object.entries(WORDS)
    .map(([one, word]) => `${one === answer ? '☑' : '☐'}${word}`)
    .join('　');
}
