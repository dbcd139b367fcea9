import type { Day } from '../domain/day.ts';

/** 移送回执 to a 移送函: what the receiver has said so far; what is absent is left to be written in by hand. Internal. */
export type HandOverSlipFacts = {
  letterNumber: string;
  letterOn: Day;
  /** Who sent the letter, and who received it. */
  from: string;
  to: string;
  cause: string;
  workers: readonly { name: string }[];
  employers: readonly { name: string }[];
  /** How many workers the dispute concerns, those not named included. */
  headcount?: number;
  receivedOn?: Day;
  /** Whether the materials agree with the list; `missing` in words, e.g. 第3项. */
  materials?: { complete: true } | { complete: false; missing: string };
  decision?: { accepted: true; on: Day; caseNumber?: string } | { accepted: false; on: Day; reason: string };
  contact?: { name: string; phone: string };
  /** What came of it, in words, once it is reported. */
  outcome?: { on: Day; result: string };
};
