import type { Day } from '../domain/day.ts';
import type { Satisfaction } from '../domain/dispute/decisions.ts';
import type { Fen } from '../domain/money.ts';
import type { StatedDay } from './facts.ts';

/** `paid` so far, `paidOn` the day of the last money, `proof` e.g. 银行回单. */
type VisitedInstalment = { no: number; dueOn: Day; due: Fen; paid: Fen; paidOn?: Day; proof?: string };

/** 回访记录: internal. Its issuer is the mediation body. */
export type VisitRecordFacts = {
  caseNumber: string;
  cause: string;
  workers: readonly { name: string }[];
  employers: readonly { name: string }[];
  /** Of a dispute that ended with an agreement. */
  agreementNumber?: string;
  visitedOn: Day;
  /** In words, e.g. 电话, 上门, 微信. */
  way: string;
  visitor: string;
  /** Who was spoken to, and as what, e.g. 张喆（劳动者）. */
  visited: string;
  /** All instalments of the agreement, paid or not; absent or empty where nothing was to be paid. */
  instalments?: readonly VisitedInstalment[];
  /** Other duties and how far they are done, in words. */
  duties?: readonly { duty: string; state: string }[];
  satisfaction?: Satisfaction;
  /** What was said, a paragraph each. */
  said?: readonly string[];
  newClaims?: readonly string[];
  risks?: readonly string[];
  /** What is done next, and by when where that day is known; leave a provisional day out. */
  next: string;
  nextOn?: StatedDay;
};
