import type { Day } from '../domain/day.ts';
import type { Satisfaction } from '../domain/dispute/decisions.ts';
import type { Fen } from '../domain/money.ts';

/** 简易调解登记表: an oral agreement reached and done the same day (人民调解法 28). Its issuer is the mediation body. */
export type SameDayRecordFacts = {
  caseNumber: string;
  workers: readonly { name: string; phone?: string }[];
  employers: readonly { name: string; phone?: string }[];
  /** How many workers it concerns, those not named included. */
  headcount?: number;
  /** Where the work was done. */
  place: string;
  /** The day the dispute arose. */
  since: Day;
  /** `name` and `basis` in words; `amount` absent or 0 where it is no money. */
  claims: readonly { name: string; amount?: Fen; basis?: string }[];
  /** In words, e.g. 来访. */
  channel: string;
  /** Whether both sides agreed to be mediated. */
  isConsentGiven: boolean;
  receivedOn: Day;
  settledOn: Day;
  /** Facts in short. */
  facts: string;
  /** What was agreed. */
  agreed: string;
  /** Paid on the spot; absent or 0 where nothing was. */
  paid?: Fen;
  satisfaction?: Satisfaction;
  mediators: readonly string[];
};
