/** Which acts answer which task: the button of what is due stands first and in colour. */
const answers: Record<string, readonly string[]> = {
  // disputes
  'contact-first': ['log-call'],
  'consult-other-side': ['consult'],
  'ask-consent': ['record-consent'],
  'decide-acceptance': ['accept'],
  'decline-refused': ['decline'],
  'decline-advised': ['decline'],
  'plan-session': ['plan-session'],
  'hold-session': ['hold-session'],
  'settle-day': ['postpone-session'],
  'reach-result': ['draft-agreement'],
  'collect-signatures': ['sign-agreement'],
  'check-agreement': ['check-agreement'],
  'sign-off-agreement': ['sign-off-agreement'],
  'lock-in': ['apply-lock-in'],
  'await-lock-in': ['lock-in'],
  'ask-remedy': ['choose-remedy'],
  'watch-duty': ['record-duty'],
  visit: ['record-visit'],
  'watch-instalment': ['record-payment'],
  'hear-paid': ['record-payment'],
  'hear-unpaid': ['log-call'],
  'chase-instalment': ['record-payment'],
  'refer-station': ['refer'],
  'refer-out': ['refer'],
  'decide-request': ['approve-request'],
  'assign-mediator': ['assign'],
  'close-file': ['close'],
  // referrals
  'send-referral': ['send'],
  'answer-referral': ['receive', 'accept'],
  'report-referral': ['report'],
  'chase-referral': ['remind'],
  'close-referral': ['close'],
  'send-materials': ['send-materials'],
};

export const isDue = (action: string, tasks: readonly { why: string }[]): boolean =>
  tasks.some(({ why }) => why === action || answers[why]?.includes(action) === true);
