import type { Day } from '../domain/day.ts';
import type { EmployerParty, Signatory, WorkerParty } from './facts.ts';

/** Where a party's papers reach it. */
type ServiceLine = { party: string; recipient: string; phone: string; address: string };

/** What both sides hand in to lock their agreement in: they apply together, neither is the other's respondent. */
export type JointApplicationFacts = {
  /** 案由, e.g. 追索劳动报酬纠纷. */
  cause: string;
  workers: readonly WorkerParty[];
  employers: readonly EmployerParty[];
  /** The mediation body that led the mediation. */
  mediationBody: string;
  agreementNumber: string;
  /** Null where it is printed before the agreement is signed: the day is then written in by hand. */
  effectiveOn: Day | null;
  /** What was agreed in short, a sentence each; absent, the agreement annexed speaks for itself. */
  terms?: readonly string[];
  /** A line for each party; of a group its representatives suffice. */
  service: readonly ServiceLine[];
  attachments: readonly { name: string; copies: number }[];
  signatories: readonly Signatory[];
};
