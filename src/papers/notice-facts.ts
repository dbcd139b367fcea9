/** What papers of the first days are filled from: of parties only the names are sure. Empty texts count as absent. */
import type { EmployerParty, ReferralLetterFacts, WorkerParty } from './facts.ts';

export type KnownWorker = Pick<WorkerParty, 'name'> & Partial<WorkerParty>;
export type KnownEmployer = Pick<EmployerParty, 'name'> & Partial<EmployerParty>;

/** Who asked, and both sides; workers in the order of the record, up to 200 and more. */
export type Sides = {
  applicant: 'worker' | 'employer';
  workers: readonly KnownWorker[];
  employers: readonly KnownEmployer[];
};

/** What every notice of the mediation body states. Its issuer is the mediation body, whose seal it bears. */
export type NoticeFacts = Sides & {
  /** 案由, e.g. 追索劳动报酬纠纷. */
  cause: string;
  /** The case's number with the centre. */
  caseNumber: string;
  /** No labour relation: the claims are a contract's, for the court, without the year of arbitration. */
  isCivil?: boolean;
  contact?: { name: string; phone?: string };
};

/** The last day of limitation, or why the paper states none; without it the paper says nothing of a day. */
export type StatedLimitation = ReferralLetterFacts['limitation'];

/** Where the applicant may turn; `body` its name where it is known, else the wording's general one. */
export type Path = { kind: 'arbitration' | 'court' | 'inspection'; body?: string };
