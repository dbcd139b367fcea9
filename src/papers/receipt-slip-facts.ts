import type { Day } from '../domain/day.ts';

/** 调解申请回执: given to one party, with the code by which it follows its case. */
export type ReceiptSlipFacts = {
  to: string;
  workers: readonly { name: string }[];
  employers: readonly { name: string }[];
  cause: string;
  caseNumber: string;
  receivedOn: Day;
  /** Whether it is accepted already; before that the slip says that it is only received. */
  isAccepted: boolean;
  /** The page that asks for number and code. */
  followPage: string;
  /** The party's own page; its last part is the code. */
  followUrl: string;
  checkCode: string;
  contact?: { name: string };
};
