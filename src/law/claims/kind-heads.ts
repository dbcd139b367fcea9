/** Which head of claim each kind of computed claim stands for. */
import { type Head, heads } from '../heads.ts';
import type { ClaimKind } from './claim.ts';

export const kindHeads = {
  'economic-compensation': 'economic-compensation',
  'unlawful-dismissal': 'unlawful-dismissal',
  'notice-pay': 'notice-pay',
  'double-wage': 'double-wage',
  overtime: 'overtime',
  'annual-leave': 'annual-leave',
  'wage-arrears': 'wages',
  injury: 'injury-benefits',
  'average-wage': 'wages',
  probation: 'probation',
  'additional-compensation': 'additional-compensation',
  deduction: 'deduction',
  'final-award': 'other',
} as const satisfies Record<ClaimKind, Head>;

/** Sums that are no claim by themselves. */
const notClaimed: ReadonlySet<ClaimKind> = new Set(['average-wage', 'final-award']);

/** Whether a claim line of this head may be worked out as this kind: its own, any pay under wages, anything under `other`. */
export function fitsHead(kind: ClaimKind, head: Head): boolean {
  if (notClaimed.has(kind)) return false;
  const own = kindHeads[kind];
  return own === head || head === 'other' || (head === 'wages' && heads[own].isRemuneration);
}
