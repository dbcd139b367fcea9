/** Of every task: the acts that answer it, in the order one comes to them, and the rules whose clocks ask for it. */
import type { DisputeAction } from './dispute/commands.ts';
import {
  acceptanceRules,
  collectiveVisitRules,
  DUTY,
  decideRules,
  doorRules,
  FILE_CLOSE,
  FIRST_CONTACT,
  INSTALMENT,
  LIMITATION,
  mediationRules,
  VISIT,
} from './dispute/rules.ts';
import { hopRules } from './referral/rules.ts';
import type { ReferralAction } from './referral/state.ts';

type Answer = {
  /** Where there is none, all there is to do is to wait, or it is done on another case. */
  acts: readonly (DisputeAction | ReferralAction)[];
  /** Where there is none, the task follows from the last act. */
  rules: readonly string[];
};

export const taskAnswers = {
  // disputes
  'contact-first': { acts: ['log-call'], rules: [FIRST_CONTACT] },
  'consult-other-side': { acts: ['consult'], rules: acceptanceRules },
  'refer-out': { acts: ['refer'], rules: acceptanceRules },
  'decline-advised': { acts: ['decline'], rules: acceptanceRules },
  'ask-consent': { acts: ['record-consent'], rules: acceptanceRules },
  'decide-acceptance': { acts: ['accept'], rules: acceptanceRules },
  'decline-refused': { acts: ['decline'], rules: acceptanceRules },
  'assign-mediator': { acts: ['assign'], rules: mediationRules },
  'plan-session': { acts: ['plan-session'], rules: mediationRules },
  'hold-session': { acts: ['hold-session'], rules: [] },
  'settle-day': { acts: ['postpone-session'], rules: [] },
  'reach-result': { acts: ['draft-agreement'], rules: mediationRules },
  'check-agreement': { acts: ['check-agreement'], rules: mediationRules },
  'sign-off-agreement': { acts: ['sign-off-agreement'], rules: mediationRules },
  'collect-signatures': { acts: ['sign-agreement'], rules: mediationRules },
  'lock-in': { acts: ['apply-lock-in'], rules: Object.values(doorRules) },
  'await-lock-in': { acts: ['lock-in'], rules: Object.values(decideRules) },
  'ask-remedy': { acts: ['choose-remedy'], rules: [] },
  'prepare-remedy': { acts: ['issue-papers'], rules: [] },
  'watch-duty': { acts: ['record-duty'], rules: [DUTY] },
  visit: { acts: ['record-visit'], rules: [VISIT, ...Object.values(collectiveVisitRules)] },
  'watch-instalment': { acts: ['record-payment'], rules: [INSTALMENT] },
  'hear-paid': { acts: ['record-payment'], rules: [] },
  'hear-unpaid': { acts: ['log-call'], rules: [] },
  'chase-instalment': { acts: ['record-payment', 'declare-default'], rules: [INSTALMENT] },
  'watch-limitation': { acts: ['record-limitation-event'], rules: [LIMITATION] },
  'refer-station': { acts: ['refer'], rules: [] },
  'decide-request': { acts: ['approve-request'], rules: [] },
  'close-file': { acts: ['close'], rules: [FILE_CLOSE] },
  'follow-referral': { acts: [], rules: [FILE_CLOSE] },
  // referrals
  'send-referral': { acts: ['send'], rules: [] },
  'watch-referral': { acts: [], rules: hopRules },
  'chase-referral': { acts: ['remind'], rules: hopRules },
  'await-reminder': { acts: ['escalate'], rules: [] },
  'press-silent-body': { acts: ['remind'], rules: [] },
  'send-materials': { acts: ['send-materials'], rules: [] },
  'answer-referral': { acts: ['receive', 'accept'], rules: hopRules },
  'report-referral': { acts: ['report'], rules: hopRules },
  'close-referral': { acts: ['close'], rules: [] },
} as const satisfies Record<string, Answer>;

const answers: Readonly<Record<string, Answer>> = taskAnswers;

/** The first of a task's acts that is among those open now. */
export const actFor = (why: string, open: readonly string[]): string | null =>
  answers[why]?.acts.find((act) => open.includes(act)) ?? null;

/** Whether an act answers one of these tasks. */
export const isDue = (act: string, tasks: readonly { why: string }[]): boolean =>
  tasks.some(({ why }) => why === act || answers[why]?.acts.some((one) => one === act) === true);

/** Tasks by what asks for them, for a database to look up. */
export const rulesByTask: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries(taskAnswers).map(([why, { rules }]) => [why, rules]),
);
