import type { Day } from '../../src/domain/day.ts';
import type { Fen } from '../../src/domain/money.ts';
import type { AgreementFacts, PaperIssue, ReferralLetterFacts, StatedDay } from '../../src/papers/facts.ts';
import { exampleOf } from '../../src/papers/index.ts';

export type Agreement = { facts: AgreementFacts; issue: PaperIssue };
export type Letter = { facts: ReferralLetterFacts; issue: PaperIssue };

/** A fresh copy each time, changed by `change`. */
export function agreement(change: Partial<AgreementFacts> = {}): Agreement {
  const { facts, issue } = JSON.parse(exampleOf('agreement')) as Agreement;
  return { facts: { ...facts, ...change }, issue };
}

export function letter(change: Partial<ReferralLetterFacts> = {}): Letter {
  const { facts, issue } = JSON.parse(exampleOf('referral-letter')) as Letter;
  return { facts: { ...facts, ...change }, issue };
}

export const day = (text: string, provisional = false): StatedDay => ({ day: text as Day, provisional });

export const yuan = (amount: number): Fen => (amount * 100) as Fen;

export function worker(name: string): AgreementFacts['workers'][number] {
  return { ...agreement().facts.workers[0]!, name };
}

/** `count` months' instalments of 1000 yuan each, with their sum. */
export function instalments(
  count: number,
): Pick<AgreementFacts['payments'][number], 'amount' | 'instalments'> {
  const each = Array.from({ length: count }, (_, index) => ({
    dueOn: day(`${2027 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-15`),
    amount: yuan(1000),
  }));
  return { amount: yuan(1000 * count), instalments: each };
}
