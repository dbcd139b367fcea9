import type { Day } from '../domain/day.ts';
import type { Fen } from '../domain/money.ts';
import type { EmployerParty, Signatory, WorkerParty } from './facts.ts';

/** The heads for which the law opens the payment order to a worker with an agreement (劳动争议调解仲裁法 16). */
export type PaymentOrderHead = 'wages' | 'injury-medical' | 'economic-compensation' | 'damages';

/** What was due of one instalment and not paid in full. */
type UnpaidLine = {
  head: PaymentOrderHead;
  /** In words, e.g. 2026年5月、6月的工资第2期. */
  item: string;
  dueOn: Day;
  due: Fen;
  paid: Fen;
};

/** 支付令申请书: the workers against one employer. */
export type PaymentOrderApplicationFacts = {
  court: string;
  workers: readonly WorkerParty[];
  employer: EmployerParty;
  mediationBody: string;
  agreementNumber: string;
  effectiveOn: Day;
  /** Only lines that are due and of the four heads; at least one. */
  unpaid: readonly UnpaidLine[];
  /** Why lines count as due before their day, e.g. the agreement's clause on default. */
  working?: readonly string[];
  /** Facts, a paragraph each. */
  facts: readonly string[];
  evidence: readonly { name: string; copies: number }[];
  signatories: readonly Signatory[];
};
