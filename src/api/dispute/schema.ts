/** What a dispute is taken in with, and what may be asked of it. */
import { z } from 'zod';
import type { DisputeAction } from '../../domain/dispute/commands.ts';
import { satisfactions } from '../../domain/dispute/decisions.ts';
import { type Channel, channels, type Procedure, procedures, sides } from '../../domain/dispute/parts.ts';
import { day, districtCode, line, words, yuan } from '../fields.ts';
import { acceptanceActs } from './acts-acceptance.ts';
import { agreementActs } from './acts-agreement.ts';
import { fileActs } from './acts-file.ts';
import { intakeActs } from './acts-intake.ts';
import { mediationActs } from './acts-mediation.ts';
import { intakeClaim, MOST_CLAIMS, needPlaces } from './claim-schema.ts';
import { elements } from './elements.ts';
import { employer, worker } from './party-schema.ts';

const fields = {
  receivedOn: day.optional(),
  channel: z.enum(channels),
  /** Only of a suit the court entrusts. */
  procedure: z.enum(procedures).optional(),
  district: districtCode,
  /** Who asks for the mediation; the worker where nothing is said. */
  applicant: z.enum(sides).optional(),
  workers: z.array(worker).min(1).max(200),
  employers: z.array(employer).min(1).max(20),
  place: line(200),
  since: day,
  employmentEndedOn: day.optional(),
  claims: z.array(intakeClaim).min(1).max(MOST_CLAIMS),
  facts: words(8000),
  externalNumber: line(60).optional(),
  elements: elements.optional(),
  /** The applicant asks for mediation of their own will. */
  isConsentGiven: z.literal(true, '须为 true：申请人同意调解后才能登记'),
};

type Fields = {
  workers: readonly object[];
  claims: readonly { worker?: number | undefined }[];
  channel: Channel;
  procedure?: Procedure | undefined;
};

/** Claims name workers who are there; a suit the court entrusts, and it alone, names its procedure. */
function fit({ workers, claims, channel, procedure }: Fields, context: z.RefinementCtx): void {
  needPlaces(workers, claims, context);
  const isEntrusted = channel === 'court-entrusted';
  if (isEntrusted === (procedure !== undefined)) return;
  const message = isEntrusted
    ? '没有填写，法院委托（立案后）须写明普通或者简易程序'
    : '只有法院委托（立案后）才填写，请删去';
  context.addIssue({ code: 'custom', path: ['procedure'], message });
}

/** Eight fields are enough: who, against whom, where, since when, what is asked and how much, by which channel, with consent. */
export const intake = z.strictObject(fields).superRefine(fit);

/** The short record 简易登记: taken in, settled and paid on one day. */
export const shortRecord = z
  .strictObject({
    ...fields,
    settlement: z.strictObject({
      /** What was paid on the spot. */
      amount: yuan,
      terms: words(2000),
      satisfaction: z.enum(satisfactions).default('not-asked'),
      note: words().optional(),
    }),
  })
  .superRefine(fit);

/** What a route may ask of a dispute. */
export const disputeActs = {
  ...intakeActs,
  ...acceptanceActs,
  ...mediationActs,
  ...agreementActs,
  ...fileActs,
} as const satisfies { [A in Exclude<DisputeAction, RoutedElsewhere>]: unknown };

/** Intake itself, the engine's own, the parties' on their own pages, and those with routes of their own: claims worked out, files. */
type RoutedElsewhere =
  | 'receive'
  | 'receive-settled'
  | 'import'
  | 'hear-referral'
  | 'answer-session'
  | 'sign-on-screen'
  | 'report-paid'
  | 'report-unpaid'
  | 'record-claim-facts'
  | 'compute-claims'
  | 'add-evidence'
  | 'withdraw-evidence';
