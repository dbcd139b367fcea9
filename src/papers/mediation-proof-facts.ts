import type { Day } from '../domain/day.ts';

/** 调解组织主持调解的证明: that the mediation body led the mediation, for the court or commission. Its issuer is that body. */
export type MediationProofFacts = {
  caseNumber: string;
  cause: string;
  workers: readonly { name: string; idNumber?: string }[];
  employers: readonly { name: string; creditCode?: string }[];
  /** What the body is by law, e.g. 依法设立的人民调解委员会; absent, the proof says nothing of it. */
  capacity?: string;
  receivedOn: Day;
  acceptedOn?: Day;
  mediators: readonly string[];
  /** The days on which sessions were held, at least one. */
  sessions: readonly Day[];
  place?: string;
  agreementNumber: string;
  effectiveOn: Day;
  /** Whom it is for; absent, for use where the law provides. */
  to?: string;
  contact?: { name: string; phone?: string };
};
