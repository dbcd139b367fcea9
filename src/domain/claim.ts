/** Heads of claim 请求事项 (劳动争议调解仲裁法 2; the court's element form). */
export const claimHeads = [
  'confirm-relation',
  'wages',
  'overtime',
  'annual-leave',
  'double-wage',
  'economic-compensation',
  'unlawful-dismissal',
  'injury-medical',
  'injury-benefits',
  'social-insurance-loss',
  'deposit',
  'other',
] as const;
export type ClaimHead = (typeof claimHeads)[number];

/** Heads whose agreement is about paying only, so that a court may confirm it (法释〔2020〕26号 52). */
export function isPayment(head: ClaimHead): boolean {
  return head !== 'confirm-relation' && head !== 'other';
}
